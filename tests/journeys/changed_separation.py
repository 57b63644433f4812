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
    if "{hanging}" in (page.url or "-"):
        time.sleep(1000)
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
    hanging: str = "nothing",
    page_limit_seconds: float = 120,
) -> Program:
    """Titles that begin before this letter are shouted, their topics and all ads are dropped, empty pages have a text.

    Args: directory: where the copy goes. seconds: how long each page takes longer. deadly, faulty: parts of URLs whose
    pages end the process that reads them, or raise an exception in it. hanging: likewise of pages that are never
    read. page_limit_seconds: the longest that a page may take.
    """
    for package in _PACKAGES:
        shutil.copytree(ROOT / package, directory / package, ignore=shutil.ignore_patterns("__pycache__"))
    words = {"before": before, "seconds": str(seconds), "deadly": deadly, "faulty": faulty}
    words["hanging"] = hanging
    code = _SHOUTING
    for name, word in words.items():
        code = code.replace(f"{{{name}}}", word)
    with (directory / "crawler/separation/article.py").open("a", encoding="utf-8") as recipe:
        recipe.write(code)
    with (directory / "crawler/settings.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nPRESSESCHAU_PAGE_LIMIT_SECONDS = {page_limit_seconds}\n")
    return Program(program.directory, {**program.variables, "PYTHONPATH": str(directory)})
