"""A round as a phone will see it, before anybody was there.

Made-up people live through the plan up to that round. They do so by commands, decided as any other,
on a board of their own: so what is shown cannot differ from the real thing, and the workshop that
it is about stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain, cycle
from typing import Any, NamedTuple

import msgspec

from brouwerij.domain.ballots import METHODS
from brouwerij.domain.board import Board, Entry
from brouwerij.domain.cards import Card
from brouwerij.domain.commands import Actor, Command, replace
from brouwerij.domain.engine import decide
from brouwerij.domain.entities import Idea, Round
from brouwerij.domain.groups import Group
from brouwerij.domain.points import Point
from brouwerij.domain.polls import Poll
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.themes import standing
from brouwerij.domain.views import Audience, Lens, Person, View, mine, view
from brouwerij.domain.votes import Ballot
from brouwerij.domain.workshop import CreateWorkshop

SYSTEM, LEADER = Actor("system"), Actor("facilitator", "example")
FEWEST_INITIATIVES = 3
"""How many there are at least, so that there is another's card to look at."""
WRITTEN = 2
"""How many ideas each theme has once it was made; the others are still loose."""


@dataclass(frozen=True, slots=True)
class Words:
    """What the made-up people say, in the language of the workshop.

    names: of the people; the first has the phone. initiatives: where they come from, as far as the
    workshop's own are too few. introductions: cards, each as who, beautiful, factor, bottleneck.
    themes: name -> ideas, as many of each. objection: to a theme, and amendment: how it reads
    then. card: field -> what a table writes in it.
    """

    names: Sequence[str]
    initiatives: Sequence[str]
    introductions: Sequence[tuple[str, str, str, str]]
    themes: dict[str, Sequence[str]]
    objection: str
    amendment: str
    card: dict[str, str]


class Preview(NamedTuple):
    """What a phone holds: the view of its audience, and its own things."""

    view: View
    mine: View


def preview(made: CreateWorkshop, at: int, words: Words, now: int) -> Preview:
    """The round at place `at` of the plan, from 0, open on the phone of who did nothing in it yet.

    made: what to make the workshop of (domain/copying.py). now: server time in ms.
    """
    room = Room(made, words, now)
    for round in room.board.rounds[: at + 1]:
        room.lead("round.open", round=round.id)
        PARTS[round.kind](room, words)
    return room.seen()


class Room:
    """Made-up people on a board of their own. me: who has the phone; others: the rest."""

    def __init__(self, made: CreateWorkshop, words: Words, now: int) -> None:
        self.board, self._people, self._now = Board(), dict[str, Person](), now
        lacking = max(0, FEWEST_INITIATIVES - len(made.initiatives))
        others = [name for name in words.initiatives if name not in made.initiatives]
        names = (*made.initiatives, *others[:lacking])
        self.do(SYSTEM, "workshop.create", **msgspec.to_builtins(replace(made, initiatives=names)))
        self.me, *self.others = (
            self._join(number, name, names[number % len(names)])
            for number, name in enumerate(words.names)
        )

    def _join(self, number: int, name: str, initiative: str) -> Actor:
        """Come in; at the first two tables, so that there is company at both."""
        who = Actor("participant", f"example-{number}")
        table = min(1 + number % 2, self.board.workshop.tables)
        self.do(
            SYSTEM,
            "participant.join",
            participant=who.id,
            name=name,
            initiative=initiative,
            table=table,
        )
        return who

    @property
    def round(self) -> Round:
        """The round that the room is in."""
        return self.board.all(Round)[self.board.workshop.current]

    def do(self, actor: Actor, kind: str, **data: Any) -> None:
        """Give a command. What the settings of a round do not allow is left out of the example."""
        asked = Command(f"example-{self.board.seq + 1}", kind, data)
        decision = decide(self.board, asked, actor, self._now)
        if isinstance(decision, Refusal) or decision.change is None:
            return
        entry = Entry(self.board.seq + 1, self._now, actor.key, asked.id, decision.change)
        self.board.apply(entry)
        for told in decision.people:
            self._people[told.participant] = Person(told.name or "")

    def lead(self, kind: str, **data: Any) -> None:
        """Give a command as who leads."""
        self.do(LEADER, kind, **data)

    def say(self, who: Actor, kind: str, **data: Any) -> None:
        """Give a command in the round that the room is in."""
        self.do(who, kind, round=self.round.id, **data)

    def seen(self) -> Preview:
        """What the phone holds now."""
        table = self.board.participants[self.me.id].table
        lens = Lens(self.board, self._people, Audience("participant", table))
        return Preview(view(lens), mine(self.board, self._people, self.me.id))


def _introductions(room: Room, words: Words) -> None:
    """The first of each other initiative fills its card, and the others recognise what it says."""
    persons = room.board.participants
    first = {persons[who.id].initiative: who for who in reversed(room.others)}
    first.pop(persons[room.me.id].initiative, None)
    for who, (we, beautiful, factor, bottleneck) in zip(
        first.values(), cycle(words.introductions), strict=False
    ):
        room.say(who, "introduction.write", field="who", text=we)
        room.say(who, "introduction.write", field="beautiful", text=beautiful)
        room.say(who, "point.add", sort="factor", text=factor)
        room.say(who, "point.add", sort="bottleneck", text=bottleneck)
    for who, point in zip(room.others, cycle(room.board.all(Point)), strict=False):
        room.say(who, "tap.set", point=point, sort="recognise", on=True)


def _ideas(room: Room, words: Words) -> None:
    """Everybody writes some, the first of each theme first."""
    texts = chain.from_iterable(zip(*words.themes.values(), strict=True))
    for who, text in zip(cycle((room.me, *room.others)), texts, strict=False):
        room.say(who, "idea.add", text=text)


def _clustering(room: Room, words: Words) -> None:
    """Who leads makes the themes; some ideas are still to be placed."""
    names = {theme.name for theme in standing(room.board)}
    found = {idea.text: idea.id for idea in room.board.all(Idea).values()}
    for name, ideas in words.themes.items():
        if name not in names:
            placed = [found[text] for text in ideas[:WRITTEN] if text in found]
            room.say(LEADER, "theme.add", name=name, ideas=placed)


def _dots(room: Room, words: Words) -> None:
    """The others give a dot to this theme and that, so that each has somebody for it."""
    for who, theme in zip(room.others, cycle(standing(room.board)), strict=False):
        room.say(who, "dots.set", theme=theme.id, dots=1)


def _poll(room: Room, words: Words) -> None:
    """The others carry all themes but the last, which they can live with."""
    themes = room.board.all(Poll)[room.round.id].themes
    for who in room.others:
        for theme in themes:
            answer = "live_with" if theme == themes[-1] and len(themes) > 1 else "support"
            room.say(who, "poll.answer", theme=theme, answer=answer)


def _ballot(room: Room, words: Words) -> None:
    """The others differ; what has to be argued against is amended for the next vote."""
    ballot = room.board.all(Ballot)[room.round.id]
    method, themes = METHODS[ballot.method], ballot.themes
    free = [value for value in method.values if value not in method.reasoned]
    for first, who in enumerate(room.others):
        turned = themes[first % len(themes) :] + themes[: first % len(themes)] if themes else ()
        for theme, value in zip(turned, free if method.once else cycle(free), strict=False):
            room.say(who, "ballot.vote", about=theme, value=value)
    for value in method.reasoned if themes else ():
        objection = {"about": themes[-1], "value": value, "reason": words.objection}
        room.say(room.others[0], "ballot.vote", **objection)
        room.say(LEADER, "ballot.amend", theme=themes[-1], text=words.amendment)


def _elaboration(room: Room, words: Words) -> None:
    """Another table takes the first theme and fills its card."""
    who = room.others[0]
    for card in [*room.board.all(Card).values()][:1]:
        room.say(who, "card.take", theme=card.theme)
        for field, text in words.card.items():
            room.say(who, "card.write", card=card.id, field=field, text=text)
            room.say(who, "card.hold", card=card.id, field=field, on=False)


def _workgroups(room: Room, words: Words) -> None:
    """The others sign up for this group and that."""
    for number, (who, group) in enumerate(
        zip(room.others, cycle(room.board.all(Group)), strict=False)
    ):
        role = "member" if number else "lead"
        room.say(who, "group.join", group=group, role=role)


def _checkout(room: Room, words: Words) -> None:
    """Nobody sees what the others say before it is shown."""


PARTS: dict[str, Callable[[Room, Words], None]] = {
    "introductions": _introductions,
    "ideas": _ideas,
    "clustering": _clustering,
    "dots": _dots,
    "poll": _poll,
    "ballot": _ballot,
    "elaboration": _elaboration,
    "workgroups": _workgroups,
    "checkout": _checkout,
}
"""What people do in each kind of round, before the phone is looked at."""
