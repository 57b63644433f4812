"""Kinds of HTML elements, for everything that reads pages (HTML Living Standard, 4.3)."""

HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
