"""Saves every story that it is told of, one a line on its standard input; run as a child process by tests.

Usage: python -m tests.articles.store.answering_child STORE RUN_ID
"""

import sys

from articles.store import open_store
from tests.articles.store.store_samples import Crawl, article, topic


def main(store_url: str, run_id: str) -> None:
    with open_store(store_url) as store:
        run = Crawl(store, run_id, 1)
        for line in sys.stdin:
            story = line.strip()
            topics = (topic("x"), topic(f"t{len(story)}{story[-1]}"))
            run.save(story, article(story, text=f"Ein Text über {story}.", topics=topics))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
