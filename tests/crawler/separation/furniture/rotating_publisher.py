"""An invented publisher in markup that tells nothing: divs in divs, classes thrown for every page, advertisements
inside the body's own container, with wording that rotates and places that move. What is article and what is not is
planted.

Deterministic: every choice comes from a generator seeded with the page's number.
"""

import random
from dataclasses import dataclass, field
from html import escape

SITE = "https://gazette.example"
_SYLLABLES = "bro kla mun tef gar lis wo pen dra hul sim tor vek nal schi ruf bam zel kor ost fin lau"
_VERBS = "beschreibt erwägt untersucht verkündet verschiebt vermisst prüft erneuert sammelt verteidigt"
_PLACES = ("im Rathaus", "am Hafen", "auf dem Markt", "hinter der Schule", "in der Scheune", "vor dem Kreistag")
_WORDS = """Abend Acker Akten Alltag Amt Antrag Arbeit Aufsicht Bach Bahn Beirat Bericht Boden Brücke Brunnen Bürger
Damm Dorf Eiche Ernte Etat Fähre Feld Fenster Frist Gasse Gemeinde Glocke Graben Hafen Halle Handwerk Haushalt Heft
Herbst Holz Insel Jugend Kammer Kanal Kapelle Karte Kasse Kirche Klage Korn Kran Kreis Kunde Lager Land Laterne Leitung
Linde Markt Mauer Meister Mühle Nachbar Nebel Ordnung Pacht Pegel Pfad Pflaster Plan Posten Quelle Rat Recht Regen Ring
Ruder Saal Sache Schiff Schule See Segel Siedlung Sitzung Speicher Stadt Steg Stein Strom Tagung Teich Tor Turm Ufer
Urteil Verein Verkehr Wache Wald Wasser Weg Weide Werft Wiese Winter Zaun Zeche Ziegel Zoll alt breit eng früh ganz
hell jung karg leise mild neu offen quer rund schmal still tief ungern warm weit aber auch bald beinahe dann dennoch
doch durch erst etwa gegen immer kaum längst mit nach neben noch ohne schon seit sogar stets über und unter von vor
während wegen weil wieder wohl zudem zuletzt zwischen"""
NAMES = ("Hanna", "Ulrich", "Marlene", "Konrad", "Elsbeth", "Tilman", "Ottilie", "Gregor")
TOPIC_NAMES = ("Hafenbau", "Kreistag", "Marktrecht", "Schulwesen", "Fischerei")


@dataclass(frozen=True)
class Offer:
    """An advertisement; `{name}` and `{number}` are filled anew on each page."""

    title: str
    lines: tuple[str, ...]
    action: str
    path: str
    speakers: tuple[str, ...] = ()


OFFERS = (
    Offer(
        "Der trockene Keller",
        (
            "Seit {number} Jahren legen unsere Maurer feuchte Wände trocken, und {name} aus der Kundenstube lobt es.",
            "Ein Anruf genügt, dann steht der Wagen bis {number} Uhr vor dem Haus.",
        ),
        "Zum trockenen Keller",
        "/keller",
    ),
    Offer(
        "Silberlöffel aus alter Zeit",
        ("Die Manufaktur gibt {number} Garnituren aus dem Nachlass ab, jede mit Gravur und Schatulle.",),
        "Löffel ansehen",
        "/loeffel",
    ),
    Offer(
        "Webinar: Der Garten im Winter",
        ("{name} und Gäste zeigen am {number}. Abend, wie Beete unter Reisig ruhen.",),
        "Platz im Webinar sichern",
        "/webinar/garten",
        ("Rosalie Beetmann", "Albrecht Laubner", "Dr. Wiebke Harkens"),
    ),
    Offer(
        "Lesebrillen nach Maß",
        (
            "Ein Glas für die Zeitung, eines für die Ferne: gefertigt in {number} Tagen in der Werkstatt am Tor.",
            "Wer {name} grüßt, bekommt das Etui dazu.",
            "Gestelle aus Horn, Holz und Draht",
        ),
        "Werkstatt besuchen",
        "/brillen",
    ),
    Offer(
        "Reisen mit der Kutsche",
        ("Acht Tage durch das Oberland, mit Gepäckwagen und Abendsuppe, ab {number} Talern je Platz.",),
        "Fahrplan holen",
        "/kutsche",
    ),
    Offer(
        "Die Kerze, die nicht tropft",
        (
            "Gezogen aus reinem Bienenwachs, brennt sie {number} Stunden lang ohne einen Fleck.",
            "Über {number} Haushalte haben schon gewechselt, zuletzt der von {name}.",
        ),
        "Kerzen bestellen",
        "/kerzen",
    ),
)
FOLLOW_UP = 3
"""The story that goes on with the one before it."""
NOTE = "Die Redaktion der Gazette haftet nicht für Ratschläge, die aus Meldungen vom {number}. abgeleitet werden."


@dataclass
class Story:
    """A page and what is planted in it."""

    number: int
    title: str
    paragraphs: list[str]
    """The body's blocks, sub-headings included, in order."""
    headings: set[str] = field(default_factory=set)
    offers: tuple[Offer, ...] = ()
    topics: tuple[str, ...] = ()
    address: str = ""

    @property
    def url(self) -> str:
        return f"{SITE}/{self.address or f'meldung-{self.number}'}"

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


def publish(count: int, *, seed: int = 1) -> list[Story]:
    """So many stories; among them quotations, a background that two share, a copy, and a second address."""
    stories = [_story(number, seed) for number in range(count)]
    quotation = stories[0].paragraphs[2]
    stories[1].paragraphs.insert(3, quotation)
    background = ["Was bisher geschah", stories[2].paragraphs[1], stories[2].paragraphs[2]]
    stories[2].paragraphs[1:3] = background
    stories[3].paragraphs[2:2] = background
    for number in (2, 3):
        stories[number].headings.add(background[0])
    copied = stories[4]
    stories[5].paragraphs = [*copied.paragraphs[:-1], *stories[5].paragraphs[-1:]]
    stories[5].headings = set(copied.headings)
    stories[7].paragraphs, stories[7].headings = list(stories[6].paragraphs), set(stories[6].headings)
    stories[7].title, stories[7].address = stories[6].title, "mobil/meldung-6"
    return stories


def _story(number: int, seed: int) -> Story:
    dice = random.Random(seed * 1000 + number)
    subject, other = _invent(dice), _invent(dice)
    if number == FOLLOW_UP:
        subject = _invent(random.Random(seed * 1000 + FOLLOW_UP - 1))
    count = dice.randint(5, 11)
    paragraphs = [_paragraph(dice, subject, other) for _ in range(count)]
    headings = set()
    if number % 3 == 0:
        at = dice.randint(2, count - 1)
        heading = "Hintergrund" if number % 2 else f"Warum {subject} zögert"
        paragraphs.insert(at, heading)
        headings.add(heading)
    shift = dice.randint(0, len(OFFERS) - 1)
    offers = tuple(OFFERS[(shift + at * 2) % len(OFFERS)] for at in range(dice.randint(2, 3)))
    topics = tuple(dice.sample(TOPIC_NAMES, 2))
    title = f"{subject} {dice.choice(_VERBS.split())} {other} {dice.choice(_PLACES)}"
    return Story(number, title, paragraphs, headings, offers, topics)


def _invent(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES.split()) for _ in range(3)).capitalize()


def _paragraph(dice: random.Random, subject: str, other: str) -> str:
    sentences = []
    for _ in range(dice.randint(1, 3)):
        words = " ".join(dice.sample(_WORDS.split(), dice.randint(8, 18)))
        sentences.append(f"{dice.choice((subject, other))} {dice.choice(_VERBS.split())} {words} {_invent(dice)}.")
    return " ".join(sentences)


def render(story: Story, stories: list[Story]) -> str:
    """The page of a story; it teases the three before it by their first paragraphs."""
    dice = random.Random(story.number)
    content = [_div(dice, escape(text)) for text in story.paragraphs]
    for offer in story.offers:
        at = dice.randint(1, len(content))
        # Not between a sub-heading and its text: no publisher does that on purpose.
        while at > 1 and story.paragraphs and any(escape(heading) in content[at - 1] for heading in story.headings):
            at -= 1
        content[at:at] = [_offer(dice, offer)]
    content.append(_div(dice, _filled(dice, NOTE)))
    topics = "".join(f'<a href="/thema/{name.lower()}">#{name}</a> ' for name in story.topics)
    teased = stories[max(0, story.number - 3) : story.number]
    teasers = "".join(
        _div(dice, f'<div><a href="{each.url}">{escape(each.title)}</a></div><div>{escape(each.paragraphs[0])}</div>')
        for each in teased
    )
    return (
        f"<html><head><title>{escape(story.title)} | Gazette</title>"
        f'<meta property="og:title" content="{escape(story.title)}"></head><body>'
        f"{_div(dice, '<a href=/>Gazette</a> <a href=/neu>Neues</a> <a href=/wetter>Wetter</a>')}"
        f"{_div(dice, _div(dice, escape(story.title)) + _div(dice, ''.join(content)))}"
        f"{_div(dice, 'Themen: ' + topics)}{_div(dice, teasers)}"
        f"{_div(dice, '<a href=/impressum>Impressum</a> <a href=/kontakt>Kontakt</a>')}</body></html>"
    )


def _offer(dice: random.Random, offer: Offer) -> str:
    """In its own box, or thrown between the paragraphs."""
    parts = [_div(dice, offer.title), *(_div(dice, _filled(dice, line)) for line in offer.lines)]
    if offer.speakers:
        parts += [_div(dice, "Es sprechen:"), *(_div(dice, name) for name in offer.speakers)]
    parts.append(_div(dice, f'<a href="{offer.path}">{offer.action}</a>'))
    return _div(dice, "".join(parts)) if dice.random() < 0.5 else "".join(parts)


def _filled(dice: random.Random, text: str) -> str:
    return escape(text.replace("{number}", str(dice.randint(2, 60))).replace("{name}", dice.choice(NAMES)))


def _div(dice: random.Random, content: str) -> str:
    names = " ".join("".join(dice.choice("abcdefghkmnprstuvwxyz") for _ in range(5)) for _ in range(2))
    return f'<div class="{names}">{content}</div>'


def offered_sentences(stories: list[Story]) -> set[str]:
    """The fixed beginnings of everything that advertisements and the standing note say."""
    texts = [line for offer in OFFERS for line in (offer.title, *offer.lines, *offer.speakers, offer.action)] + [NOTE]
    return {piece for text in texts for piece in [text.split("{")[0].strip()] if len(piece) > 8}
