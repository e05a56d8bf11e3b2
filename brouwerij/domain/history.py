"""How a theme came to be, read back from the log: what it was called, and what went in and out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from brouwerij.domain.board import Board, Entry, Step
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Entity, Idea, Ref, Theme


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """One change to a theme. at: server time in ms.

    name: what it is called since, "" when that stayed so. came, left: the ideas that went in and
    out. agreed: they came because enough people agreed. absorbed: the themes that went up in it;
    into: the one it went up in itself. gone: it was taken away. undone: it is a step back.
    """

    at: int
    name: str = ""
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    agreed: bool = False
    absorbed: tuple[str, ...] = ()
    into: str = ""
    gone: bool = False
    undone: bool = False

    @property
    def says_anything(self) -> bool:
        told = (self.name, self.came, self.left, self.absorbed, self.into, self.gone)
        return any(map(bool, told))


def history(entries: Iterable[Entry], theme: str) -> list[Moment]:
    """What happened to a theme, in order; [] for one that never was.

    Ideas read as they do now, and those that were withdrawn are left out: what somebody took back
    is not told again. entries: the whole log. Raises ValueError on a gap in it.
    """
    board = Board()
    moments = [_moment(board, entry, board.apply(entry), theme) for entry in entries]
    ideas = board.all(Idea)

    def texts(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ideas[id].text for id in ids if id in ideas)

    told = (replace(it, came=texts(it.came), left=texts(it.left)) for it in moments)
    return [moment for moment in told if moment.says_anything]


States = Mapping[Ref, Entity | None]


def _moment(board: Board, entry: Entry, step: Step, theme: str) -> Moment:
    """The same with the ids of ideas. board: as it is after the step."""
    before, after, ref = dict(step.before), dict(step.after), (Theme.collection, theme)
    old, new = before.get(ref), after.get(ref)
    was, now = (it if isinstance(it, Theme) else None for it in (old, new))
    into = board.get(Theme, now.merged_into) if now and not (was and was.merged_into) else None
    return Moment(
        at=entry.at,
        name=now.name if now and (was is None or now.name != was.name) else "",
        came=_only(after, before, theme),
        left=_only(before, after, theme),
        agreed=entry.change.kind == "idea.settled",
        absorbed=tuple(it.name for it in _merged(before, after) if it.merged_into == theme),
        into=into.name if into else "",
        gone=was is not None and now is None,
        undone=bool(entry.change.undoes),
    )


def _only(here: States, there: States, theme: str) -> tuple[str, ...]:
    """The ideas that are in a theme at one moment and not at the other."""

    def inside(entity: Entity | None) -> bool:
        return isinstance(entity, Idea) and entity.theme == theme

    return tuple(ref[1] for ref, it in here.items() if inside(it) and not inside(there[ref]))


def _merged(before: States, after: States) -> list[Theme]:
    """The themes that went up in another in this step."""
    themes = [(before[ref], it) for ref, it in after.items() if isinstance(it, Theme)]
    return [
        it
        for was, it in themes
        if isinstance(was, Theme) and it.merged_into and not was.merged_into
    ]
