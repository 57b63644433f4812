"""`presseschau crawl`: pages into the store."""

from typing import Any

import click

from presseschau.contact import require_contact
from presseschau.options import crawl_options, place_options
from presseschau.running import run

_EXAMPLE = """\b
Example:
  presseschau crawl --publisher kettner --limit 20 --contact you@example.org
"""


@click.command(name="crawl", epilog=_EXAMPLE)
@crawl_options
@place_options
def command(**options: Any) -> int:
    """Crawl and separate into the store; the first stage of the nightly job alone."""
    require_contact(options["contact"], options["origin"])
    return run("crawl", options)
