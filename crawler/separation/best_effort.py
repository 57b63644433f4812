"""What is taken for the article when no body stands out on its page: all running text that is nobody else's."""

from crawler.separation.blocks import PageBlock
from crawler.separation.labels import BIT
from crawler.separation.outline import Outline
from crawler.separation.verdict import Verdict

MAX_CONFIDENCE = 0.2
WARNING = "no body stood out on the page: all of its running text was taken, whatever spoke against it"
_NEVER = sum(BIT[name] for name in ("hidden", "consent", "comments"))
_HARDLY = sum(BIT[name] for name in ("navigation", "page foot", "newsletter", "subscription", "teaser"))
_DECIDED = frozenset(
    {"title", "repeated title", "caption", "repeated", "webinar ad", "consultation ad", "shop ad", "advertising"}
)
_TAKEN = Verdict("paragraph", "running text, taken because no body stands out", kept=True, strength=0.5)


def take_running_text(blocks: list[PageBlock], verdicts: list[Verdict], outline: Outline) -> list[Verdict]:
    """The verdicts, with the running text kept that stands in no foreign box and is no title, caption or offer."""
    found = [
        index
        for index, reads in enumerate(outline.prose)
        if reads and verdicts[index].label not in _DECIDED and not _kinds(blocks[index]) & _NEVER
    ]
    # What calls itself a menu is taken only where nothing else is left.
    taken = {index for index in found if not _kinds(blocks[index]) & _HARDLY} or set(found)
    return [_TAKEN if index in taken else verdict for index, verdict in enumerate(verdicts)]


def _kinds(block: PageBlock) -> int:
    return block.region.inherited | block.kinds
