"""The keywords that an article's publisher gave it."""

import pytest

from crawler.separation.metadata.facts import Facts, split_keywords
from crawler.separation.metadata.keywords import find_keywords


def keywords(**lists: str) -> list[str]:
    facts = Facts()
    for source, written in lists.items():
        facts.claim("keywords", split_keywords(written), source.replace("_", " ").replace("JSON LD", "JSON-LD"))
    return find_keywords(facts, ("Der Bote", "Grete Halm"))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Brücke, Verkehr; Moosrain", ["Brücke", "Verkehr", "Moosrain"]),
        ("橋、交通", ["橋", "交通"]),
        ("topic/Brücke, organization/Bauamt", ["Brücke", "Bauamt"]),
        ("Brücke, und/oder", ["Brücke", "und/oder"]),
        ("(3) Brücke, Verkehr (12)", ["Brücke", "Verkehr"]),
        ("Brücke, Der Bote, grete halm, News", ["Brücke"]),
        (
            "Brücke, editors_pick, isRepublished:false, category: local, 8f507083-bac4-423a-9015-2eb31e1bce50",
            ["Brücke"],
        ),
        ("Brücke, www.bote.example, https://bote.example/x, 2026", ["Brücke"]),
        ("Brücke Verkehr Moosrain Bauamt Pfeiler Umzug Feuerwehr", []),
        ("G20: Gipfel, Brücke", ["G20: Gipfel", "Brücke"]),
    ],
)
def test_are_read_without_what_programs_write(written: str, expected: list[str]) -> None:
    assert keywords(meta_keywords=written) == expected


def test_are_those_of_the_head_before_those_of_structured_data() -> None:
    assert keywords(JSON_LD_keywords="homepage, Archiv", meta_keywords="Brücke") == ["Brücke"]


def test_a_list_of_nothing_usable_gives_way_to_the_next() -> None:
    assert keywords(meta_news_keywords="Der Bote, editors_pick", JSON_LD_keywords="Brücke") == ["Brücke"]
    assert keywords() == []
