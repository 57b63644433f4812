"""What readers wrote, and the box they write in."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="comments",
    marks="comments?|commentlist|commentbody|respond|disqus|kommentare?|leserkommentare?|reply|replies|trackbacks?|pingbacks?",
    opening=(
        r"(?:\d+ )?(?:kommentare?|comments?|antworten|reaktionen|replies|responses|leserbriefe)\b\W*(?:\(?\d*\)?)?$"
        r"|\d+ (?:stimmen|meinungen|beiträge)\W*$"
        r"|bitte (?:achten|beachten|bleiben) sie\b.*\bkommentar|kommentar (?:schreiben|verfassen|hinterlassen"
        r"|abgeben)|kommentare (?:anzeigen|lesen)"
        r"|leave a (?:reply|comment)"
        r"|schreiben? sie (?:einen|den ersten) kommentar|schreibe? einen kommentar|diskutieren sie mit"
        r"|jetzt kommentieren"
        r"|\d+ (?:gedanken zu|thoughts on|responses? to|kommentare? zu|antworten auf)"
    ),
)
