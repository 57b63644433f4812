"""A first night over a made-up site beside bare Scrapy, with an empty callback, over the same pages in the same run.

    python -m benchmarks.crawl_night [PAGE_COUNT] [--hostile]

nginx serves the site on loopback: listings of twenty entries each, and articles in the demo publisher's four markups.
Bare Scrapy knows every URL beforehand, asks sixteen at a time as the crawl does, and throws the answers away. The night
is the whole one: listings, archive, separation, store, JSON Lines, feeds. CPU time is told apart: of the process that
crawls, of its worker, and of what comes after the crawl with its processes; the wall clock says little where a machine
has other work. Memory is that of all processes of a stage together, what they share counted once (PSS), looked at five
times a second. With --hostile every second article is as large as the limits allow, and full of what takes
most memory; the night then ends with an alarm.
"""

import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import scrapy
from scrapy.crawler import AsyncCrawlerProcess

from benchmarks.processes import children_cpu_seconds
from crawler.job import CrawlOutcome
from crawler.running import run_crawl
from presseschau.demo.answers import answer_to
from presseschau.demo.story import StoryState
from presseschau.demo.truth import ExpectedArticle, expected_articles
from presseschau.nightly import Night, run_night

NIGHT = datetime(2026, 11, 20, 3, 0, tzinfo=ZoneInfo("Europe/Berlin"))
ENTRIES_PER_PAGE = 20
CONFIGURATION = """
daemon off; worker_processes 1; pid {directory}/pid; error_log {directory}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off; default_type text/html; charset utf-8; keepalive_requests 1000000;
    client_body_temp_path {directory}/body; proxy_temp_path {directory}/proxy; fastcgi_temp_path {directory}/fastcgi;
    uwsgi_temp_path {directory}/uwsgi; scgi_temp_path {directory}/scgi;
    server {{ listen 127.0.0.1:{port}; root {directory}/site; location / {{ try_files $uri.html =404; }} }}
}}
"""


HOSTILE = (
    "<li>a",
    "<p a=b c=d e=f>ein Wort</p>",
    "<table><tr><td>a b",
    "<a href=/news/x>y</a>",
    "Ein Satz ist das hier. ",
)
MOST_TAGS, MOST_BYTES = 59_000, 4_000_000  # just below the crawl's limits


def hostile_page(number: int, title: str) -> str:
    piece = HOSTILE[number % len(HOSTILE)]
    times = min(MOST_TAGS // max(1, piece.count("<")), MOST_BYTES // len(piece))
    return f"<html lang=de><title>{title}</title><body><h1>{title}</h1>{piece * times}"


def write_site(directory: Path, count: int, *, hostile: bool = False) -> list[str]:
    """The site's files; the paths of its listings and articles come back."""
    stories = [
        story for story in expected_articles(1) if story.state is StoryState.LIVE and _passage(story) in _body(story)
    ]
    news = directory / "news"
    (news / "seite").mkdir(parents=True)
    entries = []
    for number in range(count):
        story = stories[number % len(stories)]
        at = NIGHT - timedelta(hours=3, minutes=20 * number)
        slug = f"meldung-nummer-{number}-{at:%d-%m-%Y}"
        body = _body(story).replace(urlsplit(story.url).path, f"/news/{slug}")
        word = "".join("bdfgklmnrs"[int(digit)] + "o" for digit in str(number))  # a notice may hold numbers, not words
        title = f"{story.title} {word}"
        body = body.replace(escape(story.title, quote=False), escape(title, quote=False))
        passage = _passage(story)
        body = body.replace(passage, f"{passage} {word} {word}.")
        (news / f"{slug}.html").write_text(hostile_page(number // 2, title) if hostile and number % 2 else body)
        entries.append(
            f"<li><span>{at:%d.%m.%Y}</span> <span>{at:%H:%M} Uhr</span>"
            f"<h3><a href='/news/{slug}'>{escape(title)}</a></h3>"
            f"<p>Was in Meldung {number} steht, in einem Satz.</p></li>"
        )
    pages = [entries[at : at + ENTRIES_PER_PAGE] for at in range(0, count, ENTRIES_PER_PAGE)]
    paths = ["/news"] + [f"/news/seite/{number}" for number in range(2, len(pages) + 1)]
    for number, (path, part) in enumerate(zip(paths, pages, strict=True), start=2):
        more = f"<a rel=next href='/news/seite/{number}'>weiter</a>" if number <= len(pages) else ""
        page = f"<html lang=de><body><h1>Nachrichten</h1><ul>{''.join(part)}</ul>{more}</body></html>"
        (directory / f"{path[1:]}.html").write_text(page)
    return paths + [f"/news/{path.stem}" for path in sorted(news.glob("*.html"))]


def _passage(story: ExpectedArticle) -> str:
    """Its longest paragraph as it stands in the page: each copy of the story gets words of its own behind it."""
    return escape(max((block.text or "" for block in story.blocks), key=len), quote=False)


def _body(story: ExpectedArticle) -> str:
    return answer_to(urlsplit(story.url).path, 1).body.decode()


@contextmanager
def nginx(directory: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (directory / "nginx.conf").write_text(CONFIGURATION.format(directory=directory, port=port))
    process = subprocess.Popen(["/usr/sbin/nginx", "-c", str(directory / "nginx.conf"), "-p", str(directory)])
    try:
        while process.poll() is None and not listens(port):
            pass
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def crawl_barely(origin: str, paths: list[str]) -> None:
    class Barely(scrapy.Spider):
        name = "barely"

        async def start(self) -> AsyncIterator[scrapy.Request]:
            for path in paths:
                yield scrapy.Request(origin + path)

        def parse(self, response: scrapy.http.Response) -> None:
            """Nothing is made of it."""

    process = AsyncCrawlerProcess({"CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0, "LOG_LEVEL": "ERROR"})
    process.crawl(Barely)
    process.start()


class Meter:
    """CPU seconds of this process, and of those that it has started, since it was made."""

    def __init__(self) -> None:
        self._before = self._now()

    def read(self) -> tuple[float, float]:
        return self._now()[0] - self._before[0], self._now()[1] - self._before[1]

    def _now(self) -> tuple[float, float]:
        return time.process_time(), children_cpu_seconds()


def run_the_night(origin: str, output: Path) -> dict[str, float]:
    facts = {}

    def crawl(*ordered: Any) -> tuple[CrawlOutcome, ...]:
        meter, started_at = Meter(), time.perf_counter()
        outcomes = run_crawl(*ordered)
        facts["crawl"], facts["worker"] = meter.read()
        facts["crawl_seconds"] = time.perf_counter() - started_at
        return outcomes

    with patch("presseschau.nightly.run_crawl", crawl):
        report = run_night(Night(command="nightly", output=output, origin=origin, rate=0, clock=NIGHT))
    outcomes = report.publishers[0]["outcomes"]
    again = report.reseparation or {"page_count": 0, "standing_count": 0}
    told = f"{again['page_count'] - again['standing_count']} of {again['page_count']} pages read again"
    print(f"{outcomes['created']} articles, {outcomes['rejected']} rejected, {told}", file=sys.stderr)
    if report.publishers[0]["fault"]:
        raise SystemExit(f"the night went wrong: {report.messages}")
    return facts


def run_stage(name: str, origin: str, directory: Path) -> None:
    # Starting a program and importing what it needs is no part of a page's price.
    started_at, meter = time.perf_counter(), Meter()
    if name == "scrapy":
        crawl_barely(origin, json.loads((directory / "paths.json").read_text()))
        facts = {}
    else:
        facts = run_the_night(origin, directory / "output")
    own, others = meter.read()
    print(json.dumps({"seconds": time.perf_counter() - started_at, "cpu": own, "others": others, **facts}))


def watch(command: list[str]) -> dict[str, float]:
    """Run a stage; what it says, with the most memory that its processes took together, in megabytes."""
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(memory_of, family(process.pid))))
            time.sleep(0.2)
        assert process.stdout
        facts: dict[str, float] = json.loads(process.stdout.read())
    return facts | {"peak": peak}


def family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return []
    return [pid, *(each for child in children for each in family(int(child)))]


def memory_of(pid: int) -> float:
    try:
        said = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in said.splitlines() if line.startswith("Pss:")), 0.0)


def main() -> None:
    if len(sys.argv) == 5 and sys.argv[1] == "--stage":
        run_stage(sys.argv[2], sys.argv[3], Path(sys.argv[4]))
        return
    hostile = "--hostile" in sys.argv
    count = next((int(argument) for argument in sys.argv[1:] if argument.isdigit()), 1000)
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        directory.chmod(0o755)
        paths = write_site(directory / "site", count, hostile=hostile)
        (directory / "paths.json").write_text(json.dumps(paths))
        with nginx(directory) as origin:
            for stage in ("scrapy", "night"):
                command = [sys.executable, "-m", "benchmarks.crawl_night", "--stage", stage, origin, str(directory)]
                print(told(stage, watch(command), len(paths)), flush=True)


def told(stage: str, facts: dict[str, float], count: int) -> str:
    cpu = {name: seconds * 1000 / count for name, seconds in facts.items()}
    line = f"{stage:<8} {count / facts['seconds']:6.1f} pages/s  CPU a page: "
    if "crawl" in facts:
        after = cpu["cpu"] - cpu["crawl"] + cpu["others"] - cpu["worker"]
        line += f"crawl {cpu['crawl']:.2f} ms, worker {cpu['worker']:.2f} ms, after the crawl {after:.2f} ms"
        line += f" ({count / facts['crawl_seconds']:.1f} pages/s in the crawl alone)"
    else:
        line += f"{cpu['cpu']:.2f} ms"
    return f"{line}  peak {facts['peak']:.0f} MB"


if __name__ == "__main__":
    main()
