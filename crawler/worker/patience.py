"""How long a worker may say nothing while something is asked of it.

A page has a limit that the worker keeps itself, by an alarm of the operating system. Neither helps where the process
was stopped from outside (SIGSTOP, a debugger) or hangs before or behind that limit; then the crawl ends it.
"""

import asyncio
from collections.abc import Callable

_TICKS = 10


class Patience:
    """Counts how long nothing was heard.

    In ticks, not by a clock: time in which this process itself stood still, as after Ctrl-Z or while it waited for the
    store, is one tick however long it was.
    """

    def __init__(self, is_waiting: Callable[[], bool], lose: Callable[[], None]) -> None:
        """Args: is_waiting: whether something is asked that was not answered. lose: called when it lasts too long."""
        self._is_waiting = is_waiting
        self._lose = lose
        self._seconds = 0.0
        self._silent_ticks = 0
        self._next: asyncio.TimerHandle | None = None

    def begin(self, seconds: float) -> None:
        """Something was asked; from now on the worker may stay silent for so long, or with 0 for ever."""
        self._seconds = seconds
        if seconds and self._next is None:
            self._silent_ticks = 0
            self._wait()

    def note_sign(self) -> None:
        """Something was heard."""
        self._silent_ticks = 0

    def _wait(self) -> None:
        self._next = asyncio.get_running_loop().call_later(self._seconds / _TICKS, self._tick)

    def _tick(self) -> None:
        self._next = None
        if not self._is_waiting():
            return
        self._silent_ticks += 1
        if self._silent_ticks > _TICKS:  # the first may have been a short one
            self._silent_ticks = 0
            self._lose()
        self._wait()
