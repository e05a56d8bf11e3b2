"""The afternoon as it goes: what the people and the facilitator do in each kind of round."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from brouwerij.simulate.meeting import introductions
from brouwerij.simulate.room import Person, Room, round_of, standing, these
from brouwerij.simulate.sorting import clustering
from brouwerij.simulate.subjects import BY_NAME, LATE, SUBJECTS, Subject
from brouwerij.simulate.votes import vote
from brouwerij.simulate.words import SENTENCES

IDEAS = [
    subject.ideas[turn]
    for turn in range(max(len(subject.ideas) for subject in SUBJECTS))
    for subject in SUBJECTS
    if turn < len(subject.ideas)
]
"""All ideas, the first of every theme first, so that a small room has all themes too."""

Script = Callable[[Room, str], Awaitable[None]]


async def ideas(room: Room, round: str) -> None:
    per_person = -(-len(IDEAS) // max(1, len(room.people)))

    async def write(person: Person) -> None:
        for turn in range(min(3, per_person)):
            at = person.number + turn * len(room.people)
            if turn and at >= len(IDEAS):
                return
            await person.beat()
            text = IDEAS[at % len(IDEAS)]
            if person.number % 7 == 3 and turn == 0:
                outcome = await person.do("idea.add", round=round, text=text.lower())
                await person.beat()
                await person.do("idea.edit", round=round, idea=outcome.id, text=text)
            else:
                await person.do("idea.add", round=round, text=text)

    async def think_better(person: Person) -> None:
        outcome = await person.do("idea.add", round=round, text="Toch nog iets, denk ik")
        await person.beat()
        await person.do("idea.withdraw", round=round, idea=outcome.id)

    async def come_late(person: Person) -> None:
        await person.do("idea.add", round=round, text=LATE)

    await room.open(round)
    await room.everyone(write)
    for phase in round_of(room.leader, round)["phases"][1:]:
        await room.reveal(round, phase)
    await room.everyone(think_better, room.people[-2:])
    await room.close(round)
    await room.everyone(come_late, room.people[:1])
    await room.leader.until(lambda c: any(i["text"] == LATE for i in these(c, "ideas").values()))
    late = [id for id, idea in these(room.leader, "ideas").items() if idea["text"] == LATE]
    for id in late:
        await room.lead("idea.admit", idea=id)


async def dots(room: Room, round: str) -> None:
    async def give(person: Person) -> None:
        themes = standing(person.client)
        budget = these(person.client, "pictures")[round]["budget"]
        liked = [themes[s.name] for s in person.favourites() if s.name in themes]
        if person.number % 10 == 4 and len(liked) > budget:
            await person.do("dots.set", round=round, theme=liked[budget], dots=1)
            await person.do("dots.set", round=round, theme=liked[budget], dots=0)
        for theme in liked[:budget]:
            await person.beat()
            await person.do("dots.set", round=round, theme=theme, dots=1)
        if person.number == 9:  # one too many, which is refused
            await person.do("dots.set", round=round, theme=liked[-1], dots=1)

    await room.open(round)
    await room.everyone(give)
    await room.results(round)


async def poll(room: Room, round: str) -> None:
    async def say(person: Person) -> None:
        names = {id: theme["name"] for id, theme in these(person.client, "themes").items()}
        for theme in these(person.client, "polls")[round]["themes"]:
            subject = BY_NAME.get(names[theme])
            await person.beat(0.5)
            if subject is None:
                await person.do("poll.answer", round=round, theme=theme, answer="live_with")
            elif subject is not SUBJECTS[-1] or person.number % 13 != 5:
                await person.do("poll.answer", round=round, theme=theme, **_said(person, subject))

    await room.open(round)
    await room.everyone(say)
    await room.results(round)


def _said(person: Person, subject: Subject) -> dict[str, Any]:
    answer = person.answer(subject)
    energy = subject is person.favourite and answer == "support"
    if answer != "object":
        return {"answer": answer, "energy": energy}
    reason = subject.reasons[person.number % len(subject.reasons)]
    return {"answer": answer, "reason": reason, "energy": False}


async def ballot(room: Room, round: str) -> None:
    await room.open(round)
    await room.everyone(lambda person: vote(person, round, BY_NAME))
    await room.results(round)


async def elaboration(room: Room, round: str) -> None:
    fields = ("what", "why", "first_step", "who", "needs")

    async def work_out(person: Person) -> None:
        """A table takes a theme and shares out the fields; without tables everybody helps."""
        cards = list(these(person.client, "cards").items())
        names = {id: theme["name"] for id, theme in these(person.client, "themes").items()}
        seats = sorted(p.client.me for p in room.people if p.table == person.table)
        seat, tables = seats.index(person.client.me), max(1, _tables(room))
        for number, (id, card) in enumerate(cards):
            plan = BY_NAME[names[card["theme"]]].plan if names[card["theme"]] in BY_NAME else None
            if plan is None or (person.table and number % tables != person.table - 1):
                continue
            if seat == 0 and person.table:
                await person.do("card.take", round=round, theme=card["theme"])
            for field in fields[seat :: max(1, len(seats))]:
                await person.do("card.hold", round=round, card=id, field=field)
                await person.beat()
                await person.do(
                    "card.write", round=round, card=id, field=field, text=getattr(plan, field)
                )

    await room.open(round)
    await room.everyone(work_out)
    await room.close(round)


def _tables(room: Room) -> int:
    return int(these(room.leader, "workshop")["this"]["tables"])


async def workgroups(room: Room, round: str) -> None:
    groups: dict[str, str] = {}

    async def sign_up(person: Person) -> None:
        """Who wants to work on a theme signs up for it; the first of them leads."""
        turn = person.number % len(room.people)
        leads = list(groups)[turn] if turn < len(groups) else ""
        name = leads or person.favourite.name
        if name not in groups or not (leads or person.answer(person.favourite) == "support"):
            return
        await person.beat()
        await person.do(
            "group.join",
            round=round,
            group=groups[name],
            role="lead" if leads else "member",
            name=person.name,
            email=person.email,
            consent=True,
            share=person.number % 3 == 0,
        )
        subject = BY_NAME[name]
        if leads and subject.plan:
            step = subject.plan.first_step
            await person.do(
                "group.plan", round=round, group=groups[name], first_step=step, date="2017-03-11"
            )

    await room.open(round)
    names = {id: theme["name"] for id, theme in these(room.leader, "themes").items()}
    found = {names[group["theme"]]: id for id, group in these(room.leader, "groups").items()}
    groups.update({name: found[name] for name in BY_NAME if name in found})
    for id in groups.values():
        await room.lead("round.focus", round=round, focus=id, seconds=120)
    await room.everyone(sign_up)
    await room.close(round)


async def checkout(room: Room, round: str) -> None:
    async def look_back(person: Person) -> None:
        await person.beat()
        sentence = SENTENCES[person.number % len(SENTENCES)] if person.number % 3 else ""
        mark = (5, 4, 4, 5, 3)[person.number % 5]
        await person.do("checkout.give", round=round, mark=mark, sentence=sentence)

    await room.open(round)
    await room.everyone(look_back)
    await room.results(round)


SCRIPT: dict[str, Script] = {
    "introductions": introductions,
    "ideas": ideas,
    "clustering": clustering,
    "dots": dots,
    "poll": poll,
    "ballot": ballot,
    "elaboration": elaboration,
    "workgroups": workgroups,
    "checkout": checkout,
}
"""What happens in each kind of round; one that is not here is opened and closed."""
