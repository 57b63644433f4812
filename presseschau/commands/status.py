"""`presseschau status`: the last runs, and how the store stands."""

from datetime import datetime
from pathlib import Path

import click

from presseschau.exit_status import ExitStatus
from presseschau.options import output_option, store_option

_EXAMPLE = """\b
Examples:
  presseschau status
  presseschau status --verify && cp -a output /backup/
"""


@click.command(name="status", epilog=_EXAMPLE)
@click.option(
    "--verify", is_flag=True, help="Check that store, JSON Lines, feeds and archive agree; exit status 1 when not."
)
@click.option("--runs", "run_count", type=click.IntRange(min=1), default=7, show_default=True, help="How many to show.")
@output_option
@store_option
def command(*, verify: bool, run_count: int, output: Path, store: str | None) -> int:
    """Show the last runs and how the store stands."""
    from articles.store import open_store
    from articles.store.contract import Store
    from articles.store.opening import sqlite_path
    from articles.store.terms import UrlState
    from presseschau.lock import run_lock
    from presseschau.nightly import ARCHIVE_NAME, STORE_NAME
    from presseschau.verification import examine

    path = (output / STORE_NAME).absolute()
    if store is None and not path.exists():
        raise click.UsageError(f"there is no store at {path}; crawl first, or name another --output or --store")

    def show(opened: Store) -> None:
        totals = opened.totals()
        waiting = totals.urls.get(UrlState.DISCOVERED, 0) + totals.urls.get(UrlState.REQUESTED, 0)
        click.echo(f"{store or path}")
        click.echo(
            f"{totals.live_count} articles, {totals.withdrawn_count} withdrawn, {totals.revision_count} revisions"
        )
        rejected = totals.urls.get(UrlState.REJECTED, 0)
        click.echo(f"pages still to be fetched: {waiting}, that gave no article: {rejected}")
        for run in opened.last_runs(run_count):
            click.echo(
                f"{run.started_at:%Y-%m-%d %H:%M} UTC  {run.command:<8} {_ending(run.finished_at, run.exit_status)}"
            )

    with open_store(store or f"sqlite:///{path}") as opened:
        show(opened)
        if not verify:
            return ExitStatus.OK
        with run_lock(output, sqlite_path(store or path)):
            findings = examine(opened, output, output / ARCHIVE_NAME)
    faults = findings.faults
    for note in findings.notes:
        click.echo(note)
    for fault in faults:
        click.echo(f"presseschau: {fault}", err=True)
    click.echo(f"{len(faults)} faults" if faults else "store and files agree")
    return ExitStatus.FAULT if faults else ExitStatus.OK


def _ending(finished_at: datetime | None, exit_status: int | None) -> str:
    if finished_at is None or exit_status is None:
        return "did not end: it is running, or was killed"
    try:
        meaning = ExitStatus(exit_status).meaning
    except ValueError:
        meaning = "no status of ours"
    return f"{exit_status}: {meaning}"
