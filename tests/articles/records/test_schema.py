"""The schema is strict and explains itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.articles.records.record_schema import SCHEMA, faults


def _objects(schema: object, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, list):
        for index, part in enumerate(schema):
            yield from _objects(part, f"{where}/{index}")
    if isinstance(schema, dict):
        yield where, schema
        for name, part in schema.items():
            yield from _objects(part, f"{where}/{name}")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    ("where", "part"),
    [pair for pair in _objects(SCHEMA) if pair[1].get("type") == "object"],
    ids=lambda value: str(value)[:40],
)
def test_every_object_lists_its_keys_and_describes_each(where: str, part: dict[str, Any]) -> None:
    assert part["additionalProperties"] is False, where
    optional = {"article_id"} if where == "" else set()
    assert set(part["required"]) == set(part["properties"]) - optional
    for name, property_ in part["properties"].items():
        assert property_.get("description") or property_.get("$ref") or property_.get("const"), (where, name)


def test_records_of_the_store_have_everything_that_only_a_store_knows() -> None:
    assert faults(b'{"revision": 1}')
    assert faults(b"[]")
