"""From a report that was carried away to the workshop that tells the same again.

On the board come the question, the plan as it went, the initiatives, the themes, the ideas, the
cards and the working groups. Of votes, of what was heard at the introductions and of who was there
the report is all there is, so that is kept as it was told. Nobody takes part: who signed up for a
working group is in that group only.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from brouwerij import images
from brouwerij.domain.cards import Card
from brouwerij.domain.commands import Contact, PersonUpdate, replace
from brouwerij.domain.entities import Entity, Idea, Initiative, Participant, Round, Theme, Workshop
from brouwerij.domain.groups import Group, GroupRole, Signup
from brouwerij.domain.notes import Note
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.told import RestoreWorkshop, Told
from brouwerij.report import tables
from brouwerij.report.carried import Carried, read
from brouwerij.report.formats import markdown
from brouwerij.report.parts.told import told_themes
from brouwerij.report.shapes import Appearance, GroupLine, IdeaLine, Member, Report, ThemeLine

MOST_MEMBERS = 2_000
"""Of a working group, by number only: more cannot be meant."""


class Wanted(NamedTuple):
    """What to ask for to make a workshop. logo: the picture to keep with it, nothing for none."""

    command: RestoreWorkshop
    logo: bytes


def wanted(file: bytes) -> Wanted | Refusal:
    """What to ask for to make a workshop of a file; the refusal that says what is wrong with it."""
    carried = read(file)
    if isinstance(carried, Refusal):
        return carried
    command, logo = restored(carried), carried.report.appearance.logo
    return command if isinstance(command, Refusal) else Wanted(command, logo.png if logo else b"")


def restored(carried: Carried) -> RestoreWorkshop | Refusal:
    """What to ask for to make the workshop; the refusal that says what is wrong with the report.

    Needs an app context: a report that cannot be told is none.
    """
    try:
        for report in (carried.report, *carried.report.narrower):
            markdown.render(report)
            tables.tables(report)
        _look_at(carried.report.appearance)
        made = Restoring(carried)
    except (LookupError, ValueError, ArithmeticError) as error:
        return Refusal("file.damaged", {"where": str(error)[:200]})
    return RestoreWorkshop(made.entities(), tuple(made.people))


def _look_at(appearance: Appearance) -> None:
    """Raises ValueError for a logo that is no picture of ours."""
    if appearance.logo and not images.is_ours(appearance.logo.png):
        raise ValueError("appearance.logo.png")


class Restoring:
    """The entities of a workshop as they are made from its report."""

    def __init__(self, carried: Carried) -> None:
        """Raises LookupError or ValueError for what names something that is not there."""
        report = carried.report
        self.people: list[PersonUpdate] = []
        self._made: defaultdict[str, list[Entity]] = defaultdict(list)
        self._members: dict[Member, str] = {}
        self._rounds = self._plan(report)
        self._initiatives = {
            name: self._put(Initiative(f"i{number}", name, mark, colour)).id
            for number, (name, mark, colour) in enumerate(_initiatives(report), 1)
        }
        self._put(_workshop(carried, self._rounds))
        themes = told_themes(report)
        for id, theme in themes.items():
            self._theme(id, theme)
        self._ideas(report.loose)
        self._ideas(report.parked, parked=True)
        ids = {theme.name: id for id, theme in reversed(themes.items())}
        for group in report.groups:
            self._group(ids[group.theme], group)
        for told in (report, *report.narrower):
            self._put(_told(told, self._rounds))

    def entities(self) -> dict[str, list[dict[str, Any]]]:
        return {
            name: [msgspec.to_builtins(entity) for entity in entities]
            for name, entities in self._made.items()
        }

    def _put(self, entity: Entity) -> Entity:
        self._made[entity.collection].append(entity)
        return entity

    def _plan(self, report: Report) -> list[Round]:
        rounds = [
            Round(
                id=f"r{number}",
                kind=line.kind,
                title=line.title,
                minutes=line.minutes,
                settings=msgspec.to_builtins(
                    msgspec.convert(line.settings, KINDS[line.kind].settings)
                ),
                status="closed" if line.held else "planned",
                phase=line.phase,
                opened_at=line.opened_at,
                closed_at=line.closed_at,
            )
            for number, line in enumerate(report.rounds, 1)
        ]
        for round, line in zip(rounds, report.rounds, strict=True):
            self._put(round)
            if line.note:
                self._put(Note(round.id, line.note))
        return rounds

    def _round(self, kind: str) -> str:
        """The last round of a kind that was held, "" without one."""
        held = (r.id for r in reversed(self._rounds) if r.kind == kind and r.opened_at)
        return next(held, "")

    def _round_of_ideas(self) -> str:
        """A round that shows its ideas to no more people than all rounds of ideas did."""
        held = [r for r in self._rounds if r.kind == "ideas" and r.opened_at]
        kept = [r for r in held if r.phase != "room"]
        return next((r.id for r in (*kept, *held, *self._rounds)), "")

    def _theme(self, id: str, line: ThemeLine) -> None:
        self._put(Theme(id, line.name, line.colour))
        self._ideas(line.ideas, theme=id)
        if line.card:
            round = self._round("elaboration")
            written = msgspec.structs.asdict(line.card)
            self._put(Card(f"{round}:{id}", round=round, theme=id, **written))

    def _ideas(self, lines: Iterable[IdeaLine], *, theme: str = "", parked: bool = False) -> None:
        for line in lines:
            first = self._idea(line, theme=theme, parked=parked)
            for same in line.same:
                self._idea(same, theme=theme, parked=parked, same_as=first.id)

    def _idea(self, line: IdeaLine, **fields: Any) -> Entity:
        return self._put(
            Idea(
                f"idea{len(self._made[Idea.collection]) + 1}",
                round=self._round_of_ideas(),
                text=line.text,
                initiative=self._initiatives.get(line.initiative, ""),
                hidden=line.hidden,
                behind=line.behind,
                **fields,
            )
        )

    def _group(self, theme: str, line: GroupLine) -> None:
        round = self._round("workgroups")
        id = f"{round}:{theme}"
        taken = {group.id for group in self._made[Group.collection]}
        group = Group(
            id if id not in taken else f"{id}:{len(taken)}",
            round=round,
            theme=theme,
            vanguard=line.vanguard,
            first_step=line.first_step,
            date=line.date,
            goal=line.goal,
            needs=line.needs,
        )
        self._put(group)
        for role, member in _signed_up(line):
            self._sign_up(group, role, member)

    def _sign_up(self, group: Group, role: GroupRole, member: Member) -> None:
        person = self._person(group, member)
        self._put(Signup(f"{group.id}:{person}", group.round, group.id, person, role))

    def _person(self, group: Group, member: Member) -> str:
        """Somebody who signed up: the same person in every group, as far as a report can tell."""
        known = self._members.get(member) if member.name else None
        if known and f"{group.id}:{known}" not in {s.id for s in self._made[Signup.collection]}:
            return known
        id = f"p{len(self._made[Participant.collection]) + 1}"
        origin = self._initiatives.get(member.initiative, "")
        self._put(Participant(id, initiative=origin, afterwards=True))
        reach = member.reach
        contact = Contact(member.name, *((reach.email, reach.phone, reach.share) if reach else ()))
        self.people.append(PersonUpdate(id, name=member.name, contact=contact))
        self._members[member] = id
        return id


def _workshop(carried: Carried, rounds: list[Round]) -> Workshop:
    report, look = carried.report, carried.report.appearance
    return Workshop(
        "this",
        title=report.title,
        question=report.question,
        date=report.date,
        language=carried.language,
        anonymous=report.anonymous,
        state="ended",
        plan=tuple(round.id for round in rounds),
        accent=look.accent,
        logo=hashlib.sha256(look.logo.png).hexdigest() if look.logo else "",
        logo_text=look.logo.text if look.logo and look.logo.text != report.title else "",
    )


def _told(report: Report, rounds: list[Round]) -> Told:
    """What is not on the board, so that nobody's name is in the log and nothing stands twice."""
    alone = replace(
        report,
        rounds=(),
        themes=tuple(replace(theme, ideas=(), card=None) for theme in report.themes),
        loose=(),
        parked=(),
        groups=(),
        narrower=(),
        appearance=Appearance(),
    )
    ids = tuple(round.id for round in rounds)
    return Told(report.edition.value, rounds=ids, report=msgspec.to_builtins(alone))


def _initiatives(report: Report) -> list[tuple[str, str, int]]:
    """Name, mark and colour of all that are named; those of whom no more is known come last."""
    known = {it.name: (it.mark, it.colour) for it in report.initiatives}
    for one in report.introductions:
        known.setdefault(one.initiative, (one.mark, one.colour))
    for name in _named(report):
        known.setdefault(name, (name[:2], len(known)))
    return [(name, mark, colour) for name, (mark, colour) in known.items() if name]


def _named(report: Report) -> Iterator[str]:
    listed = (report.loose, report.parked, *(theme.ideas for theme in report.themes))
    for ideas in listed:
        for idea in ideas:
            yield from (line.initiative for line in (idea, *idea.same))
    for group in report.groups:
        yield from (member.initiative for _role, member in _signed_up(group))


def _signed_up(line: GroupLine) -> Iterator[tuple[GroupRole, Member]]:
    """Everybody in a group; who is told by number only is somebody without a name."""
    if max(line.unnamed, line.unnamed_followers) > MOST_MEMBERS:
        raise ValueError(f"{line.theme} has more than {MOST_MEMBERS} people")
    nobody = (Member(name="", initiative=""),)
    roles: list[tuple[GroupRole, tuple[Member, ...]]] = [
        ("lead", line.leads),
        ("member", line.members + nobody * line.unnamed),
        ("follower", line.followers + nobody * line.unnamed_followers),
    ]
    return ((role, member) for role, members in roles for member in members)
