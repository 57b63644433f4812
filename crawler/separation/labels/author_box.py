"""A box that introduces the author."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="author box",
    marks="authorbox|authorbio|bio|biography|aboutauthor|autorenbox|autorinfo|vcard|profile",
    opening=(
        r"(?:über (?:den|die) autor(?:in|en)?|zur person|zum autor|zur autorin|about the authors?|der autor"
        r"|die autorin)\b.{0,40}$"
    ),
)
