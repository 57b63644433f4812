"""The page as it was fetched is put into the archive, before anything is made of it.

So its record is on the disk before its article is settled: after a kill in between, the page is fetched and archived
once more, which does no harm. What a publisher does not want archived is not: `noarchive`, or a reservation of text and
data mining, in a header or in a meta tag.
"""

from dataclasses import replace
from pathlib import Path

from crawler.answers import parse_answer
from crawler.archive.archive import Archive
from crawler.items import ArticlePage
from crawler.separation.metadata import read_facts
from crawler.separation_version import separation_version
from crawler.worker.desk import Desk, Step


class ArchivePage(Step):
    """Archives pages, unless the setting PRESSESCHAU_ARCHIVE, the archive's directory, is empty."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        directory = desk.settings.get("PRESSESCHAU_ARCHIVE")
        about = {
            "software": str(desk.settings["USER_AGENT"]),
            "conformsTo": "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "robots": "obey",
        }
        self._archive = Archive(Path(directory), about) if directory else None

    def process_item(self, item: ArticlePage) -> ArticlePage:
        """The item, which now knows where its page is archived.

        Raises: OSError, such as for a full disk; the page then stays open, and the next run asks again.
        """
        fetched = replace(item.fetched, separation=separation_version())
        if self._archive is not None and not _is_reserved(item):
            fetched = replace(fetched, archived=self._archive.add(item.exchange))
        return replace(item, fetched=fetched)

    def close(self) -> None:
        if self._archive is not None:
            self._archive.close()


def _is_reserved(item: ArticlePage) -> bool:
    if item.tdm_reservation or "noarchive" in item.robots:
        return True
    text = item.page.content.lower()
    if "noarchive" not in text and "tdm-reservation" not in text:
        return False
    facts = read_facts(parse_answer(item.response))
    return facts.tdm_reservation or "noarchive" in facts.robots
