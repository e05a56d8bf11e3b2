"""A room without a server: commands go through `decide` and their changes are folded in at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from brouwerij.domain.board import Board, Change, Entry, Step
from brouwerij.domain.commands import COMMANDS, Actor, Command, Contact, Decision, PersonUpdate
from brouwerij.domain.engine import decide
from brouwerij.domain.entities import Entity, Participant, Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.views import Audience, Lens, Person, View, mine, view

START = 1_485_000_000_000
"""21 January 2017, 13:00 in the Netherlands."""
SECOND, MINUTE = 1_000, 60_000

SYSTEM = Actor("system")
FACILITATOR = Actor("facilitator", "1")
ORGANISER = Actor("organiser", "1")
STRANGER = Actor("participant", "person-stranger")
"""Somebody who never came in."""
PROJECTOR = Audience("projector")
STAFF_VIEW = Audience("facilitator")

PLAN: tuple[dict[str, Any], ...] = (
    {"kind": "introductions"},
    {"kind": "ideas", "settings": {"silent": True, "at_table": True}},
    {"kind": "clustering"},
    {"kind": "dots", "settings": {"dots": 2, "shortlist": 2}},
    {"kind": "poll"},
    {"kind": "ballot", "settings": {"method": "consent"}},
    {"kind": "elaboration"},
    {"kind": "workgroups"},
    {"kind": "checkout"},
)


class Room:
    """A board with the people at it. The clock stands still until `wait`."""

    def __init__(
        self,
        plan: Iterable[dict[str, Any]] = PLAN,
        *,
        tables: int = 0,
        anonymous: bool = False,
        initiatives: Iterable[str] = (),
        title: str = "Cooplink",
        question: str = "Hoe versterken wij elkaar?",
        **about: Any,
    ) -> None:
        self.board = Board()
        self.people: dict[str, Person] = {}
        self.log: list[Entry] = []
        self.now = START
        self._made = 0
        self.do(
            SYSTEM, "workshop.create", title=title, question=question, plan=list(plan),
            tables=tables, anonymous=anonymous, initiatives=list(initiatives), **about,
        )  # fmt: skip

    # What people do

    def do(self, actor: Actor, kind: str, **data: Any) -> str:
        """Give a command that has to be allowed; returns its id, which what it makes has too."""
        asked = self._asked(kind, data)
        decision = decide(self.board, asked, actor, self.now)
        assert not isinstance(decision, Refusal), f"{kind} {data}: {decision.code}"
        self.take(decision, actor, asked.id)
        return asked.id

    def lead(self, kind: str, **data: Any) -> str:
        """Give a command as the facilitator."""
        return self.do(FACILITATOR, kind, **data)

    def would(self, actor: Actor, kind: str, **data: Any) -> str:
        """What a command would come to: a kind of change, "nothing", or "refused CODE"."""
        decision = self.decide(actor, kind, **data)
        if isinstance(decision, Refusal):
            return f"refused {decision.code}"
        return decision.change.kind if decision.change else "nothing"

    def decide(self, actor: Actor, kind: str, **data: Any) -> Decision | Refusal:
        """What a command would come to, whole."""
        return decide(self.board, self._asked(kind, data), actor, self.now)

    def take(self, decision: Decision, actor: Actor, command: str) -> Step | None:
        """Fold a decision in, with the personal data that goes beside it."""
        for update in decision.people:
            self._keep(update)
        return self.put(decision.change, actor, command) if decision.change else None

    def put(self, change: Change, actor: Actor = SYSTEM, command: str = "put") -> Step:
        entry = Entry(self.board.seq + 1, self.now, actor.key, command, change)
        self.log.append(entry)
        return self.board.apply(entry)

    def _asked(self, kind: str, data: dict[str, Any]) -> Command:
        """The command, about the current round when it is about one and none is named."""
        self._made += 1
        declared = COMMANDS.get(kind)
        if declared and "round" in declared.data.__struct_fields__:
            data = {"round": self.board.workshop.current} | data
        return Command(f"command-{self._made:04}", kind, data)

    def _keep(self, update: PersonUpdate) -> None:
        if update.forget:
            self.people.pop(update.participant, None)
            return
        person = self.people.setdefault(update.participant, Person(resume_code="RESUME"))
        if update.name is not None:
            person.name = update.name
        if update.contact is not None:
            person.contact = update.contact if update.contact != Contact() else None
        if update.introduced is not None:
            person.introduced = update.introduced if update.introduced != Contact() else None

    def join(self, name: str, initiative: str, *, table: int = 0) -> Actor:
        id = f"person-{name.lower()}"
        self.do(
            SYSTEM, "participant.join", participant=id, name=name, initiative=initiative,
            table=table,
        )  # fmt: skip
        return Actor("participant", id)

    def guests(
        self, number: int, initiative: str, helper: Actor = FACILITATOR, *, name: str = ""
    ) -> list[Actor]:
        """People without a phone, whom a helper lets take part."""
        names = [name] if name else []
        id = self.do(helper, "guest.add", initiative=initiative, number=number, names=names)
        return [Actor("participant", f"{id}-{n}") for n in range(1, number + 1)]

    def helper(self, who: Actor) -> Actor:
        """Let a participant look after guests."""
        self.lead("participant.help", participant=who.id, helper=True)
        return who

    def person(self, who: Actor) -> Participant:
        return self.board.participants[who.id]

    def wait(self, milliseconds: int) -> None:
        self.now += milliseconds

    # Where the room is

    def id(self, kind: str) -> str:
        """The id of the first round of a kind."""
        return next(round.id for round in self.board.rounds if round.kind == kind)

    def round(self, kind: str) -> Round:
        return self.board.all(Round)[self.id(kind)]

    def open(self, kind: str) -> str:
        id = self.id(kind)
        self.do(FACILITATOR, "round.open", round=id)
        return id

    def close(self) -> None:
        self.do(FACILITATOR, "round.close")

    def reveal(self, phase: str = "") -> None:
        self.do(FACILITATOR, "round.reveal", phase=phase)

    def results(self) -> None:
        """Close the current round and open its results."""
        self.close()
        self.reveal("results")

    def themes(self, *names: str) -> list[str]:
        """Themes with these names, made in the clustering round, which is open then."""
        if self.round("clustering").status != "open":
            self.open("clustering")
        return [self.do(FACILITATOR, "theme.add", name=name) for name in names]

    # What is seen

    def sees(self, audience: Audience) -> View:
        return view(Lens(self.board, self.people, audience))

    def own(self, actor: Actor) -> View:
        return mine(self.board, self.people, actor.id)

    def picture(self, kind: str, audience: Audience = PROJECTOR) -> Any:
        """What is derived of the round of this kind; None before it was opened."""
        return self.sees(audience).get("pictures", {}).get(self.id(kind))

    def ideas(self, audience: Audience) -> list[str]:
        """The texts of the ideas an audience sees."""
        return [idea["text"] for idea in self.sees(audience).get("ideas", {}).values()]

    def at(self, collection: str, id: str) -> Entity:
        """An entity that has to be on the board."""
        found = self.board.at((collection, id))
        assert found is not None, f"no {id} in {collection}"
        return found

    def state(self) -> Any:
        """Everything on the board, as plain values to compare."""
        return msgspec.to_builtins(
            {name: dict(entities) for name, entities in self.board.collections.items() if entities}
        )


def phones(table: int = 0) -> Audience:
    """The participants who sit at a table."""
    return Audience("participant", table)
