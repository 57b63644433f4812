"""Captions: what stands in an element for them, and the short text that shares a container with an image alone."""

from crawler.separation.blocks import ASKED, PageBlock, Region
from crawler.separation.outline import Outline
from crawler.separation.prose import is_prose
from crawler.separation.verdict import Verdict

_MAX_CAPTION_CHARS = 240
_MAX_CAPTION_BLOCKS = 2
_MAX_LEVELS = 3
_STEPS = ASKED["ol"]
_FIGCAPTION = ASKED["figcaption"]


def judge_captions(blocks: list[PageBlock], outline: Outline, verdicts: list[Verdict | None]) -> None:
    """Gives such captions their verdict."""
    for index, block in enumerate(blocks):
        if block.text and verdicts[index] is None and block.region.around & _FIGCAPTION:
            verdicts[index] = Verdict("caption", "it stands in an element for captions")
        if block.image is None:
            continue
        region: Region | None = block.region
        for _ in range(_MAX_LEVELS):
            # An image inside a paragraph belongs to its sentence.
            if region is None or region is outline.body or region.element is None or region.tag == "p":
                break
            texts = _texts_within(index, blocks, region)
            if texts is None:
                break
            for place in texts:
                if verdicts[place] is None and place != outline.title_index:
                    verdicts[place] = Verdict("caption", "it shares a container with an image and with nothing else")
            region = region.parent


def _texts_within(index: int, blocks: list[PageBlock], region: Region) -> list[int] | None:
    """The texts that follow an image in its container; None when the container holds more than a caption."""
    if index > 0 and blocks[index - 1].text and blocks[index - 1].region.is_within(region):
        return None
    places = []
    for place in range(index + 1, len(blocks)):
        if not blocks[place].region.is_within(region):
            break
        if blocks[place].text:
            places.append(place)
        if len(places) > _MAX_CAPTION_BLOCKS:
            return None
    size = sum(len(blocks[place].text) for place in places)
    if any(_is_text_of_its_own(blocks[place]) for place in places):
        return None
    headed = any(blocks[place].tag[:1] == "h" and blocks[place].tag[1:].isdigit() for place in places)
    return places if size <= _MAX_CAPTION_CHARS and not headed else None


def _is_text_of_its_own(block: PageBlock) -> bool:
    """True for the sentences of a numbered step: the picture beside them shows what they tell."""
    return bool(block.region.around & _STEPS) and is_prose(block)
