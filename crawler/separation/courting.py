"""Whole sentences that want the reader's address, money, time or consent, wherever they stand."""

from crawler.separation.blocks import PageBlock
from crawler.separation.labels import COURTING_BITS, first_kind
from crawler.separation.statements import courts_reader
from crawler.separation.verdict import Verdict


def judge_courting(blocks: list[PageBlock], verdicts: list[Verdict | None]) -> None:
    """Gives such sentences their verdict: by a word for what they want, and by whom they speak to."""
    for index, block in enumerate(blocks):
        bits = block.kinds & COURTING_BITS
        if bits and verdicts[index] is None and courts_reader(block.text) and (kind := first_kind(bits)):
            verdicts[index] = Verdict(kind.name, f"it asks the reader for something: {block.text[:50]!r}")
