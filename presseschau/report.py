"""The report of a run: what it did, for people who come back in the morning and for monitoring."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from articles.replace_file import replace_file
from presseschau.exit_status import ExitStatus
from presseschau.report_page.page import render_report_page

SCHEMA = "presseschau/report/1"


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a run did; written as reports/<run id>.json and .html, and as reports/latest."""

    run_id: str
    command: str
    version: str
    started_at: datetime
    """Aware."""
    finished_at: datetime
    """Aware."""
    exit_status: ExitStatus
    messages: tuple[str, ...]
    """What went wrong, a line each, besides what the exit status says. Empty when all is well."""
    publishers: tuple[Mapping[str, Any], ...] = ()
    """Per publisher what the crawl counted, and its alarms and warnings."""
    reseparation: Mapping[str, Any] | None = None
    """What reading the archived pages again came to. None when they were not."""
    rejections: tuple[Mapping[str, object], ...] = ()
    """Pages that gave no article: publisher, URL, reason, and `quarantine`, the file that keeps the page, relative to
    the output directory; None where there was nothing to keep."""
    jsonlines: tuple[str, ...] = ()
    """Files written, relative to the output directory."""
    feeds: Mapping[str, Any] | None = None
    """What publishing came to. None when the last good feeds were left standing."""

    def summary(self) -> str:
        """One sentence per publisher and one on the feeds, for people; lines of its own on a reseparation."""
        sentences = [render_changes(self.reseparation)] if self.reseparation else []
        for publisher in self.publishers:
            outcomes = publisher["outcomes"]
            counted = ", ".join(f"{count} {outcome}" for outcome, count in outcomes.items() if count)
            sentences.append(f"{publisher['publisher']}: {counted or 'nothing to do'}.")
            sentences += [
                f"Only {source['url']} knew {', '.join(source['sole'])}."
                for source in publisher["sources"]
                if source["sole"]
            ]
        if self.feeds is not None:
            sentences.append(
                f"{len(self.feeds['written'])} feed files written, {self.feeds['unchanged_count']} unchanged."
            )
        return " ".join(sentences)

    def as_document(self) -> dict[str, Any]:
        """The report as JSON has it."""
        return {
            "schema": SCHEMA,
            "run_id": self.run_id,
            "command": self.command,
            "version": self.version,
            "started_at": self.started_at.isoformat(timespec="seconds"),
            "finished_at": self.finished_at.isoformat(timespec="seconds"),
            "exit_status": int(self.exit_status),
            "exit_meaning": self.exit_status.meaning,
            "messages": self.messages,
            "publishers": self.publishers,
            "reseparation": self.reseparation,
            "rejections": self.rejections,
            "jsonlines": self.jsonlines,
            "feeds": self.feeds,
        }


def render_changes(reseparation: Mapping[str, Any]) -> str:
    """What a reseparation came to, for people: a sentence, and a line for each part of articles that changed."""
    pages, revised, created = (reseparation[f"{name}_count"] for name in ("page", "revised", "created"))
    lines = [f"{pages} pages read again: {revised} articles revised, {created} found anew."]
    lines += [f"{count:>8}  {name}" for name, count in reseparation["changes"].items()]
    lines += [f"{count:>8}  no article any more: {reason}" for reason, count in reseparation["rejections"].items()]
    return "\n".join(lines) + "\n"


def save_report(report: Report, output: Path) -> Path:
    """Write the report, as JSON and as a page, and the copies that are always the latest; its JSON's path is returned.

    Raises: OSError.
    """
    directory = output / "reports"
    document = report.as_document()
    text = json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"
    page = render_report_page(json.loads(text))
    for name in (report.run_id, "latest"):
        replace_file(directory / f"{name}.json", [text])
        replace_file(directory / f"{name}.html", [page])
    return directory / f"{report.run_id}.json"
