"""The one way a file of ours comes to be: whole or not at all."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path


def replace_file(path: Path, chunks: Iterable[bytes]) -> bool:
    """Put a file in place whole; True when its bytes changed.

    The chunks go to a temporary file beside it, which is synced and renamed over it (POSIX rename is atomic), so a
    reader sees the old file or the new one and a crash leaves one of them. Equal bytes leave the old file untouched,
    with its time of change. Parents are created.

    Raises: OSError, naming the file; nothing of the new one remains then.
    """
    try:
        return _replace(path, chunks)
    except OSError as error:
        if error.filename is not None:
            raise
        raise OSError(
            error.errno, error.strerror or str(error), str(path)
        ) from error  # a write itself does not know its file


def _replace(path: Path, chunks: Iterable[bytes]) -> bool:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            if _same(path, Path(name)):
                return False
            os.fchmod(file.fileno(), 0o644)  # mkstemp makes it private; these files are for a web server to read
            os.fsync(file.fileno())
        Path(name).replace(path)
        _sync_directory(path.parent)
        return True
    finally:
        Path(name).unlink(missing_ok=True)


def _same(old: Path, new: Path) -> bool:
    """True when both hold the same bytes; read in pieces, since a day of JSON Lines may be large."""
    try:
        if old.stat().st_size != new.stat().st_size:
            return False
        with old.open("rb") as one, new.open("rb") as other:
            while piece := one.read(1 << 20):
                if piece != other.read(1 << 20):
                    return False
    except FileNotFoundError:
        return False
    return True


def _sync_directory(directory: Path) -> None:
    """Make the rename itself survive a power cut."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
