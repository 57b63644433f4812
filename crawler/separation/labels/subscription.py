"""Offers to pay for reading: subscriptions, pay walls, donations."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="subscription",
    marks="paywall|abo|abos|abonnement|subscription|premium|piano|donate|donation|spende|spenden|paid|registration|upsell",
    anywhere=(
        r"\b(?:jetzt|monat|digital|probe)[- ]?abo\w*|\babonnieren sie\b|\bjetzt (?:weiterlesen|abonnieren"
        r"|spenden|unterstützen)\b"
        r"|\b(?:monatlich|jederzeit) kündbar\b|\bbereits (?:abonnent|registriert|kunde)\b"
        r"|\balready a (?:subscriber|member)\b"
        r"|\bsubscribe (?:now|today|to)\b|\bunterstützen sie (?:uns|unsere)|\bspendenkonto\b|\bihre spende\b"
        r"|\bdonate (?:now|today)\b"
        r"|\b(?:sie müssen|du musst) (?:sich|dich) (?:einloggen|anmelden|registrieren)\b|\bmust be logged in\b"
        r"|\bartikel (?:freischalten|kaufen)\b|\bexklusiv für abonnenten\b"
    ),
    triggers=(
        r"\w*abo\w*|jetzt|monatlich|jederzeit|bereits|already|subscribe|unterstützen|spendenkonto|spende|müssen|musst|logged"
        r"|donate|artikel|exklusiv"
    ),
)
