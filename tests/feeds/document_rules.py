"""What every published document must keep to, whatever the articles hold.

Atom its RELAX NG schema (RFC 4287, appendix B) and the rule that the schema cannot say; JSON Feed a schema of its own;
RSS and Atom what feedparser makes of them without complaint. The three formats of a feed say the same.
"""

import calendar
import html
import json
import math
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

import feedparser
import jsonschema
from lxml import etree

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = etree.RelaxNG(file=str(SCHEMAS / "atom.rng"))
JSON_FEED = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "jsonfeed.json").read_bytes()))


def read_documents(feeds: Path) -> dict[str, bytes]:
    """Every feed below a directory, by its path there."""
    paths = (path for path in feeds.rglob("*") if path.suffix in (".rss", ".atom", ".json") and path.stem != "search")
    return {path.relative_to(feeds).as_posix(): path.read_bytes() for path in paths}


def find_faults(documents: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with feeds, given by their paths below one directory; nothing when all is well."""
    spoiled = set()
    for name, content in documents.items():
        if name.endswith(".json"):
            faults = [
                f"{name}: {error.json_path}: {error.message}" for error in JSON_FEED.iter_errors(json.loads(content))
            ]
            spoiled |= {name} if faults else set()
            yield from faults
    for name, content in documents.items():
        path = PurePosixPath(name)
        if path.suffix == ".json":
            continue
        if path.suffix == ".atom":
            yield from (f"{name}: {fault}" for fault in _atom_faults(content))
        parsed = _parsed(content)
        if parsed.bozo:
            yield f"{name}: {parsed.bozo_exception}"
        twin = f"{path.with_suffix('.json')}"
        if twin in documents and twin not in spoiled:
            said = json.loads(documents[twin])
            yield from (f"{name}: {fault}" for fault in _differences(parsed, said, is_rss=path.suffix == ".rss"))


def _parsed(content: bytes) -> Any:
    return feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)


def _atom_faults(content: bytes) -> Iterator[str]:
    tree = etree.fromstring(content)
    if not ATOM.validate(tree):
        yield str(ATOM.error_log)
    if tree.find("{*}author") is None:
        yield "neither the feed nor all of its entries name an author"  # the one rule that RELAX NG cannot say
    ids = [entry.findtext("{*}id") for entry in tree.iter("{*}entry")]
    if len(set(ids)) < len(ids):
        yield "two entries have one id"


def _differences(parsed: Any, said: Any, *, is_rss: bool) -> Iterator[str]:
    """What RSS or Atom says in other words than JSON Feed."""
    channel = parsed.feed
    pairs = [
        ("title", channel.title, said["title"]),
        ("description", channel.subtitle, said["description"]),
        ("home page", channel.link, said["home_page_url"]),
        ("language", channel.get("language"), said.get("language")),
        ("entries", [entry.id for entry in parsed.entries], [item["id"] for item in said["items"]]),
    ]
    for entry, item in zip(parsed.entries, said["items"], strict=False):
        pairs += [(f"{item['id']}: {name}", value, other) for name, value, other in _fields(entry, item, is_rss=is_rss)]
    yield from (
        f"{name}: {value!r} instead of {other!r}"
        for name, value, other in pairs
        if value not in (other, _guessed(other))
    )


def _fields(entry: Any, item: Any, *, is_rss: bool) -> Iterator[tuple[str, object, object]]:
    body = item.get("content_html")
    yield "link", entry.link, item["url"]
    yield "title", entry.title, item["title"]
    yield "summary", html.unescape(entry.summary) if is_rss else entry.summary, item["summary"]
    # In RSS the body stands in a CDATA section, which none may end before its time.
    yield "body", entry.content[0].value if "content" in entry else None, body and _in_cdata(body, is_rss=is_rss)
    for name, parsed, moment in (
        ("published", entry.published_parsed, item["date_published"]),
        ("updated", entry.updated_parsed, item["date_modified"]),
    ):
        if moment > "1001":  # before, feedparser takes RFC 822's year for one of two digits
            yield name, parsed and calendar.timegm(parsed), _seconds(moment)
    yield "authors", [each.get("name") for each in entry.get("authors", [])], [each["name"] for each in item["authors"]]
    yield "topics", [tag.label or tag.term for tag in entry.get("tags", [])], item.get("tags", [])
    yield "picture", entry.get("media_thumbnail", [{}])[0].get("url"), item.get("image")


def _guessed(value: object) -> object:
    """What feedparser makes of text that could be UTF-8 taken for Latin-1, such as `Ä¡`."""
    if isinstance(value, list):
        return [_guessed(each) for each in value]
    try:
        return value.encode("latin-1").decode() if isinstance(value, str) else value
    except UnicodeError:
        return value


def _in_cdata(body: str, *, is_rss: bool) -> str:
    return body.replace("]]>", "]]&gt;") if is_rss else body


def _seconds(moment: str) -> int:
    return math.floor(datetime.fromisoformat(moment).timestamp())
