"""The crumb that is the site itself: a breadcrumb begins with it, and it is no section."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from crawler.separation.metadata.facts import Facts
from crawler.separation.page import Page
from crawler.separation.prose import folded
from crawler.separation.urls import find_url

_HOME = r"(?:home|startseite|start|homepage|nachrichten|news|accueil|inicio|aktuelles|übersicht|portada)"
_IS_HOME = re.compile(_HOME, re.IGNORECASE)
_KINDS_OF_NEWS = re.compile(
    r"(?:all|alle|aktuelle|neue|neueste|mehr|weitere|top|latest|more|breaking|other|local|lokale)\b", re.IGNORECASE
)
_MIN_LABEL_CHARS = 4
_COMMON_LABELS = frozenset({"news", "blog", "magazin", "online", "zeitung", "politik", "sport", "info"})
# Most addresses say so at once.
_LEADS_DEEPER = re.compile(r"(?:https?://[^/?#]+)?/\w")
_ENDS_HOME = re.compile(rf".*\w\W+{_HOME}", re.IGNORECASE)


def is_home(name: str) -> bool:
    """True for a word for a site's start: `Home`, `News`."""
    return _IS_HOME.fullmatch(name.strip()) is not None


def is_site_name(name: str, page: Page, facts: Facts) -> bool:
    """True when a name is the site's: as it is known, as the page gives it, or as its host says.

    Where neither caller nor page names the site, `The Gazette News` is taken for its name.
    """
    spoken = folded(name)
    words = set(spoken.split())
    known = [site for site in (page.site.name, *facts.site_names) if site]
    if any(_words_of(site) <= words for site in known):
        return True
    labels = _labels_of(page.url or "")
    if words & labels or spoken.replace(" ", "") in labels:
        return True
    return not known and bool(_ENDS_HOME.fullmatch(name.strip())) and not _KINDS_OF_NEWS.match(name)


def leads_home(written: str | None, base: str | None) -> bool:
    """True for the address of a host's start page."""
    if not written or _LEADS_DEEPER.match(written):
        return False
    url = find_url(written, base)
    return url is not None and urlsplit(url).path in ("", "/")


@lru_cache(maxsize=256)
def _words_of(site: str) -> frozenset[str]:
    return frozenset(folded(site).split())


@lru_cache(maxsize=256)
def _labels_of(url: str) -> frozenset[str]:
    """The words of an address's host that name the site."""
    host = (urlsplit(url).hostname or "").lower()
    return frozenset(label for label in re.split(r"\W+", host) if len(label) >= _MIN_LABEL_CHARS) - _COMMON_LABELS
