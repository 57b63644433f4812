"""Whether two texts tell the same story: an edit of an article keeps its identity, another article must not take it."""

from articles.model import Article

_SHINGLE_WORDS = 4
# An edited article keeps most of its word groups, two articles about one event share a quotation at most.
_MIN_SHARED = 0.3


def is_same_story(one: Article, other: Article) -> bool:
    """True when the titles are equal, or three in ten of the shorter text's groups of four words are in the other."""
    if one.title.casefold().split() == other.title.casefold().split():
        return True
    return shares_text(one, other)


def shares_text(one: Article, other: Article) -> bool:
    """True when three in ten of the shorter text's groups of four words are in the other."""
    shingles = _shingles(one), _shingles(other)
    return len(shingles[0] & shingles[1]) >= _MIN_SHARED * min(map(len, shingles))


def _shingles(article: Article) -> set[tuple[str, ...]]:
    words = article.text.casefold().split()
    return {tuple(words[start : start + _SHINGLE_WORDS]) for start in range(max(1, len(words) - _SHINGLE_WORDS + 1))}
