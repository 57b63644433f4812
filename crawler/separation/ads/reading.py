"""The lines of an advertisement read: its title, its speakers, what it claims."""

import re

from articles.model import Ad, AdKind
from crawler.separation.ads.announcements import is_announcement
from crawler.separation.ads.lines import Line
from crawler.separation.ads.speakers import find_guests, find_speakers, split_names
from crawler.separation.prose import ends_sentence

_PEOPLE = re.compile(
    r"\b(?:fachleuten?|fachfrauen|profis|experten?|expertinnen|referent(?:en|innen)?|speakers?|sprecher(?:innen)?|gäste|dozent(?:en"
    r"|innen)?|experts|mit dabei"
    r"|es sprechen|panel|podium|mitwirkende|redner(?:innen)?|gastgeber)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"^keine?\b|\s[•·|]\s|\b(?:kreditkarte|kosten|kostenlos|kostenfrei|unverbindlich|gratis|credit card|free|kündbar"
    r"|verpflichtung|gebühren)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"^(?:jetzt|hier|gleich|zum|zur|mehr|register|sign|book|join|join us|save|learn|get|buy)\b.{0,50}$", re.IGNORECASE
)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)")
_NO_CLAIM = (_TERMS, _CALL, _CLOCK, _PEOPLE)
_MAY_BE_EVENTS = (AdKind.WEBINAR, AdKind.OTHER, AdKind.SPONSORED)
_MAX_CLAIM_CHARS = 140
_MAX_LABEL_CHARS = 90


def read_ad(kind: AdKind, lines: list[Line], url: str | None) -> Ad:
    """The advertisement that these lines are."""
    rest = [line for line in lines if not is_announcement(line.text)]
    if not any(_may_be_title(line, kind) for line in rest):
        rest = lines
    headings = [place for place, line in enumerate(rest) if line.heading]
    place = headings[0] if headings else 0
    title = rest[place].text
    following = rest[:place] + rest[place + 1 :]
    speakers: tuple[str, ...] = ()
    if kind in _MAY_BE_EVENTS:
        # Any line with a colon may announce the speakers of a webinar; elsewhere only one that speaks of people.
        speakers, following = _take_speakers(following, by_colon=kind is AdKind.WEBINAR)
    return Ad(
        kind=kind,
        title=title,
        text="\n".join(line.text for line in lines),
        speakers=speakers,
        claims=tuple(_claims(following)),
        url=url,
    )


def _may_be_title(line: Line, kind: AdKind) -> bool:
    text = line.text
    if line.heading:
        return True
    called = line.link and _CALL.match(text)
    return not called and not _PEOPLE.search(text) and not (kind is AdKind.WEBINAR and find_guests(text))


def _take_speakers(lines: list[Line], *, by_colon: bool) -> tuple[tuple[str, ...], list[Line]]:
    for place, line in enumerate(lines):
        label = line.text
        if by_colon and (guests := find_guests(label)):
            return guests, lines[:place] + lines[place + 1 :]
        colon = by_colon and ":" in label
        if len(label) > _MAX_LABEL_CHARS or not (colon or _PEOPLE.search(label)):
            continue
        inline = label.partition(":")[2].strip()
        if inline:
            names = tuple(split_names(inline))
            if names and (len(names) > 1 or _PEOPLE.search(label)):
                return names, lines[:place] + lines[place + 1 :]
        names, used = find_speakers(lines[place + 1 :])
        if len(names) > 1 or (names and _PEOPLE.search(label)):
            return names, lines[:place] + lines[place + 1 + used :]
    return (), lines


def _claims(lines: list[Line]) -> list[str]:
    claims: list[str] = []
    open_claim = False
    for line in lines:
        text = line.text.lstrip("✓✔➤►▶→–-•* ").strip()
        # A line that begins small goes on with the one before.
        if open_claim and text[:1].islower():
            claims[-1] = f"{claims[-1]} {text}"
            continue
        shape = len(text) > _MAX_CLAIM_CHARS or line.link or ends_sentence(text)
        open_claim = bool(text) and not shape and not any(form.search(text) for form in _NO_CLAIM)
        if open_claim:
            claims.append(text)
    return claims
