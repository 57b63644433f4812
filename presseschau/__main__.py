"""The program `presseschau`: its commands, and how errors become exit statuses."""

import logging
import os
import signal
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click
from click.core import ParameterSource

from articles.errors import ArticleError
from feeds.errors import FeedError
from presseschau.configuration import FILE_NAME, load_configuration
from presseschau.exit_status import ExitStatus
from presseschau.lock import LockHeldError

COMMANDS = (
    "demo",
    "nightly",
    "crawl",
    "feeds",
    "export",
    "serve",
    "separate",
    "explain",
    "reseparate",
    "check",
    "status",
)


class Program(click.Group):
    """The commands; `presseschau.toml` is read for the one that runs, and not where only its help is asked for."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Raises: ConfigurationError."""
        name, command, rest = super().resolve_command(ctx, args)
        if not ctx.resilient_parsing and not set(ctx.help_option_names).intersection(rest):
            ctx.default_map = load_configuration(Path.cwd(), self.commands)
        return name, command, rest


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("presseschau"))
def cli() -> None:
    """Crawl news pages, separate each article from its advertising, publish feeds per tag.

    Options whose help names a PRESSESCHAU_* variable may also stand in presseschau.toml in the working directory; the
    command line wins, then variables, then the file.
    """


for _name in COMMANDS:
    cli.add_command(import_module(f"presseschau.commands.{_name}").command)


def main() -> None:
    """Run the program; leaves by `sys.exit` with a status of `ExitStatus`."""
    _open_closed_streams()
    # A log that cannot be written (a full disk) must not fill cron's mail with tracebacks of its own.
    logging.raiseExceptions = False
    # cron and service managers end a run by SIGTERM; it is to end like Ctrl-C does, with everything put away.
    # A shell has what it starts in the background ignore SIGINT; SIGTERM ends it all the same.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        status = cli(standalone_mode=False)
    except click.Abort:
        status = _fail("interrupted", ExitStatus.INTERRUPTED)
    except KeyboardInterrupt:
        status = _fail("interrupted", ExitStatus.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        _show_source(error)
        status = ExitStatus(error.exit_code)
    except LockHeldError as error:
        status = _fail(str(error), ExitStatus.LOCKED)
    except (ArticleError, FeedError, OSError) as error:
        status = _fail(str(error), ExitStatus.FAULT)
    sys.exit(status)


def _open_closed_streams() -> None:
    """Give a process that was started without its standard streams silent ones (`2>&-` in a shell)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # open as long as we run


def _fail(message: str, status: ExitStatus) -> ExitStatus:
    click.echo(f"presseschau: {message}", err=True)
    return status


def _show_source(error: click.ClickException) -> None:
    """Say where a bad value stands when it is not on the command line."""
    if not isinstance(error, click.BadParameter) or error.ctx is None or error.param is None or not error.param.name:
        return
    source = error.ctx.get_parameter_source(error.param.name)
    if source is ParameterSource.DEFAULT_MAP:
        click.echo(f"It stands in {Path.cwd() / FILE_NAME}.", err=True)
    elif source is ParameterSource.ENVIRONMENT:
        click.echo(f"It stands in the variable {error.param.envvar}.", err=True)


if __name__ == "__main__":
    main()
