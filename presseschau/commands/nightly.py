"""`presseschau nightly`: the whole job, for cron."""

from typing import Any

import click

from presseschau.contact import require_contact
from presseschau.options import crawl_options, feed_options, place_options
from presseschau.running import run

_EXAMPLE = """\b
Examples:
  presseschau nightly --contact you@example.org
  presseschau nightly --publisher kettner --since 2026-11-01 --limit 200 --contact you@example.org
"""


@click.command(name="nightly", epilog=_EXAMPLE)
@crawl_options
@feed_options
@place_options
def command(**options: Any) -> int:
    """Crawl, separate, store, write JSON Lines and feeds, report.

    Silent when all is well and stderr is no terminal. The exit status says how it went: 0 all well, 3 an alarm,
    69 publisher unreachable, 75 another run holds the lock, 130 interrupted.
    """
    require_contact(options["contact"], options["origin"])
    return run("nightly", options)
