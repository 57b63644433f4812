"""Where a text was met, and how one process tells another."""

from articles.identity import CanonicalUrl
from crawler.met_texts import Met, MetTexts

A, B = CanonicalUrl("https://gazette.example/a"), CanonicalUrl("https://gazette.example/b")


def test_kinds_have_keys_of_their_own() -> None:
    met = MetTexts()
    met.add(Met.TEXT, b"1", A)
    assert met.urls(Met.TEXT, b"1") == {A}
    assert met.urls(Met.REPLACING, b"1") == set()


def test_what_is_told_makes_another_one_the_same() -> None:
    met, other = MetTexts(), MetTexts()
    assert met.most == 0
    met.add(Met.TEXT, b"1", A)
    other.learn(met.take_news())
    met.add(Met.TEXT, b"1", B)
    met.add(Met.UNANNOUNCED, b"2", B)
    other.learn(met.take_news())
    assert met.take_news() == ()
    assert other.take_news() == (), "what it was told is no news"
    assert sorted(other.all()) == sorted(met.all())
    assert other.most == met.most == 2
