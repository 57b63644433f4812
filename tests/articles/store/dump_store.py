"""Writes the dump of a small store of the present schema, to be kept when the schema moves on.

Usage: python -m tests.articles.store.dump_store > tests/articles/store/dumps/NNNN.sql
"""

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from articles.store import open_store
from tests.articles.store.store_samples import article, at, crawl, topic


def main() -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "store.sqlite"
        with open_store(path) as store:
            one = crawl(store, "r1", 0)
            walk = one.walk()
            one.see(walk, "a", "b", "c", "d")
            one.save("a", article("A", topics=(topic("X", "x"),), sections=(topic("S", "s"),), published_at=at(-1)))
            one.save("b", article("B"), seen=("b2",), etag='"1"')
            one.reject("c")
            one.finish(walk)
            store.finish_run("r1", exit_status=0, at=at(1))
            two = crawl(store, "r2", 24)
            two.save("a", article("A, neu", topics=(topic("Neues X", "x"),), published_at=at(-1)))
            two.missing("b", status=410)
            two.see(two.walk(floor=at(-48)), "a")
        with closing(sqlite3.connect(path)) as database:
            sys.stdout.writelines(f"{line}\n" for line in database.iterdump())


if __name__ == "__main__":
    main()
