"""Saves articles without end, or so many, and reports each once it is saved; run as a child process by tests.

Usage: python -m tests.articles.store.saving_child STORE NAME [COUNT]
"""

import itertools
import sys

from articles.store import open_store
from tests.articles.store.store_samples import article, crawl, topic


def main(store_url: str, name: str, count: int | None) -> None:
    with open_store(store_url) as store:
        run = crawl(store, f"run-{name}", 0)
        walk = run.walk()
        for number in itertools.count() if count is None else range(count):
            story = f"{name}-{number}"
            run.see(walk, story)
            run.request(story)
            run.save(story, article(story, text="Ein langer Text." * 500, topics=(topic("x"), topic(f"t{number % 7}"))))
            print(story, flush=True)  # noqa: T201  # what the parent reads


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
