"""The form in which stories are written: a header of `name: value` lines, a blank line, then the body.

Passages are parted by blank lines; the first characters say what they are:

    ## sub-heading    > pull quote    - list item    | table | row |    ! picture-name | caption
"""

from dataclasses import dataclass

from articles.model import BlockKind
from presseschau.demo.story import Passage

_FIELDS = frozenset(
    {"title", "teaser", "date", "modified", "topics", "sections", "author", "markup"}
    | {"slug", "canonical", "mirrored", "only", "fault", "withdrawn"}
)


class UnreadableStoryError(ValueError):
    """A story file that breaks the form; the message names file and line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryFile:
    """A story file, cut up but not yet understood."""

    fields: dict[str, str]
    passages: tuple[Passage, ...]
    """Empty when the file only changes the header of an earlier night's file."""


def parse_story_file(name: str, text: str) -> StoryFile:
    """The header and the passages of a story file.

    Raises: UnreadableStoryError, when a header line has no colon or an unknown field name.
    """
    header, _, body = text.partition("\n\n")
    fields: dict[str, str] = {}
    for number, line in enumerate(header.splitlines(), start=1):
        field, colon, value = line.partition(":")
        if not colon or field not in _FIELDS:
            raise UnreadableStoryError(
                f"{name}, line {number}: expected one of {', '.join(sorted(_FIELDS))}, got {line!r}"
            )
        fields[field] = value.strip()
    paragraphs = [part.strip() for part in body.split("\n\n")]
    return StoryFile(fields=fields, passages=tuple(_parse_passage(part) for part in paragraphs if part))


def _parse_passage(source: str) -> Passage:
    lines = source.splitlines()
    match source[:2]:
        case "##":
            return Passage(kind=BlockKind.HEADING, text=source[2:].strip())
        case "> ":
            return Passage(kind=BlockKind.QUOTE, text=" ".join(line.removeprefix(">").strip() for line in lines))
        case "- ":
            return Passage(kind=BlockKind.LIST, items=tuple(line.removeprefix("- ").strip() for line in lines))
        case "| ":
            rows = tuple(tuple(cell.strip() for cell in line.strip("| ").split("|")) for line in lines)
            return Passage(kind=BlockKind.TABLE, rows=rows)
        case "! ":
            picture, _, caption = source[2:].partition("|")
            return Passage(kind=BlockKind.FIGURE, picture=picture.strip(), text=caption.strip())
        case _:
            return Passage(kind=BlockKind.PARAGRAPH, text=" ".join(line.strip() for line in lines))
