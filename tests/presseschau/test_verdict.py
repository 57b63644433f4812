from datetime import UTC, datetime

import pytest

from crawler.job import CrawlOutcome
from presseschau.exit_status import ExitStatus
from presseschau.verdict import judge

MOMENT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def outcome(
    publisher: str = "gazette",
    *,
    reachable: bool = True,
    interrupted: bool = False,
    fault: str | None = None,
    alarms: tuple[str, ...] = (),
) -> CrawlOutcome:
    return CrawlOutcome(
        publisher=publisher,
        started_at=MOMENT,
        finished_at=MOMENT,
        reachable=reachable,
        interrupted=interrupted,
        fault=fault,
        alarms=alarms,
        warnings=(),
        requests={},
        outcomes={},
        walks=(),
        delay_seconds={},
        held_seconds={},
    )


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ((), ExitStatus.OK),
        ((outcome(),), ExitStatus.OK),
        ((outcome(alarms=("under its floor",)),), ExitStatus.ALARM),
        ((outcome(reachable=False),), ExitStatus.UNREACHABLE),
        ((outcome(reachable=False), outcome("herald")), ExitStatus.ALARM),
        ((outcome(reachable=False), outcome("herald", reachable=False)), ExitStatus.UNREACHABLE),
        ((outcome(interrupted=True, alarms=("under its floor",)),), ExitStatus.INTERRUPTED),
        ((outcome(interrupted=True, fault="KeyError"),), ExitStatus.FAULT),
    ],
)
def test_the_gravest_wins(outcomes: tuple[CrawlOutcome, ...], status: ExitStatus) -> None:
    assert judge(outcomes)[0] is status


def test_each_trouble_has_its_line_with_the_publisher() -> None:
    _, said = judge((outcome(alarms=("under its floor",)), outcome("herald", reachable=False)))
    assert said == ("herald: could not be reached", "gazette: under its floor")


def test_a_good_night_says_nothing() -> None:
    assert judge((outcome(), outcome("herald")))[1] == ()
