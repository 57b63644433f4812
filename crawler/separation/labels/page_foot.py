"""The bottom of the page: imprint, legal notes, the site's addresses."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="page foot",
    marks="footer|foot|contentinfo|imprint|impressum|disclaimer|colophon|legal|copyright|sitefooter|pagefooter",
    opening=r"(?:impressum|imprint|datenschutz|agb|terms of "
    r"(?:use|service)|all rights reserved|alle rechte vorbehalten)"
    r"\b.{0,60}$|(?:©|\(c\)|copyright)\s*(?:by\s*)?(?:19|20)\d\d",
)
