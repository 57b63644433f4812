"""The report as a page: all that went wrong is on it, escaped, and it needs nothing but itself."""

import copy
import re
from typing import Any

import pytest
from lxml import html

from presseschau.report_page.page import render_report_page

HOSTILE = "<script>alert(1)</script> & \"'"
REPORT: dict[str, Any] = {
    "run_id": "2026-11-20T020000Z-ab12",
    "command": "nightly",
    "version": "1.0",
    "started_at": "2026-11-20T02:00:00+00:00",
    "finished_at": "2026-11-20T03:02:10+00:00",
    "exit_status": 3,
    "exit_meaning": "finished, but an alarm was raised; the last good feeds of the publisher concerned stand",
    "messages": [f"gazette: under its floor {HOSTILE}"],
    "publishers": [
        {
            "publisher": "gazette",
            "started_at": "2026-11-20T02:00:00+00:00",
            "finished_at": "2026-11-20T03:02:10+00:00",
            "reachable": True,
            "interrupted": False,
            "fault": None,
            "alarms": ["under its floor"],
            "warnings": ["a topic is missing"],
            "requests": {"listings": 7, "articles": 31},
            "outcomes": {"created": 28, "revised": 0},
            "walks": [
                {
                    "listing_url": "https://www.gazette.example/news",
                    "page_count": 2,
                    "entry_count": 40,
                    "new_count": 28,
                    "sole_count": 17,
                    "finished": False,
                    "end": HOSTILE,
                }
            ],
            "delay_seconds": {"www.gazette.example": 1.0},
            "held_seconds": {"www.gazette.example": 12.34},
            "sources": [
                {
                    "url": "https://www.gazette.example/news.xml",
                    "kind": "sitemap",
                    "found_in": "",
                    "result": "read",
                    "named_count": 41,
                    "new_count": 1,
                    "sole": ["https://www.gazette.example/unlisted"],
                },
            ],
            "furniture": {
                "text_count": 12,
                "first": [
                    {"text": f"Unsere Leser wissen mehr. {HOSTILE}", "article_count": 3, "url": "https://x.example/b"}
                ],
            },
            "quiet_until": "2026-11-20T22:30:00+01:00",
        }
    ],
    "reseparation": None,
    "rejections": [
        {"publisher": "gazette", "url": "javascript:alert(1)", "reason": HOSTILE, "quarantine": None},
        {"publisher": "gazette", "url": "https://x.example/a", "reason": "-", "quarantine": "quarantine/r/1f.html"},
    ],
    "jsonlines": ["articles/2026-11-20.jsonl"],
    "feeds": None,
}


def rendered(**changes: Any) -> html.HtmlElement:
    return html.document_fromstring(render_report_page({**copy.deepcopy(REPORT), **changes}))


@pytest.mark.parametrize(
    "said",
    [
        "gazette: under its floor <script>",
        "a topic is missing",
        "unfinished",
        "28",
        "1 h 2 min",
        "held back for 12.3 s",
        "12 texts, of which these stood in the fewest articles",
        "Unsere Leser wissen mehr. <script>",
        "Quiet until",
        "No feeds; the last good ones stand.",
        "articles/2026-11-20.jsonl",
    ],
)
def test_all_that_matters_is_shown(said: str) -> None:
    assert said in " ".join(rendered().text_content().split())


def test_what_only_one_place_knew_stands_beside_it() -> None:
    rows = [[cell.text_content().strip() for cell in row] for row in rendered().xpath("//tbody/tr")]
    assert rows[0][:5] == ["https://www.gazette.example/news", "2", "40", "28", "17"]
    source = ["https://www.gazette.example/news.xml", "read", "41", "1", "https://www.gazette.example/unlisted"]
    assert source in rows


def test_nothing_from_a_page_runs_or_is_followed() -> None:
    page = rendered()
    assert page.xpath("//script") == []
    links = page.xpath("//a/@href | //link/@href | //img/@src")
    assert not [link for link in links if link.startswith("javascript:")]
    assert page.xpath("//link | //img | //iframe") == []
    assert "url(" not in page.xpath("string(//style)")


def test_links_lead_to_what_was_written() -> None:
    links = set(rendered().xpath("//a/@href"))
    assert {"../quarantine/r/1f.json", "../articles/2026-11-20.jsonl", "2026-11-20T020000Z-ab12.json"} <= links


@pytest.mark.parametrize(("status", "tone"), [(0, "good"), (3, "doubtful"), (130, "doubtful"), (1, "bad"), (69, "bad")])
def test_the_tone_is_that_of_the_status(status: int, tone: str) -> None:
    (verdict,) = rendered(exit_status=status).xpath("//section[contains(@class, 'verdict')]")
    assert verdict.get("class") == f"verdict {tone}"


def test_reseparation_and_feeds() -> None:
    reseparation = {
        "page_count": 9, "revised_count": 2, "created_count": 1, "changes": {"text": 2}, "rejections": {"empty": 1},
        "warnings": ["a day is gone"],
    }  # fmt: skip
    feeds = {
        "written": ["all.rss"], "unchanged_count": 4, "removed": [], "retired": ["topics/x"], "held_back": ["gazette"],
        "warnings": ["hub"],
    }  # fmt: skip
    text = " ".join(rendered(publishers=[], reseparation=reseparation, feeds=feeds).text_content().split())
    for said in (
        "2 differ in text",
        "1 no article any more: empty",
        "a day is gone",
        "1 files written, 4 as they were",
        "Held back, as the last good night left them: gazette.",
    ):
        assert said in text
    assert not re.search(r"\.log", text)
