"""Which feeds there are and what stands in them."""

from dataclasses import replace
from datetime import timedelta

from articles.store.terms import TopicUse
from feeds.addresses import FeedKey, FeedKind
from feeds.channel import Channel, Entry
from feeds.entries import entry_of
from feeds.selection import Subject, keys_of, select_channel, settle_subject, subjects_of
from feeds.settings import FeedSettings
from tests.feeds.sample_articles import NOON, revision, topic

SPD = Subject(key=FeedKey(kind=FeedKind.TOPIC, slug="spd"), name="SPD", url=None, publishers=("The Gazette",))


def use(slug: str, name: str, publisher: str = "gazette") -> TopicUse:
    return TopicUse(name=name, slug=slug, url=f"https://{publisher}.example/{slug}", publisher=publisher)


def channel(subject: Subject, entries: list[Entry], base_url: str | None = None) -> Channel:
    settled = settle_subject(subject, entries, base_url)
    return select_channel(settled, entries, settings=FeedSettings(base_url=base_url), changed_at=NOON)


def entry(slug: str, hours: int = 0) -> Entry:
    made = revision(slug, published_at=NOON + timedelta(hours=hours))
    return entry_of(made, publisher="The Gazette", first_stored_at=made.stored_at)


def test_publishers_with_the_same_slug_share_a_feed() -> None:
    uses = [use("spd", "SPD"), use("rente", "Rente"), use("spd", "Die SPD", "courier")]
    assert subjects_of(FeedKind.TOPIC, uses, lambda name: {"gazette": "The Gazette"}.get(name, name)) == (
        Subject(
            key=FeedKey(kind=FeedKind.TOPIC, slug="rente"),
            name="Rente",
            url="https://gazette.example/rente",
            publishers=("The Gazette",),
        ),
        replace(SPD, name="Die SPD", publishers=("courier", "The Gazette")),
    )


def test_slugs_that_differ_in_case_do_not_share_a_feed() -> None:
    assert len(subjects_of(FeedKind.TOPIC, [use("spd", "SPD"), use("SPD", "SPD")], str)) == 2


def test_entries_stand_in_order_of_publication_newest_first_whatever_order_they_come_in() -> None:
    entries = [entry("noon"), entry("late", 5), entry("early", -5), entry("also-noon")]
    made = channel(SPD, entries, base_url=None)
    assert [entry.url.rsplit("/", 1)[1] for entry in made.entries] == ["late", "noon", "also-noon", "early"]
    assert channel(SPD, entries[::-1], base_url=None) == made


def test_a_feed_is_as_new_as_its_entry_changed_last() -> None:
    changed = replace(entry("old", -9), updated_at=NOON + timedelta(days=3))
    assert channel(SPD, [entry("new"), changed], base_url=None).updated_at == changed.updated_at


def test_equal_times_of_change_are_told_apart() -> None:
    same = entry("one").updated_at
    entries = [replace(entry(slug), updated_at=same) for slug in ("one", "two", "three")]
    times = [made.updated_at - same for made in channel(SPD, entries, base_url=None).entries]
    assert times == [timedelta(0), timedelta(microseconds=1), timedelta(microseconds=2)]


def test_titles_differ_from_feed_to_feed() -> None:
    subjects = [replace(SPD, key=FeedKey(kind=kind, slug="spd")) for kind in FeedKind]
    titles = [channel(subject, [entry("one")]).title for subject in subjects]
    assert titles == ["Presseschau", "The Gazette: SPD", "The Gazette: Rubrik SPD", "The Gazette"]


def test_an_article_belongs_to_the_feeds_of_all_its_publisher_its_topics_and_its_sections() -> None:
    made = revision(topics=(topic("SPD"), topic("Rente")), sections=(topic("Politik"),))
    stems = [key.stem for key in keys_of(made)]
    assert stems == ["all", "publishers/gazette", "topics/spd", "topics/rente", "sections/politik"]


def test_the_home_page_is_the_topics_else_ours_else_the_publishers() -> None:
    def home(subject: Subject, base_url: str | None) -> str:
        return channel(subject, [entry("one")], base_url=base_url).home_url

    topic_page = "https://www.gazette.example/spd"
    assert home(replace(SPD, url=topic_page), "https://example.org/feeds") == topic_page
    assert home(SPD, "https://example.org/feeds") == "https://example.org/feeds/"
    assert home(SPD, None) == "https://www.gazette.example/"


def test_the_language_is_that_of_all_entries_or_unknown() -> None:
    german, english = entry("one"), replace(entry("two"), language="en")
    assert channel(SPD, [german], base_url=None).language == "de"
    assert channel(SPD, [german, english], base_url=None).language is None
