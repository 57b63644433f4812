"""A bar for people who watch: on a terminal, and only there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm

from crawler.job import Progress
from crawler.reseparating.job import ReseparationProgress


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress | ReseparationProgress], None]]:
    """A callable that draws a run's progress on stderr; it draws nothing when stderr is no terminal."""
    newest: dict[str, Progress] = {}
    # disable=None: tqdm itself asks whether stderr is a terminal.
    with tqdm(unit=" articles", disable=None, leave=False, dynamic_ncols=True) as bar:

        def show(progress: Progress | ReseparationProgress) -> None:
            if isinstance(progress, ReseparationProgress):
                bar.total = progress.page_count
                bar.update(progress.read_count - bar.n)
                return
            newest[progress.publisher] = progress
            bar.total = sum(each.article_count for each in newest.values())
            bar.set_description(
                f"{sum(each.listing_page_count for each in newest.values())} listing pages", refresh=False
            )
            bar.update(sum(each.settled_count for each in newest.values()) - bar.n)

        yield show
