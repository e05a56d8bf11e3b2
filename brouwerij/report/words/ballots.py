"""A ballot in words: how it was asked, and the columns that tell what the themes came to."""

from __future__ import annotations

from collections.abc import Callable

from brouwerij import texts
from brouwerij.domain.ballots.systemic import MOST
from brouwerij.i18n import gettext as _
from brouwerij.report.shapes import BallotFacts, BallotLine
from brouwerij.report.words.names import rank
from brouwerij.report.words.numbers import decimal, quoted, share, took_part
from brouwerij.report.words.support import times

WITHOUT_BLANKS = ("ranked", "pairwise")
"""The methods that ask no answer to every theme."""

Columns = list[tuple[str, Callable[[BallotLine], str]]]


def ballot_title(ballot: BallotFacts) -> str:
    return ballot.title or _(texts.METHODS[ballot.method].name)


def ballot_intro(ballot: BallotFacts) -> str:
    """What was asked, how many took part, and what decided the order."""
    return f"{_(texts.METHODS[ballot.method].help)} {took_part(ballot)} {ORDERED[ballot.method]()}"


def ballot_heads(ballot: BallotFacts) -> list[str]:
    return [head for head, _cell in _columns(ballot)]


def ballot_cells(ballot: BallotFacts, line: BallotLine) -> list[str]:
    """What stands in each column for a theme."""
    return [cell(line) for _head, cell in _columns(ballot)]


def _columns(ballot: BallotFacts) -> Columns:
    columns = [
        *COLUMNS[ballot.method](),
        (_("Onthouding"), lambda line: str(line.abstained)),
    ]
    if ballot.method not in WITHOUT_BLANKS:
        columns.append((_("Geen antwoord"), lambda line: str(line.blank)))
    if any(line.before for line in ballot.lines):
        columns.append((_("Vorige keer"), _before))
    return columns


def ballot_reasons(ballot: BallotFacts) -> list[tuple[str, str, str]]:
    """What people had against it: theme, reason, and how many gave it, "" for one."""
    return [
        (line.theme, quoted(reason.text), times(reason))
        for line in ballot.lines
        for reason in line.objections
    ]


def ballot_theme(line: BallotLine) -> str:
    """What a line is about: a theme, or what systemic consensus asks besides."""
    return line.theme or _("Laten zoals het is")


def _highest(line: BallotLine) -> str:
    given = [value for value, count in enumerate(line.counts) if count]
    return str(given[-1]) if given else ""


def _before(line: BallotLine) -> str:
    return rank(line.before) if line.before else ""


def _counted(*heads: str) -> Columns:
    """A column for each answer of a method, in its order."""
    return [(head, lambda line, n=n: str(line.counts[n])) for n, head in enumerate(heads)]  # type: ignore[misc]


COLUMNS: dict[str, Callable[[], Columns]] = {
    "gradients": lambda: _counted(
        _("Van harte"), _("Voor"), _("Neutraal"), _("Liever niet"), _("Tegengehouden")
    ),
    "consent": lambda: _counted(_("Geen bezwaar"), _("Bezwaar")),
    "systemic": lambda: [
        (_("Weerstand"), lambda line: "" if line.score is None else decimal(MOST - line.score)),
        (_("Hoogste weerstand"), _highest),
        (_("Weerstand van 8 of meer"), lambda line: str(sum(line.counts[8:]))),
    ],
    "ranked": lambda: [
        *_counted(_("Eerste keus"), _("Tweede keus"), _("Derde keus")),
        (_("Wint van"), lambda line: "" if line.score is None else str(round(line.score))),
    ],
    "pairwise": lambda: [
        *_counted(_("Gekozen"), _("Even graag"), _("Het andere gekozen")),
        (_("Deel gewonnen"), lambda line: "" if line.score is None else share(line.score)),
    ],
}
"""Per method the columns of its own."""

ORDERED: dict[str, Callable[[], str]] = {
    "gradients": lambda: _("Het middelste antwoord bepaalt de volgorde."),
    "consent": lambda: _("Wat zonder bezwaar is, is aangenomen."),
    "systemic": lambda: _(
        "De minste weerstand staat bovenaan. Wat boven ‘laten zoals het is’ eindigt, is aangenomen."
    ),
    "ranked": lambda: _("Bovenaan staat wat het in vergelijking met elk ander thema wint."),
    "pairwise": lambda: _(
        "Bovenaan staat wat het vaakst won van de keren dat het voorlag; even graag telt half."
    ),
}
"""Per method what decided the order."""
