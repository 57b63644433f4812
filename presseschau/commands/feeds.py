"""`presseschau feeds`: the store into feeds."""

from typing import Any

import click

from presseschau.options import feed_options, place_options
from presseschau.running import run

_EXAMPLE = """\b
Example:
  presseschau feeds --base-url https://feeds.example.org/
"""


@click.command(name="feeds", epilog=_EXAMPLE)
@click.option("--everything", is_flag=True, help="Write every feed anew, also what was removed by hand.")
@feed_options
@place_options
def command(**options: Any) -> int:
    """Write the feeds from the store; a stage of the nightly job alone. Unchanged files are not touched."""
    return run("feeds", options)
