"""What a page says again and again: labels between paragraphs, notes for embedded content, a body drawn twice."""

from collections import Counter

from crawler.separation.blocks import PageBlock
from crawler.separation.verdict import Verdict

_MIN_TWICE_CHARS = 60
_OFTEN = 3
_MAX_DROPPED_SHARE = 0.25
_ITEMS = frozenset({"li", "td", "th", "dd", "dt"})


def drop_echoes(blocks: list[PageBlock], verdicts: list[Verdict]) -> list[Verdict]:
    """The verdicts, without kept lines that stand three times or more, and without the second copy of a sentence.

    Items and cells may be alike, and so may the names of those who speak (`Frage:`). Where much of the body stands
    three times, the page draws it once per screen size; then its first copy stays.
    """
    kept = [index for index, verdict in enumerate(verdicts) if verdict.kept]
    counts = Counter(blocks[index].text for index in kept)
    often = {text for text, count in counts.items() if count >= _OFTEN and not text.endswith(":")}
    often -= {blocks[index].text for index in kept if blocks[index].tag in _ITEMS}
    size = sum(map(len, counts))
    if sum(map(len, often)) > _MAX_DROPPED_SHARE * size:
        often.clear()
    settled = list(verdicts)
    said: set[str] = set()
    for index in kept:
        text = blocks[index].text
        if text in often:
            settled[index] = Verdict("repeated", f"it stands {counts[text]} times on the page")
        elif text in said:
            settled[index] = Verdict("repeated", "it was said before in the body")
        elif len(text) >= _MIN_TWICE_CHARS:
            said.add(text)
    return settled
