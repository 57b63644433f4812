"""A feed of any combination, made when it is asked for: `/feed.atom?topic=cdu-csu&topic=spd&not=wahlen&q=Rente`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlencode

from articles.store.contract import Store
from feeds.addresses import FeedKey, FeedKind, find_ascii_url
from feeds.channel import Channel, FeedUrls
from feeds.characters import normalize_line
from feeds.held_back import LastGood
from feeds.ledger.search import Query, open_search
from feeds.selection import Subject, select_channel, settle_subject
from feeds.settings import FeedSettings
from feeds.stored_entries import StoredEntries
from feeds.wording import PROGRAM

MAX_VALUES = 20
MAX_CHARS = 200
_PARAMETERS = {"topic": "topics", "section": "sections", "publisher": "publishers", "not": "without"}
_EPOCH = datetime(1990, 1, 1, tzinfo=UTC)


class WrongQuery(Exception):  # named like the project's other errors
    """A request for a feed that there cannot be; the message tells the asker why."""


def parse_query(pairs: Sequence[tuple[str, str]]) -> Query:
    """What the parameters of a request ask for.

    Raises: WrongQuery, on an unknown parameter, and on too many or too long ones.
    """
    slugs: dict[str, list[str]] = {field: [] for field in _PARAMETERS.values()}
    words: list[str] = []
    for name, value in pairs:
        if len(value) > MAX_CHARS:
            raise WrongQuery(f"{name} is longer than {MAX_CHARS} characters")
        if name == "q":
            words.append(value)
        elif name in _PARAMETERS:
            slugs[_PARAMETERS[name]].append(value)
        else:
            raise WrongQuery(f"unknown parameter {name}; there are topic, section, publisher, not and q")
    if len(pairs) > MAX_VALUES:
        raise WrongQuery(f"more than {MAX_VALUES} parameters")
    return Query(words=" ".join(words), **{field: tuple(sorted(set(values))) for field, values in slugs.items()})


@dataclass(frozen=True, kw_only=True)
class Combinations:
    """The store and the ledger, asked together."""

    store: Store
    ledger: Path
    settings: FeedSettings

    def channel(self, query: Query, asked: str) -> Channel:
        """The newest articles that a query asks for; `asked` is how the request spelled it, and readers will again.

        They are as they were published last, like those in files: what a crawl brings is for publishing to judge.

        Raises: sqlite3.OperationalError, when nothing was published yet.
        """
        with open_search(self.ledger) as search:
            found = search.newest(query, self.settings.entry_count)
        first_left_out = {article_id: number + 1 for article_id, number in found.items()}
        store = LastGood(store=self.store, first_held=first_left_out)
        known = {revision.id for revision in store.find_revisions(tuple(found))}
        entries = StoredEntries(store=store, settings=self.settings).of_articles(
            [each for each in found if each in known]
        )
        publishers = tuple(sorted({entry.source.title for entry in entries if entry.source})) or (PROGRAM,)
        subject = Subject(key=FeedKey(kind=FeedKind.ALL), name=PROGRAM, publishers=publishers)
        subject = settle_subject(subject, entries, self.settings.base_url)
        channel = select_channel(subject, entries, settings=self.settings, changed_at=_EPOCH)
        return replace(
            channel,
            id=f"{channel.id}?{_write_query(query)}",
            title=normalize_line(f"{PROGRAM}: {_describe(query)}") or PROGRAM,
            urls=_urls(self.settings.base_url, asked),
            hub_url=None,
        )


def _urls(base_url: str | None, asked: str) -> FeedUrls | None:
    if base_url is None:
        return None
    rss, atom, json = (find_ascii_url(f"{base_url}/feed.{ending}?{asked}") for ending in ("rss", "atom", "json"))
    return FeedUrls(rss=rss, atom=atom, json=json) if rss and atom and json else None


def _write_query(query: Query) -> str:
    """The query's parameters in one spelling, so that the same feed always has the same id."""
    pairs = [(name, value) for name, field in _PARAMETERS.items() for value in getattr(query, field)]
    return urlencode([*pairs, *([("q", query.words)] if query.words else [])])


def _describe(query: Query) -> str:
    wanted = [*query.topics, *query.sections, *query.publishers, *([f"„{query.words}“"] if query.words else [])]
    return ", ".join([*wanted, *(f"−{slug}" for slug in query.without)]) or "*"
