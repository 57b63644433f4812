"""Every field names who says it, and who says something else."""

from zoneinfo import ZoneInfo

from crawler.separation.article import separate_page
from crawler.separation.page import Listing, Page, Site
from crawler.separation.provenance import Provenance, name_sources

PAGE = """<html lang="de"><head><title>Brücke wieder offen | Der Bote</title>
<meta property="og:title" content="Endlich wieder offen">
<meta property="article:published_time" content="2026-11-19T18:00">
<meta name="author" content="Grete Halm"><meta name="keywords" content="Brücke, Verkehr">
<link rel="canonical" href="https://example.org/news/bruecke">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Brücke wieder offen",
"datePublished": "2026-11-19", "author": {"@type": "Person", "name": "Grete Halm"}}</script></head>
<body><article><h1>Brücke wieder offen</h1>
<p>Nach elf Monaten rollt der Verkehr über die Mühlbrücke wieder auf beiden Spuren, teilte das Bauamt am Montag mit.</p>
<p>Gefeiert wird am Sonntag mit einem Umzug, zu dem die Feuerwehr und der Gesangsverein schon zugesagt haben.</p>
</article></body></html>"""


def sources() -> dict[str, Provenance]:
    page = Page(
        url="https://example.org/news/bruecke?x=1",
        content=PAGE,
        site=Site(zone=ZoneInfo("Europe/Berlin")),
        listing=Listing(title="Brücke wieder offen"),
    )
    return {source.field: source for source in name_sources(page, separate_page(page))}


def told(source: Provenance) -> dict[str, bool]:
    return {claim.source: claim.agrees for claim in source.claims}


def test_a_title_has_those_who_agree_and_those_who_do_not() -> None:
    source = sources()["title"]
    assert source.values == ("Brücke wieder offen",)
    assert told(source) == {
        "the heading on the page": True,
        "the listing": True,
        "JSON-LD headline": True,
        "meta og:title": False,
        "the title element": True,
    }


def test_a_time_has_its_witnesses_and_what_they_wrote() -> None:
    source = sources()["published_at"]
    assert source.values == ("2026-11-19T18:00:00+01:00",)
    assert [(claim.source, claim.text) for claim in source.claims] == [
        ("the page's metadata", "2026-11-19T18:00:00+01:00"),
        ("JSON-LD datePublished", "2026-11-19"),
        ("meta article:published_time", "2026-11-19T18:00"),
    ]


def test_several_who_say_the_same_are_one_claim() -> None:
    assert told(sources()["authors"]) == {"JSON-LD author, meta author": True}


def test_topics_canonical_and_language_name_theirs() -> None:
    found = sources()
    assert told(found["topics"]) == {"meta keywords": True}
    assert told(found["canonical_url"])["link rel=canonical"]
    assert told(found["language"]) == {"the html element": True}
    assert found["sections"].values == ()
