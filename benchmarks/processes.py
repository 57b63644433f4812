"""What the processes that this one started have cost, also where they are not its own children (Linux)."""

import os
import resource
from pathlib import Path


def children_cpu_seconds() -> float:
    """CPU time of all that ended and was waited for, by us or by children of ours that are still there, and of those.

    Processes that read pages are copies of a server, which lives as long as we do and waits for them.
    """
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = sum(sum(_ticks(int(pid))) for task in Path("/proc/self/task").iterdir() for pid in _children(task))
    return ended.ru_utime + ended.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def _children(task: Path) -> list[str]:
    return (task / "children").read_text().split()


def _ticks(pid: int) -> list[int]:
    """User and system time of a process and of what it waited for; proc(5), the fields 14 to 17 of `stat`."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return [int(field) for field in fields[11:15]]
