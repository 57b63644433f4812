"""Whether the files below `output/feeds/` are those that were published, and hold what the store does."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from articles.identity import ArticleId
from articles.store.contract import Store
from feeds.ledger.ledger import digest_of, ledger_path, open_ledger
from feeds.publish import is_unfinished

_AGAIN = "`presseschau feeds --everything` writes it again"


def find_feed_faults(store: Store, output: Path) -> Iterator[str]:
    """What is gone, altered, doubled or unknown, a line each. Nobody may be publishing.

    Raises: SpoiledLedger, LedgerInUse, LedgerUnusable, OSError.
    """
    directory = output / "feeds"
    yield from _altered_files(output)
    known: dict[str, bool] = {}
    for path in sorted(directory.rglob("*.*")):
        if path.suffix not in (".json", ".rss", ".atom") or path.name.startswith("."):
            continue
        try:
            ids = _ids_in(path)
        except (ValueError, KeyError, TypeError, etree.XMLSyntaxError) as error:
            yield f"{path}: it is no whole feed: {error}"
            continue
        for article_id, count in Counter(ids).items():
            if count > 1:
                yield f"{path}: {article_id} stands in it {count} times"
            if article_id not in known:
                known[article_id] = store.find_revision(ArticleId(article_id)) is not None
            if not known[article_id]:
                yield f"{path}: {article_id} is not in the store"


def _altered_files(output: Path) -> Iterator[str]:
    """Nothing after a publication that was killed, which the next one does again, and without a ledger."""
    if is_unfinished(output) or not ledger_path(output).exists():
        return
    with open_ledger(ledger_path(output)) as ledger:
        files = ledger.files()
    for name, digest in files.items():
        path = output / "feeds" / name
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            yield f"{path}: it was published, and is gone; {_AGAIN}"
            continue
        if digest_of(content) != digest:
            yield f"{path}: it is not as it was published; {_AGAIN}"


def _ids_in(path: Path) -> list[str]:
    """The entries' ids; empty for a JSON file that is no feed."""
    if path.suffix == ".json":
        document = json.loads(path.read_bytes())
        return [item["id"] for item in document["items"]] if "items" in document else []
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    tree = etree.parse(path, parser)
    found = tree.xpath("//item/guid/text() | //*[local-name()='entry']/*[local-name()='id']/text()")
    return [str(text) for text in found] if isinstance(found, list) else []
