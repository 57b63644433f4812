"""Articles for feed tests: hand-made ones, and any a page may hold (hypothesis)."""

import html
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from articles.identity import CanonicalUrl, article_id, normalize_url
from articles.model import Article, Block, BlockKind, Image, Revision, Topic

BERLIN_WINTER = timezone(timedelta(hours=1))
NOON = datetime(2026, 1, 21, 12, 0, tzinfo=BERLIN_WINTER)


def topic(name: str, slug: str | None = None) -> Topic:
    slug = slug or name.lower()
    return Topic(name=name, slug=slug, url=f"https://www.gazette.example/topic/{slug}")


def revision(
    slug: str = "first",
    *,
    title: str = "Ein Titel",
    text: str = "Der Text.",
    topics: tuple[Topic, ...] = (),
    sections: tuple[Topic, ...] = (),
    published_at: datetime | None = NOON,
    updated_at: datetime | None = None,
    publisher: str = "gazette",
    number: int = 1,
) -> Revision:
    url = CanonicalUrl(f"https://www.{publisher}.example/{slug}")
    stored_at = (published_at or NOON).astimezone(UTC) + timedelta(hours=1)
    article = Article(
        title=title,
        blocks=(Block(kind=BlockKind.PARAGRAPH, text=text),),
        html=f"<p>{html.escape(text, quote=False)}</p>",
        summary=f"Kurz: {title}",
        language="de",
        topics=topics,
        sections=sections,
        published_at=published_at,
        confidence=1,
    )
    return Revision(
        id=article_id(url),
        publisher=publisher,
        urls=(url,),
        number=number,
        article=article,
        fetched_at=stored_at,
        stored_at=stored_at,
        updated_at=updated_at or stored_at,
        run_id="run",
    )


# Any text: all of Unicode, lone surrogates and control characters included, and what is special in markup.
_nasty = st.sampled_from(
    [
        "<b>",
        "</b>",
        "]]>",
        "&amp;",
        "&#x0;",
        "&#65534;",
        "&bogus;",
        "AT&T",
        "<3",
        "\x00",
        "\x0b",
        "\ud800",
        "\ufffe",
        "\r\n",
    ]
)
any_text = st.lists(st.text(st.characters(), max_size=8) | _nasty, max_size=6).map("".join)
some_text = any_text.map(str.strip).filter(bool)
_urls = st.lists(
    st.text(st.characters(codec="utf-8"), max_size=8) | st.sampled_from(["utm_source=x", "?", "#", "%", "/", "ä", " "]),
    max_size=4,
).map("".join)
_topics = st.builds(
    lambda name, slug, url: Topic(name=name, slug=slug, url=url),
    some_text,
    some_text,
    st.none() | _urls.map(lambda path: f"https://www.gazette.example/{path}"),
)
_zones = st.integers(-12 * 3600, 14 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds)))
any_moment = st.datetimes(datetime(2, 1, 1), datetime(9998, 12, 31), timezones=_zones)  # noqa: DTZ001  # zones come after
any_html = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<script>",
            "<img src='/a b.png'",
            "<a href='",
            "'>",
            "<svg>",
            "<td>",
            "<!--",
            "java\x01script:",
        ]
    )
    | any_text,
    max_size=8,
).map("".join)


@st.composite
def revisions(draw: st.DrawFn) -> Revision:
    """Any revision that the model lets exist."""
    url = normalize_url(f"https://www.gazette.example/{draw(_urls)}")
    article = Article(
        title=draw(some_text),
        blocks=(Block(kind=BlockKind.PARAGRAPH, text=draw(some_text)),),
        html=draw(any_html),
        lead=draw(st.none() | some_text),
        summary=draw(st.none() | any_text),
        language=draw(st.sampled_from([None, "de", "de_DE", "German", ""])),
        topics=tuple(draw(st.lists(_topics, max_size=3))),
        authors=tuple(draw(st.lists(any_text, max_size=2))),
        published_at=draw(st.none() | any_moment),
        images=tuple(
            Image(url=draw(_urls), caption=draw(st.none() | any_text)) for _ in range(draw(st.integers(0, 2)))
        ),
        confidence=1,
    )
    sample = revision()
    return replace(sample, id=article_id(url), urls=(url,), article=article, updated_at=draw(any_moment))
