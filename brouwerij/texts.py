"""What codes and names are called on the screen: refusals, rounds, settings, verdicts, plans.

The msgids are Dutch. Every code in domain/refusals.py, every kind of round with its settings,
every verdict and every plan to start from has its words; tests/test_contracts.py sees to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import force_locale

from brouwerij.i18n import N_, gettext
from brouwerij.refusal_texts import REFUSALS as REFUSALS


@dataclass(frozen=True, slots=True)
class Words:
    """A name and one line of explanation; both msgids."""

    name: str
    help: str = ""


KINDS: dict[str, Words] = {
    "introductions": Words(
        N_("Kennismaken"), N_("Elk initiatief vertelt wat lukt en waar het vastloopt.")
    ),
    "ideas": Words(N_("Brouwen"), N_("Iedereen schrijft ideeën op, eerst alleen.")),
    "clustering": Words(N_("Gisten"), N_("Samen leggen we ideeën bij elkaar tot thema’s.")),
    "dots": Words(
        N_("Proeven met stippen"),
        N_("Iedereen verdeelt stippen. Dat geeft een lijst van favorieten."),
    ),
    "poll": Words(
        N_("Draagvlakpeiling"),
        N_("Iedereen antwoordt op elk thema. Zo zie je wat de hele groep draagt."),
    ),
    "ballot": Words(
        N_("Stemming"), N_("Iedereen stemt over de thema’s, op de manier die je kiest.")
    ),
    "elaboration": Words(N_("Bottelen"), N_("Elke tafel werkt een thema uit tot een eerste plan.")),
    "workgroups": Words(
        N_("Schenken"), N_("De tafels vertellen over hun plan en mensen sluiten zich aan.")
    ),
    "checkout": Words(N_("Afronden"), N_("Een cijfer en een zin over de middag.")),
}
"""Every kind of round as people see it."""

SETTINGS: dict[str, Words] = {
    "ideas.silent": Words(
        N_("Eerst in stilte"), N_("Niemand ziet de ideeën van een ander tot je ze deelt.")
    ),
    "ideas.at_table": Words(
        N_("Daarna eerst aan tafel"),
        N_("Elke tafel ziet eerst de eigen ideeën, dan pas de hele zaal."),
    ),
    "ideas.per_person": Words(N_("Hoeveel ideeën per persoon"), N_("0 is zoveel als je wilt.")),
    "introductions.speaking_seconds": Words(
        N_("Spreektijd per initiatief, in seconden"), N_("120 is twee minuten.")
    ),
    "clustering.together": Words(
        N_("Samen sorteren"),
        N_("Meer mensen krijgen hetzelfde idee. Zijn genoeg het eens, dan krijgt het een plek."),
    ),
    "clustering.agree": Words(
        N_("Zoveel mensen zijn het eens"),
        N_("Bij 2 krijgen drie mensen een idee te zien, en zetten twee het bij hetzelfde thema."),
    ),
    "dots.dots": Words(
        N_("Stippen per persoon"), N_("0 laat het aan het aantal thema’s over: 2 tot 5.")
    ),
    "dots.per_theme": Words(
        N_("Stippen per thema"), N_("Hoeveel stippen één persoon aan één thema mag geven.")
    ),
    "dots.shortlist": Words(
        N_("Hoeveel thema’s gaan door"), N_("De thema’s met de meeste mensen erachter.")
    ),
    "poll.rule.turnout": Words(
        N_("Zoveel van de groep moet stemmen"), N_("Anders is er onvoldoende opkomst.")
    ),
    "poll.rule.tolerance": Words(
        N_("Door iedereen gedragen: zoveel draagt het of kan ermee leven"),
        N_("En niemand heeft bezwaar."),
    ),
    "poll.rule.everyone_breadth": Words(
        N_("Door iedereen gedragen: zoveel draagt het zelf"), N_("Van alle mensen in de zaal.")
    ),
    "poll.rule.broad_breadth": Words(
        N_("Breed gedragen: zoveel draagt het zelf"), N_("Van alle mensen in de zaal.")
    ),
    "poll.rule.partly_breadth": Words(
        N_("Deels gedragen: zoveel draagt het zelf"), N_("Daaronder heet het smal.")
    ),
    "poll.rule.weakest": Words(
        N_("Zoveel in elke groep"),
        N_("Ook in de groep met de minste steun draagt minstens dit deel het."),
    ),
    "poll.rule.objection": Words(
        N_("Hoogstens zoveel bezwaren"), N_("Van iedereen die antwoord gaf.")
    ),
    "poll.rule.segment_min": Words(
        N_("Kleinste groep die apart telt"),
        N_("Groepen met minder mensen tellen samen als één groep."),
    ),
    "poll.groups": Words(
        N_("Welke groepen"),
        N_("Wie hetzelfde stemt zie je pas bij 30 stemmers en 10 thema’s of meer."),
    ),
    "ballot.method": Words(N_("Manier van stemmen")),
    "ballot.shortlist": Words(
        N_("Hoeveel thema’s gaan door"),
        N_("De eerste van de uitslag; wie gelijk eindigt, mag mee."),
    ),
    "ballot.pairs": Words(
        N_("Hoeveel keer iemand twee thema’s vergelijkt"), N_("Alleen bij twee aan twee.")
    ),
    "workgroups.pitch_seconds": Words(
        N_("Spreektijd per plan, in seconden"), N_("120 is twee minuten.")
    ),
    "workgroups.at_least": Words(
        N_("Een werkgroep heeft minstens zoveel mensen nodig"),
        N_("Zijn het er minder, dan staat dat erbij. Wie alleen volgt, telt niet mee."),
    ),
    "workgroups.at_most": Words(
        N_("Een werkgroep heeft plaats voor zoveel mensen"), N_("0 is zoveel als er willen.")
    ),
    "workgroups.warn_from": Words(
        N_("Waarschuw wie in zoveel groepen zit"), N_("0 is nooit. Het mag wel.")
    ),
}
"""Every setting of every kind of round, as KIND.FIELD."""

METHODS: dict[str, Words] = {
    "gradients": Words(
        N_("Schaal van vijf"),
        N_("Zeg per thema hoe ver je met de groep meegaat."),
    ),
    "consent": Words(
        N_("Consent"), N_("Een voorstel is aangenomen als niemand er een bezwaar tegen heeft.")
    ),
    "systemic": Words(
        N_("Minste weerstand"),
        N_("Zeg per thema hoeveel weerstand je voelt, van 0 (geen) tot 10 (onverdraaglijk)."),
    ),
    "ranked": Words(
        N_("Top drie"), N_("Kies de drie thema’s die je het liefst wilt, op volgorde.")
    ),
    "pairwise": Words(
        N_("Twee aan twee"), N_("Kies telkens welk van twee thema’s je het liefst wilt.")
    ),
}
"""Every voting method of a ballot: its name, and what it asks in one sentence."""

GROUPS: dict[str, Words] = {
    "initiatives": Words(
        N_("De initiatieven waar mensen vandaan komen"),
        N_("Die liggen vast. Wie een thema meer gaat dragen, maakt het oordeel nooit lager."),
    ),
    "opinions": Words(
        N_("Mensen die hetzelfde stemmen"),
        N_(
            "Die groepen schuiven mee met de antwoorden. Wie een thema meer gaat dragen, kan het"
            " oordeel daardoor lager maken, maar nooit lager dan verdeeld."
        ),
    ),
}
"""Whose support a poll looks at apart."""

CHOICES: dict[str, Mapping[str, Words]] = {"ballot.method": METHODS, "poll.groups": GROUPS}
"""What can be chosen for a setting that is one of a few names, as KIND.FIELD."""

VERDICTS: dict[str, str] = {
    "everyone": N_("Door iedereen gedragen"),
    "broad": N_("Breed gedragen"),
    "partly": N_("Deels gedragen"),
    "divided": N_("Verdeeld"),
    "narrow": N_("Smal"),
    "low_turnout": N_("Onvoldoende opkomst"),
}
"""Every verdict of the draagvlak poll."""

TEMPLATES: dict[str, Words] = {
    "ideeenbrouwerij": Words(
        N_("Ideeënbrouwerij"),
        N_("De hele middag: van kennismaken tot werkgroepen, aan tafels."),
    ),
    "grote-zaal": Words(
        N_("Grote zaal"),
        N_("De hele middag zonder tafels: iedereen sorteert mee op de eigen telefoon."),
    ),
    "besluiten": Words(
        N_("Besluiten"),
        N_(
            "Van ideeën naar voorstellen, en dan besluiten met consent. Is er bezwaar? Dan pas je"
            " het voorstel aan en vraag je het nog een keer."
        ),
    ),
    "1-2-4-all": Words(
        N_("1-2-4-All"),
        N_("Eerst alleen, dan aan kleine tafels, dan met de hele zaal."),
    ),
    "korte-stemming": Words(
        N_("Korte stemming"), N_("Ideeën ophalen en peilen wat de groep draagt.")
    ),
}
"""Every plan to start from."""


def sentence(code: str, params: Mapping[str, str | int], language: str) -> str:
    """What a refusal says to a person, in their language ("nl" or "en")."""
    with force_locale(language):
        return refusal(code, params)


def refusal(code: str, params: Mapping[str, str | int]) -> str:
    """What a refusal says to a person, in the language of this request."""
    return gettext(REFUSALS[code], **params)


def round_name(kind: str, title: str = "") -> str:
    """What a round is called: its own title, or the name of its kind."""
    return title or gettext(KINDS[kind].name)
