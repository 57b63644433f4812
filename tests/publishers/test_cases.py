"""Pages in the shape of each publisher's, and what must come out of them.

A case is a folder, tests/publishers/<publisher>/<what it shows>/: the page (page.html or page.txt, of our own making),
page.json with its URL and why it is here, article.json with what is expected. Write or rewrite an expectation with
`./run shell pytest tests/publishers --update-expected`, read it, then commit it.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from articles.identity import normalize_url
from articles.records import render_article_record
from crawler.running import spider_classes
from crawler.separation.article import separate_page
from crawler.separation.page import Listing, Page

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/*/page.json"))
FIELDS = ("title", "lead", "text", "topics", "sections", "authors", "published_at", "ads", "removed")


def test_every_publisher_has_cases() -> None:
    assert {case.parent.name for case in CASES} == set(spider_classes())


@pytest.fixture(params=CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def case(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.param
    return folder


def separated(case: Path) -> dict[str, Any]:
    facts = json.loads((case / "page.json").read_bytes())
    assert facts["why"]
    spider = spider_classes()[case.parent.name]
    url = normalize_url(facts["url"], spider.rule)
    assert spider.rule.is_article(url)
    (content,) = [path.read_text(encoding="utf-8") for path in case.glob("page.*") if path.suffix != ".json"]
    listed_at = facts.get("listed_at")
    page = Page(
        url=url,
        content=content,
        site=spider.site(),
        listing=Listing(published_at=datetime.fromisoformat(listed_at) if listed_at else None),
    )
    record = render_article_record(separate_page(page).article, url=url)
    return {field: record[field] for field in FIELDS}


@pytest.mark.parametrize("field", FIELDS)
def test_field(case: Path, field: str, request: pytest.FixtureRequest) -> None:
    found = separated(case)
    expectation = case / "article.json"
    if request.config.getoption("--update-expected"):
        expectation.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    assert expectation.exists(), f"{case.name} has no expectation; write it with --update-expected, then read it"
    assert found[field] == json.loads(expectation.read_bytes())[field]
