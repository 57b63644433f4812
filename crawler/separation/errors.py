"""Errors of separation.

SeparationError
├── NotAnArticle         the page holds no article: an error page, a listing, a maintenance page, an empty page
└── InvalidFurniture     a stored memory of repetitions that cannot be read; raised by `furniture`
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.separation.outcome import LabelledBlock


class SeparationError(Exception):
    """Base of every error raised by `crawler.separation`."""


class NotAnArticle(SeparationError):
    """The page holds no article; raised by `separate_page`."""

    def __init__(self, url: str | None, reason: str, blocks: "tuple[LabelledBlock, ...]" = ()) -> None:
        super().__init__(f"{url or 'the page'} holds no article: {reason}")
        self.url = url
        self.reason = reason
        self.blocks = blocks
        """The page's blocks with their labels, as far as it was read."""


class InvalidFurniture(SeparationError):
    """A stored memory of a publisher's repetitions that cannot be read."""
