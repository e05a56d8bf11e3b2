"""Who the simulated people are and what they say of themselves: made-up words.

The initiatives are those of the first meeting of Cooplink (Utrecht, 21 January 2017). What is said
here was said by nobody there.
"""

from __future__ import annotations

from dataclasses import dataclass

MONEY = "geld om te kopen"
"""What everybody in the room knows."""


@dataclass(frozen=True, slots=True)
class Point:
    """A success factor or a bottleneck. about: whose factors help with whose bottlenecks."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Introduced:
    """An initiative with what it says of itself.

    knows: what else its people recognise. helps: what they say they can help with.
    """

    name: str
    who: str
    beautiful: str
    factors: tuple[Point, ...]
    bottlenecks: tuple[Point, ...]
    knows: tuple[str, ...]
    helps: tuple[str, ...]


INITIATIVES = (
    Introduced(
        "Copekcabana",
        "Een groep van twintig huishoudens die haar eigen flat wil beheren",
        "Wij kennen alle buren bij naam, van de begane grond tot de zesde",
        (
            Point("Een kerngroep die elke week bij elkaar komt", "trekkers"),
            Point("Eten met z'n allen voor elke vergadering", "vergaderen"),
        ),
        (
            Point("Het pand kopen: de vraagprijs stijgt sneller dan wij kunnen lenen", MONEY),
            Point("De buren denken dat wij een commune zijn", "buurt"),
        ),
        knows=("gemeente", "verbouwen", "eigenaar"),
        helps=("vergaderen",),
    ),
    Introduced(
        "Roggeveenstraat",
        "Huurders in een straat arbeiderswoningen die zelf gaan beheren",
        "Bewoners die het niet eens waren, klussen nu samen",
        (
            Point("Een wethouder die vanaf het begin meedenkt", "gemeente"),
            Point("Zelf onderhoud doen en daarvan leren", "verbouwen"),
        ),
        (
            Point("Het pand kopen van de corporatie duurt al jaren", "eigenaar"),
            Point("Steeds dezelfde vijf trekkers", "trekkers"),
        ),
        knows=("bank", "vergaderen"),
        helps=("gemeente",),
    ),
    Introduced(
        "Finnewold",
        "Jong en oud onder één dak, in een voormalige school",
        "Onze jongste is vier maanden en onze oudste eenentachtig",
        (
            Point("Duidelijke taken, ook voor wie weinig tijd heeft", "trekkers"),
            Point("De buurt eet elke vrijdag mee in onze aula", "buurt"),
        ),
        (
            Point("Het pand kopen zonder eigen vermogen", MONEY),
            Point("Geen bank die een wooncoöperatie kent", "bank"),
        ),
        knows=("gemeente", "trekkers"),
        helps=("trekkers", "buurt"),
    ),
    Introduced(
        "Wishing Well West",
        "Een internationale groep die wonen en buurtwerk combineert",
        "De wasruimte is ook het buurthuis",
        (
            Point("Besluiten met instemming in plaats van stemmen", "vergaderen"),
            Point("Een wachtlijst van mensen die hier eerst vrijwilliger waren", "leegstand"),
        ),
        (
            Point("Het pand kopen: wie staat er borg voor ons?", MONEY),
            Point("Regels die per gemeente verschillen", "gemeente"),
        ),
        knows=("bank", "trekkers", "verbouwen"),
        helps=("vergaderen",),
    ),
    Introduced(
        "CW Circa",
        "Centraal wonen in zeven clusters rond een binnentuin",
        "Veertig jaar gemeenschappelijk eten en nog steeds elke dag een kok",
        (
            Point("Een vast inwerkprogramma voor nieuwe bewoners", "leegstand"),
            Point("Reserveren voor groot onderhoud", "verbouwen"),
        ),
        (
            Point("Het pand kopen van de eigenaar die niet wil verkopen", "eigenaar"),
            Point("Vergaderingen waarin het oude gelijk wordt overgedaan", "vergaderen"),
        ),
        knows=("trekkers", "buurt"),
        helps=("verbouwen",),
    ),
    Introduced(
        "Sandwijck",
        "Een landgoed waar wonen, zorg en natuur samengaan",
        "De moestuin levert groente voor het hele huis",
        (
            Point("Samenwerken met een zorginstelling"),
            Point("Een bank die langskwam en bleef eten", "bank"),
        ),
        (
            Point("Het pand kopen vraagt een bedrag ineens", MONEY),
            Point("Monumenteneisen maken verbouwen duur", "verbouwen"),
        ),
        knows=("gemeente", "vergaderen", "eigenaar"),
        helps=("bank",),
    ),
    Introduced(
        "Villa des Roses",
        "Een oude villa met twaalf kamers en één grote keuken",
        "Niemand eet hier ooit alleen, tenzij je dat wilt",
        (
            Point("Ons huis gekocht met leningen van vrienden en buren", MONEY),
            Point("Open huis op de eerste zondag van de maand", "buurt"),
        ),
        (
            Point("Het pand kopen lukte pas bij de derde poging", "eigenaar"),
            Point("Leegstand tussen twee bewoners in", "leegstand"),
        ),
        knows=("trekkers", "gemeente", "bank"),
        helps=(MONEY,),
    ),
)
POINTS = {p.text: p for one in INITIATIVES for p in (*one.factors, *one.bottlenecks)}

SENTENCES = (
    "Ik ga naar huis met drie telefoonnummers en een plan",
    "Fijn om te merken dat anderen op hetzelfde vastlopen",
    "Het pand kopen voelt ineens minder onmogelijk",
    "Snel, en toch is iedereen aan het woord geweest",
    "Volgende keer graag iets langer aan tafel",
    "Ik had niet gedacht dat we het over vijf dingen eens zouden zijn",
    "Mooi dat bezwaren gewoon op tafel kwamen",
    "Nu nog doen",
    "Goede soep ook",
    "Wanneer zien we elkaar weer?",
)

NAMES = (
    "Anneke", "Bram", "Carla", "Dirk", "Elif", "Frits", "Greet", "Hassan", "Ingrid", "Jaap",
    "Karin", "Levi", "Marijke", "Nico", "Olga", "Piet", "Quirine", "Ruud", "Saskia", "Ton",
    "Ursula", "Victor", "Wilma", "Xander", "Yvonne", "Zeki", "Aafke", "Bas", "Corrie", "Daan",
    "Esther", "Farid", "Gerda", "Henk", "Iris", "Jos", "Katinka", "Lars", "Mieke", "Noor",
    "Otto", "Petra", "Rachid", "Sien", "Theo", "Ulrike", "Vera", "Wouter", "Yara", "Zwaan",
)  # fmt: skip
