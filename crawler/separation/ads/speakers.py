"""The speakers of an event's advertisement: names by shape, joined over line breaks.

A name is written over as many lines as the others of the same advertisement: where gaps part the names, the usual
length of such a group says how many lines the last one has, though other text follows it without a gap. Without gaps a
name is complete with its second word that is no academic title.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from crawler.separation.ads.lines import Line

_TITLE = re.compile(
    r"(?:(?:prof|dr|dipl|ing|mag|med|dent|vet|jur|iur|rer|nat|pol|phil|theol|oec|ec|soc|techn|habil|mult|univ|h\.?\s?c"
    r"|e\.?h|em|a\.?d|m\.?a|b\.?a|m\.?sc|b\.?sc|mba|ph\.?d|ll\.?m|kfm|kffr|volksw|betriebsw|psych|st)\.?-?)+"
    r"|professor(?:in)?|doktor(?:in)?|dipl\.?-?\w+\.?|herr|frau|mr\.?|mrs\.?|ms\.?|sir|dame|lord|lady|pater|pastor(?:in)?"
    r"|general|oberst|botschafter(?:in)?|minister(?:in)?",
    re.IGNORECASE,
)
# Part of the name in German law, yet no name of its own.
_NOBLE = re.compile(
    r"(?:graf|gräfin|fürst|fürstin|freiherr|freifrau|freiin|baron|baronin|baroness|prinz|prinzessin|herzog|herzogin|ritter"
    r"|edler|edle)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    re.findall(
        r"\w+",
        "von van de der den del della dello degli di da das dos du des la le las los zu zur zum vom auf und"
        " y e el bin ibn al ter ten te of af av ben",
    )
)
_NAME_WORD = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_a-zß-öø-ÿ][\w’'.-]*")
_COMMAS = re.compile(r"\s*(?:,|•|\||·|;)\s*(?:(?:und|and|sowie)\s+)?")
_ANDS = re.compile(r"\s+(?:&|und|and|sowie|et)\s+")
# German writes every noun large: what begins with an article or a question is a claim.
_CLAIM_WORDS = re.compile(
    r"(?:der|die|das|ein|eine|the|ihr|ihre|sie|wie|was|warum|so|mit|zum|zur|jetzt|hier|mehr|how|why|your)\b",
    re.IGNORECASE,
)
_GUESTS = re.compile(r"(?:^|[\s,(])(?:mit|with|feat\.?)\s+(?P<names>[^:?!]+?)\W*$", re.IGNORECASE)
# "mit Finanzexperte Karl Amann", "mit unserem Gast": what somebody is stands before the name.
_CALLING = re.compile(
    r"(?:unsere[mnrs]?|ihre[mnrs]?|de[mnr]|the|[\w-]*(?:expert[en]*|berater|banker|händler|anwalt|anwältin|manager"
    r"|unternehmer|trader|analyst|ökonom|wirt|journalist|moderator|autor|gründer|inhaber|leiter|chef|vorstand|sprecher"
    r"|politiker|coach|trainer|investor|notar|makler|millionär|ingenieur|historiker|philosoph|publizist|insider|star"
    r"|legende|profi|gast|forscher|wissenschaftler|prüfer|arzt|ärztin|profiler|kolumnist|redakteur)(?:in|en|n)?)",
    re.IGNORECASE,
)
_MAX_NAME_WORDS = 5
"""Titles, noble ranks and particles not counted."""
_MAX_NAME_LINES = 3


def find_speakers(lines: list[Line]) -> tuple[tuple[str, ...], int]:
    """The names at the beginning of these lines, and how many lines they take."""
    lines = _same_row(lines)
    groups = list(_groups(lines))
    if len(groups) > 1 and len(groups[0]) <= _MAX_NAME_LINES:
        return _by_gaps(groups)
    return _by_words(lines)


def _same_row(lines: list[Line]) -> list[Line]:
    """The lines in boxes beside the first one's: a name has a box, or shares one with its own second line."""
    if not lines or not lines[0].box:
        return lines
    shared = len(lines) > 1 and not lines[1].gap and lines[1].box == lines[0].box
    level = "outer_box" if shared and lines[0].text != lines[1].text and _is_split(lines) else "box"
    row = getattr(lines[0], level)
    return list(takewhile(lambda line: getattr(line, level) == row, lines))


def _is_split(lines: list[Line]) -> bool:
    """True when a name's lines are blocks of their own, so that a gap parts every pair of them."""
    return any(line.gap and line.box != lines[0].box for line in lines[1:]) and not _is_complete(lines[0].text)


def _groups(lines: list[Line]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if line.gap and group:
            yield group
            group = []
        group.append(line.text)
    if group:
        yield group


def _by_gaps(groups: list[list[str]]) -> tuple[tuple[str, ...], int]:
    usual = Counter(len(group) for group in groups[:-1] if _is_name(" ".join(group))).most_common(1)
    names: list[str] = []
    used = 0
    for group in groups:
        size = usual[0][0] if usual and len(group) > usual[0][0] else len(group)
        name = " ".join(group[:size])
        if not _is_name(name):
            break
        names.append(name)
        used += size
        if size < len(group):
            break
    return tuple(names), used


def _by_words(lines: list[Line]) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    used = 0
    pending: list[str] = []
    for count, line in enumerate(lines, 1):
        parts = split_names(line.text)
        if len(parts) > 1 and not pending:
            names += parts
            used = count
            continue
        if not _is_name(line.text):
            break
        pending.append(line.text)
        if _is_complete(" ".join(pending)):
            names.append(" ".join(pending))
            pending = []
            used = count
    return tuple(names), used


def split_names(text: str) -> list[str]:
    """The names that one line lists, parted by commas or a word for "and"; none when any part is no full name.

    The `und` of `Thurn und Taxis` parts nothing, since neither half would be a full name.
    """
    names: list[str] = []
    for part in filter(None, _COMMAS.split(text.strip(" .:"))):
        halves = [half for half in _ANDS.split(part) if half]
        names += halves if all(map(_is_full_name, halves)) else [part]
    return names if all(map(_is_full_name, names)) else []


def find_guests(text: str) -> tuple[str, ...]:
    """The names that a line ends in behind a word for "with", without what these people are; none when any is no name.

    "Am Donnerstag, 19 Uhr, mit Finanzexperte Karl Amann und Eva Brandt"
    """
    match = _GUESTS.search(text)
    names = []
    for part in filter(None, _COMMAS.split(match["names"])) if match else ():
        for half in filter(None, _ANDS.split(part)):
            words = half.split()
            while words and _CALLING.fullmatch(words[0]) and not _TITLE.fullmatch(words[0]):
                words = words[1:]
            names.append(" ".join(words))
    return tuple(names) if names and all(map(_is_full_name, names)) else ()


def _is_full_name(text: str) -> bool:
    return _is_name(text) and _is_complete(text)


def _is_name(text: str) -> bool:
    words = text.split()
    own = [word for word in words if not _is_ornament(word)]
    if not words or len(own) > _MAX_NAME_WORDS:
        return False
    return not (words[0][0].isupper() and _CLAIM_WORDS.match(text)) and all(map(_NAME_WORD.fullmatch, own))


def _is_complete(name: str) -> bool:
    """True when nothing is left to wait for: two names of one's own, or a rank and the name of a house."""
    words = name.split()
    own = [word for word in words if not _is_ornament(word)]
    if words[-1] in _PARTICLES:
        return False
    return len(own) > 1 or (len(own) == 1 and any(_NOBLE.fullmatch(word) for word in words))


def _is_ornament(word: str) -> bool:
    word = word.strip("()")
    return word in _PARTICLES or bool(_TITLE.fullmatch(word) or _NOBLE.fullmatch(word))
