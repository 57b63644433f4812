"""Contract: what is read back, in which order, and under which name."""

from dataclasses import replace
from datetime import date

from articles.store.contract import Store
from articles.store.terms import TopicUse
from tests.articles.store.store_samples import article, at, crawl, tag, topic


def titles(store: Store, count: int = 10, **which: str) -> list[str]:
    return [revision.article.title for revision in store.newest(count, **which)]


class TestAddresses:
    def test_name_every_article_with_each_of_its_urls(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A", published_at=at(-2)))
        run.save("b", article("B", published_at=at(-1)))
        pairs = list(store.addresses())
        assert [article_id for article_id, _ in pairs] == [tag("b"), tag("a")]
        assert all(store.find_article_id(url) == article_id for article_id, url in pairs)


class TestNewest:
    def test_is_in_order_of_publication_or_else_of_storing(self, store: Store) -> None:
        crawl(store, "r1", 10).save("stored", article("stored at 10"))
        two = crawl(store, "r2", 20)
        two.save("old", article("published at -5", published_at=at(-5)))
        two.save("new", article("published at 15", published_at=at(15)))
        crawl(store, "r3", 30).save("stored", article("stored at 10, revised at 30"))
        assert titles(store) == ["published at 15", "stored at 10, revised at 30", "published at -5"]
        assert titles(store, 2) == ["published at 15", "stored at 10, revised at 30"]

    def test_a_corrected_time_of_publication_moves_an_article(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A", topics=(topic("x"),), published_at=at(-2)))
        run.save("b", article("B", topics=(topic("x"),), published_at=at(-1)))
        run.save("a", article("A", topics=(topic("x"),), published_at=at(-0.5)))
        assert titles(store) == titles(store, topic="x") == ["A", "B"]

    def test_leaves_out_what_was_withdrawn(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A", topics=(topic("x"),), sections=(topic("y"),)))
        run.missing("a", status=410)
        assert titles(store) == titles(store, topic="x") == titles(store, section="y") == []
        assert store.topics() == store.sections() == ()
        run.save("a", article("A", topics=(topic("x"),)))
        assert titles(store) == titles(store, topic="x") == ["A"]

    def test_knows_topics_sections_and_publishers_apart(self, store: Store) -> None:
        gazette = crawl(store, "r1", 0)
        gazette.save("a", article("A", topics=(topic("x"), topic("y")), published_at=at(-4)))
        gazette.save("b", article("B", sections=(topic("x"),), published_at=at(-3)))
        gazette.save("c", article("C", topics=(topic("x"),), sections=(topic("s"),), published_at=at(-2)))
        crawl(store, "r2", 0, publisher="herald").save("h", article("H", topics=(topic("x"),), published_at=at(-1)))
        assert titles(store) == ["H", "C", "B", "A"]
        assert titles(store, topic="x") == ["H", "C", "A"]
        assert titles(store, 2, topic="x") == ["H", "C"]
        assert titles(store, section="x") == ["B"]
        assert titles(store, topic="x", section="s") == ["C"]
        assert titles(store, topic="x", publisher="gazette") == ["C", "A"]
        assert titles(store, publisher="herald") == ["H"]
        assert titles(store, topic="unknown") == titles(store, topic="x", section="unknown") == []

    def test_follows_a_change_of_topics(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A", topics=(topic("x"), topic("y"))))
        run.save("a", article("A", topics=(topic("y"), topic("z"))))
        assert [titles(store, topic=slug) for slug in "xyz"] == [[], ["A"], ["A"]]

    def test_takes_a_topic_that_stands_on_the_page_twice_once(self, store: Store) -> None:
        crawl(store, "r1", 0).save("a", article("A", topics=(topic("X", "x"), topic("x", "x"))))
        assert titles(store, topic="x") == ["A"]


class TestTopics:
    def test_take_the_newest_name_without_a_revision(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A", topics=(topic("Alt", "x"),), sections=(topic("Alt", "s"),)))
        run.save("b", article("B", topics=(topic("Alt", "x"),)))
        run.save("b", article("B", topics=(topic("Neu", "x"),)))
        revision = store.find_revision(tag("a"))
        assert revision is not None
        assert revision.number == 1
        assert [named.name for named in revision.article.topics] == ["Neu"]
        assert [named.name for named in revision.article.sections] == ["Alt"], "a section is another thing"
        assert [named.name for shown in store.newest(2) for named in shown.article.topics] == ["Neu", "Neu"]
        assert store.history(tag("a"))[0].article.topics[0].name == "Alt"

    def test_are_listed_as_long_as_an_article_stands_under_them(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A", topics=(topic("X", "x"), topic("B", "b")), sections=(topic("S", "s"),)))
        run.save("b", article("B", topics=(topic("X", "x"),)))
        crawl(store, "r2", 0, publisher="daily").save("d", article("D", topics=(topic("Dx", "x"),)))
        assert store.topics() == (
            TopicUse(name="Dx", slug="x", url=None, publisher="daily"),
            TopicUse(name="B", slug="b", url=None, publisher="gazette"),
            TopicUse(name="X", slug="x", url=None, publisher="gazette"),
        )
        assert store.sections() == (TopicUse(name="S", slug="s", url=None, publisher="gazette"),)

    def test_keep_their_link_when_a_page_gives_none(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A", topics=(replace(topic("X", "x"), url="https://example.org/c/x"),)))
        run.save("b", article("B", topics=(topic("X", "x"),)))
        assert [use.url for use in store.topics()] == ["https://example.org/c/x"]


class TestDays:
    def test_are_those_of_utc_and_hold_revisions_in_their_order(self, store: Store) -> None:
        one = crawl(store, "r1", 1.5)  # 23:30
        one.save("b", article("B"))
        one.save("a", article("A"))
        crawl(store, "r2", 2).save("a", article("A2"))  # midnight
        crawl(store, "r3", 100)
        assert store.stored_days() == (date(2026, 1, 31), date(2026, 2, 1))
        first = [(r.article.title, r.number) for r in store.revisions_of_day(date(2026, 1, 31))]
        assert first == [("B", 1), ("A", 1)]
        assert [r.article.title for r in store.revisions_of_day(date(2026, 2, 1))] == ["A2"]
        assert list(store.revisions_of_day(date(2026, 2, 2))) == []
        assert [store.days_of_run(run) for run in ("r1", "r2", "r3")] == [
            (date(2026, 1, 31),),
            (date(2026, 2, 1),),
            (),
        ]

    def test_a_long_day_is_read_while_it_grows(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        for number in range(450):
            run.save(f"a{number}", article(str(number)))
        day = store.revisions_of_day(at(0).date())
        seen = [next(day).article.title]
        run.save("late", article("late"))
        seen += [revision.article.title for revision in day]
        assert seen == [*map(str, range(450)), "late"]
