"""Published files as a server hands them out: read once, compressed once, kept while they do not change.

A file's name must be one that publishing could have made (lower-case ASCII words, no leading dot), so no request
reaches anything else: not a half-written file, nothing outside the directory.
"""

import gzip
import hashlib
import os
import re
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

import brotli

MEDIA_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
    "opml": "text/x-opml; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "png": "image/png",
    "ico": "image/vnd.microsoft.icon",
}
"""By the ending of a file's name."""

_COMPRESSED_ALREADY = ("png", "ico")
_SEGMENT = r"[a-z0-9][a-z0-9_-]{0,99}"  # longer than any of ours, shorter than file systems mind
_NAME = re.compile(rf"(?:{_SEGMENT}/){{0,2}}{_SEGMENT}(?:\.(?:de|en))?\.(?P<ending>{'|'.join(MEDIA_TYPES)})", re.ASCII)
_MAX_BYTES = 64 * 1024 * 1024
_MIN_COMPRESSED_BYTES = 500  # below, the headers weigh more than what is saved


def find_ending(name: str) -> str:
    """The ending of a file's name; empty when it has none."""
    return name.rpartition("/")[2].rpartition(".")[2] if "." in name else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Representation:
    """Content as it goes over the wire, for one encoding."""

    content: bytes
    encoding: str | None
    """`br`, `gzip`, or None for plain."""
    etag: str
    """Strong: differs from encoding to encoding, as the bytes do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """Content in every encoding."""

    media_type: str
    last_modified: str | None
    """An HTTP date. None where there is no file that has one."""
    representations: Mapping[str | None, Representation]

    @property
    def byte_count(self) -> int:
        """What it takes in memory."""
        return sum(len(representation.content) for representation in self.representations.values())


def represent(content: bytes, ending: str, modified_at: float | None, *, kept: bool = True) -> Served:
    """Content with a validator, plain and compressed.

    `modified_at` is in seconds since 1970, UTC. What is not kept is compressed once only, by what every client knows.
    """
    encodings: dict[str | None, bytes] = {None: content}
    if len(content) >= _MIN_COMPRESSED_BYTES and ending not in _COMPRESSED_ALREADY:
        encodings["gzip"] = gzip.compress(content, compresslevel=6, mtime=0)
        if kept:
            encodings["br"] = brotli.compress(content, quality=6)
    digest = hashlib.sha256(content).hexdigest()[:24]
    return Served(
        media_type=MEDIA_TYPES[ending],
        last_modified=None if modified_at is None else formatdate(modified_at, usegmt=True),
        representations={
            encoding: Representation(
                content=encoded, encoding=encoding, etag=f'"{digest}-{encoding}"' if encoding else f'"{digest}"'
            )
            for encoding, encoded in encodings.items()
        },
    )


class PublishedFiles:
    """The files below a directory; threads may share it."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._kept: OrderedDict[str, tuple[tuple[int, int, int], Served]] = OrderedDict()
        self._byte_count = 0
        self._lock = threading.Lock()

    def find_kept(self, name: str) -> Served | None:
        """The file of this name when it is in memory and has not changed since; reads no file."""
        kept = self._kept.get(name)
        if kept is None:
            return None
        try:
            version = _version((self.directory / name).stat())
        except (FileNotFoundError, NotADirectoryError):
            return None
        return kept[1] if kept[0] == version else None

    def find(self, name: str) -> Served | None:
        """The file of this name, as it is now; None when there is none."""
        allowed = _NAME.fullmatch(name)
        if allowed is None:
            return None
        try:
            with (self.directory / name).open("rb") as file:
                status = os.fstat(file.fileno())
                content = file.read()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        served = represent(content, allowed["ending"], status.st_mtime)
        self._keep(name, _version(status), served)
        return served

    def _keep(self, name: str, version: tuple[int, int, int], served: Served) -> None:
        with self._lock:
            replaced = self._kept.pop(name, None)
            self._byte_count += served.byte_count - (replaced[1].byte_count if replaced else 0)
            self._kept[name] = (version, served)
            while self._byte_count > _MAX_BYTES and len(self._kept) > 1:
                _, (_, dropped) = self._kept.popitem(last=False)
                self._byte_count -= dropped.byte_count


def _version(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_mtime_ns, status.st_size
