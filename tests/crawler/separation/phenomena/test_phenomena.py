"""Every class of error has a small page of our own that shows it, and what must come out of it.

`pytest … --update-expected` writes the expectations anew; read the difference before you commit it.
"""

import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crawler.separation.article import separate_page
from crawler.separation.outcome import Separation
from crawler.separation.page import Page, Site

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/page.html"))


def separate_case(case: Path) -> Separation:
    facts = json.loads((case / "facts.json").read_text(encoding="utf-8"))
    site = Site(language=facts["language"], zone=ZoneInfo(facts["zone"]))
    return separate_page(Page(url=facts["url"], content=(case / "page.html").read_text(encoding="utf-8"), site=site))


def told(separation: Separation) -> dict[str, object]:
    article = separation.article
    return {
        "title": article.title,
        "lead": article.lead,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "authors": list(article.authors),
        "topics": [[topic.name, topic.slug, topic.url] for topic in article.topics],
        "sections": [[section.name, section.slug] for section in article.sections],
        "blocks": [[str(block.kind), block.text or block.url, block.caption] for block in article.blocks],
        "ads": [[str(ad.kind), ad.title, list(ad.speakers), list(ad.claims), ad.url] for ad in article.ads],
        "removed": [[removed.label, removed.text] for removed in article.removed],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    found = told(separate_case(case))
    expectation = case / "article.json"
    if request.config.getoption("--update-expected"):
        expectation.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert expectation.exists(), f"{case.name} has no expectation: write article.json"
    assert found == json.loads(expectation.read_text(encoding="utf-8"))


def test_there_are_cases() -> None:
    assert len(CASES) > 15
