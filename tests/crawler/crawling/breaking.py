"""A pipeline with a fault, to see what becomes of it."""

from crawler.items import ArticlePage


class BreakOnce:
    """Fails on the first page it gets."""

    is_broken = False

    def process_item(self, item: ArticlePage) -> ArticlePage:
        if not self.is_broken:
            self.is_broken = True
            raise ZeroDivisionError("division by zero")
        return item
