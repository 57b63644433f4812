"""Reading JSON objects strictly: every key is asked for, has its type, and none is left over."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from articles.errors import InvalidRecord
from articles.records.moments import parse_moment

_Choice = TypeVar("_Choice", bound=StrEnum)


class Fields:
    """The fields of one JSON object; each method raises InvalidRecord naming the field that is wrong."""

    def __init__(self, value: object, where: str = "record", index: int | None = None) -> None:
        self._where, self._index = where, index
        if not isinstance(value, dict):
            raise InvalidRecord(f"{self.where}: an object is wanted, not {_shown(value)}")
        self._unread = value.copy()

    @property
    def where(self) -> str:
        """Where the object stands, for messages; put together when there is one to write."""
        return self._where if self._index is None else f"{self._where}[{self._index}]"

    def take(self, name: str) -> object:
        """The value, whatever it is."""
        try:
            return self._unread.pop(name)
        except KeyError:
            raise InvalidRecord(f"{self.where}: {name} is missing") from None

    def close(self) -> None:
        """Make sure that nothing was left unread."""
        if self._unread:
            raise InvalidRecord(f"{self.where}: unknown: {', '.join(sorted(map(repr, self._unread)))}")

    def text(self, name: str) -> str:
        value = self.take(name)
        if not isinstance(value, str):
            raise self._wrong(name, "text", value)
        return value

    def find_text(self, name: str) -> str | None:
        value = self.take(name)
        if value is not None and not isinstance(value, str):
            raise self._wrong(name, "text or null", value)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        return _texts(self.take(name), f"{self.where}.{name}")

    def find_texts(self, name: str) -> tuple[str, ...] | None:
        value = self.take(name)
        return None if value is None else _texts(value, f"{self.where}.{name}")

    def find_rows(self, name: str) -> tuple[tuple[str, ...], ...] | None:
        value, where = self.take(name), f"{self.where}.{name}"
        if value is None:
            return None
        return tuple(_texts(row, f"{where}[{index}]") for index, row in enumerate(_values(value, where)))

    def objects(self, name: str) -> Iterator["Fields"]:
        where = f"{self.where}.{name}"
        for index, value in enumerate(_values(self.take(name), where)):
            yield Fields(value, where, index)

    def choice(self, name: str, choices: type[_Choice]) -> _Choice:
        value = self.text(name)
        try:
            return choices(value)
        except ValueError as error:
            raise self._wrong(name, " or ".join(choices), value) from error

    def whole(self, name: str) -> int:
        value = self.take(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self._wrong(name, "a whole number", value)
        return value

    def number(self, name: str) -> float:
        value = self.take(name)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._wrong(name, "a number", value)
        return value

    def truth(self, name: str) -> bool:
        value = self.take(name)
        if not isinstance(value, bool):
            raise self._wrong(name, "true or false", value)
        return value

    def moment(self, name: str) -> datetime:
        return self._moment(name, self.text(name))

    def find_moment(self, name: str) -> datetime | None:
        text = self.find_text(name)
        return None if text is None else self._moment(name, text)

    def _moment(self, name: str, text: str) -> datetime:
        try:
            return parse_moment(text)
        except ValueError as error:
            raise InvalidRecord(f"{self.where}.{name}: {error}") from error

    def _wrong(self, name: str, wanted: str, value: object) -> InvalidRecord:
        return InvalidRecord(f"{self.where}.{name}: {wanted} is wanted, not {_shown(value)}")


def _values(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise InvalidRecord(f"{where}: a list is wanted, not {_shown(value)}")
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    texts: list[str] = []
    for text in _values(value, where):
        if not isinstance(text, str):
            raise InvalidRecord(f"{where}[{len(texts)}]: text is wanted, not {_shown(text)}")
        texts.append(text)
    return tuple(texts)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004  # enough to find it in the line
