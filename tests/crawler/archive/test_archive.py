"""Pages go into the file of their day and are found again by their place."""

from dataclasses import replace
from pathlib import Path

import pytest

from articles.store.terms import ArchivePlace
from crawler.archive.archive import Archive, load_page
from crawler.errors import ArchiveFileMissing, DamagedRecord
from tests.crawler.archive.exchanges import ABOUT, exchange


def add(directory: Path, *hours: float) -> list[ArchivePlace]:
    archive = Archive(directory, ABOUT)
    try:
        return [archive.add(exchange(number, hours=hour)) for number, hour in enumerate(hours)]
    finally:
        archive.close()


def test_each_day_has_its_file(tmp_path: Path) -> None:
    places = add(tmp_path, 0, 1, 3, 1)
    assert [place.file for place in places] == [
        "2026-11-20.warc.gz",
        "2026-11-20.warc.gz",
        "2026-11-21.warc.gz",
        "2026-11-20.warc.gz",
    ]


def test_pages_are_found_by_their_place(tmp_path: Path) -> None:
    places = add(tmp_path, 0, 1, 3)
    for number, (place, hour) in enumerate(zip(places, (0, 1, 3), strict=True)):
        assert load_page(tmp_path, place) == replace(exchange(number, hours=hour), request_headers=())


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    (place,) = add(tmp_path, 0)
    (tmp_path / place.file).unlink()
    with pytest.raises(ArchiveFileMissing, match=r"2026-11-20\.warc\.gz is not there"):
        load_page(tmp_path, place)


def test_a_damaged_record_is_named(tmp_path: Path) -> None:
    (place,) = add(tmp_path, 0)
    with pytest.raises(DamagedRecord, match=r"2026-11-20\.warc\.gz, byte 3: no WARC record"):
        load_page(tmp_path, replace(place, offset_bytes=3))


def test_a_damaged_day_goes_on_in_another_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    first, second = add(tmp_path, 0, 0)
    path = tmp_path / first.file
    damaged = bytearray(path.read_bytes())
    damaged[first.offset_bytes + 20] ^= 0xFF
    path.write_bytes(damaged)
    (third,) = add(tmp_path, 0)
    assert third.file == "2026-11-20-2.warc.gz"
    assert "2026-11-20.warc.gz is damaged" in caplog.text
    assert path.read_bytes() == damaged
    assert load_page(tmp_path, second).body == exchange(1).body
    assert load_page(tmp_path, third).body == exchange(0).body
