"""Buttons that pass the article on."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="share bar",
    marks="share\\w*|sharing|social\\w*|teilen|sharedaddy|addthis|shariff|sociable|facebook|twitter|whatsapp|pinterest",
    opening=(
        r"(?:artikel |beitrag |seite )?(?:teilen|weiterempfehlen|empfehlen|share|tweet|tweeten|twittern"
        r"|merken|pinnen|mailen)"
        r"(?: (?:sie|this|on|auf|mit|via|per|it|with)\b.*)?$"
        r"|(?:auf )?(?:facebook|twitter|whatsapp|xing|linkedin|telegram|pinterest|instagram|x|e-?mail|bluesky|threads"
        r"|reddit|tumblr|flipboard|pocket)(?: teilen)?(?:\s*\(.*\))?$|link kopieren|copy link|share this\b"
        r"|folgen sie uns"
        r"|follow us\b|diesen (?:artikel|beitrag) (?:teilen|weiterempfehlen)|klick(?:en)?,? um (?:auf|über|per|dies)"
    ),
)
