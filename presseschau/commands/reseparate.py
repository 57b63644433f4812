"""`presseschau reseparate`: the archived pages, read again by the present separation."""

from typing import Any

import click

from presseschau.options import Day, feed_options, place_options, publisher_option
from presseschau.preview import preview
from presseschau.running import run

_EXAMPLE = """\b
Examples:
  presseschau reseparate --dry-run
  presseschau reseparate --publisher kettner --since 2026-11-01
"""


@click.command(name="reseparate", epilog=_EXAMPLE)
@publisher_option
@click.option("--since", type=Day(), help="Leave out pages fetched before this day (UTC).")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--processes", type=click.IntRange(min=1), metavar="N", help="Read N pages at once.  [default: one per core]"
)
@feed_options
@place_options
def command(*, dry_run: bool, **options: Any) -> int:
    """Run the present separation over the archived pages; no network is used.

    The newest archived page of each article is read again. Where the result is another, a revision is stored; JSON
    Lines and feeds follow. Pages that the present separation has read are left out, so that a stopped run goes on
    where it ended. On a terminal, and with --dry-run, it says how many articles changed in what.
    """
    return preview(options) if dry_run else run("reseparate", options)
