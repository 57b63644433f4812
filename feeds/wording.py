"""The few words of our own that stand in a feed, in the feed's language: German for German feeds, English otherwise."""

from collections.abc import Sequence

from feeds.addresses import FeedKind

PROGRAM = "Presseschau"

_DESCRIPTIONS = {
    "de": {
        FeedKind.ALL: "Die neuesten Artikel von {publishers}.",
        FeedKind.PUBLISHER: "Die neuesten Artikel von {publishers}.",
        FeedKind.TOPIC: "Die neuesten Artikel von {publishers} zum Thema {name}.",
        FeedKind.SECTION: "Die neuesten Artikel von {publishers} in der Rubrik {name}.",
    },
    "en": {
        FeedKind.ALL: "The newest articles of {publishers}.",
        FeedKind.PUBLISHER: "The newest articles of {publishers}.",
        FeedKind.TOPIC: "The newest articles of {publishers} on {name}.",
        FeedKind.SECTION: "The newest articles of {publishers} in the section {name}.",
    },
}
_GROUPS = {
    "de": {FeedKind.PUBLISHER: "Verlage", FeedKind.SECTION: "Rubriken", FeedKind.TOPIC: "Themen"},
    "en": {FeedKind.PUBLISHER: "Publishers", FeedKind.SECTION: "Sections", FeedKind.TOPIC: "Topics"},
}
_RIGHTS = {"de": "Rechte an den Artikeln: {publishers}", "en": "Rights in the articles: {publishers}"}
_COMMENTS = {
    "de": "Dies ist ein Feed: seine Adresse in einem Feedreader einfügen, um die Artikel dort zu lesen.",
    "en": "This is a feed: paste its address into a feed reader to read the articles there.",
}
_SECTION_TITLES = {"de": "Rubrik {name}", "en": "Section {name}"}


def title_of_feed(kind: FeedKind, name: str, publishers: Sequence[str], language: str | None) -> str:
    """The title, told apart from every other feed's: a topic and a section may share their name."""
    if kind is FeedKind.ALL:
        return PROGRAM
    owner = publishers[0] if len(publishers) == 1 else PROGRAM
    if kind is FeedKind.PUBLISHER:
        return owner
    return f"{owner}: {_SECTION_TITLES[_words(language)].format(name=name) if kind is FeedKind.SECTION else name}"


def describe_feed(kind: FeedKind, name: str, publishers: Sequence[str], language: str | None) -> str:
    """A sentence on what the feed collects."""
    return _DESCRIPTIONS[_words(language)][kind].format(publishers=", ".join(publishers), name=name)


def describe_rights(publishers: Sequence[str], language: str | None) -> str:
    """Whose the articles are."""
    return _RIGHTS[_words(language)].format(publishers=", ".join(publishers))


def explain_feed(language: str | None) -> str:
    """What the document is, for people who open it."""
    return _COMMENTS[_words(language)]


def _words(language: str | None) -> str:
    return "de" if (language or "").lower().split("-")[0] == "de" else "en"


def name_group(kind: FeedKind, language: str | None) -> str:
    """The heading over feeds of this kind."""
    return _GROUPS[_words(language)][kind]
