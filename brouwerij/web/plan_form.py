"""The plan as a form: from fields to rounds and back, and what the buttons do to the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Round
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.workshop import MAX_MINUTES
from brouwerij.web import settings_form
from brouwerij.web.settings_form import Input

MOST_ROUNDS = 60
MINUTES = 10
"""How long a round takes that is put into the plan; ours."""


@dataclass(frozen=True, slots=True)
class RoundForm:
    """One round in the form. prefix: of its fields. settled: it was begun, so its settings are."""

    round: Round
    prefix: str
    settled: bool
    inputs: list[Input]


def rounds_of(board: Board) -> list[RoundForm]:
    """The rounds of a plan as they are, ready to be filled in."""
    return [_form(round, index) for index, round in enumerate(board.rounds)]


def _form(round: Round, index: int) -> RoundForm:
    inputs = settings_form.inputs(KINDS[round.kind], round.settings)
    return RoundForm(round, f"{index}.", round.status != "planned", inputs)


def read(form: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rounds as filled in, in the order of the form, as plan.set takes them."""
    rounds: list[dict[str, Any]] = []
    for index in range(MOST_ROUNDS):
        prefix = f"{index}."
        kind = KINDS.get(form.get(f"{prefix}kind", ""))
        if kind is None:
            break
        rounds.append(
            {
                "kind": kind.name,
                "id": form.get(f"{prefix}id", ""),
                "title": form.get(f"{prefix}title", "").strip(),
                "minutes": _minutes(form.get(f"{prefix}minutes", "")),
                "settings": settings_form.read(kind, form, f"{prefix}set."),
            }
        )
    return rounds


def _minutes(typed: str) -> int:
    return min(int(typed), MAX_MINUTES) if typed.isdecimal() and len(typed) < 9 else MINUTES


Plan = list[dict[str, Any]]


def _up(rounds: Plan, at: int) -> Plan:
    return [*rounds[: at - 1], rounds[at], rounds[at - 1], *rounds[at + 1 :]] if at else rounds


def _down(rounds: Plan, at: int) -> Plan:
    return _up(rounds, at + 1) if at + 1 < len(rounds) else rounds


def _remove(rounds: Plan, at: int) -> Plan:
    return rounds[:at] + rounds[at + 1 :]


MOVES: dict[str, Callable[[Plan, int], Plan]] = {"up": _up, "down": _down, "remove": _remove}


def pressed(rounds: Plan, button: str, kind: str) -> Plan:
    """The plan after a button: up:2, down:2, remove:2, add, or save, which leaves it as it is.

    kind: of the round to add.
    """
    if button == "add" and kind in KINDS:
        return [*rounds, {"kind": kind, "minutes": MINUTES}]
    name, _, place = button.partition(":")
    move = MOVES.get(name)
    if move is None or not place.isdecimal() or len(place) > 3 or int(place) >= len(rounds):
        return rounds
    return move(rounds, int(place))
