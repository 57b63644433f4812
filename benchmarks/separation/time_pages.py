"""CPU time of separation beside lxml's bare parse of the same pages: `python -m benchmarks.separation.time_pages`.

Each page is parsed and separated in turn, three times each, the best counts; so that what slows the machine slows both.
With `--rounds 1` the first reading counts, as in a night: words, names and dates of the page are not known yet.
Peers that are installed (trafilatura, resiliparse) are measured in the same run.
"""

import argparse
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from lxml.html import HTMLParser, document_fromstring

from benchmarks.separation.pages import SETS, KnownPage, load_pages, pages_folder
from crawler.separation.article import separate_page
from crawler.separation.errors import NotAnArticle
from crawler.separation.page import Page

ROUNDS = 3
Reader = Callable[[KnownPage], object]


def parse(page: KnownPage) -> object:
    """The bare parse."""
    return document_fromstring(page.html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))


def separate(page: KnownPage) -> object:
    """Separation, its own parse included."""
    try:
        return separate_page(Page(url=page.url, content=page.html))
    except NotAnArticle:
        return None


def find_peers() -> dict[str, Reader]:
    """The extractors that this machine has."""
    peers: dict[str, Reader] = {}
    if find_spec("trafilatura"):
        extract = import_module("trafilatura").extract
        peers["trafilatura"] = lambda page: extract(page.html, url=page.url)
    if find_spec("resiliparse"):
        extract_text = import_module("resiliparse.extract.html2text").extract_plain_text
        peers["resiliparse"] = lambda page: extract_text(page.html, main_content=True)
    return peers


def seconds(read: Reader, page: KnownPage, rounds: int) -> float:
    """CPU seconds of the best of some rounds."""
    spent = []
    for _ in range(rounds):
        begin = time.process_time()
        read(page)
        spent.append(time.process_time() - begin)
    return min(spent)


def main() -> None:
    """Prints a line per set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every so manieth page of a set only")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often a page is read; the best counts")
    arguments = parser.parse_args()
    folder = pages_folder()
    readers: dict[str, Reader] = {"bare parse": parse, "Presseschau": separate, **find_peers()}
    for name in SETS:
        pages = list(load_pages(folder, name))[:: arguments.every]
        spent = dict.fromkeys(readers, 0.0)
        for page in pages:
            for reader, read in readers.items():
                spent[reader] += seconds(read, page, arguments.rounds)
        bare = spent.pop("bare parse")
        ratios = ", ".join(f"{reader} {total / bare:.1f}" for reader, total in spent.items())
        print(f"{name} ({len(pages)} pages, bare parse {1000 * bare / len(pages):.2f} ms): {ratios}")


if __name__ == "__main__":
    main()
