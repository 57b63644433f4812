"""What headers reserve."""

import pytest

from crawler.reservations import parse_robots_tag, parse_tdm_reservation


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ()),
        (["NoArchive, noindex"], ("noarchive", "noindex")),
        (["noindex", "noindex, nofollow"], ("noindex", "nofollow")),
        (["googlebot: noindex, nofollow"], ()),
        (["googlebot: noindex", "noarchive"], ("noarchive",)),
        (["googlebot: noindex, presseschau: noarchive"], ("noarchive",)),
        (["max-snippet:-1, noarchive"], ("max-snippet:-1", "noarchive")),
        (["unavailable_after: 25 Jun 2026 15:00:00 PST"], ("unavailable_after: 25 jun 2026 15:00:00 pst",)),
    ],
)
def test_robots_tag(values: list[str], expected: tuple[str, ...]) -> None:
    assert parse_robots_tag(values) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(None, False), ("0", False), ("1", True), (" 1 ", True), ("yes", False)]
)
def test_tdm_reservation(value: str | None, expected: bool) -> None:
    assert parse_tdm_reservation(value) is expected
