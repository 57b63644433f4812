"""What a publisher repeats from page to page: learned from its pages, kept per publisher, forgotten with time.

The memory (`memory.py`) is the traces of the publisher's newest pages (`lesson.py`) and, beside them, the texts that
were found to be furniture. A page is matched against them block by block (`matching.py`), also where numbers, dates or
names were changed (`sketch.py`); pages that tell the same story do not count (`kinship.py`). Then each run of blocks
that repeat together is judged by what it looks like and by how many pages have it (`judging.py`). `stored.py` is its
form in the store.
"""

from crawler.separation.furniture.judging import Repeat
from crawler.separation.furniture.lesson import Lesson, read_lesson
from crawler.separation.furniture.memory import MAX_PAGES, Furniture
from crawler.separation.furniture.stored import parse_furniture, render_furniture

__all__ = ["MAX_PAGES", "Furniture", "Lesson", "Repeat", "parse_furniture", "read_lesson", "render_furniture"]
