"""The themes of the simulated afternoon: made-up ideas and what becomes of them.

The five themes that all carried are those of the first meeting of Cooplink (Utrecht, 21 January
2017). What is said here was said by nobody there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table writes on a theme's card."""

    what: str
    why: str
    first_step: str
    who: str
    needs: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A theme with the ideas in it and how the room feels about it.

    support, objection: which share of the people answers that; the others can live with it.
    plan: None for a theme that is not carried.
    """

    name: str
    ideas: tuple[str, ...]
    support: float
    objection: float = 0.0
    reasons: tuple[str, ...] = ()
    plan: Plan | None = None


SUBJECTS = (
    Subject(
        "Coöperatieve financiering",
        (
            "Samen één fonds waaruit initiatieven kunnen lenen",
            "Met alle initiatieven tegelijk naar de bank",
            "Obligaties uitgeven aan onze eigen achterban",
            "Een garantiepot waarmee we voor elkaar borg staan",
            "Een modelbegroting die iedereen mag gebruiken",
            "Spaargeld van bewoners bij elkaar leggen",
            "Pensioenfondsen vragen om te beleggen in wooncoöperaties",
            "Uitzoeken hoe het Mietshäuser Syndikat dit in Duitsland doet",
            "Afgeloste huizen helpen de volgende kopen",
            "Eén adviseur delen voor alle financieringsaanvragen",
            "Een duurzaamheidslening voor ons allemaal tegelijk",
            "Crowdfunding leren van wie het al deed",
        ),
        0.86,
        plan=Plan(
            "Een fonds waaruit wooncoöperaties kunnen lenen voor de aankoop van hun pand",
            "Alleen krijgt niemand een hypotheek, samen zijn we een partij",
            "Alle begrotingen naast elkaar leggen",
            "Vier penningmeesters en wie verstand van leningen heeft",
            "Een jurist voor de rechtsvorm en een eerste inleg",
        ),
    ),
    Subject(
        "Belangenbehartiging",
        (
            "Met één stem praten met het ministerie",
            "Een vast aanspreekpunt voor gemeenten",
            "Zorgen dat de Woningwet ons noemt",
            "Samen een brief aan de Tweede Kamer",
            "Een kaart met wat elke gemeente wel en niet toestaat",
            "Een gesprek met de koepel van corporaties",
            "Kamerleden uitnodigen om een dag mee te wonen",
            "Bij de verkiezingen onze punten in de programma's krijgen",
            "De huurtoeslag voor groepswonen aankaarten",
            "Een jurist die voor ons allemaal de regels volgt",
            "Eerste recht van koop voor bewoners",
            "Elkaar helpen bij het gesprek met de wethouder",
        ),
        0.8,
        plan=Plan(
            "Een werkgroep die namens ons allen met overheid en corporaties praat",
            "Nu vindt iedere gemeente het wiel opnieuw uit",
            "Een lijst maken van onze drie belangrijkste punten",
            "Mensen met een netwerk bij gemeente en politiek",
            "Een standpunt dat we allemaal onderschrijven",
        ),
    ),
    Subject(
        "Beeldvorming",
        (
            "Laten zien dat wij geen commune uit de jaren zeventig zijn",
            "Een gezamenlijke website met alle initiatieven",
            "Elk jaar een open dag, overal tegelijk",
            "Eén naam waaronder mensen ons kennen",
            "Een stuk in de krant over gewoon goed wonen",
            "Uitleggen wat een wooncoöperatie is in drie zinnen",
            "Een spreker naar elke woonbeurs",
            "Cijfers verzamelen over wat wij de buurt opleveren",
            "Buren laten vertellen wat ze van ons vinden",
            "Een huisstijl die iedereen mag gebruiken",
            "De fabel ontkrachten dat bij ons alles van iedereen is",
        ),
        0.74,
        objection=0.04,
        reasons=("Ik wil niet dat wij een merk worden",),
        plan=Plan(
            "Eén verhaal over wooncoöperaties, en plekken om het te vertellen",
            "Wie ons niet kent, durft ons geen lening of pand te geven",
            "Drie zinnen schrijven waar we allemaal achter staan",
            "Wie graag schrijft en wie graag spreekt",
            "Een website en een half uur per maand van ieder initiatief",
        ),
    ),
    Subject(
        "Film of beeldmateriaal",
        (
            "Een korte film waarin drie huizen zichzelf laten zien",
            "Bewoners filmen een week lang hun eigen keuken",
            "Foto's die we allemaal mogen gebruiken",
            "Een animatie van twee minuten over hoe de aankoop werkt",
            "Een documentairemaker zoeken die met ons meeloopt",
            "Filmpje van een vergadering die wél goed gaat",
            "Een fototentoonstelling in het stadhuis",
            "Portretten van onze oudste bewoners",
            "Een filmavond langs alle initiatieven",
            "Oude beelden van de eerste woongroepen opzoeken",
        ),
        0.7,
        objection=0.04,
        reasons=("Ik wil zelf niet herkenbaar in beeld",),
        plan=Plan(
            "Een film van tien minuten en een map met foto's voor ons allemaal",
            "Eén beeld overtuigt een wethouder sneller dan tien bladzijden",
            "Drie huizen vragen of er gefilmd mag worden",
            "Bewoners met een camera en een montageprogramma",
            "Toestemming van wie in beeld komt",
        ),
    ),
    Subject(
        "Kennis over samenleven",
        (
            "Een handboek over ruzie en weer goedmaken",
            "Bij elkaar logeren om te zien hoe het daar gaat",
            "Een lijst van mensen die je mag bellen bij een conflict",
            "Een cursus besluiten nemen met instemming",
            "Hoe kies je een nieuwe bewoner? Voorbeelden delen",
            "Een avond over oud worden in een woongroep",
            "Huisregels van alle groepen naast elkaar leggen",
            "Hoe verdeel je schoonmaken eerlijk?",
            "Een maatje voor elk beginnend initiatief",
            "Kinderen vertellen hoe het is om hier op te groeien",
            "Wat doe je met wie nooit naar de vergadering komt?",
            "Onderzoek over gemeenschappelijk wonen samenvatten",
        ),
        0.82,
        plan=Plan(
            "Onze ervaringen met samenleven op één plek, en een maatje voor elke beginner",
            "Het pand krijg je met geld, het samenleven alleen met oefening",
            "Van elk huis één les ophalen",
            "Een bewoner uit elk initiatief",
            "Een plek om het te bewaren en iemand die het bijhoudt",
        ),
    ),
    Subject(
        "Gezamenlijke verzekering",
        (
            "Samen één opstalverzekering afsluiten",
            "Een verzekering voor leegstand",
            "Collectief de zonnepanelen verzekeren",
            "Een potje voor als de ketel kapot gaat",
            "Aansprakelijkheid van bestuurders samen regelen",
            "Een makelaar die voor ons allemaal onderhandelt",
        ),
        0.36,
        objection=0.14,
        reasons=(
            "Onze polis is goedkoper dan wat we samen krijgen",
            "Dan betaal ik mee aan andermans rieten dak",
        ),
    ),
    Subject(
        "Koepel met bestuur",
        (
            "Een landelijke vereniging met een gekozen bestuur",
            "Een betaalde directeur voor het netwerk",
            "Contributie naar het aantal woningen",
            "Statuten die voor alle initiatieven gelden",
            "Een kantoor in Utrecht",
            "Een keurmerk voor echte wooncoöperaties",
        ),
        0.4,
        objection=0.32,
        reasons=(
            "Dan beslissen anderen straks over ons huis",
            "Eerst samen iets doen, dan pas een vereniging",
            "Contributie kunnen wij nu niet betalen",
        ),
    ),
    Subject(
        "Samen inkopen",
        (
            "Samen verf en hout inkopen",
            "Een gedeelde bus voor verhuizingen",
            "Gereedschap dat rondreist",
            "Met z'n allen een stroomcontract",
            "Eén aannemer voor alle dakgoten",
        ),
        0.28,
        objection=0.06,
        reasons=("Wij kopen liever bij de winkel in onze straat",),
    ),
)
BY_NAME = {subject.name: subject for subject in SUBJECTS}

RENAMED = ("Imago", "Beeldvorming")
"""A theme as it is first called, and what the room calls it then."""
MERGED = ("Filmen", "Film of beeldmateriaal")
"""A theme that goes up in another."""
SAME = ("Een huisstijl die iedereen mag gebruiken", "Eén naam waaronder mensen ons kennen")
"""An idea that the facilitator puts with another as the same."""
LATE = "Ik zat in de trein: een jaarlijkse reis langs elkaars huizen"
"""What comes in after the round was closed."""
MISTAKE = "Een wolk aan ideeën"
"""A theme that is made and turned back at once."""
