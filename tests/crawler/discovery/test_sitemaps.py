"""What sitemaps name, and how little a hostile one can do."""

import gzip
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crawler.discovery import xml_records
from crawler.discovery.sitemaps import discover_sitemap, is_about_news
from crawler.discovery.xml_records import UnreadableSource
from tests.crawler.discovery.sources import ORIGIN, RULES, names, news_sitemap

NEWS = news_sitemap(("a", "2026-11-20T06:56:00+01:00", "Zoll &amp; Zölle"), ("b", "2026-11-20", "B"))


def test_a_news_sitemap_tells_title_and_publication_date() -> None:
    first, second = discover_sitemap(NEWS, RULES).articles
    assert first.entry.title == "Zoll & Zölle"
    assert first.entry.published_at == datetime(2026, 11, 20, 6, 56, tzinfo=timezone(timedelta(hours=1)))
    assert first.entry.summary is None
    assert second.entry.published_at is not None
    assert second.entry.published_at.isoformat() == "2026-11-20T00:00:00+01:00"


def test_gzip_is_unpacked_whatever_the_server_calls_it() -> None:
    assert discover_sitemap(gzip.compress(NEWS), RULES) == discover_sitemap(NEWS, RULES)


def test_an_index_names_sitemaps_and_when_they_changed() -> None:
    body = (
        "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        f"<sitemap><loc> {ORIGIN}/news.xml </loc><lastmod>2026-11-20T05:00:00Z</lastmod></sitemap>"
        f"<sitemap><loc>{ORIGIN}/old.xml</loc></sitemap>"
        "<sitemap><loc>https://elsewhere.example/s.xml</loc></sitemap></sitemapindex>"
    ).encode()
    file = discover_sitemap(body, RULES)
    assert [sitemap.url for sitemap in file.sitemaps] == [f"{ORIGIN}/news.xml", f"{ORIGIN}/old.xml"]
    assert [bool(sitemap.changed_at) for sitemap in file.sitemaps] == [True, False]
    assert [is_about_news(sitemap.url) for sitemap in file.sitemaps] == [True, False]


def test_only_articles_of_the_publisher_are_taken_and_each_once() -> None:
    links = ("/news/a", "/news/a?utm_source=x", "/impressum", "//elsewhere.example/news/b", "/news/c#x", "http://[")
    body = "".join(f"<url><loc>{link if '//' in link else ORIGIN + link}</loc></url>" for link in links)
    assert names(discover_sitemap(f"<urlset>{body}</urlset>".encode(), RULES)) == ["a", "c"]


def test_lastmod_is_no_publication_date() -> None:
    body = f"<urlset><url><loc>{ORIGIN}/news/a</loc><lastmod>2026-11-20</lastmod></url></urlset>".encode()
    (article,) = discover_sitemap(body, RULES).articles
    assert article.entry.published_at is None
    assert article.touched_at is not None


def test_a_byte_order_mark_another_charset_and_stray_ampersands_are_read() -> None:
    assert names(discover_sitemap(b"\xef\xbb\xbf" + NEWS, RULES)) == ["a", "b"]
    latin = '<?xml version="1.0" encoding="iso-8859-1"?>' + NEWS.decode().partition("?>")[2]
    assert discover_sitemap(latin.encode("latin-1"), RULES).articles[0].entry.title == "Zoll & Zölle"
    assert names(discover_sitemap(NEWS.replace(b"&amp;", b"&"), RULES)) == ["a", "b"]


BILLION_LAUGHS = b"""<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><urlset><url><loc>&c;</loc></url></urlset>"""
EXTERNAL = b'<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (BILLION_LAUGHS, "entities"),
        (EXTERNAL, "entities"),
        (b"", "no XML"),
        (b"nothing of the kind", "no XML"),
        (b"<!doctype html><html><body>Seite nicht gefunden</body></html>", "no XML|neither"),
        (gzip.compress(NEWS)[:-40], "unpacked"),
        (b"\x1f\x8bjunk", "unpacked"),
    ],
    ids=["billion laughs", "external entity", "empty", "text", "page", "torn gzip", "no gzip"],
)
def test_what_is_no_sitemap_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource, match=reason):
        discover_sitemap(body, RULES)


@pytest.mark.parametrize("bomb", [BILLION_LAUGHS, EXTERNAL], ids=["laughs", "external"])
@pytest.mark.parametrize("hide", [gzip.compress, lambda body: body.decode().encode("utf-16")], ids=["gzip", "utf-16"])
def test_entities_are_not_expanded_where_they_hide(bomb: bytes, hide: "st.SearchStrategy[bytes]") -> None:
    assert discover_sitemap(hide(bomb), RULES).articles == ()  # type: ignore[operator]  # one of two functions


def test_a_gzip_bomb_is_unpacked_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_records, "MAX_BYTES", 100_000)
    with pytest.raises(UnreadableSource, match="more than 100000 bytes"):
        discover_sitemap(gzip.compress(b"<urlset>" + b" " * 10_000_000 + b"</urlset>"), RULES)


def test_a_giant_file_is_read_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_records, "MAX_RECORDS", 20)
    with pytest.raises(UnreadableSource, match="more than 20 entries"):
        discover_sitemap(b"<urlset>" + b"<url/>" * 21 + b"</urlset>", RULES)


@given(st.binary(max_size=300), st.integers(0, len(NEWS)))
@example(junk=b"", cut=NEWS.index(b"<news:") + len(b"<news:"))
def test_whatever_is_sent_is_read_or_refused(junk: bytes, cut: int) -> None:
    for body in (junk, NEWS[:cut] + junk, gzip.compress(NEWS[:cut] + junk)):
        try:
            file = discover_sitemap(body, RULES)
        except UnreadableSource:
            continue
        assert all(article.entry.url.startswith(ORIGIN) for article in file.articles)
