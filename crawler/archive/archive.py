"""The archive as a whole: a directory with a file a day."""

import logging
import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from articles.store.terms import ArchivePlace
from crawler.archive.day_file import DayFile
from crawler.archive.exchange import Exchange
from crawler.archive.records import parse_response, render_exchange, render_warcinfo
from crawler.errors import ArchiveFileMissing, DamagedArchive, DamagedRecord

_log = logging.getLogger(__name__)


class Archive:
    """Adds pages to the archive. Threads may share it, and several processes may write to the same directory."""

    def __init__(self, directory: Path, about: Mapping[str, str]) -> None:
        """Nothing is opened yet. `about`: fields of the warcinfo records, such as `software`."""
        self._directory = directory
        self._about = about
        self._turn = threading.Lock()
        self._open: tuple[date, DayFile] | None = None

    def add(self, exchange: Exchange) -> ArchivePlace:
        """Add a page to the file of its day (UTC); it is on the disk when its place comes back.

        Raises: OSError, naming the file; the archive is as it was before.
        """
        response, request = render_exchange(exchange)
        with self._turn:
            file = self._file_of(exchange.at)
            offset = file.add(response + request)
        return ArchivePlace(file=file.path.name, offset_bytes=offset, length_bytes=len(response))

    def close(self) -> None:
        with self._turn:
            if self._open is not None:
                self._open[1].close()
                self._open = None

    def _file_of(self, at: datetime) -> DayFile:
        day = at.astimezone(UTC).date()
        if self._open is None or self._open[0] != day:
            if self._open is not None:
                self._open[1].close()
                self._open = None
            self._open = day, self._open_day(day, at)
        return self._open[1]

    def _open_day(self, day: date, at: datetime) -> DayFile:
        """The day's file; beside one that is damaged in its middle, which nobody may touch, another."""
        number = 1
        while True:
            name = f"{day.isoformat()}.warc.gz" if number == 1 else f"{day.isoformat()}-{number}.warc.gz"
            try:
                return DayFile(self._directory / name, partial(render_warcinfo, name, self._about, at=at))
            except DamagedArchive as error:
                _log.warning("%s; it stays as it is, and the day goes on in another file", error)
                number += 1


def load_page(directory: Path, place: ArchivePlace) -> Exchange:
    """The page that stands at this place of the archive; its request is left out.

    Raises: ArchiveFileMissing; DamagedRecord, naming file and offset; OSError.
    """
    path = directory / place.file
    try:
        with path.open("rb") as file:
            file.seek(place.offset_bytes)
            member = file.read(place.length_bytes)
        return parse_response(member)
    except FileNotFoundError as error:
        raise ArchiveFileMissing(path) from error
    except DamagedRecord as error:
        raise DamagedRecord(f"{path}, byte {place.offset_bytes}: {error}") from error
