"""`reseparate --dry-run`: what the present separation would change. Nothing is stored or written."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import click

from articles.errors import UnknownStore
from presseschau.exit_status import ExitStatus


def preview(options: Mapping[str, Any]) -> int:
    """Read the archived pages again and print the changes; the exit status comes back."""
    from crawler.errors import UnknownPublisher
    from presseschau.nightly import Night, lock_store, reseparate
    from presseschau.progress import progress_bar
    from presseschau.report import render_changes
    from presseschau.verdict import judge

    night = Night(command="reseparate", dry_run=True, **options)
    try:
        with lock_store(night) as store, progress_bar() as show:
            outcome = reseparate(night, store, "dry run", show)
    except (UnknownPublisher, UnknownStore) as error:
        raise click.UsageError(str(error)) from error
    click.echo(render_changes(asdict(outcome)), nl=False)
    status, messages = judge((), outcome)
    for line in (*outcome.warnings, *messages):
        click.echo(f"presseschau: {line}", err=True)
    return ExitStatus(status)
