"""The ledger's statements cost with what changed, never with the archive."""

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from feeds.ledger.ledger import Ledger, ledger_path
from feeds.ledger.schema import WORKING_TABLES
from feeds.ledger.search import Query, Search
from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, topic

# `articles` and `places`, by their names and by those that statements give them.
GROWING = re.compile(r"SCAN (articles|places|p)\b")


class Watched(sqlite3.Connection):
    """A connection that keeps how SQLite goes about each statement."""

    plans: dict[str, list[str]]

    def execute(self, statement: str, parameters: object = (), /) -> sqlite3.Cursor:
        if statement.lstrip().startswith(("SELECT", "UPDATE", "INSERT")):
            explained = super().execute("EXPLAIN QUERY PLAN " + statement, parameters)  # type: ignore[arg-type]  # as they came
            self.plans[statement] = [detail for *_, detail in explained]
        return super().execute(statement, parameters)  # type: ignore[arg-type]  # as they came


def test_no_statement_reads_a_table_that_grows_with_the_archive_from_end_to_end(tmp_path: Path) -> None:
    articles = [revision(f"n{number}", topics=(topic("SPD"),)) for number in range(3)]
    publish_feeds(store_of(articles), tmp_path, base_url=None)
    with closing(sqlite3.connect(ledger_path(tmp_path), factory=Watched)) as watched:
        watched.plans = {}
        watched.executescript(WORKING_TABLES)
        ledger = Ledger(watched)
        ledger.note(revision("n1", title="Neu"), ())
        ledger.place()
        ledger.touch_neighbours(1)
        for ask in (ledger.feeds, ledger.touched):
            assert ask()
        for find in (ledger.removed, ledger.newest):
            find(1, 50)
        ledger.placed(1, 1, 50)
        ledger.newest_articles(100)
        ledger.weeks(1, date(2026, 1, 5))
        ledger.find_newest_week(1)
        Search(watched).newest(Query(topics=("spd",), without=("x",), words="titel"), 50)
        assert len(watched.plans) > 20
        assert {said: plan for said, plan in watched.plans.items() if any(map(GROWING.match, plan))} == {}
