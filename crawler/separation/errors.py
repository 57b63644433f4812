"""Errors of separation.

SeparationError
└── NotAnArticle         the page holds no article: an error page, a listing, a maintenance page, an empty page
"""


class SeparationError(Exception):
    """Base of every error raised by `crawler.separation`."""


class NotAnArticle(SeparationError):
    """The page holds no article; raised by `separate_page`."""

    def __init__(self, url: str | None, reason: str) -> None:
        super().__init__(f"{url or 'the page'} holds no article: {reason}")
        self.url = url
        self.reason = reason
