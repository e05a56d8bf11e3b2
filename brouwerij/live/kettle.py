"""The kettle: one workshop in memory, where commands become changes and changes become patches.

All commands that wait when a tick begins are decided in order and written in one transaction.
Then each sender has its outcome. What changed goes out as one patch per audience: at once when the
kettle is idle, and under load at a pace set by what going out costs, so that who gives a command
does not wait for what the others are shown.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import cast

from sqlalchemy.exc import SQLAlchemyError

from brouwerij import aio, clock
from brouwerij.domain.board import Board, Step
from brouwerij.domain.commands import Actor, Command, knows
from brouwerij.domain.entities import Participant
from brouwerij.domain.views import Audience, Person, View
from brouwerij.live.decisions import Answer, Deciding, Result, Waiting
from brouwerij.live.outlook import Outlook
from brouwerij.store import people
from brouwerij.store.snapshots import Snapshots
from brouwerij.store.writer import Writer
from brouwerij.wire import Bye, Digest, PatchMessage, Welcome, canonical, digest_of

logger = logging.getLogger(__name__)

TICK_REST = 0.004
"""Seconds between two ticks under load, in which commands gather for one transaction."""
SHORTEST_REST = 0.005
LONGEST_REST = 0.25
REST_PER_COST = 4
"""After a fan-out the next one waits this many times what it cost, within the bounds."""
PATIENCE = 15
"""Seconds a sender waits for its outcome before it is told to try again."""

Emit = Callable[[str, str, PatchMessage | Bye], None]
"""Send an event with a message to all sockets in a room."""


class Kettle:
    """A workshop that is being held. `emit` sends to rooms named by `audience_room` and so on.

    asked: when somebody last asked for it, by the clock of who keeps the kettles.
    """

    def __init__(self, id: int, code: str, epoch: str, writer: Writer, emit: Emit) -> None:
        self.id = id
        self.code = code
        self.epoch = epoch
        self.lock = threading.RLock()
        self.asked = 0.0
        self.board = Board()
        self.people: dict[str, Person] = {}
        self.after_commit: Callable[[int], None] = lambda seq: None
        self._writer = writer
        self._snapshots = Snapshots(writer, id)
        self._emit = emit
        self._queue: deque[Waiting] = deque()
        self._queue_lock = threading.Lock()
        self._ticking = False
        self._closed = False
        self._spoilt = False
        self._stir = threading.Event()
        self._unseen: list[Step] = []
        self._renamed: set[str] = set()
        self._next_fan_out = 0.0
        self._outlook = Outlook(self.board, self.people)
        self.reload()

    def reload(self) -> None:
        """Read the board back from the log, and tell the screens what is new in it."""
        self.board, self.people = self._writer.run(
            lambda session: (self._snapshots.board(session), people.load(session, self.id))
        )
        self._spoilt = False
        self._outlook.look_at(self.board, self.people)
        self._send(self._outlook.anew(), self._outlook.own_anew(self._unseen))
        self._unseen, self._renamed = [], set()

    def mend(self) -> None:
        """Read the board back if a tick that failed left on it what was not stored."""
        if self._spoilt:
            with self.lock:
                self.reload()

    def offer(self, actor: Actor, commands: list[Command], sender: str, answer: Answer) -> None:
        """Have commands decided and stored, in order; answered after the commit, or at once when
        no more are taken.

        sender: who sends, for the receipts. Results come in the order of the commands.
        """
        with self._queue_lock:
            taken = not self._closed
            if taken:
                self._queue.append(Waiting(actor, sender, commands, answer))
            start = taken and not self._ticking
            self._ticking = self._ticking or taken
        self._stir.set()
        if start:
            aio.spawn(self._run)
        if not taken:
            answer([Result.retry(command.id) for command in commands])

    def submit(self, actor: Actor, commands: list[Command], sender: str = "") -> list[Result]:
        """The same, and wait for the results. sender: the actor's own key by default."""
        done = threading.Event()
        answers: list[list[Result]] = []

        def answer(results: list[Result]) -> None:
            answers.append(results)
            done.set()

        self.offer(actor, commands, sender or actor.key, answer)
        if not done.wait(PATIENCE):
            return [Result.retry(command.id) for command in commands]
        return answers[0]

    def close(self) -> None:
        """Take no more commands: from here on a sender is told to try again."""
        with self._queue_lock:
            self._closed = True

    def let_go(self) -> bool:
        """The same, but only when no commands are under way; whether it was done."""
        with self._queue_lock:
            if self._ticking:
                return False
            self._closed = True
            return True

    @property
    def busy(self) -> bool:
        """Whether commands are under way."""
        return self._ticking

    def catch_up(self) -> None:
        """Take in what another process wrote to the log."""
        with self.lock:
            self._tick([])
            self._fan_out()

    def knows(self, participant: str) -> bool:
        """Whether somebody joined: here, or at another worker a moment ago."""
        if self.board.get(Participant, participant) is None:
            self.catch_up()
        return knows(self.board, participant)

    def welcome(self, audience: Audience, participant: str, seq: int, epoch: str) -> Welcome:
        """The view for somebody who comes in or comes back. Call it with the lock held.

        participant: "" for those who are none. seq, epoch: what the client holds already.
        Raises what the database raises when the board has to be read back first.
        """
        self.mend()
        held = seq if epoch == self.epoch else 0
        view, patches = self._outlook.since(audience, held)
        return Welcome(
            seq=self._outlook.at,
            epoch=self.epoch,
            now=clock.now(),
            me=participant,
            role=audience.role,
            # Encoded once; a Raw goes out as it is.
            view=None if view is None else cast(View, self._outlook.encoded(audience)),
            patches=patches,
            mine=self._outlook.mine(participant) if participant else {},
        )

    def digest(self, audience: Audience, participant: str) -> Digest:
        """Of what somebody should hold, when all that is stored was shown, which this has done.

        Call it with the lock held. Raises what the database raises, as `welcome` does.
        """
        self.mend()
        self._fan_out()
        own = self._outlook.fresh_mine(participant) if participant else canonical({})
        return Digest(self.board.seq, digest_of(self._outlook.fresh(audience), own))

    def sees(self, audience: Audience) -> View:
        """What an audience was shown. Call it with the lock held, and keep nothing of it.

        Raises what the database raises, as `welcome` does.
        """
        self.mend()
        whole, _ = self._outlook.since(audience, 0)
        return whole or {}

    def forget(self, participant: str) -> None:
        """Nobody with this person's cookie is connected any more."""
        with self.lock:
            self._outlook.forget(participant)

    def _run(self) -> None:
        while True:
            batch = self._take()
            if batch is None:
                return
            with self.lock:
                stored = not batch or self._tick(batch)
                if time.perf_counter() >= self._next_fan_out:
                    self._fan_out()
            if batch:
                aio.sleep(TICK_REST if stored else LONGEST_REST)
            else:
                self._stir.wait(max(0.0, self._next_fan_out - time.perf_counter()))

    def _take(self) -> list[Waiting] | None:
        """All that wait; None ends the run, in the same breath as nobody can be left waiting."""
        with self._queue_lock:
            batch = list(self._queue)
            self._queue.clear()
            self._stir.clear()
            self._ticking = bool(batch or self._unseen)
            return batch if self._ticking else None

    def _tick(self, batch: list[Waiting]) -> bool:
        """Decide, commit and answer; what changed is yet to be shown. False: nothing was stored."""
        try:
            self.mend()
            deciding = Deciding(self.id, self.board, self.people, clock.now())
            self._writer.run(lambda session: deciding.run(session, batch))
        except Exception:  # whatever it was, nothing was stored and everybody must hear so
            logger.exception("nothing was stored of a tick of %s", self.code)
            self._give_up(batch)
            return False
        self._unseen += deciding.steps
        self._renamed |= deciding.renamed
        if deciding.purged:
            self._read_back()
        for waiting in batch:
            waiting.answer(deciding.results[waiting])
        if deciding.added:
            self.after_commit(self.board.seq)
            self._snapshots.keep(self.board)
        return True

    def _give_up(self, batch: Iterable[Waiting]) -> None:
        """Nothing was stored: go back to what was, and let the senders try again."""
        self._read_back()
        for waiting in batch:
            waiting.answer([Result.retry(command.id) for command in waiting.commands])

    def _read_back(self) -> None:
        """Go on with what is stored. When that fails, the board stays spoilt until it can be read
        back: no tick decides on it and nobody is shown it."""
        self._spoilt = True
        try:
            self.reload()
        except SQLAlchemyError:
            logger.exception("the log of %s could not be read back", self.code)

    def _fan_out(self) -> None:
        """Show what changed since the last time."""
        if not self._unseen:
            return
        began = time.perf_counter()
        steps, renamed = self._unseen, self._renamed
        self._unseen, self._renamed = [], set()
        self._send(self._outlook.patches(steps, renamed), self._outlook.own_patches(steps, renamed))
        for participant in _moved(steps):
            self._emit(person_room(self.code, participant), "bye", Bye("moved"))
        self._outlook.shown()
        now = time.perf_counter()
        rest = min(LONGEST_REST, max(SHORTEST_REST, REST_PER_COST * (now - began)))
        self._next_fan_out = now + rest

    def _send(
        self,
        patches: Iterable[tuple[Audience, PatchMessage]],
        own: Iterable[tuple[str, PatchMessage]],
    ) -> None:
        for audience, message in patches:
            self._emit(audience_room(self.code, audience), "patch", message)
        for participant, message in own:
            self._emit(person_room(self.code, participant), "mine", message)


def _moved(steps: Iterable[Step]) -> set[str]:
    """Who sits at another table now, and so belongs to another audience."""
    return {
        was.id
        for step in steps
        for (_, was), (_, now) in zip(step.before, step.after, strict=True)
        if isinstance(was, Participant) and isinstance(now, Participant) and was.table != now.table
    }


def audience_room(code: str, audience: Audience) -> str:
    return f"{code}/{audience.role}/{audience.table}"


def person_room(code: str, participant: str) -> str:
    return f"{code}/person/{participant}"
