"""What an answer's headers reserve: robots directives and text and data mining.

Sources: X-Robots-Tag as search engines document it; TDM Reservation Protocol (W3C community report, 2024), 4.1.
"""

from collections.abc import Iterable

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
