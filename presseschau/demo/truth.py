"""What must come out of the demo site: for every night the articles, to the sentence.

It is made from the stories alone, never from the rendered pages.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from articles.model import AdKind, Block, BlockKind, Topic
from presseschau.demo.address import SITE_ORIGIN, article_path
from presseschau.demo.adverts import Advert, adverts_on
from presseschau.demo.edition import load_edition
from presseschau.demo.inline import plain_text
from presseschau.demo.nights import NIGHTS
from presseschau.demo.pictures import picture_path
from presseschau.demo.story import Passage, Story, StoryState
from presseschau.demo.topics import topic_name, topic_path
from presseschau.demo.validators import validates_by_content

_LIVE = StoryState.LIVE
_HEADING_LEVEL = 2
_MARKUP_WITHOUT_BYLINE = "breaks"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedAd:
    """An advertisement on an article's page."""

    kind: AdKind
    title: str
    speakers: tuple[str, ...]
    claims: tuple[str, ...]
    """Each as one line: its lines joined by a space."""
    url: str
    """Absolute, canonical host."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpectedArticle:
    """One article as it must stand after a night's run."""

    key: str
    """Names the story on every night."""
    state: StoryState
    """`broken`: its page was empty that night, so that no article can be had yet; the other fields tell what it will
    be. `withdrawn`: they tell what it last was, without ads."""
    withdrawn_status: int | None
    """Of a withdrawn one: 410, or 404, which a careful crawler does not believe at once."""
    first_night: int
    answers_not_modified: bool
    """True when it was there the night before and a conditional request is answered by 304; False when its page comes
    again, though perhaps only its advertisements changed."""
    url: str
    """Canonical, absolute."""
    former_url: str | None
    """Its canonical URL of the night before, when its address changed."""
    is_listed: bool
    """False when only the site's feed, or only its news sitemap, names it."""
    markup: str
    title: str
    lead: str
    summary: str
    """The listing's teaser."""
    blocks: tuple[Block, ...]
    topics: tuple[Topic, ...]
    sections: tuple[Topic, ...]
    authors: tuple[str, ...]
    published_at: datetime
    modified_at: datetime | None
    ads: tuple[ExpectedAd, ...]
    """In page order."""

    @property
    def is_live(self) -> bool:
        """True when it must stand in the feeds of that night."""
        return self.state in (StoryState.LIVE, StoryState.EDITED)


@lru_cache(maxsize=len(NIGHTS))
def expected_articles(night: int) -> tuple[ExpectedArticle, ...]:
    """Every article of the site up to that night, newest first; withdrawn and broken ones say so in their state.

    Raises: KeyError for a night there is none of.
    """
    before = load_edition(night - 1).by_key if night - 1 in NIGHTS else {}
    return tuple(_expected(story, before.get(story.key), night) for story in load_edition(night).stories)


def _expected(story: Story, before: Story | None, night: int) -> ExpectedArticle:
    blocks = tuple(_block(passage) for passage in story.passages)
    shown = () if story.state is StoryState.WITHDRAWN else adverts_on(story.key, night)
    unchanged = before is not None and before.state is story.state is _LIVE and before.path == story.path
    return ExpectedArticle(
        key=story.key,
        state=story.state,
        withdrawn_status=story.withdrawn_status,
        first_night=story.first_night,
        answers_not_modified=unchanged and validates_by_content(story.key),
        url=SITE_ORIGIN + story.path,
        former_url=SITE_ORIGIN + article_path(story.former_slug, story.published_at) if story.former_slug else None,
        is_listed=story.is_listed,
        markup=story.markup,
        title=story.title,
        lead=blocks[0].text,
        summary=story.teaser,
        blocks=blocks,
        topics=_topics(story.topics, night),
        sections=_topics(story.sections, night),
        authors=(story.author,) if story.author and story.markup != _MARKUP_WITHOUT_BYLINE else (),
        published_at=story.published_at,
        modified_at=story.modified_at,
        ads=tuple(_ad(advert) for advert in shown),
    )


def _block(passage: Passage) -> Block:
    text = plain_text(passage.text)
    match passage.kind:
        case BlockKind.HEADING:
            return Block(kind=passage.kind, text=text, level=_HEADING_LEVEL)
        case BlockKind.LIST:
            items = tuple(plain_text(item) for item in passage.items)
            return Block(kind=passage.kind, text="\n".join(items), items=items)
        case BlockKind.TABLE:
            rows = tuple(tuple(plain_text(cell) for cell in row) for row in passage.rows)
            return Block(kind=passage.kind, text="\n".join("\t".join(row) for row in rows), rows=rows)
        case BlockKind.FIGURE:
            url = SITE_ORIGIN + picture_path(passage.picture or "")
            return Block(kind=passage.kind, text="", url=url, caption=text)
        case _:
            return Block(kind=passage.kind, text=text)


def _topics(slugs: tuple[str, ...], night: int) -> tuple[Topic, ...]:
    return tuple(Topic(name=topic_name(slug, night), slug=slug, url=SITE_ORIGIN + topic_path(slug)) for slug in slugs)


def _ad(advert: Advert) -> ExpectedAd:
    return ExpectedAd(
        kind=advert.kind,
        title=advert.title,
        speakers=tuple(" ".join(name) for name in advert.speakers),
        claims=tuple(" ".join(claim) for claim in advert.claims),
        url=SITE_ORIGIN + advert.path,
    )
