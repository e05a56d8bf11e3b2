"""What each audience has in view, and the patches that keep it true.

A view is built whole when somebody first asks for it. After that only what a step touched is
looked at again, unless the workshop or a round itself changed: then what may be seen may have
changed everywhere, and the view is built anew and compared.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from brouwerij.domain.board import Board, Step
from brouwerij.domain.entities import Participant, Ref, Round
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.views import (
    Audience,
    Lens,
    Patch,
    Person,
    View,
    difference,
    mine,
    own_patch,
    own_refs,
    picture,
    reader,
    see,
    view,
)
from brouwerij.wire import PatchMessage, canonical

KEPT_PATCHES = 200
"""How many patches an audience can be behind and still get only what it missed."""
PUBLIC = Audience("projector")
DECIDES_VISIBILITY = frozenset(("workshop", "rounds"))


class Outlook:
    """The views of one board, for every audience that somebody asked for.

    at: up to where the board was shown. What comes in between is in the next patches, also for
    who came in since: they are told that they are at `at`.
    """

    def __init__(self, board: Board, people: dict[str, Person]) -> None:
        self._views: dict[Audience, View] = {}
        self._sent: dict[Audience, int] = {}
        self._recent: dict[Audience, deque[PatchMessage]] = {}
        self.look_at(board, people)
        self._encoded: dict[Audience, msgspec.Raw] = {}
        self._own_sent: dict[str, int] = {}
        self._fresh: dict[Audience, tuple[int, bytes]] = {}

    def look_at(self, board: Board, people: dict[str, Person]) -> None:
        """Go on with a board that was read back; what the screens hold they still hold, and no
        more is kept of how it came to be."""
        self._board = board
        self._people = people
        self.at = board.seq
        for recent in self._recent.values():
            recent.clear()

    def shown(self) -> None:
        """Everything that changed went out."""
        self.at = self._board.seq

    def since(self, audience: Audience, seq: int) -> tuple[View | None, list[PatchMessage]]:
        """The patches behind `seq`, or the whole view when they are no longer all there.

        Who is ahead of the board saw a history that is no more: a backup was put back.
        """
        whole = self._view(audience)
        recent = self._recent[audience]
        all_there = seq >= self._sent[audience] or (recent and recent[0].since <= seq)
        if all_there and 0 < seq <= self.at:
            return None, [message for message in recent if message.to > seq]
        return whole, []

    def encoded(self, audience: Audience) -> msgspec.Raw:
        """The whole view as JSON, made once for all who come in while it stays the same."""
        if audience not in self._encoded:
            self._encoded[audience] = msgspec.Raw(msgspec.json.encode(self._view(audience)))
        return self._encoded[audience]

    def fresh(self, audience: Audience) -> bytes:
        """The canonical view of the board as it is, made from the board and not from patches."""
        at, whole = self._fresh.get(audience, (-1, b""))
        if at != self._board.seq:
            whole = canonical(view(self._lens(audience)))
            self._fresh[audience] = self._board.seq, whole
        return whole

    def fresh_mine(self, participant: str) -> bytes:
        """The same of a person's own things."""
        return canonical(mine(self._board, self._people, participant))

    def mine(self, participant: str) -> View:
        """A person's own things, which are patched from now on.

        For another device of theirs nothing changes: the next patch follows the last one.
        """
        self._own_sent.setdefault(participant, self.at)
        return mine(self._board, self._people, participant)

    def forget(self, participant: str) -> None:
        """Stop keeping up with a person's own things."""
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
        same = {
            round.id: picture(self._lens(PUBLIC), round)
            for round in pictures
            if KINDS[round.kind].one_picture
        }
        own = [round for round in pictures if round.id not in same]
        shown: dict[str, dict[str, Any]] = {}
        for audience in list(self._views):
            if audience.role not in shown:
                lens = self._lens(audience)
                shown[audience.role] = same | {round.id: picture(lens, round) for round in own}
            patch = self._touched_up(audience, touched, shown[audience.role])
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
        """What to send to whom of their own things: what was touched of them, as it is now."""
        touched = self._readers(steps)
        for participant in renamed:
            touched[participant].add((Participant.collection, participant))
        for participant in touched.keys() & self._own_sent.keys():
            yield participant, self._own_message(participant, touched[participant])

    def own_anew(self, steps: Iterable[Step]) -> Iterator[tuple[str, PatchMessage]]:
        """The same when anything may have changed: all there is, and what steps took away."""
        touched = self._readers(steps)
        for participant in list(self._own_sent):
            there = own_refs(self._board, participant)
            yield participant, self._own_message(participant, touched[participant] | there)

    def _readers(self, steps: Iterable[Step]) -> defaultdict[str, set[Ref]]:
        """Who sees as their own what steps touched: participant -> what of it."""
        touched: defaultdict[str, set[Ref]] = defaultdict(set)
        for step in steps:
            for ref, entity in (*step.before, *step.after):
                if entity is not None and entity.owner:
                    touched[reader(self._board, entity.owner)].add(ref)
        return touched

    def _own_message(self, participant: str, touched: set[Ref]) -> PatchMessage:
        patch = own_patch(self._board, self._people, participant, touched)
        message = _message(patch, self._own_sent[participant], self._board.seq)
        self._own_sent[participant] = self._board.seq
        return message

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
            self._sent[audience] = self.at
            self._recent[audience] = deque(maxlen=KEPT_PATCHES)
        return self._views[audience]

    def _touched_up(
        self,
        audience: Audience,
        touched: set[Ref],
        pictures: Mapping[str, Any],
    ) -> Patch:
        """What is new for an audience. pictures: by round, as its role is shown them."""
        lens, old = self._lens(audience), self._views[audience]
        fresh = {ref: see(lens, ref) for ref in touched}
        fresh |= {("pictures", round): shown for round, shown in pictures.items()}
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
        self._encoded.pop(audience, None)
        self._sent[audience] = self._board.seq
        self._recent[audience].append(message)
        return message


def _message(patch: Patch, since: int, to: int) -> PatchMessage:
    return PatchMessage(since=since, to=to, set=patch.set, delete=patch.delete)
