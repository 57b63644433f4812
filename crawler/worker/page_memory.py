"""The store as the worker sees it for one publisher, what the run has met there, and what the publisher repeats."""

from datetime import date

from articles.identity import CanonicalUrl
from articles.model import Article
from articles.store.contract import Store
from articles.store.terms import UrlMemory
from crawler.lessons import load_furniture, save_furniture
from crawler.met_texts import MetTexts
from crawler.separation.furniture import Furniture, Lesson
from crawler.settling import Settling

# A kill costs what so many pages taught; they await their second reading then, and teach again when asked again.
_LESSONS_AT_ONCE = 50


class PageMemory:
    """What is known while pages of one publisher are worked on."""

    def __init__(self, store: Store, settling: Settling) -> None:
        self.met = MetTexts()
        self.clock = settling.clock
        self._store = store
        self.settling = settling
        """What settles the URLs of pages."""
        self._publisher = settling.publisher
        self._furniture: Furniture | None = None
        self._unsaved_lesson_count = 0

    # What the publisher repeats

    @property
    def furniture(self) -> Furniture:
        """What it is known to repeat from page to page; learning is `learn`'s."""
        if self._furniture is None:
            self._furniture = load_furniture(self._store, self._publisher)
        return self._furniture

    def learn(self, identity: str, lesson: Lesson, *, on: date) -> None:
        """Add what a page teaches; it is saved from time to time, and by `save_furniture`."""
        self.furniture.learn(identity, lesson, on)
        self._unsaved_lesson_count += 1
        if self._unsaved_lesson_count >= _LESSONS_AT_ONCE:
            self.save_furniture()

    def save_furniture(self) -> None:
        """Keep what was learned since the last time, if anything was."""
        if self._furniture is not None and self._unsaved_lesson_count:
            save_furniture(self._store, self._publisher, self._furniture, at=self.clock.now())
            self._unsaved_lesson_count = 0

    # URLs

    def recall(self, url: CanonicalUrl) -> UrlMemory | None:
        """See the store's contract; so with all that follow."""
        return self._store.find_memory(self._publisher, url)

    def discover(self, url: CanonicalUrl) -> None:
        self._store.discover(self._publisher, url, run_id=self.settling.run_id, at=self.clock.now())

    def find_stored(self, url: CanonicalUrl) -> Article | None:
        """The live article that was seen under this URL; None when there is none."""
        article_id = self._store.find_article_id(url)
        revision = self._store.find_revision(article_id) if article_id else None
        return revision.article if revision and not revision.deleted else None
