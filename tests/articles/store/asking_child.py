"""Finds and asks for so many stories, as a crawl does, and reports each; run as a child process by tests.

Usage: python -m tests.articles.store.asking_child STORE RUN_ID COUNT
"""

import sys

from articles.store import open_store
from tests.articles.store.store_samples import crawl


def main(store_url: str, run_id: str, count: int) -> None:
    with open_store(store_url) as store:
        run = crawl(store, run_id, 0)
        walk = run.walk()
        for number in range(count):
            run.see(walk, *(f"story-{later}" for later in range(number, number + 5)))
            run.request(f"story-{number}")
            print(f"story-{number}", flush=True)  # noqa: T201  # what the parent reads


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
