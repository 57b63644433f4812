"""Whether a page is about what was announced: its listing's headline and the words of its address.

Servers answer 200 with something else in an article's place: a notice that the site is being worked on, the home page,
"not found". Such a page does not carry the headline that led to it. That alone proves nothing, since headlines are
rewritten; but an article whose headline is another one still speaks of the same things, and a notice does not.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import filterfalse
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from articles.model import Article
from articles.store.terms import ListingEntry

# Shorter words stand in any text.
_MIN_LETTERS = 4
# Words are inflected: what follows these letters is left out of the comparison.
_STEM_LETTERS = 6
# Fewer announced words are no ground to judge by.
_MIN_WORDS = 3
# Of the announced words a headline has at least so many, and an article so many anywhere in it.
_HEADLINE_SHARE = 0.5
_ARTICLE_SHARE = 0.2
# A listing in an article's place consists of other articles' headlines and teasers.
_LISTING_SHARE = 0.5
_MIN_ENTRIES = 3


def bears_headline(tree: HtmlElement | None, announced: ListingEntry) -> bool:
    """True when a title or main heading of the page itself has the words of the announced headline or of its URL."""
    if tree is None:
        return False
    shown = [*tree.xpath("//head/title | //h1"), *tree.xpath("//head/meta[@property='og:title']/@content")]
    texts = [text if isinstance(text, str) else text.text_content() for text in shown]
    return any(
        _share(stems, _stems(texts)) >= _HEADLINE_SHARE for stems in (_title_stems(announced), _url_stems(announced))
    )


def is_about(article: Article, announced: ListingEntry) -> bool:
    """False when an article speaks of hardly anything that was announced; True also when too little was."""
    stems = _title_stems(announced) | _url_stems(announced) | _stems([announced.summary or ""])
    if len(stems) < _MIN_WORDS:
        return True
    return _share(stems, _stems([article.text, *(image.caption or "" for image in article.images)])) >= _ARTICLE_SHARE


def tells_teaser(article: Article, announced: ListingEntry) -> bool:
    """False when an article has hardly a word of its teaser but those that its headline and its address have too.

    True also when the teaser has too few others. A notice may repeat the headline; a teaser is made of the article.
    """
    stems = _stems([announced.summary or ""]) - _title_stems(announced) - _url_stems(announced)
    if len(stems) < _MIN_WORDS:
        return True
    text = _plain(article.text)  # every new article comes by here: a look for some stems costs less than all of its own
    return sum(stem in text for stem in stems) >= _ARTICLE_SHARE * len(stems)


def is_listing(article: Article, entries: Iterable[ListingEntry]) -> bool:
    """True when most of an article's text is headlines and teasers that the page, read as a listing, consists of."""
    known = [entry for entry in entries if entry.title]
    if len(known) < _MIN_ENTRIES:
        return False
    teasers = {_line(text) for entry in known for text in (entry.title, entry.summary) if text}
    lines = [_line(line) for line in article.text.splitlines() if line.strip()]
    repeated = sum(len(line) for line in lines if line in teasers or any(teaser in line for teaser in teasers))
    return repeated >= _LISTING_SHARE * sum(map(len, lines))


def text_key(article: Article) -> bytes:
    """The same for articles of the same text, and short: a run keeps one for each page that it reads."""
    return sha256(article.text.encode()).digest()


def notice_key(article: Article) -> bytes:
    """The same for texts that differ only in words with digits: a notice may carry the time or a request's number."""
    words = (word for word in article.text.split() if not any(letter.isdigit() for letter in word))
    return sha256(" ".join(words).encode()).digest()


def body_key(article: Article) -> bytes:
    """The digest of the article's text without its headline, which a notice may repeat.

    Numbers count: reports that come out every day in the same words differ in nothing else.
    """
    text, title = " ".join(article.text.split()), " ".join(article.title.split())
    return sha256(" ".join(text.replace(title, " ").split()).encode(errors="replace")).digest()


def _share(wanted: set[str], found: set[str]) -> float:
    return len(wanted & found) / len(wanted) if wanted else 0.0


def _title_stems(announced: ListingEntry) -> set[str]:
    return _stems([announced.title or ""])


def _url_stems(announced: ListingEntry) -> set[str]:
    return _stems([urlsplit(announced.url).path.rstrip("/").rpartition("/")[2]])


def _stems(texts: Iterable[str]) -> set[str]:
    return {word[:_STEM_LETTERS] for text in texts for word in _words(text)}


def _words(text: str) -> Iterator[str]:
    return (word for word in re.findall(r"[^\W\d_]+", _plain(text)) if len(word) >= _MIN_LETTERS)


def _plain(text: str) -> str:
    """Without case and accents."""
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", text.casefold())))


def _line(text: str) -> str:
    return " ".join(text.split())
