"""A worker that says nothing is given up when it had its time; a process that stood still itself gives up nobody."""

import asyncio
from collections.abc import Iterator

import pytest

from crawler.worker.patience import Patience


class SetLoop(asyncio.SelectorEventLoop):
    """A loop whose time a test sets."""

    now = 0.0

    def time(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """So much later, one look at what is due."""
        self.now += seconds
        self.call_soon(self.stop)
        self.run_forever()
        self.call_soon(self.stop)
        self.run_forever()


@pytest.fixture
def loop() -> Iterator[SetLoop]:
    loop = SetLoop()
    yield loop
    loop.close()


class Waiting:
    """What is asked, and how often patience was lost."""

    def __init__(self, loop: SetLoop, *, seconds: float = 100) -> None:
        self.is_asked = True
        self.lost_count = 0
        self.patience = Patience(lambda: self.is_asked, self._lose)
        self._loop = loop
        self.begin(seconds)

    def _lose(self) -> None:
        self.lost_count += 1

    def begin(self, seconds: float = 100) -> None:
        async def begin() -> None:
            self.patience.begin(seconds)

        self._loop.run_until_complete(begin())


def test_silence_ends_it(loop: SetLoop) -> None:
    waiting = Waiting(loop)
    for _ in range(10):
        loop.pass_by(10.1)
    assert waiting.lost_count == 0
    loop.pass_by(10.1)
    assert waiting.lost_count == 1
    for _ in range(11):
        loop.pass_by(10.1)
    assert waiting.lost_count == 2, "the next one has as long"


def test_a_sign_of_life(loop: SetLoop) -> None:
    waiting = Waiting(loop)
    for _ in range(20):
        for _ in range(9):
            loop.pass_by(10.1)
        waiting.patience.note_sign()
    assert waiting.lost_count == 0


def test_nobody_waits(loop: SetLoop) -> None:
    waiting = Waiting(loop)
    waiting.is_asked = False
    for _ in range(30):
        loop.pass_by(10.1)
    waiting.is_asked = True
    waiting.begin()
    for _ in range(10):
        loop.pass_by(10.1)
    assert waiting.lost_count == 0


def test_without_a_limit_it_lasts_for_ever(loop: SetLoop) -> None:
    """A page limit of 0 is none."""
    waiting = Waiting(loop, seconds=0)
    for _ in range(30):
        loop.pass_by(10.1)
    assert waiting.lost_count == 0


def test_time_in_which_this_process_stood_still_is_one_tick(loop: SetLoop) -> None:
    waiting = Waiting(loop)
    for _ in range(9):
        loop.pass_by(100_000)
    assert waiting.lost_count == 0
