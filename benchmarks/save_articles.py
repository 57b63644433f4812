"""What the store costs an article of a first night: noted in a listing, asked for, looked up, saved.

    TMPDIR=/dev/shm python -m benchmarks.save_articles [COUNT]

The articles are the demo publisher's, as separation reads them, with words of their own, so that none repeats another.
CPU time and SQL statements of each step, per article; of saving also for the first and the last tenth, since it must
not take longer the more is stored.
"""

import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import event

from articles.identity import ArticleId, CanonicalUrl
from articles.model import Article, Block, BlockKind
from articles.store.opening import open_sqlite
from articles.store.terms import ArchivePlace, Fetched, ListingEntry
from benchmarks.crawl_night import NIGHT
from crawler.separation.article import separate_page
from crawler.separation.furniture import Furniture
from crawler.separation.page import Page
from presseschau.demo.answers import answer_to
from presseschau.demo.story import StoryState
from presseschau.demo.truth import expected_articles

PUBLISHER, RUN = "gazette", "night"
ENTRIES_PER_PAGE = 20


def stories() -> list[Article]:
    urls = [story.url for story in expected_articles(1) if story.state is StoryState.LIVE]
    pages = [Page(url=url, content=answer_to(urlsplit(url).path, 1).body.decode()) for url in urls]
    return [separate_page(page, furniture=Furniture()).article for page in pages]


def reworded(article: Article, number: int) -> Article:
    """The article with every fourth word of its paragraphs another one, so that it has no five words in common."""
    word = "".join("bdfgklmnrs"[int(digit)] + "o" for digit in str(number))

    def rewrite(block: Block) -> Block:
        words = [each + word if at % 4 == 0 else each for at, each in enumerate(block.text.split(" "))]
        return replace(block, text=" ".join(words)) if block.kind is BlockKind.PARAGRAPH else block

    blocks = tuple(map(rewrite, article.blocks))
    published_at = NIGHT - timedelta(minutes=20 * number)
    return replace(article, title=f"{article.title} {word}", blocks=blocks, lead=None, published_at=published_at)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    known = stories()
    articles = [reworded(known[number % len(known)], number) for number in range(count)]
    urls = [CanonicalUrl(f"https://gazette.example/news/meldung-{number}") for number in range(count)]
    seconds: defaultdict[str, float] = defaultdict(float)
    statements: Counter[str] = Counter()
    tenth = count // 10

    with tempfile.TemporaryDirectory() as directory, open_sqlite(Path(directory, "store.sqlite")) as store:
        under_way = ""

        def note(*_: object) -> None:
            statements[under_way] += 1

        event.listen(store._engine, "before_cursor_execute", note)

        @contextmanager
        def step(name: str) -> Iterator[None]:
            nonlocal under_way
            under_way, before = name, time.process_time()
            yield
            seconds[name] += time.process_time() - before

        store.begin_run(RUN, command="nightly", at=NIGHT)
        walk = store.begin_walk(PUBLISHER, "https://gazette.example/news", run_id=RUN, floor=None, at=NIGHT)
        for start in range(0, count, ENTRIES_PER_PAGE):
            page = range(start, min(start + ENTRIES_PER_PAGE, count))
            entries = [ListingEntry(url=urls[number], title=articles[number].title) for number in page]
            with step("remember"):
                store.remember_entries(walk, entries, at=NIGHT)
            with step("request"):
                store.note_requests(PUBLISHER, [entry.url for entry in entries], run_id=RUN, at=NIGHT)
        for number, (url, article) in enumerate(zip(urls, articles, strict=True)):
            place = ArchivePlace(file="2026-11-20.warc.gz", offset_bytes=5000 * number, length_bytes=4999)
            fetched = Fetched(url=url, at=NIGHT, status=200, archived=place, separation="a", awaits_lesson=True)
            with step("look up"):
                store.find_memory(PUBLISHER, url)
                store.find_article_id(url)
            before = time.process_time()
            with step("save"):
                store.save_article(
                    PUBLISHER,
                    article,
                    fetched,
                    run_id=RUN,
                    new_id=ArticleId(f"tag:gazette.example,2026:/{number}"),
                    next_check_at=NIGHT + timedelta(days=1),
                    at=NIGHT,
                )
            part = "save, first tenth" if number < tenth else "save, last tenth" if number >= count - tenth else ""
            seconds[part] += time.process_time() - before

    for name in ("remember", "request", "look up", "save"):
        print(f"{name:<18} {seconds[name] * 1000 / count:6.3f} ms  {statements[name] / count:5.2f} statements")
    for name in ("save, first tenth", "save, last tenth"):
        print(f"{name:<18} {seconds[name] * 1000 / max(1, tenth):6.3f} ms")


if __name__ == "__main__":
    main()
