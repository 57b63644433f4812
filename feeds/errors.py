"""Errors about feeds.

FeedError
├── InvalidFeed          a value that no feed can carry; raised by `feeds.channel`
├── InvalidBaseUrl       the public address of the feeds is no address; raised by `feeds.addresses`
└── InvalidHubUrl        neither is that of the hub; raised by `feeds.addresses`
"""


class FeedError(Exception):
    """Base of every error raised by `feeds`."""


class InvalidFeed(FeedError, ValueError):
    """A value that a feed, or an entry of one, cannot have."""


class InvalidBaseUrl(FeedError, ValueError):
    """The address that feeds are to be published under is not an absolute http or https URL."""


class InvalidHubUrl(FeedError, ValueError):
    """The address of the WebSub hub is not an absolute http or https URL."""
