"""What headers reserve."""

import pytest

from crawler.reservations import (
    InvalidReservations,
    Reservation,
    is_reserved,
    parse_reservations,
    parse_robots_tag,
    parse_tdm_reservation,
)


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


def test_a_file_of_reservations() -> None:
    content = b'[{"location": "/", "tdm-reservation": 1}, {"location": "/frei/", "tdm-reservation": "0"}, 7, {}]'
    rules = parse_reservations(content)
    assert is_reserved("/news/a", rules)
    assert not is_reserved("/frei/a", rules)
    assert not is_reserved("/news/a", ())


@pytest.mark.parametrize(
    ("location", "path", "awaited"),
    [
        ("/news", "/news/a", True),
        ("/news$", "/news/a", False),
        ("/news$", "/news", True),
        ("*.html", "/a.html?x=1", True),
        ("*.html$", "/a.html?x=1", False),
        ("/a*b*c$", "/axxbxxc", True),
        ("/a*b*c$", "/axxcxxb", False),
        ("/aa*a$", "/aa", False),
        ("*" * 500 + "x", "/" + "a" * 2000, False),
    ],
)
def test_locations_are_patterns(location: str, path: str, awaited: bool) -> None:
    assert is_reserved(path, [Reservation(location, True)]) is awaited


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"location": "/"}', b"[" * 100_000])
def test_what_is_no_file_of_reservations(content: bytes) -> None:
    with pytest.raises(InvalidReservations):
        parse_reservations(content)
