"""What was asked of the demo publisher: the proof of what a night fetched."""

from collections import Counter
from dataclasses import dataclass
from threading import Lock

NOT_MODIFIED = "article_not_modified"


@dataclass(frozen=True, kw_only=True, slots=True)
class LoggedRequest:
    """One answered request."""

    night: int
    kind: str
    """`listing`, `article`, `article_not_modified`, `robots`, `source` or `other`."""
    method: str
    path: str
    """Without its query."""
    status: int


class RequestLog:
    """The requests in the order they were answered; may be used from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: list[LoggedRequest] = []

    def add(self, request: LoggedRequest) -> None:
        """Keeps a request."""
        with self._lock:
            self._requests.append(request)

    def of_night(self, night: int | None = None) -> tuple[LoggedRequest, ...]:
        """The requests of one night; of all nights when it is None."""
        with self._lock:
            return tuple(request for request in self._requests if night in (None, request.night))

    def counts(self, night: int | None = None) -> dict[str, int]:
        """How many requests of each kind."""
        return dict(Counter(request.kind for request in self.of_night(night)))
