"""Invented articles, and how the newspapers that print them sign and date them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """An article as its editor wrote it."""

    kicker: str
    title: str
    lead: str
    parts: tuple[tuple[str, str], ...]
    """Kind ("p", "h", "q", or "li") and text."""
    topics: tuple[str, ...]


STORIES = (
    Story(
        kicker="Energie",
        title="Kreistag stoppt Wärmegesetz",
        lead="Die Kammer hat das Vorhaben überraschend abgelehnt. Nun muss der Ausschuss ran.",
        parts=(
            (
                "p",
                "Der Kreistag hat am Mittwoch das Wärmegesetz gestoppt. Die Gemeinden lehnten es mit 38 zu 31 ab.",
            ),
            (
                "p",
                "„Wir konnten dem nicht zustimmen“, sagte Landrätin Anna Keller. Vieles sei ungeklärt.",
            ),
            ("h", "Was das Gesetz vorsah"),
            (
                "p",
                "Das Gesetz hätte Eigentümer verpflichtet, bis 2032 ihre Öfen zu tauschen. Ausnahmen gab es kaum.",
            ),
            ("p", "Die Verbände reagierten gespalten. Der Mieterbund begrüßte die Entscheidung, die Ofenbauer nicht."),
            ("h", "Wie es weitergeht"),
            ("p", "Der Ausschuss tagt frühestens am 18. November. Ein Kompromiss gilt als unwahrscheinlich."),
            ("p", "Bis dahin bleibt alles, wie es ist."),
        ),
        topics=("Heizung", "Kreistag", "Mieten"),
    ),
    Story(
        kicker="Rente",
        title="Warum die Rentenreform schon wieder verschoben wird",
        lead="Die Koalition findet keinen Weg, die Lasten zu verteilen. Für Jüngere ist das eine schlechte Nachricht.",
        parts=(
            (
                "p",
                "Es sollte das große Projekt des Herbstes werden. Doch die Reform stockt, und das hat Gründe.",
            ),
            (
                "p",
                "Ministerin Clara Winter hatte im Sommer einen Entwurf versprochen. Geliefert hat sie bis heute nicht.",
            ),
            ("q", "„Wir brauchen Gründlichkeit vor Geschwindigkeit.“"),
            (
                "p",
                "So sagte es die Ministerin am Dienstag vor der Presse. Die Opposition nannte das eine Kapitulation.",
            ),
            ("h", "Drei Varianten liegen auf dem Tisch"),
            ("li", "Ein höheres Eintrittsalter ab 2035"),
            ("li", "Ein steigender Beitragssatz von jährlich 0,2 Punkten"),
            ("li", "Mehr Geld aus dem Haushalt des Landes"),
            (
                "p",
                "Keine davon hat eine Mehrheit. Fachleute rechnen vor, dass jedes Jahr vier Milliarden kostet.",
            ),
            ("p", "Am Ende wird wohl der nächste Landtag entscheiden müssen, und der wird älter gewählt als je zuvor."),
        ),
        topics=("Rentenpolitik", "Koalition"),
    ),
    Story(
        kicker="Gold",
        title="Notenbanken kaufen so viel Gold wie nie",
        lead="Vor allem in Asien wachsen die Bestände. Der Preis steigt – und mit ihm die Nervosität an den Märkten.",
        parts=(
            (
                "p",
                "Die Notenbanken haben im dritten Quartal 290 Tonnen Gold gekauft. Das zeigen Zahlen des Verbands.",
            ),
            ("p", "Auch Privatleute greifen verstärkt zu Münzen und Barren, wie Händler übereinstimmend berichten."),
            ("h", "Misstrauen gegen die Währung"),
            ("p", "Beobachter sehen darin ein Misstrauensvotum. Die Schuldenlast hat eine neue Höhe erreicht."),
            (
                "p",
                "„Das ist keine Mode, das ist eine Verschiebung“, meint Analyst Peter Vogt. Er rechnet mit mehr.",
            ),
            ("p", "Andere warnen vor einer Blase. Wer jetzt einsteige, müsse mit Rückschlägen rechnen, heißt es."),
        ),
        topics=("Edelmetalle", "Notenbanken", "Dollar"),
    ),
)
SITES = ("Der Tagesblick", "Wochenpost", "Nordkurier Online", "freie-blick-presse.example")
MENU = ("Politik", "Wirtschaft", "Sport", "Kultur", "Abo", "Meinung", "Ratgeber")
AUTHORS = (("Petra Lindner", "Jörg Maaß"), ("Karl-Heinz Obermüller",), ("Mona El Sayed",), ("Dr. Paul Engel",), ())
BYLINES = ("Von {}", "von {}", "Autor: {}", "{}", "Ein Beitrag von {}")
DATES = (
    "{day}.{month}.{year}, {hour:02}:{minute:02} Uhr",
    "{day}. {name} {year}",
    "{day:02}.{month:02}.{year}",
    "Veröffentlicht am {day}. {name} {year} um {hour:02}:{minute:02}",
    "Stand: {day:02}.{month:02}.{year} {hour:02}:{minute:02}",
)
MONTHS = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]
TABS = ("{title} – {site}", "{title} | {site}", "{title} - {site}", "{title}", "{site}: {title}")
TOPIC_LABELS = ("Mehr zum Thema", "Themen", "Schlagworte:", "Tags", "Themen in diesem Artikel")
TEASER_LABELS = ("Das könnte Sie auch interessieren", "Weitere Artikel", "Lesen Sie auch", "Meistgelesen")
TEASERS = (
    "Rente: Was sich 2027 ändert",
    "Bahn streicht Halte im Osten",
    "Warum die Union zögert",
    "Strompreise sinken zum Jahreswechsel",
    "Streit um Wehrpflicht spitzt sich zu",
)
