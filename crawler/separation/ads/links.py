"""Where an advertisement leads."""

from crawler.separation.blocks import PageBlock
from crawler.separation.urls import find_url


def find_ad_url(blocks: list[PageBlock], base: str | None) -> str | None:
    """The absolute URL of the advertisement's first link, else of its form; None when it has neither."""
    for block in blocks:
        for _, markup in block.runs:
            for element in markup:
                url = find_url(element.get("href"), base) if element.tag == "a" else None
                if url:
                    return url
    for block in blocks:
        form = block.region.inside("form")
        url = find_url(form.element.get("action"), base) if form is not None and form.element is not None else None
        if url:
            return url
    return None
