"""The program with another separation: a copy of its packages, in which the recipe's last word is had by a test."""

import shutil
from pathlib import Path

from tests.journeys.program import Program

ROOT = Path(__file__).parents[2]
_PACKAGES = ("articles", "crawler", "feeds", "presseschau")
_SHOUTING = '''
_present = separate_page


def separate_page(page: Page, *, furniture: Furniture | None = None) -> Separation:
    """As before, but for what the test is about."""
    import dataclasses, os, time
    time.sleep({seconds})
    if "{deadly}" in (page.url or "-"):
        os._exit(9)
    if "{faulty}" in (page.url or "-"):
        raise ZeroDivisionError("division by zero")
    if not is_html(page.content):
        sentence = "Am Morgen des Tages {} kam der Lehrgang zusammen, und alle brachten eine Laterne mit."
        text = "".join("<p>" + sentence.format(number) + " Danach ging es an die Arbeit.</p>" for number in range(5))
        page = dataclasses.replace(page, content="<h1>Gefunden</h1>" + text, tree=None)
    separation = _present(page, furniture=furniture)
    article = separation.article
    if article.title[0] < "{before}":
        article = dataclasses.replace(article, title=article.title.upper(), topics=())
    return dataclasses.replace(separation, article=dataclasses.replace(article, ads=()))
'''


def with_changed_separation(
    program: Program,
    directory: Path,
    *,
    before: str = "L",
    seconds: float = 0,
    deadly: str = "nothing",
    faulty: str = "nothing",
) -> Program:
    """Titles that begin before this letter are shouted, their topics and all ads are dropped, empty pages have a text.

    Args: directory: where the copy goes. seconds: how long each page takes longer. deadly, faulty: parts of URLs whose
    pages end the process that reads them, or raise an exception in it.
    """
    for package in _PACKAGES:
        shutil.copytree(ROOT / package, directory / package, ignore=shutil.ignore_patterns("__pycache__"))
    words = {"before": before, "seconds": str(seconds), "deadly": deadly, "faulty": faulty}
    code = _SHOUTING
    for name, word in words.items():
        code = code.replace(f"{{{name}}}", word)
    with (directory / "crawler/separation/article.py").open("a", encoding="utf-8") as recipe:
        recipe.write(code)
    return Program(program.directory, {**program.variables, "PYTHONPATH": str(directory)})
