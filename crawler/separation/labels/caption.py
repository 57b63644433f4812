"""The line under a picture, and who took it."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="caption",
    marks=(
        "figcaption|caption\\w*|bild(?:unterschrift|text|beschreibung|legende|nachweis|quelle)|credits?|copyright"
        "|(?:image|img|photo|picture|pic)(?:caption|desc|description|text)"
        "|gallery|slideshow"
        "|photo|photos|lightbox|carousel|slider|swiper"
    ),
    opening=(
        r"(?:foto|fotos|(?:beitrags|titel|teaser|aufmacher|header|vorschau|cover)?bild|bilder|bildquelle|grafik|symbolbild|archivbild|photo|image|picture|credit|©"
        r"|\(c\)|copyright)"
        r"(?:\s*credits?)?\s*[:©/(].{0,160}$|©.{0,80}$|symbolbild\.?$"
        r"|(?:abb(?:ildung|\.)|fig(?:ure|\.)) ?\d+\s*[:.–-].{0,160}$"
    ),
    # A credit names somebody; what begins with an article says something.
    anywhere=r"\(?\b(?:foto|bild|quelle|photo|image|credit)s?:"
    r"(?! ?(?:ein|eine|der|die|das|wer|the|an?)\b) ?[^.]{2,60}\)?$",
    triggers=(r"fotos?|bild(?:er)?|quellen?|photos?|images?|credits?|c"),
)
