"""What a night costs: publishing 50 changed articles into archives of several sizes, and a full rebuild beside feedgen.

    python benchmarks/publish_feeds.py [ARTICLE_COUNT]...

Every archive has the same 2,000 topics, two busy and two rare ones per article. The stores are made in a temporary
directory (TMPDIR=/dev/shm keeps the disk out of it), each from the one before; nothing is fetched, all text is made up.
Each stage is a process of its own, for its own peak. On a machine with other work, CPU time tells more.

Two nights are measured. In the first all 50 articles stand under busy topics, whose feeds are full in every archive:
the same work is to be done in each. In the second they stand under rare topics too: there a small archive has feeds of
one or two entries to write, and a large one has full ones; beside the time stands how many entries were written.
"""

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from feedgen.feed import FeedGenerator

from articles.identity import ArticleId, CanonicalUrl, article_id
from articles.model import Article, Block, BlockKind, Topic
from articles.store import open_store
from articles.store.contract import Store
from articles.store.terms import Fetched
from feeds.ledger.ledger import ledger_path, open_ledger
from feeds.paging import page_count
from feeds.publish import publish_feeds

TOPIC_COUNT, BUSY_COUNT = 2000, 20
NIGHTS = {"busy": 4, "any": 2}
"""How many of an article's four topics are busy ones, by night; in the archive two are."""
CHANGED, CORRECTED = 50, 10
SIZE = 50
START = datetime(2020, 1, 1, tzinfo=UTC)
WORDS = ("Rente", "Gold", "Haushalt", "Wahl", "Koalition", "Zoll", "Energie", "Steuer", "Bahn", "Klinik", "Schule")


def topics_of(number: int, busy: int) -> Iterator[int]:
    """Busy topics in turn, then rare ones in turn: a thousand articles are enough for each to have one."""
    yield from ((number + 5 * nth) % BUSY_COUNT for nth in range(busy))
    rare = TOPIC_COUNT - BUSY_COUNT
    yield from (BUSY_COUNT + (number * 2 + nth) % rare for nth in range(4 - busy))


def made_up_article(number: int, text_seed: int, busy: int = 2) -> Article:
    """The same on every run: text by the seed, topics by the number."""
    chance = random.Random(text_seed)
    paragraphs = [" ".join(chance.choices(WORDS, k=80)) + "." for _ in range(8)]
    return Article(
        title=f"{' '.join(chance.choices(WORDS, k=6))} {number}",
        blocks=tuple(Block(kind=BlockKind.PARAGRAPH, text=paragraph) for paragraph in paragraphs),
        html="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        summary=paragraphs[0][:200],
        language="de",
        topics=tuple(Topic(name=f"Thema {slug}", slug=f"thema-{slug}") for slug in topics_of(number, busy)),
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


def fill(store_path: Path, first: int, count: int) -> None:
    """Articles from the first to the count."""
    with open_store(store_path) as store:
        run_id = f"fill-{first}"
        store.begin_run(run_id, command="benchmark", at=START)
        for number in range(first, count):
            save(store, made_up_article(number, number), number, run_id, START + timedelta(minutes=20 * number + 5))


def change(store_path: Path, first: int, night: str) -> None:
    """Corrections of the newest articles, the rest new ones."""
    now = START + timedelta(minutes=20 * (first + CORRECTED))
    with open_store(store_path) as store:
        store.begin_run(night, command="benchmark", at=now)
        for number in range(first, first + CHANGED):
            busy = NIGHTS[night] if number >= first + CORRECTED else 2
            save(store, made_up_article(number, number + 10**7, busy), number, night, now)


def publish(store_path: Path, output: Path) -> str:
    with open_store(store_path) as store:
        report = publish_feeds(store, output, base_url="https://example.org/feeds")
    documents = [path for path in report.written if path.suffix == ".atom"]
    entries = sum(path.read_bytes().count(b"<entry") for path in documents)
    return f"{len(report.written)} files, {entries} entries in {len(documents)} Atom documents"


def plain_feedgen(store_path: Path, output: Path) -> str:
    """The same entries as the full build, as feedgen's own documentation has it.

    Atom and RSS of each feed and Atom of each archive page; nothing is sanitised, and there are no JSON Feeds, no pages
    for people and no search.
    """
    folder = output.with_name("feedgen")
    documents = 0
    with open_store(store_path) as store, open_ledger(ledger_path(output)) as ledger:
        folder.mkdir()
        for feed in ledger.feeds():
            newest = ledger.newest(feed.feed_key, SIZE)
            write_by_feedgen(store, newest, folder / f"{feed.feed_key}", rss=True)
            for page in range(page_count(feed.place_count, SIZE)):
                placed = ledger.placed(feed.feed_key, page * SIZE + 1, page * SIZE + SIZE)
                ids = [place.article_id for place in placed]
                write_by_feedgen(store, ids, folder / f"{feed.feed_key}-{page}", rss=False)
                documents += 1
            documents += 2
    return f"{documents} RSS and Atom documents"


def write_by_feedgen(store: Store, ids: list[ArticleId], path: Path, *, rss: bool) -> None:
    generator = FeedGenerator()
    generator.id("https://example.org/")
    generator.title("All")
    generator.description("All")
    generator.link(href="https://example.org/", rel="alternate")
    for revision in store.find_revisions(ids):
        entry = generator.add_entry()
        entry.id(revision.id)
        entry.title(revision.article.title)
        entry.link(href=revision.url)
        entry.summary(revision.article.summary)
        entry.content(revision.article.html, type="html")
        entry.published(revision.article.published_at)
        entry.updated(revision.updated_at)
    generator.atom_file(f"{path}.atom")
    if rss:
        generator.rss_file(f"{path}.rss")


def timed(what: str, count: int, work: Callable[[], str]) -> None:
    started, cpu_started = time.perf_counter(), time.process_time()
    result = work()
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:>8} articles  {what:<34} {seconds:7.2f} s  CPU {cpu_seconds:7.2f} s  peak {peak:5.0f} MB  {result}",
        flush=True,
    )


def run_stage(name: str, directory: Path, first: int, count: int) -> None:
    store_path, output = directory / "store.sqlite", directory / "output"
    match name:
        case "fill":
            fill(store_path, first, count)
        case "full":
            timed("full build", count, lambda: publish(store_path, output))
        case "feedgen":
            timed("the same entries by plain feedgen", count, lambda: plain_feedgen(store_path, output))
        case "unchanged":
            timed("a night without changes", count, lambda: publish(store_path, output))
        case "busy":
            change(store_path, count - CORRECTED, "busy")
            timed(f"{CHANGED} changed, of busy topics", count, lambda: publish(store_path, output))
        case "any":
            change(store_path, count + CHANGED - 2 * CORRECTED, "any")
            timed(f"{CHANGED} changed, of any topics", count, lambda: publish(store_path, output))


def main() -> None:
    if len(sys.argv) == 6 and sys.argv[1] == "--stage":
        run_stage(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
        return
    with tempfile.TemporaryDirectory() as temporary:
        first = 0
        for count in sorted(map(int, sys.argv[1:])) or [1_000, 10_000, 100_000]:
            filled, directory = Path(temporary, "filled"), Path(temporary, "archive")
            filled.mkdir(exist_ok=True)
            stage("fill", filled, first, count)
            shutil.copytree(filled, directory)
            for name in ("full", "unchanged", "busy", "any", "feedgen"):
                stage(name, directory, first, count)
            shutil.rmtree(directory)
            first = count


def stage(name: str, directory: Path, first: int, count: int) -> None:
    command = [sys.executable, __file__, "--stage", name, str(directory), str(first), str(count)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
