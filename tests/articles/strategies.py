"""Any article that the model allows, for properties."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Ad, AdKind, Article, Block, BlockKind, Image, Removed, Revision, Topic

# Everything but lone surrogates, which no UTF-8 file can hold; tests of their own show what becomes of those.
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
maybe_text = st.none() | any_text
some_text = any_text.map(str.strip).filter(bool)
texts = st.lists(any_text, max_size=3).map(tuple)
urls = st.builds("https://example.org/{}".format, st.text("abcäß/-%?=0123", max_size=12))
moments = st.builds(
    lambda moment, minutes: moment.replace(tzinfo=timezone(timedelta(minutes=minutes))),
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001  # its zone is set above
    st.integers(-14 * 60, 14 * 60),
)
utc_moments = moments.map(lambda moment: moment.astimezone(UTC))

blocks = st.one_of(
    st.builds(Block, kind=st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.CODE]), text=some_text),
    st.builds(Block, kind=st.just(BlockKind.HEADING), text=some_text, level=st.integers(2, 6)),
    st.builds(Block, kind=st.just(BlockKind.LIST), text=some_text, items=st.none() | texts),
    st.builds(
        Block, kind=st.just(BlockKind.TABLE), text=some_text, rows=st.none() | st.lists(texts, max_size=2).map(tuple)
    ),
    st.builds(Block, kind=st.just(BlockKind.FIGURE), text=st.just(""), url=urls, caption=maybe_text),
)
topics = st.builds(Topic, name=some_text, slug=some_text, url=st.none() | urls)
images = st.builds(Image, url=urls, caption=maybe_text, alt=maybe_text)
ads = st.builds(
    Ad,
    kind=st.sampled_from(AdKind),
    title=maybe_text,
    text=any_text,
    speakers=texts,
    claims=texts,
    url=st.none() | urls,
)
articles = st.builds(
    Article,
    title=some_text,
    blocks=st.lists(blocks, min_size=1, max_size=4).filter(lambda some: any(block.text for block in some)).map(tuple),
    lead=maybe_text,
    summary=maybe_text,
    html=any_text,
    language=maybe_text,
    topics=st.lists(topics, max_size=3).map(tuple),
    sections=st.lists(topics, max_size=3).map(tuple),
    authors=texts,
    published_at=st.none() | moments,
    modified_at=st.none() | moments,
    images=st.lists(images, max_size=2).map(tuple),
    ads=st.lists(ads, max_size=2).map(tuple),
    removed=st.lists(st.builds(Removed, label=any_text, text=any_text), max_size=2).map(tuple),
    confidence=st.floats(0, 1),
    warnings=texts,
)
revisions = st.builds(
    Revision,
    id=st.just(ArticleId("tag:example.org,2026:/a")),
    publisher=st.just("gazette"),
    urls=st.just((CanonicalUrl("https://example.org/a"), CanonicalUrl("https://example.org/b"))),
    number=st.integers(1, 1000),
    article=articles,
    deleted=st.booleans(),
    same_as=st.none() | st.just(ArticleId("tag:example.org,2026:/earlier")),
    fetched_at=utc_moments,
    stored_at=utc_moments,
    updated_at=moments,
    run_id=st.just("run-1"),
)
