"""Contract: what is new since one last looked."""

from articles.store.contract import Store
from tests.articles.store.store_samples import article, crawl, tag


def seen(store: Store, position: int = 0) -> list[tuple[str, int, bool]]:
    return [
        (revision.article.title, revision.number, revision.deleted) for _, revision in store.revisions_after(position)
    ]


class TestRevisionsAfter:
    def test_tells_every_revision_in_the_order_they_were_stored(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A"))
        run.save("b", article("B"))
        run.save("a", article("A, changed"))
        run.missing("b", status=410)
        assert seen(store) == [("A", 1, False), ("B", 1, False), ("A, changed", 2, False), ("B", 2, True)]

    def test_goes_on_where_one_left(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A"))
        (position,) = [position for position, _ in store.revisions_after(0)]
        assert seen(store, position) == []
        run.save("b", article("B"))
        assert seen(store, position) == [("B", 1, False)]
        assert seen(store, position - 1) == [("A", 1, False), ("B", 1, False)]

    def test_tells_more_than_it_reads_at_once(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        for number in range(401):
            run.save(f"a{number}", article(f"A{number}"))
        positions = [position for position, _ in store.revisions_after(0)]
        assert len(positions) == 401
        assert positions == sorted(set(positions))


class TestFindRevisions:
    def test_gives_the_newest_of_each_in_the_order_asked(self, store: Store) -> None:
        run = crawl(store, "r1", 0)
        run.save("a", article("A"))
        run.save("a", article("A, changed"))
        run.save("b", article("B"))
        run.missing("b", status=410)
        found = store.find_revisions([tag("b"), tag("unknown"), tag("a")])
        assert [(revision.article.title, revision.deleted) for revision in found] == [
            ("B", True),
            ("A, changed", False),
        ]

    def test_of_none_is_none(self, store: Store) -> None:
        assert list(store.find_revisions([])) == []
