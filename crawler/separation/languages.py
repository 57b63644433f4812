"""The article's language: what the publisher is known for, else what the page claims; never a guess."""

import re

from crawler.separation.metadata.facts import Facts
from crawler.separation.page import Page

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([a-zA-Z]{2}|[A-Z][a-z]{3}))?$")


def find_language(page: Page, facts: Facts) -> str | None:
    """BCP 47, such as `de`; None when nothing says it."""
    for claim in (page.site.language, *facts.languages):
        match = _TAG.match((claim or "").strip())
        if match:
            region = match[2]
            return (
                f"{match[1].lower()}-{region.upper() if region.islower() else region}" if region else match[1].lower()
            )
    return None
