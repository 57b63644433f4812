"""An invented page: a story, who signs it and when, advertisements between its paragraphs. A seed decides all of it."""

import random
from datetime import datetime, timedelta
from html import escape
from zoneinfo import ZoneInfo

from tests.crawler.separation.invented.offers import OFFERS, Offer
from tests.crawler.separation.invented.stories import (
    AUTHORS,
    BYLINES,
    DATES,
    MENU,
    MONTHS,
    SITES,
    STORIES,
    TABS,
    TEASER_LABELS,
    TEASERS,
    TOPIC_LABELS,
)

ZONE = ZoneInfo("Europe/Berlin")
_SYLLABLES = ["bra", "kel", "mo", "tis", "ruw", "fen", "dol", "gar"]


class InventedPage:
    """What a page of this seed holds; a layout (`layouts`) writes it down."""

    def __init__(self, seed: int) -> None:
        self.random = pick = random.Random(seed)
        self.story = pick.choice(STORIES)
        self.site = pick.choice(SITES)
        self.authors = pick.choice(AUTHORS)
        self.offers = pick.sample(OFFERS, pick.randint(1, 3))
        self.lead = self.story.lead if pick.random() < 0.7 else ""
        self.kicker = self.story.kicker if pick.random() < 0.5 else ""
        self.byline = pick.choice(BYLINES).format(" und ".join(self.authors)) if self.authors else ""
        first = datetime(2026, 1, 1, 6, tzinfo=ZONE)
        moment = first + timedelta(days=pick.randint(0, 320), hours=pick.randint(0, 16), minutes=pick.randint(0, 59))
        form = pick.choice(DATES)
        self.date = form.format(name=MONTHS[moment.month - 1], **_parts_of(moment))
        self.published_at = moment if "hour" in form else moment.replace(hour=0, minute=0)
        self.tab = pick.choice(TABS).format(title=self.story.title, site=self.site)
        self.topic_label = pick.choice(TOPIC_LABELS)
        self.teaser_label = pick.choice(TEASER_LABELS)
        self.teasers = pick.sample(TEASERS, 4)
        self.menu = pick.sample(MENU, 5)
        self._has_names = pick.random() < 0.6
        self._names: dict[str, str] = {}
        between = [place for place, (kind, _) in enumerate(self.story.parts) if place and kind != "li"]
        places = sorted(pick.sample(between, len(self.offers)))
        self._offers_at = dict(zip(places, self.offers, strict=True))

    @property
    def body(self) -> list[str]:
        """The lines of the article's text."""
        return [*filter(None, [self.lead]), *(text for _, text in self.story.parts)]

    def offer_before(self, place: int) -> Offer | None:
        """The advertisement before one of the story's parts."""
        return self._offers_at.get(place)

    def divide(self, inner: str, part: str, tag: str = "div") -> str:
        """An element, all of one part of the page with the same class, which tells nothing, or none with any."""
        if not self._has_names:
            return f"<{tag}>{inner}</{tag}>"
        name = self._names.setdefault(part, "".join(self.random.choices(_SYLLABLES, k=3)))
        return f'<{tag} class="{name}">{inner}</{tag}>'

    def wrap(self, content: str) -> str:
        """A whole document."""
        head = f"<head><title>{escape(self.tab)}</title></head>"
        return f'<!doctype html><html lang="de">{head}<body>{content}</body></html>'


def link(text: str, path: str) -> str:
    """A link."""
    return f'<a href="{path}">{escape(text)}</a>'


def _parts_of(moment: datetime) -> dict[str, int]:
    return {name: getattr(moment, name) for name in ("year", "month", "day", "hour", "minute")}
