"""The advertisements of the demo site and how they rotate: deterministic, other ones on every page on every night."""

import zlib
from dataclasses import dataclass

from articles.model import AdKind


@dataclass(frozen=True, kw_only=True, slots=True)
class Advert:
    """One advertisement, before any markup."""

    kind: AdKind
    title: str
    lines: tuple[str, ...] = ()
    speakers_heading: str = ""
    speakers: tuple[tuple[str, str], ...] = ()
    """Names as the page shows them, over two lines each."""
    claims: tuple[tuple[str, ...], ...] = ()
    """Each over one or two lines."""
    action: str
    """The words on its button."""
    path: str


CONSULTATION = Advert(
    kind=AdKind.CONSULTATION,
    title="Kostenlose Ofenberatung",
    lines=(
        "Sie wollen die eigene Stube warm bekommen, ohne den Wald leer zu heizen?",
        "Wie heize ich richtig mit Buche und Birke? Wann lohnt sich die Speicherbank?",
        "Unsere Ofensetzer rufen Sie zurück und kommen auf Wunsch mit dem Zollstock vorbei.",
    ),
    action="Rückruf vereinbaren",
    path="/beratung/ofen",
)
"""The one that stands after the first entry of every listing; it takes part in the rotation too."""

_ROTATING = (
    Advert(
        kind=AdKind.WEBINAR,
        title="Der lange Winter: So retten Sie Ihre Stube",
        lines=("Keine Anmeldegebühr • Kein Abonnement",),
        speakers_heading="Ihre Fachleute im Webinar:",
        speakers=(
            ("Leopold", "Zundermann"),
            ("Prof. Dr.", "Wilma Scheitholz"),
            ("Gräfin", "von und zu Kachelstein"),
            ("Xaver", "Rußbichler"),
        ),
        claims=(
            ("Der kalte Flur", "warum Zugluft niemals schläft"),
            ("Praktische Handgriffe", "zum Nachmachen"),
            ("3 Raummeter Buche", "zu gewinnen"),
        ),
        action="Jetzt Platz im Webinar sichern",
        path="/webinar/der-lange-winter",
    ),
    Advert(
        kind=AdKind.SHOP,
        title="Gusseiserne Wärmflasche „Modell Rosalie“",
        lines=("Hält die Füße warm, bis der Hahn kräht.", "Nur solange der Vorrat reicht: 38 Taler 50"),
        claims=(("Handgegossen in Mühlwerth",), ("Mit Filzhülle",)),
        action="In den Warenkorb",
        path="/shop/waermflasche-rosalie",
    ),
    Advert(
        kind=AdKind.WEBINAR,
        title="Regenwasser verstehen: Die Tonne als stille Reserve",
        lines=("Teilnahme gebührenfrei • Ohne Fachwissen verständlich",),
        speakers_heading="Es sprechen live zu Ihnen:",
        speakers=(
            ("Dr.", "Undine Traufbach"),
            ("Gisbert", "Rinnmayer"),
            ("Apollonia", "Fass-Wendel"),
        ),
        claims=(
            ("Das Dach", "eine unterschätzte Quelle"),
            ("Drei Fehler", "die jede zweite Tonne kosten"),
            ("Eine Eichentonne, 200 Liter", "wird verlost"),
        ),
        action="Kostenfrei anmelden",
        path="/webinar/regenwasser-verstehen",
    ),
    CONSULTATION,
    Advert(
        kind=AdKind.SPONSORED,
        title="Drei gute Gründe, im Moor zu wohnen",
        lines=(
            "Anzeige",
            "Ruhe, Torf und Nachbarn, die man kaum hört: Die Pfahlbau eG vergibt wieder Häuser auf Stelzen.",
        ),
        action="Mehr bei Pfahlbau eG",
        path="/anzeige/pfahlbau",
    ),
    Advert(
        kind=AdKind.WEBINAR,
        title="Bienen, Bilanz, Balkon: Honig als zweites Standbein",
        lines=("Für Einsteiger geeignet • Aufzeichnung inklusive",),
        speakers_heading="Diese Referenten erwarten Sie:",
        speakers=(
            ("Melisande", "Wabenhuber"),
            ("Diplom-Imker", "Cajetan Schwarm"),
            ("Roswitha", "Klee"),
            ("Dr. Dr.", "Ignaz Stichling"),
            ("Peregrin", "Lindenblüh"),
        ),
        claims=(
            ("Vom Kasten zum Glas", "ein Jahr in neunzig Minuten"),
            ("Steuern auf Süßes", "was der Imker wissen muss"),
            ("Ein bevölkertes Volk", "als Hauptpreis"),
        ),
        action="Zur Anmeldung",
        path="/webinar/bienen-bilanz-balkon",
    ),
    Advert(
        kind=AdKind.SHOP,
        title="Das große Buch der kleinen Brücken",
        lines=("412 Seiten, 180 Tuschezeichnungen, Fadenheftung.", "Leseprobe und Bestellung im Buchladen des Boten"),
        claims=(("Portofrei im ganzen Land",),),
        action="Buch bestellen",
        path="/shop/kleine-bruecken",
    ),
    Advert(
        kind=AdKind.CONSULTATION,
        title="Sprechstunde Dachrinne",
        lines=(
            "Tropft es bei Ihnen auch an der falschen Stelle?",
            "Montags bis donnerstags berät unsere Spenglerin unverbindlich am Fernsprecher.",
        ),
        action="Termin aussuchen",
        path="/beratung/dachrinne",
    ),
    Advert(
        kind=AdKind.OTHER,
        title="Wir suchen Nachtwächter (m/w/d)",
        lines=(
            "Laterne, Mantel und Hellebarde werden gestellt. Schwindelfreiheit auf dem Wehrgang setzen wir voraus.",
        ),
        action="Auf die Wache bewerben",
        path="/stellen/nachtwaechter",
    ),
    Advert(
        kind=AdKind.SPONSORED,
        title="Krumms Roggenlaib: jetzt mit noch mehr Kruste",
        lines=("Gesponsert", "Die Mühlenbäckerei Krumm backt seit Neuestem auch sonntags, und man riecht es."),
        action="Filiale finden",
        path="/anzeige/krumm",
    ),
)
_NEWSLETTERS = (
    Advert(
        kind=AdKind.NEWSLETTER,
        title="Der Bote am Morgen",
        lines=("Das Wichtigste aus allen vierzehn Gemeinden, werktags um sechs in Ihrem Postfach.",),
        action="Newsletter abonnieren",
        path="/newsletter/morgen",
    ),
    Advert(
        kind=AdKind.NEWSLETTER,
        title="Post vom Stillsee",
        lines=("Einmal in der Woche Wetter, Wasserstand und ein Rezept: unser Rundbrief fürs Wochenende.",),
        action="Rundbrief bestellen",
        path="/newsletter/stillsee",
    ),
)
ADVERTS = _ROTATING + _NEWSLETTERS
"""Every advertisement of the site."""
_SLOTS = 3


def adverts_on(story_key: str, night: int) -> tuple[Advert, ...]:
    """What stands on a story's page that night, in page order: three in and around the text, then a newsletter box."""
    start = zlib.crc32(story_key.encode()) + night * _SLOTS
    rotating = tuple(_ROTATING[(start + slot) % len(_ROTATING)] for slot in range(_SLOTS))
    return (*rotating, _NEWSLETTERS[start % len(_NEWSLETTERS)])
