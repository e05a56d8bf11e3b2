"""What each audience has in view, and the patches that keep it true.

A view is built whole when somebody first asks for it. After that only what a step touched is
looked at again, unless the workshop or a round itself changed: then what may be seen may have
changed everywhere, and the view is built anew and compared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from brouwerij.domain.board import Board, Step
from brouwerij.domain.entities import Ref, Round
from brouwerij.domain.views import (
    Audience,
    Lens,
    Patch,
    Person,
    View,
    difference,
    mine,
    picture,
    see,
    view,
)
from brouwerij.wire import PatchMessage

KEPT_PATCHES = 200
"""How many patches an audience can be behind and still get only what it missed."""
DECIDES_VISIBILITY = frozenset(("workshop", "rounds"))


class Outlook:
    """The views of one board, for every audience that somebody asked for."""

    def __init__(self, board: Board, people: dict[str, Person]) -> None:
        self.look_at(board, people)
        self._views: dict[Audience, View] = {}
        self._sent: dict[Audience, int] = {}
        self._recent: dict[Audience, deque[PatchMessage]] = {}
        self._own: dict[str, View] = {}
        self._own_sent: dict[str, int] = {}

    def look_at(self, board: Board, people: dict[str, Person]) -> None:
        """Go on with a board that was read back; what the screens hold they still hold."""
        self._board = board
        self._people = people

    def since(self, audience: Audience, seq: int) -> tuple[View | None, list[PatchMessage]]:
        """The patches behind `seq`, or the whole view when they are no longer all there."""
        whole = self._view(audience)
        recent = self._recent[audience]
        if seq and (seq >= self._sent[audience] or (recent and recent[0].since <= seq)):
            return None, [message for message in recent if message.to > seq]
        return whole, []

    def mine(self, participant: str) -> View:
        """A person's own things, which are patched from now on."""
        own = mine(self._board, self._people, participant)
        self._own[participant] = own
        self._own_sent[participant] = self._board.seq
        return own

    def forget(self, participant: str) -> None:
        """Stop keeping up with a person's own things."""
        self._own.pop(participant, None)
        self._own_sent.pop(participant, None)

    def patches(
        self, steps: Iterable[Step], renamed: set[str]
    ) -> Iterator[tuple[Audience, PatchMessage]]:
        """What to send to which audience after some steps; nothing to those who see no change."""
        steps = list(steps)
        touched = self._touched(steps, renamed)
        pictures = self._pictures(steps)
        if any(ref[0] in DECIDES_VISIBILITY for ref in touched):
            yield from self.anew()
            return
        for audience in list(self._views):
            patch = self._touched_up(audience, touched, pictures)
            if patch:
                yield audience, self._message(audience, patch)

    def anew(self) -> Iterator[tuple[Audience, PatchMessage]]:
        """What to send to which audience when anything at all may have changed."""
        for audience in list(self._views):
            old, new = self._views[audience], view(self._lens(audience))
            self._views[audience] = new
            patch = difference(old, new)
            if patch:
                yield audience, self._message(audience, patch)

    def own_patches(
        self, steps: Iterable[Step], renamed: set[str]
    ) -> Iterator[tuple[str, PatchMessage]]:
        """What to send to whom of their own things."""
        owners = set(renamed)
        for step in steps:
            for _, entity in (*step.before, *step.after):
                if entity is not None:
                    owners.add(entity.owner)
        yield from self._own_patches(owners & self._own.keys())

    def own_anew(self) -> Iterator[tuple[str, PatchMessage]]:
        """What to send to whom when anything at all may have changed."""
        yield from self._own_patches(self._own.keys())

    def _own_patches(self, participants: Iterable[str]) -> Iterator[tuple[str, PatchMessage]]:
        for participant in list(participants):
            now = mine(self._board, self._people, participant)
            patch = difference(self._own[participant], now)
            if patch:
                since = self._own_sent[participant]
                self._own[participant] = now
                self._own_sent[participant] = self._board.seq
                yield participant, _message(patch, since, self._board.seq)

    def _touched(self, steps: Iterable[Step], renamed: set[str]) -> set[Ref]:
        """What has to be looked at again; a name shows in all that is its owner's."""
        touched = {ref for step in steps for ref, _ in step.after}
        for participant in renamed:
            touched |= self._board.owned.get(participant, set())
        return touched

    def _pictures(self, steps: Iterable[Step]) -> list[Round]:
        """The rounds whose picture may be another now: those that what was touched belongs to.

        What belongs to no round (a person, a theme) may count in every one.
        """
        touched = {
            getattr(entity, "round", "")
            for step in steps
            for _, entity in (*step.before, *step.after)
            if entity is not None
        }
        return [r for r in self._board.rounds if "" in touched or r.id in touched]

    def _view(self, audience: Audience) -> View:
        if audience not in self._views:
            self._views[audience] = view(self._lens(audience))
            self._sent[audience] = self._board.seq
            self._recent[audience] = deque(maxlen=KEPT_PATCHES)
        return self._views[audience]

    def _touched_up(
        self, audience: Audience, touched: set[Ref], pictures: Iterable[Round]
    ) -> Patch:
        lens, old = self._lens(audience), self._views[audience]
        fresh = {ref: see(lens, ref) for ref in touched}
        fresh |= {("pictures", round.id): picture(lens, round) for round in pictures}
        put: View = {}
        gone: dict[str, list[str]] = {}
        for (name, id), seen in fresh.items():
            had = old.get(name, {}).get(id)
            if seen == had:
                continue
            if seen is None:
                old[name].pop(id)
                gone.setdefault(name, []).append(id)
            else:
                old.setdefault(name, {})[id] = seen
                put.setdefault(name, {})[id] = seen
        return Patch(put, gone)

    def _lens(self, audience: Audience) -> Lens:
        return Lens(self._board, self._people, audience)

    def _message(self, audience: Audience, patch: Patch) -> PatchMessage:
        message = _message(patch, self._sent[audience], self._board.seq)
        self._sent[audience] = self._board.seq
        self._recent[audience].append(message)
        return message


def _message(patch: Patch, since: int, to: int) -> PatchMessage:
    return PatchMessage(since=since, to=to, set=patch.set, delete=patch.delete)
