"""The store in SQL: every part of the contract over one engine."""

from articles.store.checking import Checking
from articles.store.following import Following
from articles.store.furniture import FurnitureMemories
from articles.store.memory import Memory
from articles.store.pages import Pages
from articles.store.reading import Reading
from articles.store.runs import Runs
from articles.store.saving import Saving
from articles.store.settling import Settling
from articles.store.sources import Sources
from articles.store.topics import Topics
from articles.store.walks import Walks


class SqlStore(
    Runs, Walks, Memory, Sources, Saving, Settling, Pages, FurnitureMemories, Reading, Following, Topics, Checking
):
    """A `Store`; see `articles.store.contract`."""
