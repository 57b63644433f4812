"""Steps with a fault, to see what becomes of it."""

import os
import signal
import threading
from pathlib import Path

from crawler.items import ArticlePage
from crawler.pipelines.hold_doubtful import HoldDoubtful
from crawler.worker.desk import Desk, Step


class BreakOnce(Step):
    """Fails on the first page it gets."""

    is_broken = False

    def process_item(self, item: ArticlePage) -> ArticlePage:
        if not self.is_broken:
            self.is_broken = True
            raise ZeroDivisionError("division by zero")
        return item


class BreakProcess(Step):
    """Does the worst to its process when it gets a page that asks for it, in the words of `WORST`."""

    def process_item(self, item: ArticlePage) -> ArticlePage:
        for word, worst in WORST.items():
            if word in item.page.content:
                worst()
        return item


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang() -> None:
    threading.Event().wait()


def _take_memory() -> None:
    taken = bytearray(1 << 40)
    raise AssertionError(len(taken))


WORST = {"bitte-kill": _kill, "bitte-abort": os.abort, "bitte-hang": _hang, "bitte-memory": _take_memory}


class BreakEnd(Step):
    """Kills its process when the crawl is over."""

    def close(self) -> None:
        _kill()


class BreakDecision(HoldDoubtful):
    """Kills its process when it is to decide about what it holds back."""

    def decide_one(self) -> None:
        _kill()


class TellProcess(Step):
    """Writes the number of its process into the file that the setting PRESSESCHAU_TOLD names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        with Path(str(desk.settings["PRESSESCHAU_TOLD"])).open("a") as file:
            file.write(f"{os.getpid()}\n")
