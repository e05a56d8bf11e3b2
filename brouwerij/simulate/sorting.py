"""Sorting ideas into themes: each person their share by hand, or several people the same idea."""

from __future__ import annotations

from functools import partial

from brouwerij.simulate.room import Person, Room, round_of, standing, these
from brouwerij.simulate.subjects import (
    BY_NAME,
    MERGED,
    MISTAKE,
    RENAMED,
    SAME,
    SUBJECTS,
)

SUBJECT_OF = {idea: subject for subject in SUBJECTS for idea in subject.ideas}
JUDGES = 3
"""How many people judge the same idea."""


async def clustering(room: Room, round: str) -> None:
    """Who leads makes the themes, and everybody sorts: by hand, or together."""
    await room.open(round)
    for name in (RENAMED[0], MERGED[0], *(s.name for s in SUBJECTS if s.name != RENAMED[1])):
        await room.lead("theme.add", round=round, name=name, ideas=_first(room, name))
    renamed = await _theme(room, RENAMED[0])
    await room.lead("theme.rename", round=round, theme=renamed, name=RENAMED[1])
    await room.lead("theme.add", round=round, name=MISTAKE)
    await room.lead("undo")
    await room.settled(
        lambda c: BY_NAME.keys() <= standing(c).keys() and MISTAKE not in standing(c)
    )
    if round_of(room.leader, round)["settings"].get("together"):
        await room.everyone(partial(_sort, round))
        await _decide(room, round)
    else:
        await room.everyone(partial(_place, room, round))
    themes = standing(room.leader)
    if MERGED[0] in themes:
        await room.lead("theme.merge", round=round, theme=themes[MERGED[0]], into=themes[MERGED[1]])
    found = {idea["text"]: id for id, idea in these(room.leader, "ideas").items()}
    if all(text in found for text in SAME):
        await room.lead("idea.same", round=round, idea=found[SAME[0]], same_as=found[SAME[1]])
    await room.close(round)


async def _place(room: Room, round: str, person: Person) -> None:
    """The ideas are shared out, and everybody puts theirs where they belong."""
    shared = sorted(these(person.client, "ideas").items(), key=lambda item: item[1]["text"])
    for id, idea in shared[person.number :: len(room.people)]:
        subject = SUBJECT_OF.get(idea["text"])
        if subject is None or idea.get("theme"):
            continue
        themes = standing(person.client)
        await person.beat()
        if person.number % 9 == 4:
            await person.do("idea.place", round=round, idea=id, theme=themes[SUBJECTS[-1].name])
            await person.do("undo")
        await person.do("idea.place", round=round, idea=id, theme=themes[subject.name])


async def _sort(round: str, person: Person) -> None:
    """Judge the ideas that come to this person; of some ideas all who judge think otherwise."""
    ideas = sorted(these(person.client, "ideas").items(), key=lambda item: item[1]["text"])
    for number, (id, idea) in enumerate(ideas):
        turn = (person.number - number) % person.of
        subject = SUBJECT_OF.get(idea["text"])
        if turn >= JUDGES or subject is None:
            continue
        differs = turn if number % 12 == 5 else 0
        meant = SUBJECTS[(SUBJECTS.index(subject) + differs) % len(SUBJECTS)]
        await person.beat()
        await person.do(
            "idea.sort", round=round, idea=id, theme=standing(person.client)[meant.name]
        )


async def _decide(room: Room, round: str) -> None:
    """Who leads puts what people differ on, or too few judged, where it belongs."""
    for id, idea in list(these(room.leader, "ideas").items()):
        subject = SUBJECT_OF.get(idea["text"])
        if subject and not idea.get("theme"):
            theme = standing(room.leader)[subject.name]
            await room.lead("idea.place", round=round, idea=id, theme=theme)


def _first(room: Room, name: str) -> list[str]:
    """The first idea for the theme that will go up in another, so that it is not empty."""
    if name != MERGED[0]:
        return []
    meant = BY_NAME[MERGED[1]].ideas[0]
    return [id for id, idea in these(room.leader, "ideas").items() if idea["text"] == meant][:1]


async def _theme(room: Room, name: str) -> str:
    """A theme's id, once the leader sees it: the answer to a command may come before its patch."""
    await room.leader.until(lambda client: name in standing(client))
    return standing(room.leader)[name]
