"""The options that several commands share; each also reads a `PRESSESCHAU_*` variable and presseschau.toml."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import click

from crawler.politeness.quiet_hours import InvalidQuietHours, parse_quiet_hours

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType[date]):
    """A calendar day, `2026-11-22`; TOML's own dates too."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2026-11-22", param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment with its offset, `2026-11-22T03:00:00+01:00`."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no moment; write it as 2026-11-22T03:00:00+01:00", param, ctx)
        if moment.utcoffset() is None:
            self.fail(f"{value!r} lacks its offset; write it as 2026-11-22T03:00:00+01:00", param, ctx)
        return moment


class HttpUrl(click.ParamType[str]):
    """An absolute http or https URL."""

    name = "url"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        try:
            parts = urlsplit(text)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            usable = False
        if not usable:
            self.fail(f"{text!r} is no absolute http or https URL", param, ctx)
        return text


class Rate(click.ParamType[float]):
    """Requests a second: a finite number, 0 or more."""

    name = "rate"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            rate = float(str(value))
        except ValueError:
            rate = math.nan
        if not 0 <= rate < math.inf:
            self.fail(f"{value!r} is no number of requests a second; 0 means no limit", param, ctx)
        return rate


class Hours(click.ParamType[str]):
    """Hours of the day, `06:00-22:30`, with or without a zone."""

    name = "hours"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            parse_quiet_hours(str(value), zone=ZoneInfo("UTC"))
        except InvalidQuietHours as error:
            self.fail(str(error), param, ctx)
        return str(value)


class Contact(click.ParamType[str]):
    """A mail address or http(s) URL, fit for a User-Agent (RFC 9110, 10.1.5: no blanks, brackets or line breaks)."""

    name = "contact"
    _FORM = re.compile(r"[!-'*-;=?-~]+@[!-'*-;=?-~]+|https?://[!-'*-;=?-~]+")

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).removeprefix("mailto:")
        if not self._FORM.fullmatch(text):
            self.fail(f"{text!r} is neither a mail address nor an http(s) URL", param, ctx)
        return text


def shared_option(*declarations: str, **attributes: Any) -> Callable[[Command], Command]:
    """A click option that can also be set by `PRESSESCHAU_<NAME>` and in presseschau.toml."""
    name = declarations[0].partition("/")[0].removeprefix("--")  # of `--this/--no-this`, this
    variable = "PRESSESCHAU_" + name.replace("-", "_").upper()
    return click.option(*declarations, envvar=variable, show_envvar=True, **attributes)


output_option = shared_option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="Where everything is written.",
)
store_option = shared_option(
    "--store",
    metavar="URL",
    help="The store, such as sqlite:///news.sqlite.  [default: presseschau.sqlite in the output directory]",
)
publisher_option = shared_option(
    "--publisher", "publishers", multiple=True, metavar="NAME", help="A publisher to crawl; repeatable.  [default: all]"
)
origin_option = shared_option(
    "--origin",
    type=HttpUrl(),
    help="Fetch from this origin instead of the publisher's own hosts; stored URLs stay canonical.",
)
full_option = shared_option("--full", is_flag=True, help="Walk every listing to its end.")
since_option = shared_option("--since", type=Day(), help="Leave listings below this day.")
limit_option = shared_option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="Ask for at most N new articles, and again for at most N known ones.",
)
rate_option = shared_option(
    "--rate",
    type=Rate(),
    default=1.0,
    show_default=True,
    metavar="N",
    help="The most requests a second per host; 0: no limit, for your own machines.",
)
quiet_hours_option = shared_option(
    "--quiet-hours",
    type=Hours(),
    metavar="HOURS",
    help="Ask for nothing from 06:00-22:30, by the publisher's clock; 06:00-22:30 Europe/Berlin: by that one.",
)
contact_option = shared_option(
    "--contact", type=Contact(), metavar="ADDRESS", help="Mail address or URL that publishers find in the User-Agent."
)
accept_gone_option = shared_option(
    "--accept-gone", is_flag=True, help="Withdraw what is gone, however much it is: for the night after that alarm."
)
archive_option = shared_option(
    "--archive/--no-archive",
    default=True,
    show_default=True,
    help="Keep the pages as fetched below archive/ in the output directory, for `reseparate`.",
)
base_url_option = shared_option(
    "--base-url", type=HttpUrl(), help="Where the feeds directory is served; feeds then name their own address."
)
hub_option = shared_option("--hub", type=HttpUrl(), help="A WebSub hub to tell of changed feeds; needs --base-url.")
entries_option = shared_option(
    "--entries",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="N",
    help="The newest entries in a live feed; older ones stand in its archive pages, N in each.",
)
teasers_only_option = shared_option(
    "--teasers-only",
    "teasers_only",
    multiple=True,
    metavar="NAME",
    help="A publisher whose articles feeds carry without their full text; repeatable.",
)
fold_repeats_option = shared_option(
    "--fold-repeats",
    is_flag=True,
    help="Leave an article that repeats an earlier one's text out of the feeds in which that one stands.",
)
tombstones_option = shared_option(
    "--tombstones", is_flag=True, help="Name withdrawn articles in Atom feeds (RFC 6721), which validators do not know."
)
language_option = shared_option(
    "--language",
    type=click.Choice(["de", "en"]),
    default="de",
    show_default=True,
    help="Of the reader pages with plain names; the other language stands beside them.",
)
clock_option = shared_option(
    "--clock", type=Moment(), hidden=True, help="Run as if it were this moment, for replays and simulations."
)


def with_options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator, in the order they are shown."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


crawl_options = with_options(
    publisher_option,
    origin_option,
    full_option,
    since_option,
    limit_option,
    rate_option,
    quiet_hours_option,
    contact_option,
    accept_gone_option,
    archive_option,
)
feed_options = with_options(
    base_url_option,
    hub_option,
    entries_option,
    teasers_only_option,
    fold_repeats_option,
    tombstones_option,
    language_option,
)
place_options = with_options(output_option, store_option, clock_option)
