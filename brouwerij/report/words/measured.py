"""How support was measured, and what each verdict asks; what came of it is in support.py."""

from __future__ import annotations

from brouwerij.domain.support import Rule
from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.shapes import DotFacts, PollFacts, Report
from brouwerij.report.words.names import verdict_name
from brouwerij.report.words.numbers import limit, took_part


def how_measured(report: Report) -> list[str]:
    """How support was measured, a paragraph per ballot; the rule itself is in `classes`."""
    said: list[str] = []
    if report.dots:
        said.append(_dots_measured(report.dots))
    if report.poll:
        said.append(_poll_measured(report.poll))
    return said


def _dots_measured(facts: DotFacts) -> str:
    budget = ngettext(
        "Iedereen kon %(num)s stip geven, hoogstens %(most)s per thema.",
        "Iedereen kon %(num)s stippen geven, hoogstens %(most)s per thema.",
        facts.budget,
        most=facts.per_theme,
    )
    voted = took_part(facts)
    counted = _(
        "Voor de volgorde telt hoeveel mensen een thema kozen, niet hoeveel stippen er liggen."
    )
    return f"{budget} {voted} {counted}"


def _poll_measured(facts: PollFacts) -> str:
    asked = _(
        "In de draagvlakpeiling gaf iedereen per thema antwoord: draag ik, kan ermee leven, of"
        " bezwaar met de reden erbij."
    )
    voted = took_part(facts)
    blank = _("Wie bij een thema niets koos, telt wel mee in het geheel, maar niet als drager.")
    small = ngettext(
        "Initiatieven met minder dan %(num)s mens zijn samen geteld.",
        "Initiatieven met minder dan %(num)s mensen zijn samen geteld.",
        facts.rule.segment_min,
    )
    return " ".join((asked, voted, blank, small, *_groups(facts)))


def _groups(facts: PollFacts) -> list[str]:
    if facts.too_few:
        return [
            _(
                "Er waren te weinig stemmers of thema’s voor meningsgroepen. Daarom tellen de"
                " initiatieven."
            )
        ]
    if facts.opinions:
        return [
            _(
                "Waar hier bij het draagvlak initiatief staat, is dat een meningsgroep: mensen die"
                " hetzelfde antwoordden."
            )
        ]
    return []


def classes_before() -> str:
    return _("Van boven naar beneden geldt het eerste oordeel dat klopt:")


def classes(rule: Rule) -> list[tuple[str, str]]:
    """Each verdict with what it asks, in the order in which they are tried."""
    turnout, weakest, objection = limit(rule.turnout), limit(rule.weakest), limit(rule.objection)
    broad, partly = limit(rule.broad_breadth), limit(rule.partly_breadth)
    asks = {
        "low_turnout": _("minder dan %(turnout)s van de mensen gaf antwoord", turnout=turnout),
        "everyone": _(
            "minstens %(breadth)s draagt het, minstens %(tolerance)s draagt het of kan ermee leven,"
            " bij elk initiatief draagt minstens %(weakest)s het, en niemand heeft bezwaar",
            breadth=limit(rule.everyone_breadth),
            tolerance=limit(rule.tolerance),
            weakest=weakest,
        ),
        "broad": _(
            "minstens %(breadth)s draagt het, bij elk initiatief draagt minstens %(weakest)s het,"
            " en hoogstens %(objection)s van de antwoorden is een bezwaar",
            breadth=broad,
            weakest=weakest,
            objection=objection,
        ),
        "partly": _(
            "minstens %(breadth)s draagt het, bij elk initiatief draagt minstens %(weakest)s het,"
            " en hoogstens %(objection)s van de antwoorden is een bezwaar",
            breadth=partly,
            weakest=weakest,
            objection=objection,
        ),
        "divided": _(
            "minstens %(breadth)s draagt het, maar bij een initiatief draagt minder dan %(weakest)s"
            " het, of meer dan %(objection)s van de antwoorden is een bezwaar",
            breadth=partly,
            weakest=weakest,
            objection=objection,
        ),
        "narrow": _("minder dan %(breadth)s draagt het", breadth=partly),
    }
    return [(verdict_name(name), asked) for name, asked in asks.items()]
