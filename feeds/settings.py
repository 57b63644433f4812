"""What a publisher of feeds may choose."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable

from feeds.addresses import normalize_base_url, normalize_hub_url


@dataclass(frozen=True, kw_only=True)
class FeedSettings:
    """Choices that hold for every feed.

    Raises: InvalidBaseUrl, InvalidHubUrl; ValueError, on a number or language that cannot be.
    """

    base_url: str | None = None
    """The public URL of `feeds/`, without a slash at its end. None: unknown, and then no document says where it stands
    itself (validators recommend that RSS and Atom do)."""
    entry_count: int = 50
    """How many of the newest entries a live feed has beside those on no archive page yet; the places of such a page."""
    publisher_titles: Mapping[str, str] = field(default_factory=dict)
    """What publishers call themselves, by spider name; one that is missing is called by that name."""
    teasers_only: frozenset[str] = frozenset()
    """Publishers, by spider name, whose articles feeds carry without their full text."""
    hub_url: str | None = None
    """A WebSub hub that is told of changes. None: none is."""
    fold_repeats: bool = False
    """Whether an article that repeats an earlier one's text is left out of the feeds in which that one stands."""
    tombstones: bool = False
    """Whether Atom names withdrawn entries (RFC 6721). The W3C validator warns that it does not know that namespace."""

    page_language: str = "de"
    """Of the pages with plain names, such as `index.html`: `de` or `en`. The other language's say so in their name."""

    def __post_init__(self) -> None:
        if self.base_url is not None:
            object.__setattr__(self, "base_url", normalize_base_url(self.base_url))
        if self.hub_url is not None:
            object.__setattr__(self, "hub_url", normalize_hub_url(self.hub_url))
        if self.page_language not in ("de", "en"):
            raise ValueError(f"pages are written in de or en, not in {self.page_language!r}")
        if self.entry_count < 1:
            raise ValueError(f"a feed needs room for at least one entry, not {self.entry_count}")

    def title_of(self, publisher: str) -> str:
        """What a publisher calls itself."""
        return self.publisher_titles.get(publisher, publisher)

    def fingerprint(self) -> str:
        """Differs whenever these settings, or what the code that renders feeds is made of, differ."""
        digest = hashlib.sha256()
        for source in _sources(files("feeds")):
            digest.update(source.read_bytes())
        chosen = (self.base_url, self.entry_count, sorted(self.publisher_titles.items()), sorted(self.teasers_only))
        digest.update(repr((chosen, self.hub_url, self.tombstones, self.page_language, self.fold_repeats)).encode())
        return digest.hexdigest()


def _sources(folder: Traversable) -> Iterator[Traversable]:
    """Every file of the package but what Python compiled, always in the same order."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file():
            yield entry
        elif entry.name != "__pycache__":
            yield from _sources(entry)
