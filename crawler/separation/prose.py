"""How much a block reads like running text: sentences, not labels, and hardly any links."""

import re

from crawler.separation.blocks import PageBlock

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…।][\"'”“»«’)\]]*(?:\s|$)|[。！？]|:$")
_ENDS = ".!?…।:。！？"
_MIN_WORDS = 8
_MIN_CHARS_WITHOUT_SPACES = 25
_MAX_LINK_SHARE = 0.4
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


def is_prose(block: PageBlock) -> bool:
    """True for a sentence or more of running text."""
    text = block.text
    if not text or block.link_chars > _MAX_LINK_SHARE * len(text):
        return False
    if text.count(" ") + 1 < _MIN_WORDS and not _needs_no_spaces(text):
        return False
    return text[-1] in _ENDS or _SENTENCE_END.search(text) is not None


def _needs_no_spaces(text: str) -> bool:
    if len(text) < _MIN_CHARS_WITHOUT_SPACES or text.isascii():
        return False
    return len(_UNSPACED.findall(text)) * 2 > len(text)


def ends_sentence(text: str) -> bool:
    """True when a text ends as a sentence does."""
    return text.rstrip("\"'”“»«’)] ")[-1:] in (".", "!", "?", "…", "。", "！", "？")


def folded(text: str) -> str:
    """A text for comparing: its words alone, without case."""
    return " ".join(_WORD.findall(text.casefold()))


def says(text: str, words: str) -> bool:
    """True when these are a text's words, as `folded` writes them; quick to deny it."""
    return words.partition(" ")[0] in text.casefold() and folded(text) == words
