"""Pages that kill, stop or starve the worker, and a worker that dies of something else: the night goes on."""

import json
import os
import resource
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from crawler.settings import PRESSESCHAU_STEPS
from tests.crawler.crawling.crawls import Crawls
from tests.crawler.crawling.news_site import Answer, Asked, NewsSite, Story, article_page, stories

_LOW_BYTES = 1 << 30
STEPS = PRESSESCHAU_STEPS | {"tests.crawler.crawling.breaking.BreakProcess": 250}


@pytest.fixture
def breaking(crawls: Crawls, tmp_path: Path) -> Crawls:
    """Crawls whose worker can be broken by a page, and tells which process it is."""
    steps = STEPS | {"tests.crawler.crawling.breaking.TellProcess": 100}
    crawls.settings |= {
        "PRESSESCHAU_STEPS": json.dumps(steps),
        "PRESSESCHAU_TOLD": str(tmp_path / "told"),
    }
    return crawls


def spoil(site: NewsSite, number: int, word: str) -> bytes:
    """Let a story's page ask for the worst."""
    page = article_page(site.stories[number]).replace(b"</body>", f"<p>{word}</p></body>".encode())
    site.answers[site.stories[number].path] = lambda _: Answer(body=page)
    return page


def workers(crawls: Crawls) -> list[int]:
    """The processes that worked in these crawls, in their order."""
    path = crawls.directory / "told"
    return [int(line) for line in path.read_text().split()] if path.exists() else []


def wait_for_worker(crawls: Crawls, *, other_than: int | None = None) -> int:
    deadline = time.monotonic() + 60
    while not workers(crawls) or workers(crawls)[-1] == other_than:
        assert time.monotonic() < deadline, "no worker has begun"
        threading.Event().wait(0.01)
    return workers(crawls)[-1]


def has_ended(pid: int) -> bool:
    """Also true of one that nobody has waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_for_end(pid: int) -> None:
    deadline = time.monotonic() + 30
    while not has_ended(pid):
        assert time.monotonic() < deadline, f"process {pid} does not end"
        threading.Event().wait(0.01)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("bitte-kill", "SIGKILL"),
        ("bitte-abort", "SIGABRT"),
        ("bitte-hang", "took more than 4 seconds"),
        ("bitte-memory", "took more memory"),
    ],
)
def test_a_page_that_the_worker_dies_of_is_turned_down(breaking: Crawls, site: NewsSite, word: str, said: str) -> None:
    page = spoil(site, 5, word)
    if word == "bitte-hang":
        breaking.settings["PRESSESCHAU_PAGE_LIMIT_SECONDS"] = 4
    outcome = breaking()
    assert outcome["fault"] is None
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["rejected"]) == (11, 1)
    assert [warning for warning in outcome["warnings"] if said in warning and site.stories[5].url in warning]
    assert len(workers(breaking)) == 2, "another worker goes on"
    (kept,) = (breaking.directory / "quarantine").glob("*/*.html")
    assert kept.read_bytes() == page
    with breaking.store() as store:
        ((_, url, reason),) = store.rejections_of_run("run-1")
        assert store.find_faults() == ()
    assert (url, said in reason) == (site.stories[5].url, True)
    site.answers.clear()
    assert breaking()["outcomes"]["created"] == 1, "it is asked for again"


def test_two_such_pages(breaking: Crawls, site: NewsSite) -> None:
    for number in (3, 9):
        spoil(site, number, "bitte-kill")
    outcome = breaking()
    assert outcome["fault"] is None
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["rejected"]) == (10, 2)


def test_a_page_that_the_worker_died_of_twice_is_asked_for_again(breaking: Crawls, site: NewsSite) -> None:
    """Whatever killed it: a second kill on the same page must not cost its article a day."""
    well = site.answers.get(site.stories[3].path)
    spoil(site, 3, "bitte-kill")
    assert [breaking()["outcomes"]["rejected"] for _ in range(2)] == [1, 1]
    if well is None:
        del site.answers[site.stories[3].path]
    else:
        site.answers[site.stories[3].path] = well
    assert breaking()["outcomes"]["created"] == 1
    assert len(breaking.stored()) == 12


def test_what_may_be_reserved_is_not_kept(breaking: Crawls, site: NewsSite) -> None:
    page = spoil(site, 5, "bitte-kill")
    site.answers[site.stories[5].path] = lambda _: Answer(body=page, headers={"X-Robots-Tag": "noarchive"})
    assert breaking()["outcomes"]["rejected"] == 1
    assert not list((breaking.directory / "quarantine").glob("*/*.html"))


@pytest.mark.parametrize("is_twice", [False, True], ids=["once", "and the next one"])
def test_a_stopped_worker_is_not_waited_for_for_ever(breaking: Crawls, site: NewsSite, is_twice: bool) -> None:
    """Its own alarm does not ring while it is stopped."""
    breaking.settings["PRESSESCHAU_PAGE_LIMIT_SECONDS"] = 4
    process = breaking.start(rate=20)
    stopped = [wait_for_worker(breaking)]
    os.kill(stopped[0], signal.SIGSTOP)
    if is_twice:
        stopped.append(wait_for_worker(breaking, other_than=stopped[0]))
        os.kill(stopped[1], signal.SIGSTOP)
    outcome = breaking.outcome(process)
    assert all(has_ended(pid) for pid in stopped)
    assert outcome["fault"] is None
    said = [warning for warning in outcome["warnings"] if "was not answered for 8 seconds" in warning]
    assert len(said) == len(stopped)
    assert outcome["outcomes"]["created"] == 12 - len(stopped)
    assert breaking()["fault"] is None
    assert len(breaking.stored()) == 12


def test_a_worker_that_dies_at_the_end_is_a_fault(breaking: Crawls) -> None:
    breaking.settings["PRESSESCHAU_STEPS"] = json.dumps(STEPS | {"tests.crawler.crawling.breaking.BreakEnd": 900})
    outcome = breaking()
    assert "closing what was open ended the process that did it, by signal 9" in outcome["fault"]
    assert len(breaking.stored()) == 12


def test_a_worker_that_dies_of_a_decision_is_a_fault(breaking: Crawls, site: NewsSite) -> None:
    holding = "crawler.pipelines.hold_doubtful.HoldDoubtful"
    steps = {name: order for name, order in PRESSESCHAU_STEPS.items() if name != holding}
    steps["tests.crawler.crawling.breaking.BreakDecision"] = PRESSESCHAU_STEPS[holding]
    breaking.settings["PRESSESCHAU_STEPS"] = json.dumps(steps)
    doubtful = make_doubtful(site, 3)
    outcome = breaking()
    assert f"deciding about {doubtful.url} ended the process" in outcome["fault"]
    assert any(f"{doubtful.url} was held back" in warning for warning in outcome["warnings"])
    breaking.settings["PRESSESCHAU_STEPS"] = json.dumps(PRESSESCHAU_STEPS)
    assert breaking()["outcomes"]["created"] == 1


def make_doubtful(site: NewsSite, number: int) -> Story:
    """Let a story's page bear another headline than was announced, so that it is held back."""
    story = site.stories[number]
    page = article_page(story).replace(story.slug.encode() + b"</h1>", b"Was alle jetzt wissen wollen</h1>")
    page = page.replace(f"<title>{story.slug}</title>".encode(), b"")
    site.answers[story.path] = lambda _: Answer(body=page)
    return story


def test_what_a_dead_worker_held_back_is_asked_for_again(breaking: Crawls, site: NewsSite) -> None:
    doubtful, killing = make_doubtful(site, 0), site.stories[-1]
    spoiled = spoil(site, len(site.stories) - 1, "bitte-kill")

    def answer_late(_: Asked) -> Answer:
        deadline = time.monotonic() + 30
        while "is held back" not in breaking.log():
            assert time.monotonic() < deadline
            threading.Event().wait(0.05)
        return Answer(body=spoiled)

    site.answers[killing.path] = answer_late
    outcome = breaking()
    assert (outcome["outcomes"]["created"], outcome["outcomes"]["failed"]) == (10, 1)
    assert any(f"{doubtful.url} was held back" in warning for warning in outcome["warnings"])
    del site.answers[killing.path]
    assert breaking()["outcomes"]["created"] == 2


def test_a_notice_is_known_for_one_also_by_the_next_worker(breaking: Crawls, site: NewsSite) -> None:
    """What the dead worker had met, the next one is told."""
    for story in (site.stories[0], site.stories[-1]):
        notice = article_page(site.stories[3]).replace(site.stories[3].slug.encode(), b"Wir sind gleich wieder da")
        page = notice.replace(b"</body>", f"<p>{story.slug}</p></body>".encode())
        site.answers[story.path] = lambda _, page=page: Answer(body=page)  # type: ignore[misc]
    spoil(site, 8, "bitte-kill")
    outcome = breaking()
    assert "Wir sind gleich" not in "".join(revision.article.text for revision in breaking.stored())
    assert outcome["outcomes"]["created"] == 9


def test_a_worker_that_cannot_begin_is_a_fault(crawls: Crawls, site: NewsSite) -> None:
    """It ends the crawl: pages that nobody can read are not asked for."""
    crawls.settings |= {"PRESSESCHAU_WORKER_MEMORY_MB": "viel", "CONCURRENT_REQUESTS": 2}
    outcome = crawls(rate=20)
    assert "WorkerFailed" in outcome["fault"]
    assert len(site.asked_articles()) < len(site.stories)
    assert crawls.stored() == []
    assert "invalid literal" in crawls.log()
    del crawls.settings["PRESSESCHAU_WORKER_MEMORY_MB"]
    assert crawls()["outcomes"]["created"] == 12


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody can limit another process")
def test_a_lower_limit_of_memory_is_the_callers_to_set(crawls: Crawls) -> None:
    """Such as `ulimit -v`."""
    process = crawls.start()
    resource.prlimit(process.pid, resource.RLIMIT_AS, (_LOW_BYTES, _LOW_BYTES))
    outcome = crawls.outcome(process)
    assert (outcome["fault"], outcome["outcomes"]["created"]) == (None, 12)


def test_kill_9_of_the_worker(breaking: Crawls, site: NewsSite) -> None:
    """Not by a page: what it was working on, if anything, is asked for again by the next run; nothing else is lost."""
    may_answer, is_asked = threading.Event(), threading.Event()

    def hang(asked: Asked) -> Answer | None:
        is_asked.set()
        may_answer.wait(60)
        return None

    site.answers[site.stories[6].path] = hang
    process = breaking.start()
    first = wait_for_worker(breaking)
    assert is_asked.wait(60)
    os.kill(first, signal.SIGKILL)
    may_answer.set()
    outcome = breaking.outcome(process)
    assert outcome["fault"] is None
    assert outcome["outcomes"]["created"] + outcome["outcomes"]["rejected"] == 12
    assert breaking()["fault"] is None
    assert len(breaking.stored()) == 12


@pytest.mark.parametrize("word", ["", "bitte-hang"])
def test_the_worker_ends_when_the_crawl_is_gone(breaking: Crawls, site: NewsSite, word: str) -> None:
    if word:
        breaking.settings["PRESSESCHAU_PAGE_LIMIT_SECONDS"] = 4
        for number in range(12):
            spoil(site, number, word)
    process = breaking.start(rate=20)
    worker = wait_for_worker(breaking)
    process.kill()
    wait_for_end(worker)
    process.communicate(timeout=60)
    site.answers.clear()
    assert breaking()["fault"] is None
    assert {revision.url for revision in breaking.stored()} == {story.url for story in site.stories}


def test_nothing_more_is_asked_for_while_pages_wait_for_the_worker(breaking: Crawls, site: NewsSite) -> None:
    """A kill would have it all fetched again, and it would all be kept in memory."""
    site.stories = stories(60)
    process = breaking.start()
    worker = wait_for_worker(breaking)
    os.kill(worker, signal.SIGSTOP)
    before = len(site.asked_articles())
    threading.Event().wait(2)
    asked = len(site.asked_articles()) - before
    os.kill(worker, signal.SIGCONT)
    assert asked <= 6 + 16, "those that may wait, and those that were under way"
    assert breaking.outcome(process)["outcomes"]["created"] == 60


def test_what_the_worker_says_stands_in_the_log(breaking: Crawls, site: NewsSite) -> None:
    archive = breaking.directory / "archive"
    archive.mkdir()
    (archive / "2026-11-20.warc.gz").write_bytes(b"\x1f\x8b\x08 torn")
    assert breaking(archive=str(archive))["fault"] is None
    assert "ended in the middle of a record" in breaking.log()
