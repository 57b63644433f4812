"""What a block can be beside the article: one file per kind of thing, here their order and their bits."""

import re
from collections.abc import Sequence
from functools import lru_cache

from crawler.separation.labels import (
    advertising,
    author_box,
    breadcrumb,
    byline,
    caption,
    comments,
    consent,
    consultation_ad,
    controls,
    hidden,
    navigation,
    newsletter,
    page_foot,
    page_head,
    reading_aids,
    related,
    share_bar,
    shop_ad,
    subscription,
    topic_links,
    webinar_ad,
)
from crawler.separation.labels.kind import Kind
from crawler.separation.remembered import Remembered

KINDS: tuple[Kind, ...] = (
    hidden.KIND,
    webinar_ad.KIND,
    consultation_ad.KIND,
    newsletter.KIND,
    shop_ad.KIND,
    advertising.KIND,
    breadcrumb.KIND,
    topic_links.KIND,
    share_bar.KIND,
    comments.KIND,
    consent.KIND,
    subscription.KIND,
    author_box.KIND,
    byline.KIND,
    caption.KIND,
    reading_aids.KIND,
    related.KIND,
    controls.KIND,
    navigation.KIND,
    page_head.KIND,
    page_foot.KIND,
)
"""In order of precedence: the first whose evidence holds gives a removed block its label."""

BIT = {kind.name: 1 << place for place, kind in enumerate(KINDS)}
COURTING_BITS = sum(BIT[name] for name in ("newsletter", "subscription", "consent", "consultation ad", "shop ad"))
"""Bits of the kinds that want something of a reader."""
MAX_OPENING_CHARS = 280
"""A longer block is prose, whatever it begins with."""
MAX_PHRASE_CHARS = 700
"""A longer block's words say nothing about what it is."""

_NAME_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# What a wrapper has or has not says nothing of what it is; nor does what a blog filed its post under.
_STATES = re.compile(r"\b(?:has|with|no|not|without|non)[-_][\w-]+")
_FILED_UNDER = ("tag-", "category-", "format-", "status-")
_HIDDEN_CLASSES = frozenset(
    {"hidden", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "d-none", "is-hidden", "u-hidden"}
)
_MAX_REPEATED_CHARS = 100
_TEXT_WORDS = re.compile(r"[^\W\d_]+")
_MARKS = tuple((1 << place, re.compile(kind.marks)) for place, kind in enumerate(KINDS) if kind.marks)
_TRIGGERS = tuple((1 << place, re.compile(kind.triggers)) for place, kind in enumerate(KINDS) if kind.anywhere)
# Hardly a name or a word speaks for any kind: one question denies it. Each new one of a page is asked about.
_ANY_MARK = re.compile("|".join(f"(?:{kind.marks})" for kind in KINDS if kind.marks))
_ANY_TRIGGER = re.compile("|".join(f"(?:{kind.triggers})" for kind in KINDS if kind.anywhere))
_ANYWHERE = tuple((1 << place, re.compile(kind.anywhere)) for place, kind in enumerate(KINDS) if kind.anywhere)
_OPENING = re.compile(
    "|".join(f"(?P<k{place}>{kind.opening})" for place, kind in enumerate(KINDS) if kind.opening), re.IGNORECASE
)
# Matches the lower-case form of all that `_OPENING` matches, and a little more: without regard to case it is slow.
_MAY_OPEN = re.compile(
    "|".join(kind.opening.replace("(?-i:", "(?:").replace("[A-ZÄÖÜ]", "[a-zäöü]") for kind in KINDS if kind.opening)
)


def kinds_of_text(text: str, words: Sequence[str] | None = None) -> int:
    """Bits of the kinds that a block's words speak for; none for a long one.

    Args: words: the text's, parted at white space, when the caller has them.
    """
    if len(text) <= _MAX_REPEATED_CHARS:
        return _OF_SHORT_TEXT[text]  # menus and other furniture
    return _read_kinds(text, words or text.split()) if len(text) <= MAX_PHRASE_CHARS else 0


def _read_kinds(text: str, words: Sequence[str]) -> int:
    lower = text.lower()
    opening = None
    if len(text) <= MAX_OPENING_CHARS and _MAY_OPEN.match(lower):
        opening = _OPENING.match(text)
    bits = 1 << int((opening.lastgroup or "")[1:]) if opening else 0
    possible = 0
    for spoken in set(map(_SPOKEN.__getitem__, words)):
        possible |= spoken
    if possible:
        for bit, anywhere in _ANYWHERE:
            if possible & bit and anywhere.search(lower):
                bits |= bit
    return bits


def kinds_of_names(names: str) -> int:
    """Bits of the kinds that an element's class, id, role and tag speak for."""
    return _OF_NAMES[names]


def _read_names(names: str) -> int:
    told = names.split()
    if "post" in names or "hentry" in names:
        told = [name for name in told if not name.startswith(_FILED_UNDER)]
    bits = 0
    for name in told:
        bits |= _kinds_of_name(name)
    return bits


@lru_cache(maxsize=16384)
def _kinds_of_name(name: str) -> int:
    bits = BIT["hidden"] if name in _HIDDEN_CLASSES else 0
    for word in _NAME_WORDS.findall(_STATES.sub(" ", name)):
        bits |= _kinds_of_word(word.lower())
    return bits


@lru_cache(maxsize=16384)
def _kinds_of_word(word: str) -> int:
    return sum([bit for bit, marks in _MARKS if marks.fullmatch(word)]) if _ANY_MARK.fullmatch(word) else 0


def _kinds_of_spoken(spoken: str) -> int:
    """Bits of the kinds that a word, with the marks around it, is a trigger of."""
    words = [word for word in _TEXT_WORDS.findall(spoken.lower()) if _ANY_TRIGGER.fullmatch(word)]
    return sum([bit for bit, triggers in _TRIGGERS if any(map(triggers.fullmatch, words))]) if words else 0


_SPOKEN = Remembered(_kinds_of_spoken)
_OF_SHORT_TEXT = Remembered(lambda text: _read_kinds(text, text.split()))
_OF_NAMES = Remembered(_read_names)


def first_kind(bits: int) -> Kind | None:
    """The kind of highest precedence among the bits."""
    return KINDS[(bits & -bits).bit_length() - 1] if bits else None
