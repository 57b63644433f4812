"""A site of `kettner`'s addresses whose pages a reader of one page alone does not understand."""

import re
from collections.abc import Callable
from datetime import timedelta

from tests.crawler.crawling.news_site import NIGHT, Answer, Asked, NewsSite
from tests.crawler.crawling.news_site import Story as Listed
from tests.crawler.separation.furniture.rotating_publisher import Story, publish, render

COUNT = 40


def slug_of(story: Story) -> str:
    words = story.title.casefold().translate(str.maketrans("äöüß", "aous"))
    return f"{re.sub('[^a-z]+', '-', words).strip('-')}-{story.number}"


class WarmSite(NewsSite):
    """Its newest stories, hour by hour; `show` decides how many."""

    def __init__(self) -> None:
        # What stands at two addresses is left to the tests of the crawl.
        planted = [story for story in publish(COUNT + 10) if story.number not in (4, 5, 6, 7)]
        self.planted: dict[str, Story] = {}
        pages: dict[str, bytes] = {}
        listed = []
        for place, story in enumerate(reversed(planted)):
            entry = Listed(slug_of(story), NIGHT - timedelta(hours=3 + place))
            listed.append(entry)
            self.planted[entry.url] = story
            pages[entry.path] = render(story, planted).encode()
        super().__init__(listed, page_size=20)
        self._all = listed
        for path, content in pages.items():
            self.answers[path] = _always(content)

    def show(self, count: int) -> None:
        """Let only the oldest so many be listed."""
        self.stories = self._all[-count:]


def _always(content: bytes) -> Callable[[Asked], Answer]:
    def answer(asked: Asked) -> Answer:
        return Answer(body=content)

    return answer
