"""What the URLs of one publisher came to in one run: written down in the store, and counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from articles.identity import ArticleId
from articles.model import Article
from articles.store.contract import Store
from articles.store.terms import Fetched, UrlMemory
from crawler.clock import Clock
from crawler.quarantine import Quarantine
from crawler.schedule import SECOND_NIGHT, next_check, next_try


@dataclass(frozen=True, kw_only=True, slots=True)
class Settling:
    """Settles URLs; in the crawl's own process and in its worker, each with a store of its own."""

    store: Store
    publisher: str
    run_id: str
    clock: Clock
    quarantine: Quarantine | None
    """None: pages that are turned down are not kept."""
    count: Callable[[str, str], None]
    """Called with a group and a key of `crawler.tally`."""

    def save_article(self, article: Article, fetched: Fetched, *, known: UrlMemory, new_id: ArticleId) -> None:
        """See the store's contract; so with all that follow."""
        born_at = article.published_at or _born_at(known)
        saved = self.store.save_article(
            self.publisher,
            article,
            fetched,
            run_id=self.run_id,
            new_id=new_id,
            next_check_at=next_check(fetched.url, born_at=born_at, now=fetched.at),
            at=self.clock.now(),
        )
        self.count("outcomes", saved.value)

    def settle_unchanged(self, fetched: Fetched, *, known: UrlMemory) -> None:
        self.store.settle_unchanged(
            self.publisher,
            fetched,
            run_id=self.run_id,
            next_check_at=next_check(fetched.url, born_at=_born_at(known), now=fetched.at),
        )
        self.count("outcomes", "unchanged")

    def settle_rejected(
        self, fetched: Fetched, *, known: UrlMemory, reason: str, body: bytes | None = None, chances: int = 1
    ) -> None:
        """The body, when there is one, goes into quarantine; `chances`: see `crawler.schedule.next_try`.

        Raises: QuarantineFailed.
        """
        if body:
            self.keep_page(fetched.url, body, reason=reason, status=fetched.status, at=fetched.at)
        self.store.settle_rejected(
            self.publisher,
            fetched,
            reason=reason,
            run_id=self.run_id,
            next_check_at=next_try(failure_count=known.failure_count, now=fetched.at, chances=chances),
        )
        self.count("outcomes", "rejected")
        self.count("rejections", "repeated" if known.failure_count else "first")

    def settle_missing(self, fetched: Fetched, *, is_believed: bool) -> None:
        was_withdrawn = self.store.settle_missing(
            self.publisher,
            fetched,
            run_id=self.run_id,
            next_check_at=fetched.at + SECOND_NIGHT,
            is_believed=is_believed,
        )
        self.count("outcomes", "withdrawn" if was_withdrawn else "missing")

    def keep_page(self, url: str, body: bytes, *, reason: str, status: int, at: datetime) -> None:
        """Put a page that was turned down into quarantine, if there is one.

        Raises: QuarantineFailed.
        """
        if self.quarantine:
            self.quarantine.save_page(url, body, reason=reason, status=status, at=at)


def _born_at(known: UrlMemory) -> datetime:
    return known.entry.published_at or known.discovered_at
