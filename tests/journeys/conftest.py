"""What every journey starts with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from presseschau.demo.server import DemoPublisher
from tests.journeys.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def publisher() -> Iterator[DemoPublisher]:
    with DemoPublisher() as publisher:
        yield publisher
