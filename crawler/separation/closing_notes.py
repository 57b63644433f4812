"""Notes behind the text, in the body's own markup: on rights, on who wrote it, on where to subscribe or to follow.

By themselves such sentences may stand in any article: on copyright, on an author, on a newspaper's subscribers. As its
last words, behind which nothing else of it stands, they are the publisher's.
"""

import re
from collections.abc import Iterable, Sequence

from crawler.separation.blocks import PageBlock
from crawler.separation.prose import ends_sentence, folded
from crawler.separation.verdict import Verdict

_MAX_CHARS = 450
_MAX_NOTES = 6
_MAX_HEADING_CHARS = 80
_MAX_BYLINE_CHARS = 160
_MAX_SHARE = 0.25
_RIGHTS = re.compile(
    r"all rights reserved|alle rechte vorbehalten|written permission|copyrighted|\bangaben (?:sind )?ohne gewähr"
    r"|may not be (?:reproduced|published|broadcast|rewritten|copied|redistributed)|tous droits réservés"
    r"|derechos reservados|diritti riservati|direitos reservados|wszelkie prawa zastrzeżone|無断転載"
    r"|(?:opinions|views) expressed\b.*\b(?:authors?|own)\b|opinions exprimées\b.*\bauteurs?\b"
    r"|\bnot responsible for the (?:opinions|content)|nachdruck\b.*\b(?:verboten|genehmigung|gestattet)",
    re.IGNORECASE | re.DOTALL,
)
_FILED = re.compile(
    r"(?:der|dieser) (?:beitrag|eintrag|artikel) wurde (?:am|unter|in|von)\b"
    r"|(?:erstellt|veröffentlicht) am\b.*\babgelegt\b"
    r"|this (?:entry|post) was (?:posted|written|published|filed)\b|bitte (?:achten|beachten) sie\b.*\bkommentare?\b",
    re.IGNORECASE | re.DOTALL,
)
# What the reader shall do, at a sentence's beginning.
_COURTING = re.compile(
    r"(?:^|[.!?:¡] ?)(?:subscribe|sign up"
    r"|follow (?:us|our|@|the [^.!?]{2,40} on)|download (?:the|our)|join us|donate|like us"
    r"|for (?:the latest|more) .{0,60}\b(?:download|subscribe|follow|visit|sign up)"
    r"|suscríb\w+|síguenos|únete|descarg(?:a|ue) (?:la|nuestra)|abonnez-vous|inscrivez-vous|suivez-nous|rejoignez-nous"
    r"|iscriviti|seguici|inscreva-se|assine|siga-nos|subskrybuj|abonniere\w* (?:sie|jetzt|hier|unseren)"
    r"|folgen? (?:sie )?uns)\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:(?:Dr|Prof)\. )*(?P<name>[^\W\d_a-z][\w.'’-]+(?: (?:von|van|de|der|zu|[^\W\d_a-z][\w.'’-]*)){1,3}?),? "
    r"(?:ist|is|war|was|schreibt|writes|covers|arbeitet|works|berichtet|reports|lebt|lives|has|hat|studiert\w*|teaches"
    r"|lehrt|forscht|leitet|founded|gründete)\b"
)


def drop_closing_notes(blocks: list[PageBlock], verdicts: list[Verdict], authors: Iterable[str]) -> list[Verdict]:
    """The verdicts, without such notes.

    Args: authors: as the page's data claims them.
    """
    settled = list(verdicts)
    kept = [index for index, verdict in enumerate(verdicts) if verdict.kept]
    room = _MAX_SHARE * sum(len(blocks[index].text) for index in kept)
    for index in reversed(kept[-_MAX_NOTES:]):
        text = blocks[index].text
        room -= len(text)
        verdict = _note(text, blocks, verdicts, authors) if len(text) <= _MAX_CHARS and room > 0 else None
        if verdict is None:
            heads = len(text) <= _MAX_HEADING_CHARS and not ends_sentence(text) and verdicts[index].label == "heading"
            if not heads or index == kept[-1]:
                break
            verdict = Verdict("page foot", "it heads nothing but notes behind the text")
        settled[index] = verdict
    return settled


def _note(text: str, blocks: list[PageBlock], verdicts: Sequence[Verdict], authors: Iterable[str]) -> Verdict | None:
    if _RIGHTS.search(text) or _FILED.match(text):
        return Verdict("page foot", f"the last words, on rights or on the page itself: {text[:40]!r}")
    if _COURTING.search(text):
        return Verdict("subscription", f"the last words ask the reader for something: {text[:40]!r}")
    author = _AUTHOR.match(text)
    if author and _is_author(author["name"], blocks, verdicts, authors):
        return Verdict("author box", f"the last words introduce its author: {author['name']!r}")
    return None


def _is_author(name: str, blocks: list[PageBlock], verdicts: Sequence[Verdict], authors: Iterable[str]) -> bool:
    """True for a name that the page's data claims for an author, or that a byline holds."""
    wanted = f" {folded(name)} "
    if any(wanted in f" {folded(author)} " for author in authors):
        return True
    bylines = (
        block.text
        for block, verdict in zip(blocks, verdicts, strict=True)
        if verdict.label == "byline" and len(block.text) <= _MAX_BYLINE_CHARS
    )
    return any(wanted in f" {folded(line)} " for line in bylines)
