"""How a command of the nightly job runs, and what people and cron see of it."""

import sys
from collections.abc import Mapping
from typing import Any

import click

from articles.errors import UnknownStore
from presseschau.exit_status import ExitStatus


def run(command: str, options: Mapping[str, Any]) -> int:
    """Do the job of a command with its options; the exit status comes back.

    On a terminal a bar while it runs and a summary at its end; elsewhere only what went wrong. All of it on stderr.
    """
    from crawler.errors import InvalidOrigin, UnknownPublisher
    from presseschau.nightly import Night, run_night
    from presseschau.progress import progress_bar

    try:
        with progress_bar() as show:
            report = run_night(Night(command=command, **options), show)
    except (UnknownPublisher, InvalidOrigin, UnknownStore) as error:
        raise click.UsageError(str(error)) from error
    for warning in report.reseparation["warnings"] if report.reseparation else ():
        click.echo(f"presseschau: {warning}", err=True)
    for publisher in report.publishers:
        if publisher["quiet_until"]:
            said = f"{publisher['publisher']}: quiet hours until {publisher['quiet_until']}; the rest is left for later"
            click.echo(f"presseschau: {said}", err=True)
    report_path = options["output"] / "reports" / f"{report.run_id}.json"
    if report.exit_status is not ExitStatus.OK:
        for message in report.messages:
            click.echo(f"presseschau: {message}", err=True)
        click.echo(f"presseschau: {report.exit_status.meaning}. The report: {report_path}", err=True)
    elif sys.stderr.isatty():
        click.echo(f"{report.summary()} The report: {report_path}", err=True)
    return report.exit_status
