"""The documented configurations of other web servers, in a real nginx and a real Caddy."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from feeds.publish import publish_feeds
from tests.feeds.memory_store import store_of
from tests.feeds.sample_articles import revision, topic
from tests.feeds.serving import CADDY, MEDIA_TYPES, NGINX, ask, documented_caddy, documented_nginx

Server = Callable[[Path], AbstractContextManager[str]]

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")
needs_caddy = pytest.mark.skipif(CADDY is None, reason="Caddy is not installed: apt-get install caddy")


@pytest.fixture(
    scope="module",
    params=[pytest.param(documented_nginx, marks=needs_nginx), pytest.param(documented_caddy, marks=needs_caddy)],
    ids=["nginx", "caddy"],
)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    output = tmp_path_factory.mktemp("server") / "output"
    article = revision("one", text="Der Text. " * 200 + "Ende.", topics=(topic("SPD"),))
    publish_feeds(store_of([article]), output, base_url="https://example.org/feeds")
    server: Server = request.param
    with server(output) as address:
        yield address


@pytest.mark.parametrize(("path", "media_type"), MEDIA_TYPES)
def test_documents_have_their_types_and_are_kept_for_an_hour(address: str, path: str, media_type: str) -> None:
    answer = ask(address, path)
    assert (answer.status, answer.headers["content-type"]) == (200, media_type)
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert ("access-control-allow-origin" in answer.headers) == path.endswith(".json")


def test_what_a_reader_has_is_not_sent_again(address: str) -> None:
    first = ask(address, "/all.atom")
    assert ask(address, "/all.atom", headers={"If-None-Match": first.headers["etag"]}).status == 304
    assert ask(address, "/all.atom", headers={"If-Modified-Since": first.headers["last-modified"]}).status == 304


def test_feeds_are_compressed(address: str) -> None:
    answer = ask(address, "/all.rss", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert {"Accept-Encoding", "Accept"} <= answer.varies


@pytest.mark.parametrize(
    ("ending", "media_type"), [("rss", "text/xml"), ("atom", "text/xml"), ("json", "application/json")]
)
def test_a_browser_is_given_a_feed_under_a_type_that_it_shows(address: str, ending: str, media_type: str) -> None:
    answer = ask(address, f"/topics/spd.{ending}", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status, answer.headers["content-type"]) == (200, f"{media_type}; charset=utf-8")
    assert answer.content == ask(address, f"/topics/spd.{ending}").content
    assert "Accept" in answer.varies
    for folder in ("as-xml", "as-json"):
        assert ask(address, f"/{folder}/topics/spd.{ending}").status == 404


@pytest.mark.parametrize(
    "path", ["/.unfinished", "/../output/feeds-ledger.sqlite", "/topics/.spd.rss.x.part", "/../server.log"]
)
def test_nothing_hidden_is_handed_out(address: str, path: str) -> None:
    assert ask(address, path).status in (400, 404)
