"""Where a spider's class is found by another process: by name, or in its file (`scrapy runspider FILE`)."""

import sys
from dataclasses import dataclass
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

from scrapy import Spider
from scrapy.utils.misc import load_object

from crawler.base_spiders.publisher_spider import PublisherSpider


@dataclass(frozen=True, kw_only=True, slots=True)
class SpiderPlace:
    """Where a spider's class stands."""

    module: str
    name: str
    file: Path | None
    """The module's file, absolute. None: it has none."""


def find_place(spider: type[Spider]) -> SpiderPlace:
    """Where the class stands."""
    module = sys.modules[spider.__module__]
    file = getattr(module, "__file__", None)
    return SpiderPlace(module=spider.__module__, name=spider.__qualname__, file=Path(file).absolute() if file else None)


def load_spider(place: SpiderPlace) -> type[PublisherSpider]:
    """The class, from this process' modules or, where no module has that name, from its file.

    Raises: ImportError, NameError, AttributeError.
    """
    if place.file is not None and not _is_found_by_name(place.module):
        spec = spec_from_file_location(place.module, place.file)
        if spec is None or spec.loader is None:
            raise ImportError(f"{place.file} is no Python module")
        module = sys.modules[place.module] = module_from_spec(spec)
        spec.loader.exec_module(module)
    spider: type[PublisherSpider] = load_object(f"{place.module}.{place.name}")
    return spider


def _is_found_by_name(module: str) -> bool:
    try:
        return module in sys.modules or find_spec(module) is not None
    except ModuleNotFoundError:  # a package above it
        return False
