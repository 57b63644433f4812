"""The report, as its JSON has it, becomes a page; whatever it holds is escaped."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

_NAMED = frozenset(
    {
        "publisher", "started_at", "finished_at", "reachable", "interrupted", "fault", "alarms", "warnings",
        "requests", "outcomes", "walks", "sources", "furniture", "delay_seconds", "held_seconds",
    }
)  # fmt: skip
"""What the template shows in a way of its own. All else that a publisher's part holds is listed as it is."""


def render_report_page(report: Mapping[str, Any]) -> bytes:
    """The page, UTF-8. `report`: the document that `reports/<run id>.json` holds."""
    started_at, finished_at = (datetime.fromisoformat(report[name]) for name in ("started_at", "finished_at"))
    others = [{name: value for name, value in each.items() if name not in _NAMED} for each in report["publishers"]]
    page = _environment().get_template("report.html")
    return page.render(
        report=report,
        started_at=started_at,
        duration=_in_words(finished_at - started_at),
        tone=_tone(report["exit_status"]),
        publishers=list(zip(report["publishers"], others, strict=True)),
    ).encode()


def _tone(exit_status: int) -> str:
    return {0: "good", 3: "doubtful", 130: "doubtful"}.get(exit_status, "bad")


def _in_words(duration: timedelta) -> str:
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("presseschau.report_page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
