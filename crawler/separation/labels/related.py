"""Other articles: teasers, read-also lines, most-read lists."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="teaser",
    marks=(
        "related\\w*|teasers?|recommend\\w*|recommendations?|morestories|mostread|popular|trending"
        "|similar|empfehlung\\w*"
        "|verwandte?\\w*|weiterlesen|aehnliche|promo|recirc\\w*|upnext|interlink|linkbox|linklist|latest"
        "|further|recent|also"
    ),
    opening=(
        r"(?:lesen sie (?:auch|hier|dazu|mehr|jetzt|außerdem|zum thema)|lesen? (?:sie )?(?:auch|dazu|hier)"
        r"|mehr (?:zum thema|dazu|lesen|aus|von)"
        r"|auch interessant|auch lesen|das (?:thema )?könnte (?:sie|dich|ihnen)|passend dazu|weitere (?:artikel|themen"
        r"|beiträge|nachrichten|meldungen|informationen)"
        r"|weiterführende|verwandte|ähnliche (?:artikel|beiträge)|empfehlungen?|meistgelesen|meist gelesen"
        r"|top-?themen|zum thema"
        r"|neueste (?:artikel|beiträge)|aktuelle (?:artikel|beiträge)|read (?:more|also|next)"
        r"|related (?:articles?|stories|posts|content|topics)|you may also|you might"
        r"|more (?:from|stories|on|in)|recommended|most (?:read|popular)|up next|see also|don't miss"
        r"|(?:zum )?weiterlesen|vorschau auf den nächsten|siehe auch|mehr:|link:|lesetipp"
        r"|auch auf|zurück zu|vorheriger|nächster (?:artikel|beitrag)|previous|next (?:post|article))\b"
    ),
)
