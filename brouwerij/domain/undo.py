"""Undo: one's last step is turned back exactly, or not at all.

Not at all when somebody built on it since, so that nobody's work is lost, and not when the rules
would refuse to do by hand what it comes to.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from brouwerij.domain.board import Board, Change, Step
from brouwerij.domain.commands import EVERYONE, Context, Data, Decision, command, replace
from brouwerij.domain.electorate import Elector, opened_rounds, was_opened
from brouwerij.domain.entities import Entity, Idea, Ref, Round, Theme, Workshop
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.seconds import Second, recounted


class Undo(Data, frozen=True, forbid_unknown_fields=True):
    """command: the id of the command to turn back; "" for the last one."""

    command: str = ""


@command("undo", Undo, roles=EVERYONE)
def undo(ctx: Context, data: Undo) -> Decision | Refusal:
    """Turn back a step of one's own; those who lead undo as one, and so name what they mean.

    A participant's step, or one for a guest, can be undone as long as its round is open.
    """
    board = ctx.board
    steps = board.steps.get(ctx.actor.key, ())
    meant = (s for s in reversed(steps) if data.command in ("", s.command))
    step = next(meant, None)
    if ctx.actor.role == "participant" or (step is not None and step.helped):
        current = board.current
        if current is not None and current.status != "open":
            return Refusal("round.paused" if current.status == "paused" else "round.closed")
        if step is not None and step.round != board.workshop.current:
            step = None
    if step is None:
        return Refusal("undo.nothing")
    return _why_not(board, step) or Decision(_back(board, step))


def _back(board: Board, step: Step) -> Change:
    before = [entity for _, entity in step.before if entity is not None]
    gone = [ref for ref, entity in step.before if entity is None]
    # Who is behind an idea may have changed since without the idea itself showing it.
    ideas = recounted(
        board,
        [it for it in before if isinstance(it, Idea)],
        added=[it for it in before if isinstance(it, Second)],
        gone=[id for _, id in gone],
    )
    others = [entity for entity in before if not isinstance(entity, Idea)]
    return Change("undone", set=(*others, *ideas), drop=tuple(gone), undoes=step.seq)


def _why_not(board: Board, step: Step) -> Refusal | None:
    """Why a step cannot be turned back, or None when it can."""
    if any(_said(board.at(ref)) != _said(entity) for ref, entity in step.after):
        return Refusal("undo.changed_since")
    if _built_on(board, step) or _takes_a_vote(board, step):
        return Refusal("undo.changed_since")
    if step.helped and not _may_be_given_now(board, step):
        return Refusal("undo.changed_since")
    if _leads_nowhere(board, step) or _makes_a_chain(board, step):
        return Refusal("undo.changed_since")
    if _lifts_anonymity(board, step):
        return Refusal("workshop.anonymity_locked")
    if (
        was_opened(board)
        and _standing(step.before) != _standing(step.after)
        and not _merged_with_ballots(board, step)
    ):
        return Refusal("theme.voted_on")
    return None


def _said(entity: Entity | None) -> Entity | None:
    """What somebody made of it; how many are behind an idea is counted and not said."""
    return replace(entity, behind=0) if isinstance(entity, Idea) else entity


def _merged_with_ballots(board: Board, step: Step) -> bool:
    """Whether it merged themes while every ballot there is was open, and so moved them along."""
    gone = [e for _, e in step.after if isinstance(e, Theme) and e.merged_into]
    return step.kind == "theme.merged" and all(
        round.opened_at < theme.merged_at for theme in gone for round in opened_rounds(board)
    )


def _built_on(board: Board, step: Step) -> bool:
    """Whether anything else names what this would take away, or was made in a round it closes."""
    was, touched = dict(step.before), {ref for ref, _ in step.after}
    gone = {ref[1] for ref, entity in step.before if entity is None}
    for ref, entity in step.after:
        before = was[ref]
        if isinstance(entity, Round) and isinstance(before, Round) and before.status == "planned":
            gone |= {entity.id} if entity.status != "planned" else set()
    others = (
        entity
        for entities in board.collections.values()
        for entity in entities.values()
        if gone and entity.ref not in touched
    )
    return any(gone.intersection(_names(entity)) for entity in others)


def _names(entity: Entity) -> Iterator[str]:
    """All that an entity may name another by: its texts, and those in its lists and maps."""
    for field, value in msgspec.structs.asdict(entity).items():
        if field == "id":
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | dict):
            yield from (part for part in value if isinstance(part, str))


def _may_be_given_now(board: Board, step: Step) -> bool:
    """Whether the guests' ballots that would come back are ones that may be given now."""
    coming = dict(step.before)
    named = {getattr(entity, "round", "") for entity in coming.values()}
    rounds = [round for round in board.rounds if round.id in named]
    return all(KINDS[round.kind].stands(board, round, coming) for round in rounds)


def _takes_a_vote(board: Board, step: Step) -> bool:
    """Whether somebody voted who would be no elector any more."""
    was = dict(step.before)
    added = [e for ref, e in step.after if isinstance(e, Elector) and was[ref] is None]
    return any(
        getattr(board.at(ref), "round", "") == elector.round
        for elector in added
        for ref in board.owned.get(elector.participant, ())
        if ref not in was
    )


def _leads_nowhere(board: Board, step: Step) -> bool:
    """Whether an idea would come back to a theme, or to an idea it repeats, that is not there."""
    then: dict[Ref, Entity | None] = dict(step.before)

    def there(kind: type[Entity], id: str) -> bool:
        ref = (kind.collection, id)
        found = then[ref] if ref in then else board.at(ref)
        return found is not None and not (isinstance(found, Theme) and found.merged_into)

    ideas = [entity for entity in then.values() if isinstance(entity, Idea)]
    return any(i.theme and not there(Theme, i.theme) for i in ideas) or any(
        i.same_as and not there(Idea, i.same_as) for i in ideas
    )


def _makes_a_chain(board: Board, step: Step) -> bool:
    """Whether an idea would come back to repeat one that repeats another."""
    then = dict(board.all(Idea))
    then |= {entity.id: entity for _, entity in step.before if isinstance(entity, Idea)}
    return any(i.same_as in then and then[i.same_as].same_as for i in then.values())


def _lifts_anonymity(board: Board, step: Step) -> bool:
    lifted = any(isinstance(e, Workshop) and not e.anonymous for _, e in step.before)
    return lifted and board.workshop.anonymous and bool(board.all(Idea))


def _standing(states: tuple[tuple[Ref, Entity | None], ...]) -> set[str]:
    """The themes among these that did not go up in another."""
    return {e.id for _, e in states if isinstance(e, Theme) and not e.merged_into}
