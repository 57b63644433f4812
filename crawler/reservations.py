"""What publishers reserve: robots directives and text and data mining, in headers and in a file of the host.

Sources: X-Robots-Tag as search engines document it; TDM Reservation Protocol (W3C community report, 2024).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

_OWN_NAME = "presseschau"
# A directive may carry a colon of its own; any other word before a colon names the robot that a rule is for.
_WITH_VALUE = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})


def parse_robots_tag(values: Iterable[str]) -> tuple[str, ...]:
    """The directives of X-Robots-Tag headers that are meant for everybody or for us, lower case, in order."""
    directives: list[str] = []
    for value in values:
        is_ours = True
        for part in value.lower().split(","):
            head, colon, tail = part.partition(":")
            if colon and head.strip() not in _WITH_VALUE:
                is_ours = head.strip() in (_OWN_NAME, "*")
                directive = tail.strip()
            else:
                directive = part.strip()
            if is_ours and directive:
                directives.append(directive)
    return tuple(dict.fromkeys(directives))


def parse_tdm_reservation(value: str | None) -> bool:
    """True when a `tdm-reservation` header reserves text and data mining."""
    return (value or "").strip() == "1"


class InvalidReservations(ValueError):
    """A file of reservations that cannot be read."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """One rule of a `/.well-known/tdmrep.json`."""

    location: str
    """A path as in robots.txt (RFC 9309, 2.2.3): a prefix, in which `*` stands for anything and `$` for the end."""
    is_reserved: bool


def parse_reservations(content: bytes) -> tuple[Reservation, ...]:
    """The rules of a `/.well-known/tdmrep.json`; one without a location or a reservation is left out.

    Raises: InvalidReservations.
    """
    try:
        rules = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InvalidReservations(f"no JSON: {error}") from error
    if not isinstance(rules, list):
        raise InvalidReservations("a list of rules is expected")
    return tuple(
        Reservation(rule["location"], str(rule["tdm-reservation"]).strip() == "1")
        for rule in rules
        if isinstance(rule, dict) and isinstance(rule.get("location"), str) and "tdm-reservation" in rule
    )


def is_reserved(path: str, reservations: Iterable[Reservation]) -> bool:
    """Whether a path, with its query, is reserved: the longest location that fits decides, of two the reserving one."""
    fitting = [rule for rule in reservations if _fits(path, rule.location)]
    return max(((len(rule.location), rule.is_reserved) for rule in fitting), default=(0, False))[1]


def _fits(path: str, location: str) -> bool:
    """The parts between the wildcards follow each other. No regular expression: dozens of `*` would stall it."""
    first, *rest = location.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    if location.endswith("$"):
        if not rest:
            return path == first
        *rest, last = rest
        if not path.endswith(last) or len(path) - len(last) < place:
            return False
        path = path[: len(path) - len(last)]
    for part in rest:
        found = path.find(part, place)
        if found < 0:
            return False
        place = found + len(part)
    return True
