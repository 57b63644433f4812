"""A directory that has little room, for a while."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOMY_KILOBYTES = 64_000


class SmallDisk:
    """A directory that is a disk of its own (a tmpfs) where one may be mounted, and else a plain one."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.is_mounted = _mount(directory, f"size={ROOMY_KILOBYTES}k")

    def resize(self, kilobytes: int) -> None:
        """Raises: AssertionError, when what it holds takes more."""
        assert _mount(self.directory, f"remount,size={max(kilobytes, 4)}k")  # 0 would be no limit

    def leave(self, kilobytes: int) -> None:
        """Let no more than so much be written from now on."""
        self.resize(shutil.disk_usage(self.directory).used // 1024 + kilobytes)

    def make_read_only(self) -> None:
        assert _mount(self.directory, "remount,ro")


@contextmanager
def small_disk(directory: Path) -> Iterator[SmallDisk]:
    """The disk, mounted at a new directory of this name, with room for all that a test writes."""
    directory.mkdir()
    disk = SmallDisk(directory)
    try:
        yield disk
    finally:
        if disk.is_mounted:
            subprocess.run(["umount", "--lazy", directory], check=True)


def _mount(directory: Path, options: str) -> bool:
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        return False
    done = subprocess.run([mount, "-t", "tmpfs", "-o", options, "tmpfs", directory], check=False, capture_output=True)
    return done.returncode == 0
