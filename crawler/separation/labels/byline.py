"""Who wrote the article and when, how long it takes to read, which agency delivered it."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="byline",
    marks=(
        "author|authors|autor|autoren|autorin|byline|dateline|datetime|date|datum|published|publishdate"
        "|pubdate|timestamp"
        "|postmeta|meta|metadata|metainfo|entrymeta|articlemeta|readingtime|lesezeit|source|quelle|updated"
    ),
    opening=(
        r"(?:von|by|par|por|text|autor(?:in)?|author)\s*:?\s+(?-i:[A-ZÄÖÜ][\w.-]+\s+(?:(?:von|van|de|zu)\s+)?[A-ZÄÖÜ]"
        r"[\w.-]+).{0,60}$"
        r"|(?:veröffentlicht|aktualisiert|erstellt|publiziert|stand|published|updated|posted|last updated|zuletzt"
        r" (?:aktualisiert|geändert|bearbeitet)|eingestellt|geschrieben)\b.{0,30}\d.{0,40}$"
        r"|(?:quelle|source|text)\s*:.{0,60}$"
        r"|mit (?:material|informationen) (?:von|der|des)\b.{0,40}$|\(?[a-z]{2,8}(?:/[a-zA-Z ]{2,12}){1,3}\)?$"
        r"|\(?(?:dpa|afp|reuters|apa|ap|sid|epd|kna|ots|dts)\b[\w/,. -]{0,20}\)?$"
        r"|(?:(?:lesezeit|lesedauer|reading time)\b.{0,25}|\d+ ?min(?:uten|utes|\.)? (?:lesezeit|read"
        r"|lesedauer).{0,10})$"
        r"|(?:(?:mo|di|mi|do|fr|sa|so)\w*,?\s*)?\d{1,2}\.\s?(?:\d{1,2}\."
        r"|[^\W\d_]+)\s?\d{2,4}\W{0,3}(?:\d{1,2}[:.]\d\d)?(?: uhr)?"
        r"(?:\W+(?:(?:lesezeit|lesedauer|reading time)\b.{0,25}|\d+ ?min.{0,12}))?\W*$"
        r"|\d{1,2}[:.]\d\d uhr$"
        r"|(?:dieser|der|this) (?:eintrag|beitrag|artikel|entry|post) (?:wurde|was)"
        r" (?:am|unter|in|von|veröffentlicht|posted|published|filed)\b"
    ),
)
