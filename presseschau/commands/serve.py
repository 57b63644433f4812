"""`presseschau serve`: the feeds and the reader page over HTTP."""

from pathlib import Path

import click

from presseschau.options import (
    base_url_option,
    entries_option,
    hub_option,
    language_option,
    output_option,
    shared_option,
    store_option,
    teasers_only_option,
    tombstones_option,
)

_EXAMPLE = """\b
Examples:
  presseschau serve
  presseschau serve --host 0.0.0.0 --port 80 --base-url https://feeds.example.org/
"""


@click.command(name="serve", epilog=_EXAMPLE)
@shared_option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@shared_option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@base_url_option
@hub_option
@entries_option
@teasers_only_option
@tombstones_option
@language_option
@output_option
@store_option
def command(host: str, port: int, output: Path, store: str | None, **choices: object) -> int:
    """Serve the feeds, the reader page, and feeds of any combination.

    A combination is asked for as /feed.atom?topic=cdu-csu&topic=spd&not=wahlen&q=Rente.

    Prints its address on stdout once it listens; ends on Ctrl-C or SIGTERM.
    """
    from presseschau.serving import ExtraMissing, serve

    try:
        serve(output, store, host=host, port=port, choices=choices)
    except ExtraMissing as error:
        raise click.UsageError(str(error)) from error
    return 0
