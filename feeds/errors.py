"""Errors about feeds.

FeedError
├── InvalidFeed          a value that no feed can carry; raised by `feeds.channel`
├── InvalidBaseUrl       the public address of the feeds is no address; raised by `feeds.addresses`
├── InvalidHubUrl        neither is that of the hub; raised by `feeds.addresses`
├── SpoiledLedger        the ledger is damaged or of another version; raised by `feeds.ledger`
├── LedgerInUse          another process publishes these feeds; raised by `feeds.ledger`
└── LedgerUnusable       the ledger cannot be read or written, as on a full disk; raised by `feeds.ledger`
"""


class FeedError(Exception):
    """Base of every error raised by `feeds`."""


class InvalidFeed(FeedError, ValueError):
    """A value that a feed, or an entry of one, cannot have."""


class InvalidBaseUrl(FeedError, ValueError):
    """The address that feeds are to be published under is not an absolute http or https URL."""


class InvalidHubUrl(FeedError, ValueError):
    """The address of the WebSub hub is not an absolute http or https URL."""


class SpoiledLedger(FeedError):
    """The feed ledger cannot be read by this version; it can be removed, since all of it follows from the store."""


class LedgerInUse(FeedError):
    """Another process is publishing into the same directory."""


class LedgerUnusable(FeedError):
    """The disk or the file fails, and nothing is wrong with what the ledger holds."""
