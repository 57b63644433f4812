"""What a publisher's feeds name, and where its pages announce them."""

import feedparser
import lxml.html
import pytest

from crawler.discovery.feeds import discover_feed, discover_feed_links
from crawler.discovery.xml_records import UnreadableSource
from tests.crawler.discovery.sources import ORIGIN, RULE, RULES, names

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Bote</title><link>{ORIGIN}/news/not-an-entry</link><atom:link rel="self" href="{ORIGIN}/news/self"/>
<item><title>A &amp;amp; B</title><link>{ORIGIN}/news/a?utm_source=rss</link><guid isPermaLink="false">x1</guid>
<description>Ein Satz &amp; noch einer.</description><pubDate>Fri, 20 Nov 2026 06:56:00 +0100</pubDate></item>
<item><title>&lt;b&gt;Fett&lt;/b&gt; gesagt</title><guid>{ORIGIN}/news/b</guid>
<description>&lt;p&gt;Ein Bild&lt;img src=x&gt;&lt;/p&gt;</description></item>
<item><title>Fremd</title><link>https://elsewhere.example/news/c</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">A &amp;amp; B</title>
<link rel="edit" href="{ORIGIN}/news/edit"/><link href="{ORIGIN}/news/a"/><id>x1</id><summary>Ein Satz &amp; noch einer.
</summary><published>2026-11-20T05:56:00Z</published><updated>2026-11-20T07:00:00Z</updated></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><item><title>A &amp;amp; B</title><link>{ORIGIN}/news/a</link>
<description>Ein Satz &amp; noch einer.</description><dc:date>2026-11-20T06:56+01:00</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF], ids=["RSS 2", "Atom", "RSS 1"])
def test_every_form_says_the_same(feed: str) -> None:
    entry = discover_feed(feed.encode(), RULES).articles[0].entry
    assert (entry.url, entry.title, entry.summary) == (f"{ORIGIN}/news/a", "A & B", "Ein Satz & noch einer.")
    assert entry.published_at is not None
    assert entry.published_at.isoformat() == "2026-11-20T06:56:00+01:00"


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF], ids=["RSS 2", "Atom", "RSS 1"])
def test_another_reader_of_feeds_sees_the_same_entry(feed: str) -> None:
    seen = feedparser.parse(feed.encode()).entries[0]
    entry = discover_feed(feed.encode(), RULES).articles[0].entry
    assert seen.link.split("?")[0] == entry.url
    assert entry.published_at is not None
    assert (seen.get("published_parsed") or seen.updated_parsed)[:5] == entry.published_at.utctimetuple()[:5]


def test_links_stand_in_ids_too_and_markup_makes_no_teaser() -> None:
    file = discover_feed(RSS.encode(), RULES)
    assert names(file) == ["a", "b"]
    assert (file.articles[1].entry.title, file.articles[1].entry.summary) == ("Fett gesagt", None)


def test_a_page_is_no_feed() -> None:
    with pytest.raises(UnreadableSource):
        discover_feed(b"<html><item/></html>", RULES)


def test_pages_announce_feeds() -> None:
    page = lxml.html.fromstring(f"""<html><head>
    <link rel="alternate" type="application/rss+xml" href="/feed">
    <link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="{ORIGIN}/atom">
    <link rel="alternate" type="application/rss+xml" href="/feed">
    <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
    <link rel="alternate" type="application/rss+xml" href="https://elsewhere.example/feed">
    <link rel="alternate" type="application/rss+xml" href="http://[">
    <link rel="alternate" hreflang="en" href="/en"><link rel="stylesheet" type="application/rss+xml" href="/x">
    </head><body></body></html>""")
    found = discover_feed_links(page, url=f"{ORIGIN}/news/", own_link=lambda link: link if RULE.owns(link) else None)
    assert found == (f"{ORIGIN}/feed", f"{ORIGIN}/atom")
