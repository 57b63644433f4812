"""An advertisement for goods: products, prices, orders."""

from crawler.separation.labels.kind import Kind

KIND = Kind(
    name="shop ad",
    marks="shop|shopping|product|products|produkt|produkte|cart|warenkorb|buybox|affiliate|amazon",
    anywhere=(
        r"\b(?:jetzt|hier|gleich|online) (?:kaufen|bestellen|shoppen|zugreifen)\b|\bin den warenkorb\b"
        r"|\bzum (?:shop|angebot)\b"
        r"|\badd to cart\b|\bbuy now\b|\border now\b|\bab \d[\d.,]* ?(?:€|euro)\b.*\bshop\b|\bversandkostenfrei\b"
    ),
    triggers=(r"kaufen|bestellen|shoppen|zugreifen|warenkorb|shop|angebot|cart|buy|order|versandkostenfrei"),
)
