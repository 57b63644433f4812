"""Tables of figures told from tables that lay out a page."""

from crawler.separation.blocks import PageBlock, Region
from crawler.separation.prose import is_prose

_MANY_PARAGRAPHS = 2
_CELLS = ("td", "th")


def find_table(block: PageBlock, blocks: list[PageBlock]) -> Region | None:
    """The table whose cell a block is; None outside of tables, and in one that only lays out the page."""
    table = block.region.inside("table")
    if table is None or table.element is None:
        return None
    if table.lays_out is None:
        table.lays_out = _lays_out(table, blocks)
    return None if table.lays_out else table


def _lays_out(table: Region, blocks: list[PageBlock]) -> bool:
    """True for a table around a table, for one of a single column, and for one with paragraphs in a cell."""
    element = table.element
    if element is None or element.find(".//table") is not None:
        return True
    if all(sum(cell.tag in _CELLS for cell in row) <= 1 for row in element.iter("tr")):
        return True
    paragraphs: dict[int, int] = {}
    for block in blocks[table.start : table.stop]:
        cell = block.region.inside("td")
        if cell is not None and is_prose(block):
            paragraphs[id(cell)] = paragraphs.get(id(cell), 0) + 1
    return any(count > _MANY_PARAGRAPHS for count in paragraphs.values())
