"""Both forms of Retry-After, and what is neither."""

from datetime import UTC, datetime

import pytest

from crawler.politeness.retry_after import find_retry_after

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Fri, 20 Nov 2026 02:02:00 GMT", 120.0),
        ("Fri, 20 Nov 2026 02:02:00 -0000", 120.0),
        ("Fri, 20 Nov 2026 01:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("9" * 400, 366 * 86400.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 366 * 86400.0),
        ("Mon, 01 Jan 2024 00:00:00 +999999999999999999", None),
    ],
)
def test_it(value: str | None, expected: float | None) -> None:
    assert find_retry_after(value, now=NOW) == expected
