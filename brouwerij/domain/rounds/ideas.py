"""Brouwen: ideas, first alone in silence, then at the table, then for the whole room.

Each phase is optional but the last. What comes after the round closed goes to the parking lot,
from where those who lead can let it in.
"""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from brouwerij.domain import papers, text
from brouwerij.domain.commands import (
    NOTHING,
    STAFF,
    SYSTEM,
    Context,
    Data,
    Decision,
    ForGuest,
    RoundData,
    changed,
    command,
    replace,
    settings_of,
)
from brouwerij.domain.electorate import Turnout, turnout
from brouwerij.domain.entities import Entity, Idea, Initiative, Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import RoundKind, Settings, register
from brouwerij.domain.seconds import recounted, seconds_of
from brouwerij.domain.views import Lens, Seen, shows


class IdeaSettings(Settings, frozen=True, kw_only=True):
    """silent: nobody sees another's idea before it is shared. at_table: tables see theirs first.

    per_person: how many ideas one may enter, 0 for as many as one likes.
    """

    silent: bool = True
    at_table: bool = False
    per_person: Annotated[int, Meta(ge=0, le=50)] = 0


def _phases(settings: IdeaSettings, tables: bool) -> tuple[str, ...]:
    phases = ["alone"] if settings.silent else []
    if settings.at_table and tables:
        phases.append("table")
    return (*phases, "room")


class AddIdea(ForGuest, frozen=True, forbid_unknown_fields=True):
    """initiative: of an idea that one who leads writes down for nobody in particular, if known.
    paper: the number of the paper card that a helper has it from, 0 for none."""

    text: str
    initiative: str = ""
    paper: papers.PaperNumber = 0


@command("idea.add", AddIdea, round_kind="ideas", late=True)
def add(ctx: Context, data: AddIdea) -> Decision | Refusal:
    """Write an idea. After the round closed it waits in the parking lot."""
    round = ctx.this_round
    if round.status == "planned":
        return Refusal("round.not_open")
    if round.status == "paused" and ctx.actor.role == "participant":
        return Refusal("round.paused")
    words = text.required(data.text, text.IDEA_LENGTH)
    if isinstance(words, Refusal):
        return words
    if ctx.board.get(Idea, ctx.id) is not None:
        return Refusal("idea.id_taken")
    origin = _origin(ctx, data)
    if isinstance(origin, Refusal):
        return origin
    limit = settings_of(round, IdeaSettings).per_person
    if limit and origin.author and _count_of(ctx, origin.author) >= limit:
        return Refusal("idea.too_many", {"limit": limit})
    wrong = papers.why_not(ctx.board, origin, data.paper)
    if wrong is not None:
        return wrong
    late = round.status == "closed" and ctx.actor.role == "participant"
    idea = replace(origin, round=round.id, text=words, at=ctx.now, parked=late, paper=data.paper)
    return changed("idea.parked" if late else "idea.added", idea)


def _origin(ctx: Context, data: AddIdea) -> Idea | Refusal:
    """Whose idea it is, as an idea without text yet."""
    if ctx.actor.role == "participant":
        me = ctx.board.participants[ctx.actor.id]
        return Idea(
            ctx.id, author=me.id, initiative=me.initiative, table=me.table, helped=me.guest
        )  # fmt: skip
    if data.initiative and ctx.board.get(Initiative, data.initiative) is None:
        return Refusal("initiative.unknown")
    return Idea(ctx.id, initiative=data.initiative, helped=True)


def _count_of(ctx: Context, author: str) -> int:
    ideas = (ctx.board.get(Idea, id) for name, id in ctx.board.owned[author] if name == "ideas")
    return sum(1 for i in ideas if i and i.author == author and i.round == ctx.this_round.id)


class BringIdea(RoundData, frozen=True, forbid_unknown_fields=True):
    text: str


@command("idea.bring", BringIdea, roles=SYSTEM, round_kind="ideas", late=True)
def bring(ctx: Context, data: BringIdea) -> Decision | Refusal:
    """Bring in an idea from elsewhere, such as an online round before the meeting; nobody's own."""
    words = text.required(data.text, text.IDEA_LENGTH)
    if isinstance(words, Refusal):
        return words
    if ctx.board.get(Idea, ctx.id) is not None:
        return Refusal("idea.id_taken")
    return changed("idea.added", Idea(ctx.id, ctx.this_round.id, words, at=ctx.now))


class EditIdea(ForGuest, frozen=True, forbid_unknown_fields=True):
    idea: str
    text: str


@command("idea.edit", EditIdea, round_kind="ideas")
def edit(ctx: Context, data: EditIdea) -> Decision | Refusal:
    """Give one's own idea another text."""
    idea = _own(ctx, data.idea)
    if isinstance(idea, Refusal):
        return idea
    words = text.required(data.text, text.IDEA_LENGTH)
    if isinstance(words, Refusal):
        return words
    return changed("idea.edited", replace(idea, text=words)) if words != idea.text else NOTHING


class OneOfRound(ForGuest, frozen=True, forbid_unknown_fields=True):
    idea: str


@command("idea.withdraw", OneOfRound, round_kind="ideas")
def withdraw(ctx: Context, data: OneOfRound) -> Decision | Refusal:
    """Take one's own idea away."""
    idea = _own(ctx, data.idea)
    if isinstance(idea, Refusal):
        return idea
    alone = [replace(i, same_as="") for i in ctx.board.all(Idea).values() if i.same_as == idea.id]
    seconds = seconds_of(ctx.board, idea.id)
    first = ctx.board.get(Idea, idea.same_as)
    moved = [*alone, first] if first else alone
    left = recounted(ctx.board, moved, gone=[idea.id, *(second.id for second in seconds)])
    gone = (idea.ref, *(second.ref for second in seconds))
    return changed("idea.withdrawn", *left, *_unlit(ctx, idea), drop=gone)


def _unlit(ctx: Context, idea: Idea) -> list[Entity]:
    """The workshop without this idea in its spotlight, when it stood there."""
    workshop = ctx.board.workshop
    return [replace(workshop, spotlight="")] if workshop.spotlight == idea.id else []


def _own(ctx: Context, id: str) -> Idea | Refusal:
    """An idea of this round that the actor may change; those who lead only change helped ones."""
    idea = ctx.board.get(Idea, id)
    if idea is None or idea.round != ctx.this_round.id:
        return Refusal("idea.unknown")
    own = idea.owner == ctx.actor.id if ctx.actor.role == "participant" else idea.helped
    return idea if own else Refusal("idea.not_yours")


class HideIdea(Data, frozen=True, forbid_unknown_fields=True):
    idea: str
    hidden: bool = True


@command("idea.hide", HideIdea, roles=STAFF, undoable=True)
def hide(ctx: Context, data: HideIdea) -> Decision | Refusal:
    """Take an idea from everybody's sight but those who lead, or show it again."""
    idea = ctx.board.get(Idea, data.idea)
    if idea is None:
        return Refusal("idea.unknown")
    if idea.hidden == data.hidden:
        return NOTHING
    if not data.hidden:
        return changed("idea.shown", replace(idea, hidden=False))
    return changed("idea.hidden", replace(idea, hidden=True), *_unlit(ctx, idea))


class OneIdea(Data, frozen=True, forbid_unknown_fields=True):
    idea: str


@command("idea.admit", OneIdea, roles=STAFF, undoable=True)
def admit(ctx: Context, data: OneIdea) -> Decision | Refusal:
    """Let an idea in that came too late and waits in the parking lot."""
    idea = ctx.board.get(Idea, data.idea)
    if idea is None:
        return Refusal("idea.unknown")
    return changed("idea.admitted", replace(idea, parked=False)) if idea.parked else NOTHING


@command("idea.spotlight", OneIdea, roles=STAFF, undoable=True)
def spotlight(ctx: Context, data: OneIdea) -> Decision | Refusal:
    """Put one idea large before the room; "" takes it away."""
    idea = ctx.board.get(Idea, data.idea)
    if data.idea and (idea is None or idea.hidden or idea.parked):
        return Refusal("idea.unknown")
    workshop = ctx.board.workshop
    if workshop.spotlight == data.idea:
        return NOTHING
    return changed("idea.spotlighted", replace(workshop, spotlight=data.idea))


class IdeaSeen(Seen, frozen=True):
    """An idea others may see. Who and when are left out in an anonymous workshop. paper: for who
    leads, to find the paper card back."""

    round: str
    text: str
    author: str = ""
    initiative: str = ""
    table: int = 0
    theme: str = ""
    same_as: str = ""
    hidden: bool = False
    parked: bool = False
    helped: bool = False
    paper: int = 0
    at: int = 0
    behind: int = 0


@shows(Idea)
def _idea(lens: Lens, it: Idea) -> IdeaSeen | None:
    if not _may_see(lens, it):
        return None
    anonymous = lens.board.workshop.anonymous
    return IdeaSeen(
        round=it.round,
        text=it.text,
        author="" if anonymous else it.author,
        initiative="" if anonymous else it.initiative,
        table=0 if anonymous else it.table,
        theme=it.theme,
        same_as=it.same_as,
        hidden=it.hidden,
        parked=it.parked,
        helped=it.helped,
        paper=it.paper if lens.staff else 0,
        at=0 if anonymous else it.at,
        behind=it.behind,
    )


def _may_see(lens: Lens, it: Idea) -> bool:
    if (it.hidden or it.parked) and not lens.staff:
        return False
    if it.parked:
        return True  # who leads decides about it, also when the others were never shared
    round = lens.board.get(Round, it.round)
    if round is None or round.phase == "room":
        return True
    if round.phase == "table":
        own_table = lens.audience.role == "participant" and it.table == lens.audience.table
        return own_table and it.table != 0
    return False


class IdeasPicture(msgspec.Struct, frozen=True, omit_defaults=True):
    """How it goes, without a word of what: ideas, people who wrote one, and ideas per table.

    turnout: who wrote one, by initiative; for those who lead only.
    """

    ideas: int
    people: int
    per_table: dict[str, int]
    parked: int
    turnout: Turnout | None = None


def _picture(lens: Lens, round: Round) -> IdeasPicture:
    here = [i for i in lens.board.all(Idea).values() if i.round == round.id and not i.hidden]
    ideas = [i for i in here if not i.parked]
    tables: dict[str, int] = {}
    for idea in ideas:
        tables[str(idea.table)] = tables.get(str(idea.table), 0) + 1
    people = {i.author for i in ideas if i.author}
    parked = len(here) - len(ideas) if lens.staff else 0
    present = {person.id: person.initiative for person in lens.board.present}
    by_initiative = turnout(present, people) if lens.staff else None
    return IdeasPicture(len(ideas), len(people), tables, parked, by_initiative)


KIND = register(
    RoundKind(
        "ideas",
        IdeaSettings,
        _phases,
        shared_after=True,
        stands=papers.stands,
        picture=_picture,
        one_picture=False,
    )
)
