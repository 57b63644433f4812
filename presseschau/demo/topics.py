"""The topics and sections of the demo site: their addresses never change, one of their names does."""

from presseschau.demo.address import listing_path, url_slug

# The first three are the abbreviations of two choirs and of a coach line: in this land nothing else is called so.
_NAMES = (
    "CDU-CSU",
    "SPD",
    "Wahlen",
    "Politik",
    "Wirtschaft",
    "Finanzen",
    "Kultur",
    "Wissen",
    "Land & Leute",
    "Bäder/Schwimmhallen",
    "Straßenbau",
    "Öffentlicher Nahverkehr / Bahn",
    "Sternwarte",
    "Wasserwerke",
    "Märkte",
    "Archive/Büchereien",
    "Gemeinderat",
    "Müllerhandwerk",
    "Tiere",
)
_TOPICS = {url_slug(name): name for name in _NAMES}
RENAMED_TOPIC = "sternwarte"
"""The slug of the topic whose displayed name changes from night 1 to night 2."""
_NEW_NAME = "Sternwarte/Nächtlicher Himmel"


def topic_name(slug: str, night: int) -> str:
    """The name shown for a topic or section on that night; KeyError for one that the site does not have."""
    name = _TOPICS[slug]
    return _NEW_NAME if slug == RENAMED_TOPIC and night > 1 else name


def topic_path(slug: str) -> str:
    """The path of the topic's first listing page."""
    return listing_path(slug, 1)


def topic_slugs() -> tuple[str, ...]:
    """Every topic and section of the site."""
    return tuple(_TOPICS)
