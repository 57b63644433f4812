"""Answers that depend on a text alone, and are asked for again on every page of a publisher."""

from collections.abc import Callable

_MAX_ANSWERS = 32768


class Remembered(dict[str, int]):
    """A function's answers: a lookup without a call. All are forgotten when there are too many."""

    def __init__(self, answer: Callable[[str], int]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, text: str) -> int:
        if len(self) >= _MAX_ANSWERS:
            self.clear()
        self[text] = answer = self._answer(text)
        return answer
