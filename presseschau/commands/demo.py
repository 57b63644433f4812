"""`presseschau demo`: the nightly job against the embedded publisher, for people who want to see it work."""

from pathlib import Path

import click

_EXAMPLE = """\b
Example:
  presseschau demo && ls output/demo/feeds/topics
"""
_REQUEST_KINDS = ("listing", "article", "article_not_modified", "robots", "source", "other")

_PLACES = {
    "feeds/all.rss": "the newest articles; .atom and .json beside it",
    "feeds/topics": "a feed per topic; feeds/sections likewise",
    "articles": "JSON Lines: every revision, a line each",
    "reports/latest.json": "what the second night did",
}


@click.command(name="demo", epilog=_EXAMPLE)
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output/demo"),
    show_default=True,
    metavar="DIR",
    help="Where everything is written; an earlier demo's output there is replaced.",
)
def command(output: Path) -> int:
    """Run two simulated nights against an embedded sample publisher.

    It is served on a free loopback port; no other machine is asked.
    """
    from presseschau.demo.tour import BASE_URL, NightFailed, OutputInUse, run_tour

    try:
        shown = run_tour(output)
    except OutputInUse as error:
        raise click.UsageError(str(error)) from error
    except NightFailed as error:
        raise click.ClickException(str(error)) from error
    for night in shown:
        click.echo(f"Night {night.night} ({night.report['run_id'][:10]})")
        requests = ", ".join(f"{night.requests.get(kind, 0)} {kind.replace('_', ' ')}" for kind in _REQUEST_KINDS)
        click.echo(f"  requests   {requests}")
        (publisher,) = night.report["publishers"]
        outcomes = ", ".join(f"{count} {outcome}" for outcome, count in publisher["outcomes"].items())
        click.echo(f"  articles   {outcomes}")
        for source in publisher["sources"]:
            if source["sole"]:
                click.echo(f"  sources    only the {source['kind']} {source['url']} knew {', '.join(source['sole'])}")
        for rejection in night.report["rejections"]:
            click.echo(f"  rejected   {rejection['url']}: {rejection['reason']}")
        feeds = night.report["feeds"]
        click.echo(f"  feeds      {len(feeds['written'])} files written, {feeds['unchanged_count']} unchanged")
    click.echo("\nLook at")
    for place, what in _PLACES.items():
        click.echo(f"  {output / place!s:<36} {what}")
    click.echo(f"\nSubscribe at {BASE_URL}/ while this runs\n  presseschau serve --output {output}")
    return 0
