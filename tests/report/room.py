"""A room that holds a workshop by giving commands, as the phones and the facilitator would."""

from __future__ import annotations

from typing import Any

import msgspec

from brouwerij.domain.board import Board, Entry
from brouwerij.domain.commands import Actor, Command, Contact, Decision, PersonUpdate
from brouwerij.domain.engine import decide
from brouwerij.domain.entities import Initiative
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Person
from brouwerij.report.model import build
from brouwerij.report.shapes import Edition, Report

START = 1_485_000_000_000  # 21 January 2017, 13:00 in the Netherlands
MINUTE = 60_000
SYSTEM, FACILITATOR = Actor("system"), Actor("facilitator", "1")


class Room:
    """A board with the people in it. The clock stands still until `wait`."""

    def __init__(self, title: str, question: str, plan: list[dict[str, Any]], **about: Any) -> None:
        self.board = Board()
        self.people: dict[str, Person] = {}
        self.now = START
        self._ids = 0
        self.ask(
            SYSTEM, "workshop.create", title=title, question=question, date="2017-01-21",
            plan=plan, **about,
        )  # fmt: skip

    def ask(self, actor: Actor, kind: str, **data: Any) -> str:
        """Give a command that has to be done; returns its id."""
        self._ids += 1
        asked = Command(f"command-{self._ids:04}", kind, data)
        decision = decide(self.board, asked, actor, self.now)
        assert not isinstance(decision, Refusal), (kind, data, decision)
        self._take(decision, actor, kind)
        return asked.id

    def _take(self, decision: Decision, actor: Actor, kind: str) -> None:
        if decision.change:
            entry = Entry(self.board.seq + 1, self.now, actor.key, kind, decision.change)
            self.board.apply(entry)
        for update in decision.people:
            self._keep(update)

    def _keep(self, update: PersonUpdate) -> None:
        person = self.people.setdefault(update.participant, Person())
        if update.name is not None:
            person.name = update.name
        if update.contact is not None:
            person.contact = update.contact if update.contact != Contact() else None

    def wait(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    def join(self, name: str, initiative: str, *, guest: bool = False) -> Actor:
        self._ids += 1
        id = f"person-{self._ids:04}"
        self.ask(
            SYSTEM,
            "participant.join",
            participant=id,
            name=name,
            initiative=initiative,
            guest=guest,
        )
        return Actor("participant", id)

    def round(self, kind: str) -> str:
        """The id of the round of a kind."""
        return next(r.id for r in self.board.rounds if r.kind == kind)

    def do(self, actor: Actor, kind: str, **data: Any) -> str:
        """Give a command in the current round."""
        return self.ask(actor, kind, round=self.board.workshop.current, **data)

    def lead(self, kind: str, **data: Any) -> str:
        """Give a command as the facilitator, in the current round."""
        return self.do(FACILITATOR, kind, **data)

    def open(self, kind: str) -> None:
        self.ask(FACILITATOR, "round.open", round=self.round(kind))

    def close(self) -> None:
        self.lead("round.close")

    def results(self) -> None:
        """Close the current round and open its results to the room."""
        self.close()
        self.lead("round.reveal", phase="results")

    def initiative(self, name: str) -> str:
        return next(i.id for i in self.board.all(Initiative).values() if i.name == name)

    def report(self, edition: Edition = Edition.PARTICIPANTS, code: str = "ABCDEF") -> Report:
        return build(self.board, self.people, edition, self.now, code)

    def put(self, *entities: Any) -> None:
        """Put entities on the board as an old log could hold them, past all that is checked."""
        from brouwerij.domain.board import Change

        self.board.apply(Entry(self.board.seq + 1, self.now, "system", "x", Change("x", entities)))

    def replace(self, entity: Any, **fields: Any) -> None:
        self.put(msgspec.structs.replace(entity, **fields))
