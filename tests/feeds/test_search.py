"""Any combination of feeds, and words."""

from datetime import timedelta
from pathlib import Path

import pytest

from feeds.ledger.ledger import ledger_path
from feeds.ledger.search import Query, open_search
from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import NOON, revision, topic

SPD, CDU, RENTE, POLITIK = topic("SPD"), topic("CDU"), topic("Rente"), topic("Politik")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("output")
    articles = [
        revision("one", title="Rentenpaket", text="Die Bärin tanzt.", topics=(SPD, RENTE)),
        revision("two", title="Zölle", text='Über "Gold" OR Silber.', topics=(CDU,), sections=(POLITIK,)),
        revision("three", title="Bären", text="Wald.", topics=(CDU, RENTE), publisher="courier"),
    ]
    later = [revision("one", title="Rentenpaket", text="Der Wolf tanzt.", topics=(SPD, RENTE), number=2)]
    at = (NOON + timedelta(hours=number) for number in range(9))
    dated = [
        revision(
            made.url.rsplit("/", 1)[1],
            title=made.article.title,
            text=made.article.text,
            topics=made.article.topics,
            sections=made.article.sections,
            publisher=made.publisher,
            number=made.number,
            published_at=next(at),
        )
        for made in articles + later
    ]
    publish_feeds(store_of(dated), output, base_url=None)
    return ledger_path(output)


def found(ledger: Path, query: Query) -> list[str]:
    with open_search(ledger) as search:
        return [article_id.rsplit("/", 1)[1] for article_id in search.newest(query, 50)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), ["one", "three", "two"]),
        (Query(topics=("spd",)), ["one"]),
        (Query(topics=("spd", "cdu")), ["one", "three", "two"]),
        (Query(topics=("cdu",), without=("rente",)), ["two"]),
        (Query(topics=("cdu",), sections=("politik",)), ["two"]),
        (Query(publishers=("courier",)), ["three"]),
        (Query(topics=("SPD",)), []),
        (Query(topics=("' OR 1=1 --",)), []),
        (Query(words="rente"), ["one"]),
        (Query(words="ZOLLE"), ["two"]),
        (Query(words="bären"), ["three"]),
        (Query(words="Bar"), ["three"]),
        (Query(words="wolf tanzt"), ["one"]),
        (Query(words="wolf gold"), []),
        (Query(words='"Gold" OR'), ["two"]),
        (Query(words="NOT wolf"), []),
        (Query(words="text:wolf*"), []),
        (Query(words="Bärin"), []),
        (Query(topics=("rente",), words="wald"), ["three"]),
    ],
)
def test_what_is_asked_for_is_found(ledger: Path, query: Query, expected: list[str]) -> None:
    assert found(ledger, query) == expected


@pytest.mark.parametrize(
    "words", ['"', "''", "*", "-", "( )", "\x00", "\ud800", ":", "^", "a" * 10_000, "NEAR(a b)", "{a}"]
)
def test_no_words_make_it_fail(ledger: Path, words: str) -> None:
    found(ledger, Query(words=words))
