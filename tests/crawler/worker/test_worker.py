"""Pages are given to the worker and answered, however many there are and however slow it is."""

import subprocess
import sys

from tests.crawler.crawling.crawls import ROOT

SCRIPT = """
import asyncio, os, signal, tracemalloc
from datetime import UTC, datetime

from articles.store.terms import Fetched
from crawler.archive.exchange import Exchange
from crawler.clock import Clock
from crawler.spiders.kettner import KettnerSpider
from crawler.worker.messages import Begin, GivenPage
from crawler.worker.spider_place import find_place
from crawler.worker.worker import Worker

AT = datetime(2026, 11, 20, 2, tzinfo=UTC)
BODY = bytes(100_000)
SETTINGS = {"PRESSESCHAU_STORE": "sqlite://", "PRESSESCHAU_WORKER_MEMORY_MB": 0}


def page(number):
    exchange = Exchange(url="https://a.example/", at=AT, request_headers=(), status=200, headers=(), body=BODY)
    fetched = Fetched(url=f"https://a.example/{number}", at=AT, status=200)
    return GivenPage(publisher="kettner", exchange=exchange, fetched=fetched)


def told():
    spider = find_place(KettnerSpider)
    return Begin(publisher="kettner", spider=spider, settings=SETTINGS, run_id="run-1", clock=Clock(AT), met=())


async def run(worker):
    await worker.begin("kettner", told, limit_seconds=60)
    os.kill(worker.pid, signal.SIGSTOP)
    tracemalloc.start()
    giving = [asyncio.create_task(worker.give(page(number))) for number in range(64)]
    for _ in range(10):
        await asyncio.sleep(0)
    print(tracemalloc.get_traced_memory()[0] < 20 * len(BODY))
    tracemalloc.stop()
    os.kill(worker.pid, signal.SIGCONT)
    answers = await asyncio.gather(*giving)
    print([answer.faults[0].place.rpartition("/")[2] for answer in answers] == [str(number) for number in range(64)])


worker = Worker()
asyncio.run(run(worker))
worker.end()
"""


def test_pages_wait_uncopied_while_it_takes_none_and_each_gets_its_own_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split() == ["True", "True"], done.stderr
