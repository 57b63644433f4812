"""What publishers repeat from page to page, kept as the separation hands it over."""

from datetime import datetime

from sqlalchemy import insert, select, update

from articles.store.schema.furniture import FURNITURE
from articles.store.transactions import Transactions


class FurnitureMemories(Transactions):
    """The part of the contract that concerns publishers' furniture."""

    def find_furniture(self, publisher: str) -> bytes | None:
        with self._reading() as connection:
            return connection.scalar(select(FURNITURE.c.memory).where(FURNITURE.c.publisher == publisher))

    def save_furniture(self, publisher: str, memory: bytes, *, at: datetime) -> None:
        values = {"memory": memory, "saved_at": at}
        with self._writing() as connection:
            known = update(FURNITURE).where(FURNITURE.c.publisher == publisher).values(values)
            if connection.execute(known).rowcount == 0:
                connection.execute(insert(FURNITURE), {"publisher": publisher} | values)
