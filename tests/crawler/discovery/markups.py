"""The same listing in several markups: page head, entries with a consultation ad behind the first, page foot."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

AD_TITLE = "Kostenlose Beratung"
AD_TEXT = "Wie lege ich mein Geld eigentlich richtig an? Unsere Fachleute rufen Sie heute noch zurück."
HEAD = "<header><a href='/'>Start</a><p>200.000 zufriedene Kunden vertrauen uns seit vielen Jahren</p></header>"
FOOT = "<footer><p>Alle Angaben hier sind wie immer ohne Gewähr.</p><a href='/impressum'>Impressum</a></footer>"


@dataclass(frozen=True)
class Shown:
    """An entry as it should be read."""

    path: str
    day: str
    clock: str
    title: str
    teaser: str


ENTRIES = (
    Shown(
        "/news/a-21-01-2026",
        "21.01.2026",
        "18:37",
        "Erste Überschrift",
        "Der Anriss der ersten Geschichte. Zwei Sätze.",
    ),
    Shown(
        "/news/b-21-01-2026",
        "21.01.2026",
        "18:37",
        "Zweite: die Frage",
        "Ein anderer Anriss mit ein paar Wörtern mehr.",
    ),
    Shown("/news/c-20-01-2026", "20.01.2026", "07:05", "Dritte", "Auch die dritte Geschichte bekommt hier einen Satz."),
    Shown(
        "/news/d-19-01-2026",
        "19.01.2026",
        "23:59",
        "Vierte „Zitat“ im Titel",
        "Und die vierte, wie alle anderen, auch.",
    ),
)


def around(body: str) -> str:
    return (
        f"<html><body>{HEAD}<main><h1>Nachrichten im Überblick - Seite 2</h1>{body}"
        f"<nav><a href='/news'>1</a> <b>2</b> <a href='/news/seite/3'>3</a></nav></main>{FOOT}</body></html>"
    )


def with_ad(entries: Iterable[str], ad: str) -> str:
    first, *rest = entries
    return first + ad + "".join(rest)


def cards() -> str:
    pieces = (
        f"<div><a href='{e.path}'><img src=x></a><div><div><span>{e.day}</span> <span>{e.clock} Uhr</span></div>"
        f"<h3><a href='{e.path}'>{e.title}</a></h3><div>{e.teaser}</div><a href='{e.path}'>Weiterlesen</a></div></div>"
        for e in ENTRIES
    )
    return around(
        "<div>"
        + with_ad(pieces, f"<div><h3>{AD_TITLE}</h3><div>{AD_TEXT}</div><a href='/beratung'>Jetzt</a></div>")
        + "</div>"
    )


def one_link_cards() -> str:
    """The whole card is one link; its parts are spans that only a style sheet sets below each other."""
    pieces = (
        f"<a href='{e.path}'><span>Politik</span><span>{e.day}, {e.clock} Uhr</span><strong>{e.title}</strong>"
        f"<span>{e.teaser}</span></a>"
        for e in ENTRIES
    )
    return around(
        "<section>" + with_ad(pieces, f"<a href='/beratung'><strong>{AD_TITLE}</strong>{AD_TEXT}</a>") + "</section>"
    )


def one_link_boxes() -> str:
    """The whole card is one link; day, time, headline and teaser are boxes alike."""
    pieces = (
        f"<a href='{e.path}'><div><div>{e.day}</div><div>{e.clock} Uhr</div></div><div>{e.title}</div>"
        f"<div>{e.teaser}</div></a>"
        for e in ENTRIES
    )
    return around("<div>" + with_ad(pieces, f"<a href='/beratung'><div>{AD_TITLE}</div>{AD_TEXT}</a>") + "</div>")


def one_link_cards_with_clock_apart() -> str:
    pieces = (
        f"<div><a href='{e.path}'><p>{e.day}</p><p>{e.clock} Uhr</p><p>{e.title}</p><p>{e.teaser}</p></a></div>"
        for e in ENTRIES
    )
    return around(with_ad(pieces, f"<div><p>{AD_TITLE}</p><p>{AD_TEXT}</p></div>"))


def plain_list() -> str:
    pieces = (
        f"<li><time datetime='2026-01-{e.day[:2]}T{e.clock}'>{e.day[:6]}</time> <a href='{e.path}'>{e.title}</a>"
        f"<p>{e.teaser}</p></li>"
        for e in ENTRIES
    )
    return around("<ul>" + with_ad(pieces, f"<li><b>{AD_TITLE}</b><p>{AD_TEXT}</p></li>") + "</ul>")


def table_of_rows() -> str:
    pieces = (
        f"<tr><td>{e.day}<br>{e.clock} Uhr</td><td><a href='{e.path}'>{e.title}</a></td><td>{e.teaser}</td></tr>"
        for e in ENTRIES
    )
    return around("<table>" + with_ad(pieces, f"<tr><td colspan=3>{AD_TITLE}<br>{AD_TEXT}</td></tr>") + "</table>")


def table_of_row_pairs() -> str:
    pieces = (
        f"<tr><td>{e.day} {e.clock} Uhr</td><td><a href='{e.path}'>{e.title}</a></td></tr>"
        f"<tr><td></td><td>{e.teaser}</td></tr>"
        for e in ENTRIES
    )
    return around(
        "<table>" + with_ad(pieces, f"<tr><td colspan=2>{AD_TITLE}</td></tr><tr><td>{AD_TEXT}</td></tr>") + "</table>"
    )


def definition_list() -> str:
    pieces = (
        f"<dt><a href='{e.path}'>{e.title}</a></dt><dd>{e.day}, {e.clock} Uhr</dd><dd>{e.teaser}</dd>" for e in ENTRIES
    )
    return around("<dl>" + with_ad(pieces, f"<dd>{AD_TEXT}</dd>") + "</dl>")


def dates_first_soup() -> str:
    pieces = (
        f"{e.day}<br>{e.clock} Uhr<br><a href='{e.path}'><b>{e.title}</b></a><br>{e.teaser}<br><br>" for e in ENTRIES
    )
    return around(with_ad(pieces, f"<font>{AD_TITLE}</font><br>{AD_TEXT}<br>"))


def dates_last_soup() -> str:
    pieces = (f"<a href='{e.path}'>{e.title}</a><br>{e.teaser}<br>{e.day} {e.clock} Uhr<br><hr>" for e in ENTRIES)
    return around(with_ad(pieces, f"{AD_TITLE}<br>{AD_TEXT}<hr>"))


MARKUPS: tuple[Callable[[], str], ...] = (
    cards,
    one_link_cards,
    one_link_cards_with_clock_apart,
    one_link_boxes,
    plain_list,
    table_of_rows,
    table_of_row_pairs,
    definition_list,
    dates_first_soup,
    dates_last_soup,
)
