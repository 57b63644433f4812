"""The W3C feed validator finds no error and no warning in what is published.

Runs when PRESSESCHAU_FEEDVALIDATOR names a checkout of github.com/w3c/feedvalidator; uv fetches the two packages it
needs.
"""

import itertools
import json
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, unquote

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from articles.identity import ArticleId
from articles.model import Image, Revision, Topic
from feeds.publish import publish_feeds
from presseschau.demo.tour import BASE_URL, run_tour
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, revisions, topic

SITE = "https://example.org"

# Run by an interpreter that has html5lib; prints what the validator calls errors and warnings.
VALIDATE = """
import json, sys, warnings
warnings.simplefilter("ignore")
sys.path.insert(0, sys.argv[1] + "/src")
import feedvalidator
from feedvalidator.compatibility import AA
for line in sys.stdin:
    path, url = json.loads(line)
    events = feedvalidator.validateString(open(path, "rb").read(), base=url)["loggedEvents"]
    for event in AA(events):
        print(url, type(event).__name__, {name: str(value)[:200] for name, value in event.params.items()})
"""


def findings(site: Path, address: str = SITE) -> str:
    """Errors and warnings on every document of a site whose root is published at this address."""
    documents = [path for path in site.rglob("*") if path.suffix in (".rss", ".atom", ".opml")]
    assert documents
    lines = [json.dumps([str(path), f"{address}/{path.relative_to(site).as_posix()}"]) for path in documents]
    command = [sys.executable, "-m", "uv", "run", "--quiet", "--no-project", "--with", "html5lib", "--with", "lxml"]
    validator = subprocess.run(
        [*command, "python", "-c", VALIDATE, os.environ["PRESSESCHAU_FEEDVALIDATOR"]],
        input="\n".join(lines),
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )
    return validator.stdout


def publish(articles: list[Revision], site: Path) -> None:
    publish_feeds(store_of(articles), site, base_url=f"{SITE}/feeds")


def test_every_feed_of_the_demo_is_without_fault(tmp_path: Path) -> None:
    run_tour(tmp_path)
    assert findings(tmp_path / "feeds", BASE_URL) == ""


def test_feeds_of_several_publishers_are_without_fault(tmp_path: Path) -> None:
    articles = [revision(f"n{number}", topics=(topic("SPD"), topic("a, b"))) for number in range(3)]
    publish([*articles, revision("other", publisher="daily", topics=(topic("SPD"),))], tmp_path)
    assert b"<source>" in (tmp_path / "feeds/all.atom").read_bytes()
    assert findings(tmp_path) == ""


def test_ordinary_feeds_are_without_fault(tmp_path: Path) -> None:
    first = revision("one", title="Größe </b> &copy; <3", topics=(topic("SPD"), Topic(name="ä, ö", slug="ä/ö")))
    illustrated = replace(
        first.article,
        images=(Image(url="https://a.example/1.png", caption="Eins & <b>"), Image(url="https://a.example/2.png")),
        html="<p>Ein <a href='/x?a=1&b=2'>Link</a></p><h2>Titel</h2><blockquote>Zitat</blockquote>"
        "<ol start=3><li>a</ol><table><tr><td colspan=2>Zelle</td></tr></table><pre>code</pre>"
        "<figure><img src='/i.png' alt='Bild' width=4 height=3><figcaption>Unter</figcaption></figure>",
    )
    articles = [replace(first, article=illustrated), revision("two", sections=(topic("Politik"),))]
    publish(articles, tmp_path)
    assert findings(tmp_path) == ""
    gone = [replace(article, number=2, deleted=True) for article in articles]
    publish([*articles, *gone], tmp_path)
    assert findings(tmp_path) == ""


def test_archive_pages_are_without_fault(tmp_path: Path) -> None:
    articles = [revision(f"n{number}", topics=(topic("SPD"),)) for number in range(8)]
    publish_feeds(store_of(articles), tmp_path, base_url=f"{SITE}/feeds", entry_count=3, hub_url="https://hub.example/")
    assert (tmp_path / "feeds/topics/spd/2.atom").exists()
    assert findings(tmp_path) == ""


def test_teasers_alone_are_without_fault(tmp_path: Path) -> None:
    publish_feeds(store_of([revision()]), tmp_path, base_url=f"{SITE}/feeds", teasers_only=frozenset({"gazette"}))
    assert findings(tmp_path) == ""


def test_tombstones_are_without_error_but_unknown_to_the_validator(tmp_path: Path) -> None:
    articles = [revision("one"), revision("two"), replace(revision("two"), number=2, deleted=True)]
    publish_feeds(store_of(articles[:2]), tmp_path, base_url=f"{SITE}/feeds", tombstones=True)
    publish_feeds(store_of(articles), tmp_path, base_url=f"{SITE}/feeds", tombstones=True)
    said = findings(tmp_path).splitlines()
    assert said
    assert all("UnknownNamespace" in line and "tombstones" in line for line in said)


def test_feeds_of_any_articles_are_without_fault(tmp_path: Path) -> None:
    numbers = itertools.count()

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(revisions().map(plausible), min_size=1, max_size=4, unique_by=lambda made: made.id))
    def publish_any(articles: list[Revision]) -> None:
        # A body half of which was decoded wrongly is its publisher's, and what the validator doubts in it.
        written = json.dumps([asdict(article.article) for article in articles], ensure_ascii=False, default=str)
        assume(not re.search("[\xc2\xc3][\x80-\xbf]", written))
        site = f"site-{next(numbers)}"
        publish_feeds(store_of(articles), tmp_path / site, base_url=f"{SITE}/{site}/feeds")

    publish_any()
    assert findings(tmp_path) == ""


def plausible(article: Revision) -> Revision:
    """The same with times and an id that the validator does not doubt for their own sake.

    It calls times before 1990 or to come implausible, and an id non-canonical whose escapes are no UTF-8 in NFC.
    """
    earliest, latest = datetime(1995, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)
    published_at = article.article.published_at
    if published_at is not None and not earliest < published_at < latest:
        article = replace(article, article=replace(article.article, published_at=None))
    if not earliest < article.updated_at < latest:
        article = replace(article, updated_at=article.stored_at)
    decoded = unicodedata.normalize("NFC", unquote(article.id, errors="replace"))
    return replace(article, id=ArticleId(quote(decoded, safe="/:,?=&+@!$'()*;")))
