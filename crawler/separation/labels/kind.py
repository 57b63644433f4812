"""What every label is made of: words in the markup's names, and words in the text, that speak for it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """One kind of thing a block can be, beside the article. The words are of the trade at large, never of one site."""

    name: str
    """The label."""
    marks: str = ""
    """Regular expression; matches one whole word of a class, id, role or tag: `related-teaser__box` has three words."""
    opening: str = ""
    """Regular expression; matches the beginning of a short block's text."""
    anywhere: str = ""
    """Regular expression; matches somewhere in a short block's text, in lower case, that has one of the `triggers`."""
    triggers: str = ""
    """Regular expression; matches one whole lower-case word without which `anywhere` matches nothing. Saves time."""
