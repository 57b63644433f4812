"""Spider arguments, as text and as values."""

from datetime import date

import pytest

from crawler.errors import InvalidScope
from crawler.scope import Scope, parse_scope


def test_nothing_said() -> None:
    assert parse_scope() == Scope(full=False, since=None, limit=None)


def test_text_from_a_command_line() -> None:
    assert parse_scope(full="1", since=" 2026-01-31", limit="5") == Scope(full=True, since=date(2026, 1, 31), limit=5)


def test_values() -> None:
    assert parse_scope(full=True, since=date(2026, 1, 31), limit=0) == Scope(
        full=True, since=date(2026, 1, 31), limit=0
    )


@pytest.mark.parametrize("arguments", [{"full": "maybe"}, {"since": "gestern"}, {"limit": "many"}, {"limit": "-1"}])
def test_what_says_nothing_is_an_error(arguments: dict[str, str]) -> None:
    (name,) = arguments
    with pytest.raises(InvalidScope, match=name):
        parse_scope(**arguments)
