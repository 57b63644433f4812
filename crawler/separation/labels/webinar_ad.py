"""An advertisement for a webinar or another event: it names the event, its experts, and what it costs or promises."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="webinar ad",
    marks="webinar|webinare|seminar|masterclass",
    anywhere=(
        r"\b(?:live-?|online-?|gratis-?|web-?)(?:webinar|seminar|event|kongress|konferenz|workshop|training|vortrag)\w*"
        r"|\bwebinar\w*|\bmasterclass\b"
        # A line that says whom one will hear has no verb: "Unsere Experten warnen:" is news.
        r"|^(?:ihre|unsere|die|mit diesen|your|our)\s+(?:\w+\s+)?(?:experten|referenten|speaker|sprecher"
        r"|gäste|dozenten|experts|speakers|panel)"
        r"(?: (?:im|in|des|der|am|an|auf|beim|bei|für|von|vom|zum|zu|on|in|at|of|for)\b[^.?!]*)?:$"
        r"|\bkeine kreditkarte\b|\bno credit card\b"
    ),
    triggers=(
        r"\w*webinar\w*|\w*seminar\w*|masterclass|kreditkarte|credit|experten|referenten|speakers?|sprecher"
        r"|gäste|dozenten|experts|panel|(?:live|online|gratis|web)(?:event|kongress|konferenz|workshop"
        r"|training|vortrag)\w*|live|online|gratis|web"
    ),
)
