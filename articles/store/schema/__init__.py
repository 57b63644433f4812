"""The tables of the store, the same for every home.

Each column says what it means, and `NULL when …` where it may be NULL; tests hold both to it. How a store gets these
tables is told by `articles.store.migrations`: whoever changes one adds a migration.
"""

from articles.store.schema import articles, furniture, memory, pages, runs, sources
from articles.store.schema.tables import METADATA

__all__ = ["METADATA", "articles", "furniture", "memory", "pages", "runs", "sources"]
