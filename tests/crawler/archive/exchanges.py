"""Pages to archive, in short."""

from datetime import UTC, datetime, timedelta

from crawler.archive.exchange import Exchange

DAY = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
ABOUT = {"software": "Presseschau/test"}


def exchange(number: int = 1, *, hours: float = 0, body: bytes | None = None) -> Exchange:
    return Exchange(
        url=f"https://example.org/news/{number}?a=b",
        at=DAY + timedelta(hours=hours, microseconds=number),
        request_headers=(("User-Agent", "Presseschau/test"),),
        status=200,
        headers=(("Content-Type", "text/html; charset=utf-8"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")),
        wire_headers=(("Content-Encoding", "br"), ("Content-Length", "17")),
        body=f"<h1>Grüße {number}</h1>".encode() if body is None else body,
        ip_address="192.0.2.7",
    )
