"""Paper cards to print: for people without a phone, each with a number to enter it by."""

from __future__ import annotations

import re

import msgspec
from flask import Blueprint, render_template, request
from flask_babel import force_locale
from markupsafe import Markup

from brouwerij.domain.entities import Workshop
from brouwerij.domain.papers import MOST_PAPERS
from brouwerij.i18n import gettext
from brouwerij.web import signed_in
from brouwerij.web.signed_in import for_organisers

blueprint = Blueprint("papers", __name__)

PER_PAGE = 8
"""Cards on a sheet of A4, two by four, so that the cuts are straight through."""
USUAL = 40
"""How many are printed when nobody says how many."""


class Asked(msgspec.Struct, frozen=True):
    """Which cards: the first number, and how many."""

    first: int = 1
    many: int = USUAL

    @property
    def sheets(self) -> list[list[int]]:
        """The numbers on each sheet."""
        numbers = list(range(self.first, self.first + self.many))
        return [numbers[at : at + PER_PAGE] for at in range(0, len(numbers), PER_PAGE)]


@blueprint.get("/sessies/<code:code>/kaartjes")
@for_organisers
def cards(code: str) -> tuple[str, int]:
    workshop = signed_in.own_workshop(code).board.workshop
    asked, wrong = _asked()
    page = render_template(
        "organiser/papers.html",
        code=code,
        workshop=workshop,
        values={"van": asked.first, "aantal": asked.many, **request.args},
        wrong=wrong,
        most=MOST_PAPERS,
        sheets=Markup("") if wrong else _sheets(workshop, asked),
    )
    return page, 422 if wrong else 200


def _asked() -> tuple[Asked, dict[str, str]]:
    """Which cards are asked for, and what is wrong with that, by field."""
    first, many = _number("van", 1), _number("aantal", USUAL)
    if first is None or many is None:
        words = gettext("Vul een getal in van 1 tot en met %(most)s.", most=MOST_PAPERS)
        asked = {"aantal": many, "van": first}
        return Asked(), {field: words for field, number in asked.items() if number is None}
    left = MOST_PAPERS - first + 1
    if many > left:
        words = gettext("Vanaf dit nummer kun je er hoogstens %(most)s afdrukken.", most=left)
        return Asked(), {"aantal": words}
    return Asked(first, many), {}


def _number(field: str, usual: int) -> int | None:
    """A number of cards or on a card as it was asked for; None when it is none."""
    typed = request.args.get(field, str(usual)).strip()
    if not re.fullmatch(r"[0-9]{1,6}", typed) or not 1 <= int(typed) <= MOST_PAPERS:
        return None
    return int(typed)


def _sheets(workshop: Workshop, asked: Asked) -> Markup:
    """What is printed: in the language of the workshop, whoever prints it."""
    with force_locale(workshop.language):
        sheets = render_template("organiser/_papers.html", workshop=workshop, sheets=asked.sheets)
    return Markup(sheets)  # noqa: S704 - a template's own output, escaped there
