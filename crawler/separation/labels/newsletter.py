"""A box that wants an e-mail address."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="newsletter",
    marks="newsletter|newsletters|nl|subscribe|signup|inscription|mailinglist",
    anywhere=(
        r"\bnewsletters?\b|\bemail-?updates?\b|\b(?:your|ihre) e-?mail(?:-?adresse| address)?\b"
        r"|\bper e-?mail (?:abonnieren|erhalten|zusenden)|\bsign up (?:for|to)\b|\bin your inbox\b"
        r"|\bin (?:ihr|dein)(?:em)? (?:e-?mail-?)?postfach\b"
    ),
    triggers=(r"\w*newsletters?|email\w*|mail\w*|sign|inbox|\w*postfach"),
)
