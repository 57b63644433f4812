"""Each import contract catches what it is there to catch: forbidden imports, planted in a copy of the tree."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("articles", "crawler", "feeds", "presseschau")
# By contract: modules and what they are made to import.
FORBIDDEN = {
    "The face is above the stages, the stages above the noun; crawler and feeds never meet": (
        ("articles.model", "feeds.channel"),
        ("feeds.selection", "crawler.clock"),
        ("crawler.clock", "presseschau.lock"),
    ),
    "articles: every module has its place": (("articles.identity", "articles.model"),),
    "crawler: the Scrapy project is above the pure parts, separation and discovery never meet": (
        ("crawler.separation.page", "crawler.discovery.lines"),
    ),
    "feeds: every module has its place": (("feeds.channel", "feeds.publish"),),
    "Scrapy stays in the crawler's framework half and in the face": (
        ("feeds.channel", "scrapy"),
        ("crawler.separation.page", "scrapy"),
    ),
    "Separation and discovery touch no network, disk or clock": (
        ("crawler.separation.page", "pathlib"),
        ("crawler.discovery.lines", "crawler.clock"),
    ),
    "The face: commands above the job, the demo publisher above what it shows": (
        ("presseschau.lock", "presseschau.nightly"),
    ),
    "Publishers do not know each other": (("crawler.spiders.second", "crawler.spiders.kettner"),),
    "Formats do not know each other": (("feeds.formats.rss", "feeds.formats.atom"),),
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "*.txt"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(tree: Path, module: str, line: str) -> None:
    with (tree / module.replace(".", "/")).with_suffix(".py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def check(tree: Path) -> tuple[int, str]:
    """The exit status of the linter and what it said, on one line."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=tree, capture_output=True, text=True, check=False)
    return done.returncode, " ".join(done.stdout.split())


def test_the_tree_keeps_every_contract(tree: Path) -> None:
    status, said = check(tree)
    assert status == 0, said
    assert [name for name in FORBIDDEN if f"{name} KEPT" not in said] == []


def test_each_forbidden_import_is_caught(tree: Path) -> None:
    for imports in FORBIDDEN.values():
        for importer, imported in imports:
            plant(tree, importer, f"import {imported}")
    status, said = check(tree)
    assert status == 1
    for name, imports in FORBIDDEN.items():
        assert f"{name} BROKEN" in said
        for importer, imported in imports:
            assert f"{importer} -> {imported} " in said


def test_a_module_without_a_place_is_caught(tree: Path) -> None:
    for package in PACKAGES:
        plant(tree, f"{package}.stray", "")
    status, said = check(tree)
    assert status == 1
    assert [package for package in PACKAGES if f"- {package}.stray" not in said] == []
