"""The words of the pages, in both languages; tests hold the two to the same keys."""

from datetime import datetime

WORDS = {
    "de": {
        "intro": "Nachrichten als Feed: abonnieren, was interessiert, ohne Werbung und ohne Konto.",
        "skip": "Zum Inhalt springen",
        "other_language": "English",
        "subscribe": "Abonnieren",
        "subscribe_help": "Adresse eines Feeds kopieren und im Feedreader einfügen.",
        "everything": "Alle Artikel",
        "opml": "Alle Feeds auf einmal (OPML)",
        "search_label": "Suche in Themen und neuesten Artikeln",
        "search_none": "Nichts gefunden.",
        "search_count": "Treffer",
        "newest": "Neueste Artikel",
        "publishers": "Verlage",
        "sections": "Rubriken",
        "topics": "Themen",
        "more": "Weitere",
        "articles": "Artikel",
        "article": "Artikel",
        "per_week": "Artikel je Woche",
        "weeks_until": "Wochen bis zum",
        "most": "höchstens",
        "all_feeds": "Alle Feeds",
        "at_publisher": "Beim Verlag",
        "empty": "Zurzeit steht hier kein Artikel. Das Abonnement bleibt gültig.",
        "feed_of": "Feed",
    },
    "en": {
        "intro": "News as feeds: subscribe to what you care about, without advertising and without an account.",
        "skip": "Skip to content",
        "other_language": "Deutsch",
        "subscribe": "Subscribe",
        "subscribe_help": "Copy the address of a feed and paste it into your feed reader.",
        "everything": "All articles",
        "opml": "All feeds at once (OPML)",
        "search_label": "Search topics and newest articles",
        "search_none": "Nothing found.",
        "search_count": "found",
        "newest": "Newest articles",
        "publishers": "Publishers",
        "sections": "Sections",
        "topics": "Topics",
        "more": "More",
        "articles": "articles",
        "article": "article",
        "per_week": "Articles per week",
        "weeks_until": "weeks until",
        "most": "at most",
        "all_feeds": "All feeds",
        "at_publisher": "At the publisher",
        "empty": "No article stands here at the moment. Your subscription stays valid.",
        "feed_of": "feed",
    },
}

_MONTHS = "January February March April May June July August September October November December"


def write_time(moment: datetime, language: str) -> str:
    """Day and time as people write them, where the publisher lives."""
    if language == "de":
        return f"{moment:%d.%m.}{moment.year}, {moment:%H:%M} Uhr"
    return f"{moment.day} {_MONTHS.split()[moment.month - 1]} {moment.year}, {moment:%H:%M}"
