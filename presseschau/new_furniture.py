"""What a run took out of bodies for the first time because it repeats: a person sees a sentence wrongly taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.store.contract import Store
from crawler.lessons import load_furniture
from crawler.separation.furniture.sketch import key_of, words_of

_LABEL = "repeated"
"""Of what a page by itself shows as body, and its publisher's other pages as furniture."""
_MOST_SHOWN = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class NewText:
    """One such text."""

    text: str
    article_count: int
    """How many of the run's articles it was taken out of."""
    url: str
    """One of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewFurniture:
    """Those of one publisher."""

    text_count: int
    first: tuple[NewText, ...]
    """Some of them: those of the fewest articles, since a text that stands everywhere is hardly an article's own."""


def load_known_texts(store: Store, publishers: Iterable[str]) -> dict[str, frozenset[int]]:
    """Per publisher the keys of the texts that are known to be furniture.

    Raises: StoreError.
    """
    return {name: frozenset(load_furniture(store, name).known) for name in publishers}


def find_new_furniture(store: Store, run_id: str, known: Mapping[str, frozenset[int]]) -> dict[str, NewFurniture]:
    """Per publisher what the articles that this run stored had taken out and nobody knew before.

    `known`: as it was before the run.

    Raises: StoreError.
    """
    found: dict[str, dict[int, NewText]] = {}
    for day in store.days_of_run(run_id):
        for revision in store.revisions_of_day(day):
            if revision.run_id != run_id:
                continue
            texts = {
                key_of(words_of(each.text)): each.text for each in revision.article.removed if each.label == _LABEL
            }
            of_publisher = found.setdefault(revision.publisher, {})
            for key in texts.keys() - known.get(revision.publisher, frozenset()):
                before = of_publisher.get(key)
                article_count = before.article_count + 1 if before else 1
                of_publisher[key] = NewText(text=texts[key], article_count=article_count, url=revision.url)
    return {publisher: _furniture(texts.values()) for publisher, texts in found.items() if texts}


def _furniture(texts: Iterable[NewText]) -> NewFurniture:
    rarest_first = sorted(texts, key=lambda each: (each.article_count, each.text))
    return NewFurniture(text_count=len(rarest_first), first=tuple(rarest_first[:_MOST_SHOWN]))
