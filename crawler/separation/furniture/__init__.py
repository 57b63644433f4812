"""What a publisher repeats from page to page: learned from its pages, kept per publisher, forgotten with time.

The memory (`memory.py`) is the traces of the publisher's newest pages (`lesson.py`) and, beside them, the texts that
were found to be furniture. A page is matched against them block by block (`matching.py`), also where numbers, dates or
names were changed (`sketch.py`); pages that tell the same story do not count (`kinship.py`). Then each run of blocks
that repeat together is judged by what it looks like and by how many pages have it (`judging.py`). `noticing.py` says
what of that counts for a page, and whether it still does later. `stored.py` is the memory's form in the store,
`stored_lesson.py` that of a page's lesson.
"""

from crawler.separation.furniture.judging import Repeat
from crawler.separation.furniture.lesson import Lesson, read_lesson
from crawler.separation.furniture.memory import MAX_PAGES, Furniture
from crawler.separation.furniture.noticing import notice_furniture, reads_the_same, with_noticed
from crawler.separation.furniture.stored import parse_furniture, render_furniture
from crawler.separation.furniture.stored_lesson import parse_lesson, render_lesson

__all__ = [
    "MAX_PAGES",
    "Furniture",
    "Lesson",
    "Repeat",
    "notice_furniture",
    "parse_furniture",
    "parse_lesson",
    "read_lesson",
    "reads_the_same",
    "render_furniture",
    "render_lesson",
    "with_noticed",
]
