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
        r"|à lire (?:aussi|également)|lire (?:aussi|également)|voir aussi|sur le même sujet"
        r"|(?:lea|lee|leer|vea|ver|mire|mira|consulte) (?:también|más|además)|(?:lea|lee|vea|mira)(?=:)"
        r"|(?:le|te) puede interesar|puedes? (?:ver|leer)(?=:)|leggi anche|vedi anche|ti potrebbe interessare"
        r"|(?:leia|veja) (?:também|mais)|saiba mais"
        r"|(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)|dowiedz się więcej|(?:lees|bekijk) (?:ook|meer)"
        r"|(?:les|læs|se) (?:også|mere?)|läs (?:också|även|mer)|lue (?:myös|lisää)|čtěte (?:také|též|více)"
        r"|auch auf|zurück zu|vorheriger|nächster (?:artikel|beitrag)|previous|next (?:post|article))\b"
    ),
)
