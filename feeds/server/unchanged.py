"""Answers of "not modified" that were given before, given again while the file is the same.

Most of what readers ask is what they asked an hour ago. The first answer to a question goes the long way and is
remembered as it was sent; the same question then costs a look at the file's time, and nothing is read or put together.
"""

import time
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from feeds.server.files import PublishedFiles, Served, find_ending
from feeds.server.metrics import Metrics

_MAX_ANSWERS = 4096
_Question = tuple[str, bytes, bytes]
"""A file's name, and the If-None-Match and Accept-Encoding headers as they were sent."""


class Unchanged:
    """ASGI middleware; knows only what was asked for by a file's full name."""

    def __init__(self, application: ASGIApp, files: PublishedFiles, metrics: Metrics) -> None:
        self._application = application
        self._files = files
        self._metrics = metrics
        self._answers: dict[_Question, tuple[Served, Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or else let the application answer and look what it says."""
        question = _find_question(scope)
        if question is None:
            await self._application(scope, receive, send)
            return
        started = time.perf_counter()
        served, answer = self._answers.get(question, (None, None))
        if served is None or answer is None or self._files.find_kept(question[0]) is not served:
            await self._application(scope, receive, self._watched(question, send))
            return
        await send(answer)
        await send({"type": "http.response.body", "body": b""})
        seconds = time.perf_counter() - started
        self._metrics.count(status=answer["status"], kind=find_ending(question[0]), byte_count=0, seconds=seconds)

    def _watched(self, question: _Question, send: Send) -> Send:
        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == HTTPStatus.NOT_MODIFIED:
                served = self._files.find_kept(question[0])
                if served is not None:
                    if len(self._answers) >= _MAX_ANSWERS:
                        self._answers.clear()
                    self._answers[question] = (served, message)
            await send(message)

        return watch


def _find_question(scope: Scope) -> _Question | None:
    """None for what is no conditional request for a file by its full name."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    known = encoding = b""
    for name, value in scope["headers"]:
        if name == b"if-none-match":
            known = value
        elif name == b"accept-encoding":
            encoding = value
    return (scope["path"][1:], known, encoding) if known and find_ending(scope["path"]) else None
