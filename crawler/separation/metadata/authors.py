"""Who wrote an article: the persons of the first vocabulary that names any, else the byline that a reader sees.

The vocabularies are not added up: one names the writers, another whoever put the article into the system.
"""

from collections.abc import Sequence

from crawler.separation.blocks import PageBlock
from crawler.separation.metadata.facts import Facts
from crawler.separation.metadata.people import find_persons
from crawler.separation.metadata.shown_authors import find_shown_authors
from crawler.separation.verdict import Verdict

_VOCABULARIES = ("JSON-LD", "meta", "microdata")


def find_authors(
    facts: Facts, blocks: list[PageBlock], verdicts: Sequence[Verdict], title_index: int | None, sites: list[str]
) -> tuple[str, ...]:
    """The article's authors, persons only, in order; empty when nobody says."""
    for vocabulary in _VOCABULARIES:
        claimed = [
            text
            for (field, text), sources in facts.sources.items()
            if field == "authors" and any(source.startswith(vocabulary) for source in sources)
        ]
        persons = find_persons(claimed, sites)
        if persons:
            return persons
    for shown in find_shown_authors(blocks, verdicts, title_index):
        persons = find_persons([shown], sites)
        if persons:
            return persons
    return ()
