"""`presseschau check`: a small live probe of one publisher."""

import click

from presseschau.contact import require_contact
from presseschau.options import contact_option, origin_option, rate_option

_EXAMPLE = """\b
Examples:
  presseschau check kettner --contact you@example.org
  presseschau check kettner --origin http://127.0.0.1:8000 --rate 0
"""


@click.command(name="check", epilog=_EXAMPLE)
@click.argument("publisher")
@click.option(
    "--articles", "article_count", type=click.IntRange(min=1), default=3, show_default=True, help="How many are read."
)
@origin_option
@rate_option
@contact_option
def command(publisher: str, article_count: int, origin: str | None, rate: float, contact: str | None) -> int:
    """Ask one publisher for the first page of each listing and for some articles, and hold them against its floors.

    Nothing is kept. Exit status 3: it is under its floor, or what it shows gives no articles; 69: it cannot be reached.
    """
    require_contact(contact, origin)
    from crawler.errors import UnknownPublisher
    from presseschau.probing import probe

    try:
        findings = probe(publisher, article_count=article_count, origin=origin, rate=rate, contact=contact)
    except UnknownPublisher as error:
        raise click.UsageError(str(error)) from error
    for line in findings.shown:
        click.echo(line)
    for line in findings.complaints:
        click.echo(f"presseschau: {line}", err=True)
    return findings.exit_status
