"""Tests that need what only a developer can give are deselected without it, not skipped."""

import os

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "PRESSESCHAU_FEEDVALIDATOR" in os.environ:
        return
    needing = [item for item in items if item.path.name == "test_feedvalidator.py"]
    items[:] = [item for item in items if item not in needing]
    config.hook.pytest_deselected(items=needing)
