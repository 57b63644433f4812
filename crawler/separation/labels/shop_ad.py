"""An advertisement for goods: products, prices, orders."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="shop ad",
    marks="shop|shopping|product|products|produkt|produkte|cart|warenkorb|buybox|affiliate|amazon",
    anywhere=(
        r"\b(?:jetzt|hier|gleich|online) (?:kaufen|bestellen|shoppen|zugreifen)"
        r"(?=\W*$|\s*[!.?|•–]|\s+(?:und|bei|im|auf)\b)|\bin den warenkorb\b"
        # An infinitive ends its clause, and a call to an offer its line; elsewhere both are news.
        r"|\bzum (?:shop|angebot)\W*$"
        r"|\badd to cart\b|\bbuy now\b|\border now\b|\bab \d[\d.,]* ?(?:€|euro)\b.*\bshop\b|\bversandkostenfrei\b"
    ),
    triggers=(r"kaufen|bestellen|shoppen|zugreifen|warenkorb|shop|angebot|cart|buy|order|versandkostenfrei"),
)
