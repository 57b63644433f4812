"""What a night costs: publishing 50 changed articles into archives of several sizes, and a full rebuild beside feedgen.

    python benchmarks/publish_feeds.py [ARTICLE_COUNT]...

Each archive has 2,000 topics, up to four per article, some far busier than others. The store is made once per size, in
a temporary directory. Nothing is fetched; all text is made up. On a machine with other work, CPU time tells more.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from feedgen.feed import FeedGenerator

from articles.identity import CanonicalUrl, article_id
from articles.model import Article, Block, BlockKind, Topic
from articles.store import open_store
from articles.store.contract import Fetched, Store
from feeds.publish import publish_feeds

TOPIC_COUNT = 2000
CHANGED = 50
START = datetime(2020, 1, 1, tzinfo=UTC)
WORDS = ("Rente", "Gold", "Haushalt", "Wahl", "Koalition", "Zoll", "Energie", "Steuer", "Bahn", "Klinik", "Schule")


def made_up_article(number: int, text_seed: int) -> Article:
    """The same on every run: text by the seed, topics by the number."""
    chance = random.Random(text_seed)
    paragraphs = [" ".join(chance.choices(WORDS, k=80)) + "." for _ in range(8)]
    slugs = {int(TOPIC_COUNT * random.Random(number * 7 + nth).random() ** 3) for nth in range(4)}
    return Article(
        title=f"{' '.join(chance.choices(WORDS, k=6))} {number}",
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, text=paragraph) for paragraph in paragraphs),
        html="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        summary=paragraphs[0][:200],
        language="de",
        topics=tuple(Topic(name=f"Thema {slug}", slug=f"thema-{slug}") for slug in sorted(slugs)),
        sections=(Topic(name="Politik", slug="politik"),),
        published_at=START + timedelta(minutes=20 * number),
        confidence=1,
    )


def save(store: Store, article: Article, number: int, run_id: str, at: datetime) -> None:
    url = CanonicalUrl(f"https://www.gazette.example/{number}")
    fetched = Fetched(url=url, at=at, status=200)
    store.discover("gazette", url, run_id=run_id, at=at)
    new_id = article_id(url)
    store.save_article("gazette", article, fetched, run_id=run_id, new_id=new_id, next_check_at=at, at=at)


def fill(store_path: Path, count: int) -> None:
    with open_store(store_path) as store:
        store.begin_run("first", command="benchmark", at=START)
        for number in range(count):
            article = made_up_article(number, number)
            save(store, article, number, "first", START + timedelta(minutes=20 * number + 5))


def change(store_path: Path, count: int) -> None:
    """Ten corrections of the newest articles, the rest new ones."""
    now = START + timedelta(minutes=20 * count)
    with open_store(store_path) as store:
        store.begin_run("second", command="benchmark", at=now)
        for number in range(count - 10, count - 10 + CHANGED):
            save(store, made_up_article(number, number + 10**7), number, "second", now)


def publish(store_path: Path, output: Path) -> str:
    with open_store(store_path) as store:
        report = publish_feeds(store, output, base_url="https://example.org/feeds")
    return f"{len(report.written)} written, {len(report.unchanged)} as they were"


def plain_feedgen(store_path: Path, times: int) -> str:
    """The newest 50 of the archive, by feedgen as its documentation says, rendered so many times."""
    with open_store(store_path) as store:
        newest = store.newest(50)
    for _ in range(times):
        generator = FeedGenerator()
        generator.id("https://example.org/")
        generator.title("All")
        generator.description("All")
        generator.link(href="https://example.org/", rel="alternate")
        for revision in newest:
            entry = generator.add_entry()
            entry.id(revision.id)
            entry.title(revision.article.title)
            entry.link(href=revision.url)
            entry.summary(revision.article.summary)
            entry.content(revision.article.html, type="html")
            entry.published(revision.article.published_at)
            entry.updated(revision.updated_at)
        generator.rss_str()
        generator.atom_str()
    return f"{times} times RSS and Atom of 50 entries, in memory"


def timed(what: str, count: int, work: Callable[[], str]) -> None:
    started, cpu_started = time.perf_counter(), time.process_time()
    result = work()
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>8} articles  {what:<42} {seconds:7.2f} s  CPU {cpu_seconds:7.2f} s  peak {peak:5.0f} MB  {result}",
        flush=True,
    )


def run_stage(name: str, directory: Path, count: int) -> None:
    store_path, output = directory / "store.sqlite", directory / "output"
    match name:
        case "fill":
            fill(store_path, count)
        case "first":
            timed("full build", count, lambda: publish(store_path, output))
        case "unchanged":
            timed("a night without changes", count, lambda: publish(store_path, output))
        case "changed":
            change(store_path, count)
            timed(f"a night of {CHANGED} changed or new articles", count, lambda: publish(store_path, output))
        case "feedgen":
            timed("plain feedgen, 100 feeds", count, lambda: plain_feedgen(store_path, 100))


def main() -> None:
    if len(sys.argv) == 5 and sys.argv[1] == "--stage":
        run_stage(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
        return
    for count in [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        with tempfile.TemporaryDirectory() as directory:
            for name in ("fill", "first", "unchanged", "changed", "feedgen"):  # a process each, for its own peak
                command = [sys.executable, __file__, "--stage", name, directory, str(count)]
                subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
