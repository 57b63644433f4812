"""`python -m presseschau.demo`: the demo publisher by hand, until interrupted."""

import threading
from contextlib import suppress

import click

from presseschau.demo.nights import NIGHTS
from presseschau.demo.server import DemoPublisher


@click.command()
@click.option("--night", type=click.IntRange(min(NIGHTS), max(NIGHTS)), default=1, help="Which night to serve.")
@click.option("--port", default=0, show_default=True, help="Port on loopback; 0 takes a free one.")
def main(night: int, port: int) -> None:
    """Serve the demo publisher and print its origin.

    Example: python -m presseschau.demo --night 2 --port 8000
    """
    with DemoPublisher(night, port) as publisher, suppress(KeyboardInterrupt):
        click.echo(publisher.origin)
        threading.Event().wait()


if __name__ == "__main__":
    main()
