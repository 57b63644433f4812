"""The kept blocks put together: list items to lists, cells to tables, images and captions to figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml.etree import _Element

from articles.model import Block, BlockKind, Image
from crawler.separation.blocks import PageBlock, Region
from crawler.separation.figures import figure_of, find_image_url, is_body_image
from crawler.separation.outline import Outline
from crawler.separation.rendering import render_block, render_figure, render_inline, sanitize
from crawler.separation.verdict import Verdict

_FIRST_LEVEL, _LAST_LEVEL = 2, 6
_IN_FIGURE = Verdict("caption", "it stands under an image of the body, as its caption", True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The article's body, in both forms."""

    blocks: tuple[Block, ...]
    html: str
    images: tuple[Image, ...]


def compose_body(blocks: list[PageBlock], verdicts: list[Verdict], outline: Outline, base: str | None) -> Body:
    """The body of the kept blocks. Captions that find their figure become kept: `verdicts` is amended."""
    kept = [index for index, verdict in enumerate(verdicts) if verdict.kept]
    composed: list[Block] = []
    html: list[str] = []
    images: list[Image] = []
    index = _first_image(blocks, outline, kept[0]) if kept else 0
    stop = kept[-1] + 1 if kept else 0
    while index < stop:
        block = blocks[index]
        if block.image is not None and outline.body is not None and is_body_image(block, outline.body):
            figure = _figure(index, blocks, verdicts, base, {image.url for image in images})
            if figure is not None:
                alt = " ".join((block.image.get("alt") or "").split()) or None
                composed.append(figure)
                html.append(render_figure(figure, alt))
                images.append(Image(url=figure.url or "", caption=figure.caption, alt=alt))
            index += 1
            continue
        if not verdicts[index].kept or verdicts[index] is _IN_FIGURE:
            index += 1
            continue
        group = _group(index, blocks, verdicts)
        made = _make(group, blocks, verdicts[index].label)
        composed.append(made)
        html.append(render_block(made, _inline(group, blocks, made, base)))
        index = group[-1] + 1
    return Body(blocks=tuple(composed), html=sanitize("".join(html)), images=tuple(images))


def _first_image(blocks: list[PageBlock], outline: Outline, first: int) -> int:
    """Where composing begins: at the opening picture, which stands between title and text."""
    start = outline.title_index + 1 if outline.title_index is not None else first
    return next((index for index in range(min(start, first), first) if blocks[index].image is not None), first)


def _figure(
    index: int, blocks: list[PageBlock], verdicts: list[Verdict], base: str | None, shown: set[str]
) -> Block | None:
    """The figure of an image; None when it has no address, or one that was shown before: its caption goes, too."""
    image = blocks[index].image
    url = find_image_url(image, base) if image is not None else None
    if url is None or url in shown:
        return None
    holder = figure_of(blocks[index].region)
    captions = []
    for place in range(index + 1, min(index + 6, len(blocks))):
        block = blocks[place]
        own = holder is not None and block.region.is_within(holder)
        if block.image is not None or not (own or verdicts[place].label == "caption"):
            break
        if block.text and not verdicts[place].kept:
            captions.append(block.text)
            verdicts[place] = _IN_FIGURE
    caption = " ".join(" ".join(captions).split()) or None
    return Block(kind=BlockKind.FIGURE, text="", url=url, caption=caption)


def _group(index: int, blocks: list[PageBlock], verdicts: list[Verdict]) -> list[int]:
    label = verdicts[index].label
    if label not in ("list", "table", "code", "quote"):
        return [index]
    home = _home(blocks[index], label)
    group = [index]
    for place in range(index + 1, len(blocks)):
        if blocks[place].image is not None:
            continue
        if not verdicts[place].kept or verdicts[place].label != label or _home(blocks[place], label) is not home:
            break
        if label == "quote":
            break
        group.append(place)
    return group


def _home(block: PageBlock, label: str) -> Region | None:
    if label == "table":
        return block.region.inside("table")
    if label == "code":
        return block.region.inside("pre")
    if label == "list":
        outermost = None
        region: Region | None = block.region
        while region is not None:
            if region.tag in ("ul", "ol", "dl"):
                outermost = region
            region = region.parent
        return outermost
    return None


def _make(group: list[int], blocks: list[PageBlock], label: str) -> Block:
    texts = [blocks[index].text for index in group]
    if label == "heading":
        tag = blocks[group[0]].tag
        level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else _FIRST_LEVEL
        level = min(max(level, _FIRST_LEVEL), _LAST_LEVEL)
        return Block(kind=BlockKind.HEADING, text=" ".join(texts[0].split()), level=level)
    if label == "list":
        items = tuple(" ".join(" ".join(texts[at] for at in part).split()) for part in _items(group, blocks))
        return Block(kind=BlockKind.LIST, text="\n".join(items), items=items)
    if label == "table":
        rows = _rows(group, blocks)
        return Block(kind=BlockKind.TABLE, text="\n".join("\t".join(row) for row in rows).strip(), rows=rows)
    kinds = {"quote": BlockKind.QUOTE, "code": BlockKind.CODE}
    return Block(kind=kinds.get(label, BlockKind.PARAGRAPH), text="\n".join(texts))


def _items(group: list[int], blocks: list[PageBlock]) -> list[list[int]]:
    """Places within the group, per item: an item may hold several blocks."""
    return _split(group, (blocks[index].region.inside("li") or blocks[index].region for index in group))


def _rows(group: list[int], blocks: list[PageBlock]) -> tuple[tuple[str, ...], ...]:
    """The rows that hold something; an empty cell keeps its column."""
    rows = []
    for line in _split(group, (blocks[index].region.inside("tr") or blocks[index].region for index in group)):
        texts: dict[_Element | None, list[str]] = {}
        for index in (group[at] for at in line):
            texts.setdefault(_cell(blocks[index].region), []).append(blocks[index].text)
        row = blocks[group[line[0]]].region.inside("tr")
        cells = [cell for cell in row.element if cell.tag in ("td", "th")] if row and row.element is not None else []
        columns = cells if texts.keys() <= set(cells) else list(texts)
        rows.append(tuple(" ".join(" ".join(texts.get(cell, ())).split()) for cell in columns))
    return tuple(rows)


def _cell(region: Region) -> _Element | None:
    """The nearest cell: a heading cell may stand inside a layout's cell, and the other way round."""
    cells = [cell for cell in (region.inside("td"), region.inside("th")) if cell is not None]
    return max(cells, key=lambda cell: cell.depth).element if cells else None


def _split(group: list[int], holders: Iterable[Region]) -> list[list[int]]:
    parts: list[list[int]] = []
    previous: Region | None = None
    for place, holder in zip(range(len(group)), holders, strict=True):
        if holder is not previous:
            parts.append([])
        parts[-1].append(place)
        previous = holder
    return parts


def _inline(group: list[int], blocks: list[PageBlock], made: Block, base: str | None) -> list[str]:
    rendered = [render_inline(blocks[index], base) for index in group]
    if made.kind is BlockKind.LIST:
        return [" ".join(rendered[at] for at in part) for part in _items(group, blocks)]
    if made.kind is BlockKind.TABLE:
        return [cell for row in made.rows or () for cell in row]
    return rendered
