"""An article as Markdown: CommonMark 0.31 with the tables of GitHub Flavored Markdown."""

import re

from articles.model import Article, Block, BlockKind
from articles.surrogates import replace_surrogates

# Characters that can open inline markup anywhere in a line.
_INLINE = re.compile(r"([\\`*_{}\[\]<>&~|!$])")
# What ends a heading without being shown.
_CLOSING = re.compile(r"(^| )(#+)$")
# What makes a line a heading, list, rule, fence or underline only at its beginning.
_LINE_START = re.compile(r"^([#+\-=]|\d{1,9}(?=[.)]))")


def render_markdown(article: Article) -> str:
    """Title, then the body's blocks, without a line end; whatever the text holds, it opens no markup."""
    blocks = [f"# {_inline(article.title)}", *map(_render_block, article.blocks)]
    return replace_surrogates("\n\n".join(blocks))


def _render_block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            rendered = f"{'#' * (block.level or 2)} {_inline(block.text)}"
        case BlockKind.LIST:
            rendered = "\n".join(f"- {_inline(item)}" for item in block.items or block.text.splitlines())
        case BlockKind.QUOTE:
            rendered = "\n".join(f"> {line}" for line in _lines(block.text).splitlines())
        case BlockKind.TABLE:
            rendered = _render_table(block.rows or tuple(tuple(line.split("\t")) for line in block.text.splitlines()))
        case BlockKind.FIGURE:
            rendered = f"![{_inline(block.caption or '')}](<{_destination(block.url or '')}>)"
        case BlockKind.CODE:
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", block.text)), default=0))
            rendered = f"{fence}\n{block.text}\n{fence}"
        case BlockKind.PARAGRAPH:
            rendered = _lines(block.text)
    return rendered


def _render_table(rows: tuple[tuple[str, ...], ...]) -> str:
    """The first row is the head, as this form of table must have one; short rows are filled up."""
    width = max(1, *map(len, rows))
    lines = [f"| {' | '.join(_inline(cell) for cell in (*row, *[''] * (width - len(row))))} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _lines(text: str) -> str:
    """The text with its line breaks kept, by a backslash at the line's end."""
    return "\\\n".join(escaped for line in text.splitlines() if (escaped := _inline(line)))


def _inline(text: str) -> str:
    """The text on one line, where nothing in it is markup."""
    escaped = _CLOSING.sub(r"\1\\\2", _INLINE.sub(r"\\\1", " ".join(text.split())))
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(match: re.Match[str]) -> str:
    """A number is escaped behind it, at its dot or bracket; a backslash before a digit would be shown."""
    start = match[1]
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _destination(url: str) -> str:
    return re.sub(r"([\\<>])", r"\\\1", "".join(url.split()))
