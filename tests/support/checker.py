"""What was promised and not kept: read from the clients' stories, the database and the screens.

It looks at nothing but its evidence, so that it can be tried on evidence that was tampered with.
docs/guarantees.md says which promise each violation is of.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from brouwerij.domain.board import Board, Entry
from brouwerij.domain.commands import Actor, Command
from brouwerij.domain.engine import decide
from brouwerij.domain.entities import Round
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.rounds.voting.dots import DotBallot, budget
from brouwerij.simulate.client import NOT_STORED

LOST = "an acked command is not in the database"
TWICE = "a command took effect twice"
REFUSED = "a refused command took effect"
CHANGED = "a command sent again was answered otherwise"
LOG = "the log has a gap or a repeat"
VIEW = "a client does not see what a newcomer sees"
GAP = "a client missed a patch and never asked"
REPEAT = "a client was sent a patch twice"
BUDGET = "a ballot is over its budget"
LEAK = "a client was sent what it may not see"
FOLD = "the log does not tell the board that was live"

FIRST = "command.id_reused"
"""The refusal of another command under an id, which says nothing of the first one."""


class Violation(NamedTuple):
    """what: one of the names above."""

    what: str
    where: str


class Story(msgspec.Struct):
    """What one client gave and all that it was sent, in order, as JSON.

    who: under what its receipts are kept.
    """

    who: str
    audience: str
    given: dict[str, Command]
    frames: list[tuple[str, bytes]]

    @property
    def actor(self) -> Actor:
        if self.audience == "participant":
            return Actor("participant", self.who)
        return Actor("facilitator", self.who.removeprefix("link"))

    def outcomes(self) -> dict[str, list[dict[str, Any]]]:
        """What every command was answered, but for those that were not stored."""
        found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for event, raw in self.frames:
            for outcome in msgspec.json.decode(raw) if event == "do" else ():
                if outcome.get("error", {}).get("code") not in NOT_STORED:
                    found[outcome["id"]].append(outcome)
        return found


class Screen(msgspec.Struct):
    """Digests of what one client holds at the end, and of what it should hold.

    server: as the live server says; newcomer: of a newcomer with the same eyes, "" when nobody
    came; folded: of the board that the log tells.
    """

    who: str
    holds: str
    server: str
    newcomer: str
    folded: str


class Evidence(msgspec.Struct):
    """receipts: (sender, command) -> (seq, error). secrets: text -> the senders who may see it."""

    stories: list[Story]
    log: list[Entry]
    head: int
    receipts: dict[tuple[str, str], tuple[int, str]]
    screens: list[Screen]
    secrets: dict[str, set[str]] = {}


def violations(evidence: Evidence) -> list[Violation]:
    """All that was promised and not kept; nothing is good."""
    found = [*_effects(evidence), *_log(evidence), *_screens(evidence), *_leaks(evidence)]
    for story in evidence.stories:
        found += _answers(story)
        for stream in ("patch", "mine"):
            found += _order(story, stream)
    if not any(violation.what == LOG for violation in found):
        found += _rules(evidence)
    return found


def names(found: Iterable[Violation]) -> set[str]:
    return {violation.what for violation in found}


def _effects(evidence: Evidence) -> Iterator[Violation]:
    """Every answer against its receipt and its change."""
    seqs = {entry.command: entry.seq for entry in evidence.log}
    for command, times in Counter(entry.command for entry in evidence.log).items():
        if times > 1:
            yield Violation(TWICE, command)
    for story in evidence.stories:
        for id, (outcome, *_) in story.outcomes().items():
            where = f"{story.who}: {id}"
            if not outcome["ok"]:
                if id in seqs and outcome["error"]["code"] != FIRST:
                    yield Violation(REFUSED, where)
            elif evidence.receipts.get((story.who, id)) != (outcome["seq"], ""):
                yield Violation(LOST, f"{where}: no receipt")
            elif seqs.get(id, outcome["seq"]) != outcome["seq"]:
                yield Violation(LOST, f"{where}: another change")


def _log(evidence: Evidence) -> Iterator[Violation]:
    if [entry.seq for entry in evidence.log] != list(range(1, evidence.head + 1)):
        yield Violation(LOG, f"up to {evidence.head}")


def _screens(evidence: Evidence) -> Iterator[Violation]:
    for screen in evidence.screens:
        if screen.server not in (screen.holds, "") or screen.newcomer not in ("", screen.holds):
            yield Violation(VIEW, screen.who)
        if screen.folded != screen.server:
            yield Violation(FOLD, screen.who)


def _leaks(evidence: Evidence) -> Iterator[Violation]:
    for secret, who in evidence.secrets.items():
        wanted = secret.encode()
        for story in evidence.stories:
            if story.who not in who and any(wanted in raw for _, raw in story.frames):
                yield Violation(LEAK, f"{story.audience} {story.who}: {secret}")


def _answers(story: Story) -> Iterator[Violation]:
    for id, outcomes in story.outcomes().items():
        said = {(o["ok"], o.get("seq"), o.get("error", {}).get("code")) for o in outcomes}
        if len(said) > 1 and not any(code == FIRST for _, _, code in said):
            yield Violation(CHANGED, f"{story.who}: {id}")


class _Move(NamedTuple):
    since: int
    to: int


def _order(story: Story, stream: str) -> Iterator[Violation]:
    """Follow a client's position by the rules of docs/protocol.md."""
    have, moves, where = 0, list[_Move](), f"{story.audience} {story.who}: {stream}"
    for event, raw in story.frames:
        if event == "hello":
            welcome = msgspec.json.decode(raw)
            have = welcome.get("seq", have)
            for move in moves:  # those that came while it asked
                have = move.to if move.since <= have < move.to else have
            moves = [move for move in moves if move.since > have]
        elif event == stream:
            message = msgspec.json.decode(raw)
            move = _Move(message["from"], message["to"])
            if move.to <= have:
                yield Violation(REPEAT, f"{where} up to {move.to}, at {have}")
            elif move.since <= have:
                have = move.to
            moves.append(move)
    if any(move.since > have for move in moves):
        yield Violation(GAP, f"{where} at {have}")


def _rules(evidence: Evidence) -> Iterator[Violation]:
    """Fold the log and see at every step that it could be so."""
    board, idle = Board(), _without_change(evidence)
    for entry in evidence.log:
        for ballot in entry.change.set:
            if isinstance(ballot, DotBallot) and _over(board, ballot):
                yield Violation(BUDGET, f"{ballot.participant} at {entry.seq}")
        board.apply(entry)
        for actor, command in idle.get(entry.seq, ()):
            decision = decide(board, command, actor, entry.at)
            if isinstance(decision, Refusal) or decision.change:
                yield Violation(LOST, f"{actor.id}: {command.kind} {command.id}: no change")


def _without_change(evidence: Evidence) -> dict[int, list[tuple[Actor, Command]]]:
    """What was acked and made no change, by where the log was: there was nothing to change."""
    changed, found = {entry.command for entry in evidence.log}, defaultdict(list)
    for story in evidence.stories:
        for id, (outcome, *_) in story.outcomes().items():
            if outcome["ok"] and id not in changed and id in story.given:
                found[outcome["seq"]].append((story.actor, story.given[id]))
    return found


def _over(board: Board, ballot: DotBallot) -> bool:
    """More dots than there were to give. Those given stay when there are fewer to give later."""
    round, before = board.get(Round, ballot.round), board.get(DotBallot, ballot.id)
    if round is None:
        return True
    given = sum(before.dots.values()) if before else 0
    return sum(ballot.dots.values()) > max(budget(board, round), given)
