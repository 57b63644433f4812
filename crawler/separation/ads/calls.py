"""Calls to action: the short link or button at the end of an offer, known by its shape.

German says it with an infinitive ("Buch bestellen", "Auf die Wache bewerben"), English with an imperative ("Get your
copy"). A call to read on is no offer.
"""

import re
from functools import lru_cache

from crawler.separation.blocks import ASKED, PageBlock
from crawler.separation.links import find_anchor, named_links

_MAX_WORDS = 7
_MAX_LINE_WORDS = 4
_MAX_CHARS = 90
_MAX_OFFER_CHARS = 500
_MAX_TERMS = 2
_SHAPE = re.compile(
    r"(?:.*\s)?[a-zäöüß]{2,}(?:en|eln|ern)\s*(?:!|›|»|>|→)?$|[A-ZÄÖÜ][a-zäöüß]+(?:en|eln|ern)\s*[!›»>→]?$"
    r"|(?:jetzt|gleich|hier|zum|zur|ins?|mehr (?:bei|von|unter))\b.*|(?:get|buy|join|sign|register"
    r"|subscribe|try|start|book|order|download|shop"
    r"|discover|claim|save|apply|find|request|enroll|reserve|donate|watch)\b.*",
)
_CALLS = re.compile(
    r"^(?:jetzt|hier|gleich|zum|zur|in den|sign up|subscribe|buy|order|book|register|join|get|learn more)\b"
    r"|(?:anmelden|sichern|vereinbaren|buchen|bestellen|abonnieren|erfahren|registrieren|kaufen|anfordern|reservieren"
    r"|bewerben|testen|starten|herunterladen|kontaktieren|teilnehmen|entdecken)\W*$",
    re.IGNORECASE,
)
# "Warum Bienen den Stock wechseln" is a headline.
_READ_ON = re.compile(
    r"^(?:warum|wieso|weshalb|wie|was|wer|wo|wann|why|how|what|when|who)\b"
    r"|les(?:en|t)|read|weiter|artikel|anzeigen|ansehen|zeigen|seite|video|hören|kommentar|teilen",
    re.IGNORECASE,
)


def find_call(block: PageBlock) -> str | None:
    """The call that a block is, or ends in; None when it has none."""
    if not block.link_chars and not block.region.around & ASKED["button"]:
        return None
    text = block.text
    if len(text) > _MAX_CHARS and "\n" not in text:
        return None
    if block.region.inside("button") is not None:
        return text if _is_call(text) else None
    last = text.rsplit("\n", 1)[-1] if "\n" in text else text
    if last and _ends_in_link(block, last) and _is_call(last):
        return last
    return _find_call_before_terms(block) if "\n" in text and len(text) <= _MAX_OFFER_CHARS else None


def _find_call_before_terms(block: PageBlock) -> str | None:
    """The line, all of it a link, behind which one or two lines say on what terms: "No credit card needed"."""
    linked = {name for name, _ in named_links(block)}
    lines = block.text.split("\n")[1:]
    return next((line for line in lines[-_MAX_TERMS - 1 : -1] if line in linked and _is_call(line)), None)


def is_call_line(block: PageBlock) -> bool:
    """True for a line of plain text, where links do not show, that has the words of a call."""
    text = block.text
    # What one will learn is told in infinitives, too; and a line that begins small goes on with the one before.
    if block.region.element is not None or len(text.split()) > _MAX_LINE_WORDS or not text[:1].isupper():
        return False
    return _CALLS.search(text) is not None and _is_call(text)


@lru_cache(maxsize=8192)
def _is_call(text: str) -> bool:
    if len(text.split()) > _MAX_WORDS or not (_SHAPE.match(text) or _SHAPE.match(text[:1].lower() + text[1:])):
        return False
    return not _READ_ON.search(text)


def _ends_in_link(block: PageBlock, last: str) -> bool:
    if block.link_chars >= len(block.text):
        return True
    linked = 0
    for text, markup in reversed(block.runs):
        if find_anchor(markup) is not None:
            linked += len("".join(text.split()))
        elif text.strip():
            break
    return linked >= len("".join(last.split()))
