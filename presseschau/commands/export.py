"""`presseschau export`: the store into JSON Lines."""

from typing import Any

import click

from presseschau.options import place_options
from presseschau.running import run

_EXAMPLE = """\b
Example:
  presseschau export && jq -r .title output/articles/*.jsonl
"""


@click.command(name="export", epilog=_EXAMPLE)
@place_options
def command(**options: Any) -> int:
    """Write every stored day as JSON Lines; a stage of the nightly job alone. Unchanged files are not touched."""
    return run("export", options)
