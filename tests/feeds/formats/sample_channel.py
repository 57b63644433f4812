"""A channel that has something of everything."""

from datetime import timedelta

from feeds.channel import Category, Channel, Deletion, Entry, FeedUrls, History, Icons, Picture, Source
from tests.feeds.sample_articles import NOON

ENTRY = Entry(
    id="tag:gazette.example,2026:/one",
    url="https://www.gazette.example/one",
    title="Größe & Maß",
    summary="Ein Satz & noch einer.",
    html="<p>Der Text]]> endet.</p>",
    published_at=NOON,
    updated_at=NOON + timedelta(hours=1, microseconds=5),
    authors=("A. Meier", "B. Schulz"),
    categories=(
        Category(term="spd", label="SPD", scheme="https://www.gazette.example/topic/"),
        Category(term="x", label="X"),
    ),
    pictures=(Picture(url="https://a.example/1.png", caption="Eins & zwei"), Picture(url="https://a.example/2.png")),
    language="de",
    source=Source(
        id="tag:example.org,2026:/feeds/publishers/gazette",
        title="The Gazette",
        urls=FeedUrls(
            rss="https://example.org/feeds/publishers/gazette.rss",
            atom="https://example.org/feeds/publishers/gazette.atom",
            json="https://example.org/feeds/publishers/gazette.json",
        ),
    ),
)
CHANNEL = Channel(
    id="tag:example.org,2026:/feeds/topics/spd",
    title="The Gazette: SPD",
    description="Die neuesten Artikel.",
    home_url="https://www.gazette.example/spd",
    urls=FeedUrls(
        rss="https://example.org/feeds/topics/spd.rss",
        atom="https://example.org/feeds/topics/spd.atom",
        json="https://example.org/feeds/topics/spd.json",
    ),
    updated_at=ENTRY.updated_at,
    authors=("The Gazette",),
    language="de",
    rights="Rechte an den Artikeln: The Gazette",
    comment="Dies ist ein Feed.",
    icons=Icons(large="https://example.org/feeds/icon.png", small="https://example.org/feeds/icon-144.png"),
    stylesheet="../feed.css",
    hub_url="https://hub.example/",
    history=History(current=None, previous="https://example.org/feeds/topics/spd/2"),
    deletions=(Deletion(id="tag:gazette.example,2026:/gone", at=NOON),),
    entries=(ENTRY,),
)
