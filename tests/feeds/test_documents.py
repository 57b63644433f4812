"""Every document of any archive keeps to the rules of its format, and the three formats of a feed say the same."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.model import Revision
from feeds.publish import publish_feeds
from tests.feeds.document_rules import find_faults, read_documents
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, revisions, topic


@settings(max_examples=15)  # each is an archive of many documents
@given(
    articles=st.lists(revisions(), min_size=1, max_size=4, unique_by=lambda made: made.id),
    withdrawn=st.integers(0, 4),
    base_url=st.sampled_from(["https://example.org/feeds", None]),
    hub_url=st.sampled_from(["https://hub.example/", None]),
    tombstones=st.booleans(),
)
def test_of_any_articles(
    articles: list[Revision], withdrawn: int, base_url: str | None, hub_url: str | None, tombstones: bool
) -> None:
    """Two entries a document, so that there are archive pages; some articles are withdrawn on a second night."""
    gone = [replace(article, number=2, deleted=True) for article in articles[:withdrawn]]
    with tempfile.TemporaryDirectory() as directory:
        for stored in (articles, [*articles, *gone]):
            publish_feeds(
                store_of(stored),
                Path(directory),
                base_url=base_url,
                hub_url=hub_url,
                tombstones=tombstones,
                entry_count=2,
                publisher_titles={"gazette": articles[0].article.title},
            )
        documents = read_documents(Path(directory, "feeds"))
        assert len(documents) >= 6
        assert list(find_faults(documents)) == []


@pytest.mark.parametrize(
    ("ending", "old", "new"),
    [
        ("atom", b"<updated>", b"<updated>x"),
        ("atom", b"author>", b"contributor>"),
        ("atom", b"Ein Titel", b"Ein anderer"),
        ("rss", b"Ein Titel", b"Ein anderer"),
        ("rss", b"</channel>", b""),
        ("json", b'"items"', b'"entries"'),
        ("json", b'"Ein Titel"', b"null"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, ending: str, old: bytes, new: bytes) -> None:
    publish_feeds(store_of([revision("one", topics=(topic("SPD"),))]), tmp_path, base_url=None)
    documents = read_documents(tmp_path / "feeds")
    assert list(find_faults(documents)) == []
    name = f"topics/spd.{ending}"
    assert old in documents[name]
    documents[name] = documents[name].replace(old, new)
    assert [fault for fault in find_faults(documents) if fault.startswith("topics/spd.")]
