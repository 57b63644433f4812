"""The exit statuses that cron and scripts rely on (docs/operate.md)."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """How a command ended. 69 and 75 are EX_UNAVAILABLE and EX_TEMPFAIL of sysexits.h."""

    OK = 0
    FAULT = 1
    USAGE = 2
    ALARM = 3
    UNREACHABLE = 69
    LOCKED = 75
    INTERRUPTED = 130

    @property
    def meaning(self) -> str:
        """In words, for reports and messages."""
        return _MEANINGS[self]


_MEANINGS = {
    ExitStatus.OK: "all well",
    ExitStatus.FAULT: "a fault of ours",
    ExitStatus.USAGE: "wrong usage or configuration",
    ExitStatus.ALARM: "finished, but an alarm was raised; the last good feeds of the publisher concerned stand",
    ExitStatus.UNREACHABLE: "the publisher could not be reached at all; the last good feeds stand",
    ExitStatus.LOCKED: "another run holds the lock",
    ExitStatus.INTERRUPTED: "interrupted; what was stored stays, the next run goes on from there",
}
