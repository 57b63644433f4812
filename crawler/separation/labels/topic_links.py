"""Links to the article's topics."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="topic links",
    marks="tags?|tagcloud|taglist|topics?|keywords?|themen|schlagworte?|schlagwoerter|hashtags?",
    opening=(
        r"(?:mehr zum thema|mehr zu diese[mn] them(?:a|en)|themen (?:in|zu) diesem (?:artikel|beitrag|text)"
        r"|themen|thema|tags?|schlagwörter|schlagworte|stichwörter|stichworte|topics?|keywords"
        r"|mehr zu|more on|filed under|read more about|verschlagwortet mit|kategorien?|categories|category)\s*:?\s*$"
        r"|(?:themen|tags?|schlagwörter|schlagworte|stichwörter|stichworte|topics|keywords|filed under"
        r"|verschlagwortet)\s*:"
        r"|(?:#\w[\w/&.-]*(?: (?!#)[\w/&.-]+)*\s*)+$"
    ),
)
