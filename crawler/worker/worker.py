"""The worker as the crawl sees it: messages go in, answers come out in the same order, whatever it dies of.

When a worker dies, the message that it was working on is answered with why it did; another worker is started, is told
what is under way, and goes on with what was waiting. What the dead one held back is left open for the next run.
"""

import asyncio
import logging
import socket
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import cast

from crawler.errors import WorkerFailed
from crawler.worker.messages import Arriving, Begin, DecideOne, Done, Finish, GivenPage, Message, Said, pack
from crawler.worker.patience import Patience
from crawler.worker.process import WorkerProcess, death_of, start_worker

_MOST_UNSENT_BYTES = 1 << 19
"""What waits for room in the line, as a copy; the pages behind it wait as they are."""
_FEW_UNANSWERED = 6
_LOOK_UP_SECONDS = 0.1
"""While more than a few pages are unanswered, answers are taken together: waking up costs as much as a page."""
_MOST_STILLBORN = 3
_PIECE_BYTES = 1 << 16
_LIMITS = 2
"""A worker that says nothing for so many times the limit of a page is ended. It may also wait for the store."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Died:
    """The worker died of this message."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Asked:
    message: Message
    answer: "asyncio.Future[Done | Died]"


class Worker:
    """The one worker of this process, for all its crawls."""

    def __init__(self, keep_open: Sequence[int] = ()) -> None:
        """It is started now. `keep_open`: see `start_worker`."""
        self._keep_open = keep_open
        self._process = start_worker(keep_open)
        self._line: asyncio.Transport | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._asked: deque[_Asked] = deque()
        self._room = asyncio.Event()
        self._room.set()
        self._begun: dict[str, Callable[[], Begin]] = {}
        self._stillborn_count = 0
        self._limit_seconds = 0.0
        self._patience = Patience(lambda: bool(self._asked), self._lose_patience)
        self._has_lost_patience = False
        self._is_ending = False
        self._failure: WorkerFailed | None = None

    @property
    def pid(self) -> int:
        """Of the process that works now."""
        return self._process.pid

    async def begin(self, publisher: str, told: Callable[[], Begin], *, limit_seconds: float) -> None:
        """Have the crawl of a publisher begin; its pages come next.

        Args: told: what a worker is to know of it, now or when another one takes over. limit_seconds: the longest that
        a page may take.

        Raises: WorkerFailed, as all that follow: workers die as soon as they are started.
        """
        self._begun[publisher] = told
        self._limit_seconds = limit_seconds
        await self._ask(told())

    async def give(self, page: GivenPage) -> Done | Died:
        """Have a page worked on; what became of it comes back."""
        while not self._room.is_set():
            await self._room.wait()
        return await self._ask(page)

    async def decide_one(self, publisher: str) -> Done | Died:
        """Have it decide about one of the pages that it holds back."""
        return await self._ask(DecideOne(publisher=publisher))

    async def finish(self, publisher: str) -> Done | Died:
        """Have it close what it has open for a publisher."""
        answer = await self._ask(Finish(publisher=publisher))
        self._begun.pop(publisher, None)
        return answer

    def end(self) -> None:
        """Let it end; what it has not begun to work on is left to the next run."""
        self._is_ending = True
        self._process.end()

    async def _ask(self, message: Message) -> Done | Died:
        if self._failure is not None:
            raise WorkerFailed(*self._failure.args)
        asked = _Asked(message, asyncio.get_running_loop().create_future())
        self._asked.append(asked)
        self._patience.begin(_LIMITS * self._limit_seconds)
        if self._line is not None:
            self._line.write(pack(message))
        elif self._connecting is None:
            self._connect()
        return await asked.answer

    def _connect(self) -> None:
        self._connecting = asyncio.get_running_loop().create_task(self._take_up_line(self._process))

    async def _take_up_line(self, process: WorkerProcess) -> None:
        loop = asyncio.get_running_loop()
        line, _ = await loop.create_connection(
            lambda: _Line(process.line, self._room, self._take_all, self._note_death), sock=process.line
        )
        self._line, self._connecting = line, None
        for asked in self._asked:
            line.write(pack(asked.message))

    def _lose_patience(self) -> None:
        self._has_lost_patience = True
        self._process.kill()  # a stopped process too ends of it; `_note_death` follows

    def _take_all(self, answers: Iterable[Done | Said]) -> bool:
        """True when the next ones may be taken later, together."""
        for answer in answers:
            self._take(answer)
        return len(self._asked) > _FEW_UNANSWERED

    def _take(self, answer: Done | Said) -> None:
        self._patience.note_sign()
        if isinstance(answer, Said):
            logger = logging.getLogger(answer.record.name)
            if logger.isEnabledFor(answer.record.levelno):
                logger.handle(answer.record)
            return
        self._stillborn_count = 0
        asked = self._asked.popleft()
        if not asked.answer.done():
            asked.answer.set_result(answer)

    def _note_death(self) -> None:
        """The line is broken; what it still holds has been taken from it."""
        self._line = None
        if self._is_ending:
            return
        status = self._process.end()
        if self._has_lost_patience:
            reason = f"was not answered for {_LIMITS * self._limit_seconds:g} seconds"
        else:
            reason = death_of(status, limit_seconds=self._limit_seconds)
        self._has_lost_patience = False
        self._patience.note_sign()
        victim = self._asked.popleft() if self._asked else None
        _log.warning("%s %s; another worker is started", _doing(victim), reason)
        if victim is not None and isinstance(victim.message, Begin):
            self._stillborn_count += 1
            if self._stillborn_count >= _MOST_STILLBORN:
                self._fail(victim, reason)
                return
            self._asked.appendleft(victim)
        elif victim is not None and not victim.answer.done():
            victim.answer.set_result(Died(reason))
        self._start_anew()

    def _start_anew(self) -> None:
        self._process = start_worker(self._keep_open)
        unanswered = [asked for asked in self._asked if not isinstance(asked.message, Begin)]
        begun = {asked.message.publisher: asked for asked in self._asked if isinstance(asked.message, Begin)}
        self._asked.clear()
        for publisher, told in self._begun.items():
            waiting = begun.get(publisher)
            answer = waiting.answer if waiting else asyncio.get_running_loop().create_future()
            self._asked.append(_Asked(told(), answer))
        self._asked += unanswered
        self._connect()

    def _fail(self, victim: _Asked, reason: str) -> None:
        self._failure = WorkerFailed(f"no worker can begin; the crawl's log may say why: beginning {reason}")
        for asked in (victim, *self._asked):
            if not asked.answer.done():
                asked.answer.set_exception(WorkerFailed(*self._failure.args))
                asked.answer.exception()  # nobody may be waiting for it, and asyncio would complain
        self._asked.clear()


class _Line(asyncio.Protocol):
    """Our end of the line, while one worker lives."""

    def __init__(
        self,
        line: socket.socket,
        room: asyncio.Event,
        take_all: Callable[[Iterable[Done | Said]], bool],
        note_death: Callable[[], None],
    ) -> None:
        self._line = line
        self._room = room
        self._take_all = take_all
        self._note_death = note_death
        self._arriving = Arriving()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._transport.set_write_buffer_limits(high=_MOST_UNSENT_BYTES)

    def pause_writing(self) -> None:
        self._room.clear()

    def resume_writing(self) -> None:
        self._room.set()

    def data_received(self, data: bytes) -> None:
        if self._take_all(self._arriving.add(data)) and self._transport is not None:
            self._transport.pause_reading()
            asyncio.get_running_loop().call_later(_LOOK_UP_SECONDS, self._transport.resume_reading)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - however it ended
        self._room.set()
        # Where it was writing that failed, answers may not have been read yet.
        with suppress(OSError):
            while piece := self._line.recv(_PIECE_BYTES):
                self._take_all(self._arriving.add(piece))
        self._note_death()


def _doing(asked: _Asked | None) -> str:
    match asked.message if asked else None:
        case GivenPage(fetched=fetched):
            return f"reading {fetched.url}"
        case None:
            return "waiting for pages"
        case message:
            return f"the message {type(message).__name__}"
