"""How a night went: from what the crawl came to, to the exit status and the clear word."""

from collections.abc import Sequence

from crawler.job import CrawlOutcome
from crawler.reseparating.job import ReseparationOutcome
from presseschau.exit_status import ExitStatus


def judge(
    outcomes: Sequence[CrawlOutcome], reseparation: ReseparationOutcome | None = None
) -> tuple[ExitStatus, tuple[str, ...]]:
    """The status of a run and one line for each thing that went wrong, besides what the status says.

    The gravest wins: a fault of ours, an interruption, all publishers out of reach, an alarm. One publisher out of
    reach beside others that answered is an alarm.
    """
    faults = [f"{outcome.publisher}: {outcome.fault}" for outcome in outcomes if outcome.fault]
    if reseparation is not None:
        faults += reseparation.faults
    alarms = [f"{outcome.publisher}: {alarm}" for outcome in outcomes for alarm in outcome.alarms]
    unreachable = [f"{outcome.publisher}: could not be reached" for outcome in outcomes if not outcome.reachable]
    said = (*faults, *unreachable, *alarms)
    if faults:
        return ExitStatus.FAULT, said
    if any(outcome.interrupted for outcome in outcomes):
        return ExitStatus.INTERRUPTED, said
    if outcomes and len(unreachable) == len(outcomes):
        return ExitStatus.UNREACHABLE, said
    if unreachable or alarms:
        return ExitStatus.ALARM, said
    return ExitStatus.OK, ()
