"""Questions about cookies and data, and what stands in place of content that needs an answer to them."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="consent",
    marks="consent|cookies?|cookiebar|cookielaw|gdpr|dsgvo|cmp|privacy|datenschutz|embed\\w*|opt[ion]{2}|onetrust|usercentrics",
    anywhere=(
        r"\b(?:privatsphäre|cookie|datenschutz|privacy)[- ]?(?:einstellungen|settings|preferences)\b"
        r"|\b(?:eingebettete|externe)[rnms]? inhalte?\b|\bembedded content\b|\bwiderrufliche[rn]? einwilligung"
        r"|\bcookies?\b.*\b(?:akzeptieren|zustimm|einstellung|verwend|nutz|accept|use|policy)\w*"
        r"|\bexterne[rnms]? (?:inhalte?|content|anbieter)\b|\bredaktionell empfohlene[rn]? inhalt"
        r"|\bempfohlene[rn]? redaktionelle"
        r"|\bpersonenbezogene daten\b.*\b(?:übermittel|verarbeit)|\bdatenschutzerklärung\b|\bprivacy policy\b"
        r"|\b(?:inhalt|tweet|video|beitrag)s? (?:anzeigen|laden|aktivieren|entsperren)\b|\bmit ihrer zustimmung\b"
        r"|\bich bin damit einverstanden\b|\bthis content is hosted by\b"
    ),
    triggers=(
        r"cookies?|privatsphäre|datenschutz|datenschutzeinstellungen|eingebettete\w*|embedded|widerrufliche\w*|extern\w*|redaktionell\w*|empfohlene\w*|personenbezogene|datenschutzerklärung|privacy"
        r"|inhalts?|tweets?|videos?|beitrags?|zustimmung|einverstanden|hosted"
    ),
)
