"""Counts for monitoring, in Prometheus's text format. Source: prometheus.io/docs/instrumenting/exposition_formats."""

import threading
from collections import Counter


class Metrics:
    """Counts since the server started; threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._responses: Counter[tuple[int, str]] = Counter()
        self._seconds = 0.0
        self._bytes = 0

    def count(self, *, status: int, kind: str, byte_count: int, seconds: float) -> None:
        """Note an answer; `kind` is the ending of what was asked for, or `other`."""
        with self._lock:
            self._responses[status, kind] += 1
            self._bytes += byte_count
            self._seconds += seconds

    def render(self) -> bytes:
        """All counts."""
        with self._lock:
            lines = [
                "# HELP presseschau_http_responses_total Answers, by status and by the kind of document.",
                "# TYPE presseschau_http_responses_total counter",
                *(
                    f'presseschau_http_responses_total{{status="{status}",kind="{kind}"}} {count}'
                    for (status, kind), count in sorted(self._responses.items())
                ),
                "# HELP presseschau_http_response_bytes_total Bytes of the answers' bodies.",
                "# TYPE presseschau_http_response_bytes_total counter",
                f"presseschau_http_response_bytes_total {self._bytes}",
                "# HELP presseschau_http_response_seconds_total Time spent on answers.",
                "# TYPE presseschau_http_response_seconds_total counter",
                f"presseschau_http_response_seconds_total {self._seconds:.6f}",
            ]
        return "\n".join(lines).encode() + b"\n"
