"""Every home of the store, each fresh; the contract's tests run over all of them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articles.store import open_store
from articles.store.contract import Store

HOMES: dict[str, Callable[[Path], str]] = {
    "sqlite": lambda directory: f"sqlite:///{directory}/presseschau.sqlite",
}


@pytest.fixture(params=HOMES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a store that is not there yet."""
    return HOMES[request.param](tmp_path)


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    with open_store(store_url) as opened:
        yield opened
