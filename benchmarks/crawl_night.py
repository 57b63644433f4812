"""A first night over a made-up site beside bare Scrapy, with an empty callback, over the same pages in the same run.

    python -m benchmarks.crawl_night [PAGE_COUNT] [--hostile]

nginx serves the site on loopback: listings of twenty entries each, and articles in the demo publisher's four markups.
Bare Scrapy knows every URL beforehand, asks sixteen at a time as the crawl does, and throws the answers away. The night
is the whole one: listings, archive, separation, store, JSON Lines, feeds. CPU time is told apart by process, since the
machine may have other work. With --hostile every second article is as large as the limits allow, and full of what takes
most memory; the night then ends with an alarm.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import scrapy
from scrapy.crawler import AsyncCrawlerProcess

from benchmarks.processes import children_cpu_seconds
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
def nginx(directory: Path, port: int) -> Iterator[str]:
    (directory / "nginx.conf").write_text(CONFIGURATION.format(directory=directory, port=port))
    process = subprocess.Popen(["/usr/sbin/nginx", "-c", str(directory / "nginx.conf"), "-p", str(directory)])
    time.sleep(1)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


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


def run_the_night(origin: str, output: Path) -> None:
    report = run_night(Night(command="nightly", output=output, origin=origin, rate=0, clock=NIGHT))
    outcomes = report.publishers[0]["outcomes"]
    again = report.reseparation or {"page_count": 0, "standing_count": 0}
    told = f"{again['page_count'] - again['standing_count']} of {again['page_count']} pages read again"
    print(f"{outcomes['created']} articles, {outcomes['rejected']} rejected, {told}", file=sys.stderr)
    if report.publishers[0]["fault"]:
        raise SystemExit(f"the night went wrong: {report.messages}")


def run_stage(name: str, origin: str, directory: Path) -> None:
    # Starting a program and importing what it needs is no part of a page's price.
    started_at, before = time.perf_counter(), time.process_time()
    if name == "scrapy":
        crawl_barely(origin, json.loads((directory / "paths.json").read_text()))
    else:
        run_the_night(origin, directory / "output")
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = resource.getrusage(resource.RUSAGE_SELF)
    facts = {
        "seconds": time.perf_counter() - started_at,
        "cpu": time.process_time() - before,
        "others": children_cpu_seconds(),
        "peak": own.ru_maxrss / 1024,
        "peak_others": children.ru_maxrss / 1024,
    }
    print(json.dumps(facts))


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
        with nginx(directory, 18080) as origin:
            for stage in ("scrapy", "night"):
                command = [sys.executable, "-m", "benchmarks.crawl_night", "--stage", stage, origin, str(directory)]
                facts = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
                print(told(stage, facts, len(paths)), flush=True)


def told(stage: str, facts: dict[str, float], count: int) -> str:
    cpu, others = (facts[name] * 1000 / count for name in ("cpu", "others"))
    peaks = f"peak {facts['peak']:.0f} MB, {facts['peak_others']:.0f} MB"
    speed = f"{count / facts['seconds']:6.1f} pages/s"
    return f"{stage:<8} {speed}  CPU {cpu:.2f} ms a page, in other processes {others:.2f} ms  {peaks}"


if __name__ == "__main__":
    main()
