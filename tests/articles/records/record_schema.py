"""The published schema, as a validator."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

SCHEMA_PATH = Path(__file__).parents[3] / "docs" / "article.schema.json"
SCHEMA = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def faults(line: bytes) -> list[str]:
    """What the schema has against a line of JSON Lines."""
    return [error.message for error in VALIDATOR.iter_errors(json.loads(line))]
