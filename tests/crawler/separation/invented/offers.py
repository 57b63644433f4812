"""Invented advertisements, by kind."""

from dataclasses import dataclass

from articles.model import AdKind


@dataclass(frozen=True)
class Offer:
    """An advertisement, line by line; the last line is its call."""

    kind: AdKind
    title: str
    lines: tuple[str, ...]
    speakers: tuple[str, ...] = ()


OFFERS = (
    Offer(
        AdKind.WEBINAR,
        "So retten Sie Ihr Erspartes vor dem digitalen Taler",
        (
            "Kostenloser Live-Vortrag",
            "So retten Sie Ihr Erspartes vor dem digitalen Taler",
            "Am Donnerstag, 19 Uhr, mit Finanzexperte Harald Brömmel und Ex-Banker Uwe Stange",
            "Nur noch 47 Plätze frei!",
            "Jetzt Platz sichern",
        ),
        ("Harald Brömmel", "Uwe Stange"),
    ),
    Offer(
        AdKind.WEBINAR,
        "Enteignung 2.0: Was wirklich geplant ist",
        (
            "Exklusives Webinar",
            "Enteignung 2.0: Was wirklich geplant ist",
            "Referenten: Dr. Marlene Höfer, Prof. Jens Tannert",
            "Sichern Sie sich jetzt Ihren kostenlosen Zugang.",
            "Hier kostenlos anmelden",
        ),
        ("Dr. Marlene Höfer", "Prof. Jens Tannert"),
    ),
    Offer(
        AdKind.WEBINAR,
        "Lastenausgleich: Ihr Haus in Gefahr",
        (
            "Online-Seminar am 12. Dezember",
            "Lastenausgleich: Ihr Haus in Gefahr",
            "Mit Steuerberater Ingo Falk",
            "Zur Anmeldung",
        ),
        ("Ingo Falk",),
    ),
    Offer(
        AdKind.CONSULTATION,
        "Gold oder Silber?",
        (
            "Gold oder Silber?",
            "Unsere Berater finden die passende Strategie für Ihr Vermögen.",
            "Termin vereinbaren",
        ),
    ),
    Offer(
        AdKind.CONSULTATION,
        "Vermögen schützen – aber wie?",
        (
            "Vermögen schützen – aber wie?",
            "Lassen Sie sich unverbindlich und persönlich beraten: 0800 123 45 67",
            "Kostenlose Erstberatung buchen",
        ),
    ),
    Offer(
        AdKind.NEWSLETTER,
        "Der Morgen kompakt",
        ("Der Morgen kompakt", "Jeden Tag um 6 Uhr das Wichtigste in Ihrem Postfach.", "Newsletter abonnieren"),
    ),
    Offer(
        AdKind.SPONSORED,
        "Die neue Generation der Wärmepumpe",
        (
            "Anzeige",
            "Die neue Generation der Wärmepumpe",
            "Leise, sparsam und in drei Tagen eingebaut. Ein Angebot der Firma Thermolux.",
            "Mehr erfahren",
        ),
    ),
    Offer(
        AdKind.SHOP,
        "Das Buch zur Krise",
        (
            "Das Buch zur Krise",
            "324 Seiten, gebunden, nur 24,90 Euro. Jetzt bestellen und Widmung sichern.",
            "In den Warenkorb",
        ),
    ),
)
