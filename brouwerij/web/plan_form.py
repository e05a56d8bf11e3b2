"""The plan as a form: from fields to rounds and back, and what the buttons do to the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from brouwerij.domain import text
from brouwerij.domain.board import Board
from brouwerij.domain.entities import Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.workshop import MAX_MINUTES
from brouwerij.i18n import gettext
from brouwerij.texts import refusal as said
from brouwerij.web import settings_form
from brouwerij.web.settings_form import Input

MINUTES = 10
"""How long a round takes that is put into the plan; ours."""

Plan = list[dict[str, Any]]
"""Rounds as plan.set takes them; minutes and numbers are text when they are no number."""


@dataclass(frozen=True, slots=True)
class RoundForm:
    """One round in the form. prefix: of its fields. settled: it was begun, so its settings are."""

    id: str
    kind: str
    title: str
    minutes: Any
    prefix: str
    settled: bool
    inputs: list[Input]

    @property
    def wrong(self) -> dict[str, str]:
        """What is wrong, by field; a settled round's settings are not asked any more."""
        found = {
            f"{self.prefix}title": _wrong_title(self.title),
            f"{self.prefix}minutes": _wrong_minutes(self.minutes),
        }
        return {field: what for field, what in found.items() if what} | self.wrong_settings

    @property
    def wrong_settings(self) -> dict[str, str]:
        inputs = [] if self.settled else self.inputs
        return {f"{self.prefix}set.{it.name}": it.wrong for it in inputs if it.wrong}


def rounds_of(board: Board) -> list[RoundForm]:
    """The rounds of a plan as they are, ready to be filled in."""
    return [
        _form(index, round, {"title": round.title, "minutes": round.minutes})
        for index, round in enumerate(board.rounds)
    ]


def filled_in(board: Board, plan: Plan) -> list[RoundForm]:
    """The rounds as they were filled in, to show them again."""
    known = board.all(Round)
    return [
        _form(index, known.get(planned.get("id", "")) or Round("", planned["kind"]), planned)
        for index, planned in enumerate(plan)
    ]


def _form(index: int, round: Round, filled: Mapping[str, Any]) -> RoundForm:
    settled = round.status != "planned"
    settings = round.settings if settled else filled.get("settings", round.settings)
    return RoundForm(
        id=round.id,
        kind=round.kind,
        title=filled.get("title", ""),
        minutes=filled.get("minutes", MINUTES),
        prefix=f"{index}.",
        settled=settled,
        inputs=settings_form.inputs(KINDS[round.kind], settings),
    )


def read(form: Mapping[str, str]) -> Plan:
    """The rounds as filled in, in the order of the form."""
    rounds: Plan = []
    for index in count():
        prefix = f"{index}."
        kind = KINDS.get(form.get(f"{prefix}kind", ""))
        if kind is None:
            break
        rounds.append(
            {
                "kind": kind.name,
                "id": form.get(f"{prefix}id", ""),
                "title": form.get(f"{prefix}title", "").strip(),
                "minutes": _number(form.get(f"{prefix}minutes", "").strip()),
                "settings": settings_form.read(kind, form, f"{prefix}set."),
            }
        )
    return rounds


def _number(typed: str) -> int | str:
    return int(typed) if typed.isdecimal() and len(typed) < 9 else typed


def _wrong_title(title: str) -> str:
    checked = text.optional(title, text.NAME_LENGTH)
    return said(checked.code, checked.params) if isinstance(checked, Refusal) else ""


def _wrong_minutes(minutes: Any) -> str:
    if isinstance(minutes, int) and 1 <= minutes <= MAX_MINUTES:
        return ""
    return gettext("Vul een getal in van %(least)s tot %(most)s.", least=1, most=MAX_MINUTES)


def _up(rounds: Plan, at: int) -> Plan:
    return [*rounds[: at - 1], rounds[at], rounds[at - 1], *rounds[at + 1 :]] if at else rounds


def _down(rounds: Plan, at: int) -> Plan:
    return _up(rounds, at + 1) if at + 1 < len(rounds) else rounds


def _remove(rounds: Plan, at: int) -> Plan:
    return rounds[:at] + rounds[at + 1 :]


MOVES: dict[str, Callable[[Plan, int], Plan]] = {"up": _up, "down": _down, "remove": _remove}


def pressed(rounds: Plan, button: str) -> Plan:
    """The plan after a button: up:2, down:2, remove:2, add:KIND, or save, which leaves it."""
    name, _, what = button.partition(":")
    if name == "add" and what in KINDS:
        return [*rounds, {"kind": what, "minutes": MINUTES}]
    move = MOVES.get(name)
    if move is None or not what.isdecimal() or len(what) > 3 or int(what) >= len(rounds):
        return rounds
    return move(rounds, int(what))


def place(button: str, rounds: int) -> int | None:
    """The index of the round that a button moved or added, out of so many, to come back to it."""
    name, _, what = button.partition(":")
    if name == "add":
        return rounds - 1
    shift = {"up": -1, "down": 1}.get(name)
    if shift is None or not what.isdecimal() or len(what) > 3:
        return None
    return min(max(int(what) + shift, 0), rounds - 1)
