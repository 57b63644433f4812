"""Whom a sentence speaks to: news tells of others, an offer speaks to its reader, or of the one who makes it.

A word such as "Newsletter" or "Cookies" says what a block is only where the sentence around it is no news.
"""

import re

from crawler.separation.blocks import PageBlock
from crawler.separation.labels import BIT
from crawler.separation.prose import ends_sentence, is_prose

_MIN_WORDS = 4
_CREDITS = BIT["byline"] | BIT["caption"]
_QUOTED = re.compile(r"[„“\"«»][^„“”\"«»]*[“”\"«»]")
# In German "Sie" and "Ihr" also open sentences about somebody else; there they tell nothing.
_TO_THE_READER = re.compile(
    r"(?<![.!?:] )(?<!^)\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b|\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[nmrs]?|[Yy]ou|[Yy]ours?)\b"
)
_OF_ITSELF = re.compile(
    r"\b(?:wir|uns|unsere?[nmrs]?|ich|mich|mir|meine?[nmrs]?|we|our|us|I|my)\b"
    r"|\b(?:diese[rs]?) (?:web)?(?:site|seite)\b|\bthis (?:web)?site\b",
    re.IGNORECASE,
)
_ASKED_TO = re.compile(r"(?:^|[.!?:] )[A-ZÄÖÜ][a-zäöüß]+[nr]n? Sie (?:sich|uns|jetzt|hier|kostenlos)\b")
_MAX_COURTING_CHARS = 300
_REPORTED = re.compile(
    r"\b(?:warnt|warnen|sage ich|frage ich"
    r"|sagt[en]*|erklärt[en]*|meint[en]*|rät|riet|riefen|rief|ruft|teilte[n]? mit|mitteilte[n]?|hieß|heißt es|laut"
    r"|zufolge|so die|so der|said|says|told|according)\b"
)


def speaks_to_reader(text: str) -> bool:
    """True when a text addresses whoever reads it, outside quotation marks, and nobody is reported to have said so."""
    return bool(_TO_THE_READER.search(_QUOTED.sub(" ", text))) and not _REPORTED.search(text)


def courts_reader(text: str) -> bool:
    """True for a short text that wants its reader for the one who wrote it: it says you and we, or what you shall do.

    Nothing in quotation marks counts, nor what somebody is reported to have said.
    """
    told = _QUOTED.sub(" ", text)
    if len(text) > _MAX_COURTING_CHARS or _REPORTED.search(text):
        return False
    return bool(_ASKED_TO.search(told)) or (bool(_TO_THE_READER.search(told)) and bool(_OF_ITSELF.search(told)))


def is_statement(text: str) -> bool:
    """True for a whole sentence of some words that tells of others: neither to the reader, nor of the site itself."""
    if text.count(" ") + 1 < _MIN_WORDS or not ends_sentence(text):
        return False
    if _REPORTED.search(text):
        return True
    told = _QUOTED.sub(" ", text)
    return not _TO_THE_READER.search(told) and not _OF_ITSELF.search(told)


def tells_news(block: PageBlock) -> bool:
    """True for a block that is a statement; a credit with a full stop behind it is none."""
    return is_statement(block.text) and (not block.kinds & _CREDITS or is_prose(block))
