"""Where each field of an article came from: who says it, who else says the same, and who says something else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from articles.model import Topic
from crawler.separation.metadata.facts import Facts
from crawler.separation.outcome import Separation
from crawler.separation.page import Page
from crawler.separation.prose import folded


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What one source says of a field."""

    source: str
    """In words, such as `JSON-LD headline`."""
    text: str
    """As the source writes it."""
    agrees: bool
    """True when it says what the field holds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Provenance:
    """One field of an article and where it came from."""

    field: str
    """Its name in the article, such as `published_at`."""
    values: tuple[str, ...]
    """What the field holds; empty when it holds nothing."""
    claims: tuple[Claim, ...]
    """The most trusted first. Empty for a field that the text itself gives."""
    note: str
    """How the field comes about, in words."""


def name_sources(page: Page, separation: Separation) -> tuple[Provenance, ...]:
    """Every field of a separated page with its sources, in the order of the article's fields."""
    article, facts = separation.article, separation.facts
    return (
        _of_title(page, separation),
        Provenance(field="lead", values=_one(article.lead), claims=(), note="the first paragraph of the body"),
        Provenance(
            field="summary",
            values=_one(article.summary),
            claims=_texts(facts, ("descriptions",), _one(article.summary), [("the listing", page.listing.summary)]),
            note="the publisher's own teaser: the listing's, else the page's first description",
        ),
        Provenance(
            field="published_at",
            values=_moment(article.published_at),
            claims=(*_witnesses(separation), *_written(facts, "published")),
            note="the first witness's day, made precise by a time of the same day",
        ),
        Provenance(
            field="modified_at",
            values=_moment(article.modified_at),
            claims=_written(facts, "modified"),
            note="a claim, or the line by the title, that is later than publication",
        ),
        Provenance(
            field="authors",
            values=article.authors,
            claims=_named(facts, "authors", article.authors),
            note="the persons among the claims; without any, the line by the title that says who wrote it",
        ),
        _of_topics(
            "topics", article.topics, facts, "keywords", "the links behind the article that are named as topics"
        ),
        _of_topics("sections", article.sections, facts, "breadcrumb", "the breadcrumb on the page"),
        Provenance(
            field="language",
            values=_one(article.language),
            claims=_texts(
                facts, ("languages",), _one(article.language), [("the publisher's facts", page.site.language)]
            ),
            note="what the publisher is known for, else the page's first claim",
        ),
        Provenance(
            field="canonical_url",
            values=_one(separation.canonical_url),
            claims=_texts(facts, ("canonical",), _one(separation.canonical_url), [("fetched from", page.url)]),
            note="the page's own claim; a crawl takes it only where it is an article of the same publisher",
        ),
        Provenance(
            field="images",
            values=tuple(image.url for image in article.images),
            claims=(),
            note="images among the body's text, in page order",
        ),
    )


def _of_title(page: Page, separation: Separation) -> Provenance:
    shown = [("the heading on the page", block.text) for block in separation.blocks if block.label == "title"]
    listed = [("the listing", page.listing.title)] if page.listing.title else []
    title = separation.article.title
    claims = _texts(separation.facts, ("headlines", "card_titles", "tab_titles"), (title,), [*shown, *listed])
    return Provenance(
        field="title",
        values=(title,),
        claims=claims,
        note="what most of heading, structured data and social cards agree on, without the site's name",
    )


def _of_topics(field: str, topics: tuple[Topic, ...], facts: Facts, listed: str, shown: str) -> Provenance:
    names = tuple(topic.name for topic in topics)
    claims = list(_named(facts, listed, names))
    claimed = {folded(claim.text) for claim in claims}
    linked = [topic for topic in topics if topic.url and folded(topic.name) not in claimed]
    claims += [Claim(source=f"a link to {topic.url}", text=topic.name, agrees=True) for topic in linked]
    if field == "sections":
        claims += _named(facts, "sections", names)
    return Provenance(field=field, values=names, claims=tuple(claims), note=f"{shown}, and what the metadata lists")


def _witnesses(separation: Separation) -> Iterator[Claim]:
    published = separation.article.published_at
    for witness in separation.witnesses:
        moment = witness.reading.moment
        form = moment.isoformat() if witness.is_precise else f"{moment:%Y-%m-%d}"
        agrees = published is not None and moment.date() == published.date()
        yield Claim(source=witness.source, text=form, agrees=agrees)


def _written(facts: Facts, name: str) -> tuple[Claim, ...]:
    """Dates as written; whether they agree is the witnesses' matter."""
    return tuple(Claim(source=source, text=text, agrees=True) for source, text in _claimed(facts, name))


def _named(facts: Facts, name: str, chosen: Iterable[str]) -> tuple[Claim, ...]:
    wanted = [folded(one) for one in chosen]
    return tuple(
        Claim(source=source, text=text, agrees=any(one in folded(text) for one in wanted))
        for source, text in _claimed(facts, name)
    )


def _texts(
    facts: Facts, names: Iterable[str], chosen: tuple[str, ...], first: Iterable[tuple[str, str | None]]
) -> tuple[Claim, ...]:
    """Claims that say the same word for word, or with something added at an end, as a tab's title does."""
    wanted = [folded(one) for one in chosen]
    told = [(source, text) for source, text in first if text]
    told += [pair for name in names for pair in _claimed(facts, name)]
    return tuple(
        Claim(source=source, text=text, agrees=any(one in folded(text) for one in wanted)) for source, text in told
    )


def _claimed(facts: Facts, name: str) -> Iterator[tuple[str, str]]:
    for (of, text), sources in facts.sources.items():
        if of == name:
            yield ", ".join(dict.fromkeys(sources)), text


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _moment(value: datetime | None) -> tuple[str, ...]:
    return (value.isoformat(),) if value else ()
