"""Which separation reads a page: a mark that is another one when its results may be others."""

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

_CODE = ("separation", "spiders", "base_spiders", "dates.py", "separated.py", "reservations.py")
"""What a page's article depends on, below this package."""
_LIBRARIES = ("scrapy", "parsel", "lxml", "beautifulsoup4", "dateparser", "nh3")


@lru_cache(maxsize=1)
def separation_version() -> str:
    """A digest (hex) of the code that makes an article of a page, and of the versions of what it stands on."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for name in _CODE:
        path = package / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(f"{file.relative_to(package)}\0".encode() + file.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()[:16]
