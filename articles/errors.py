"""Errors about articles and the store.

ArticleError
├── InvalidArticle       a value that cannot be an article's; raised by `articles.model`
├── InvalidUrl           not an absolute http(s) URL; raised by `articles.identity`
├── InvalidRecord        a JSON Lines record that breaks the schema; raised by `articles.records`
└── StoreError           the store cannot be used; raised by `articles.store`
    ├── StoreUnusable    the disk or the file fails, and will for whatever comes next; raised there
    ├── UnknownStore     the --store URL names no store we have
    └── StoreTooNew      the store was migrated by a later version of this program
"""


class ArticleError(Exception):
    """Base of every error raised by `articles`."""


class InvalidArticle(ArticleError, ValueError):
    """A value that an article, or a part of one, cannot have."""


class InvalidUrl(ArticleError, ValueError):
    """Text that is no absolute http or https URL."""


class InvalidRecord(ArticleError, ValueError):
    """A JSON Lines record that does not fit the schema."""


class StoreError(ArticleError):
    """The store cannot be opened, read or written; the message names it and says what to do."""


class StoreUnusable(StoreError):
    """Not what was to be written is at fault but the file, its disk or another process: the next write fails too."""


class UnknownStore(StoreError):
    """The store's URL has a scheme that no home of the store answers to."""


class StoreTooNew(StoreError):
    """The store carries a schema that this version does not know."""
