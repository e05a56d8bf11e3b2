"""What becomes of a ballot when one theme goes up in another: everybody's answers are joined.

Who answered one of the two has that answer to what they became; who answered both has the one
that the method makes of them (Method.joined). Undoing the merge gives every vote back as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce

from brouwerij.domain import pairs
from brouwerij.domain.ballots import METHODS, Method
from brouwerij.domain.board import Board
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Entity, Ref, Round
from brouwerij.domain.rounds import Merged
from brouwerij.domain.votes import BETWEEN, Amendment, Ballot, Vote

Mine = dict[str, Vote]
"""What somebody was dealt or said, by what it is about."""


def merged(board: Board, round: Round, theme: str, into: str) -> Merged:
    """The ballot of a round once one theme goes up in another (their ids)."""
    ballot = board.get(Ballot, round.id)
    if ballot is None or theme not in ballot.themes:
        return Merged()
    after = _asking(ballot, theme, into)
    moved: list[Entity] = [after, *_amendment(board, round, theme, into)]
    gone: list[Ref] = []
    dealt = 0
    for person, mine in _by_person(board, round).items():
        now = _joined(METHODS[ballot.method], mine.values(), theme, into)
        filled = pairs.filled(board, round, after, person, now, dealt)
        dealt += len(filled)
        moved += [vote for about, vote in now.items() if mine.get(about) != vote]
        moved += filled
        gone += [vote.ref for about, vote in mine.items() if about not in now]
    return Merged(moved, gone)


def _asking(ballot: Ballot, theme: str, into: str) -> Ballot:
    """The ballot that asks about one theme for two, as that was amended or else the other."""
    themes = dict.fromkeys(into if id == theme else id for id in ballot.themes)
    amended = {id: words for id, words in ballot.amended.items() if id != theme}
    words = ballot.amended.get(into) or ballot.amended.get(theme)
    return replace(ballot, themes=tuple(themes), amended=amended | ({into: words} if words else {}))


def _amendment(board: Board, round: Round, theme: str, into: str) -> list[Amendment]:
    """The amendment that goes along, unless the other theme has its own."""
    found = board.get(Amendment, f"{round.id}:{theme}")
    own = board.get(Amendment, f"{round.id}:{into}")
    if found is None or not found.text or (own is not None and own.text):
        return []
    return [Amendment(f"{round.id}:{into}", round.id, into, found.text)]


def _by_person(board: Board, round: Round) -> dict[str, Mine]:
    people: defaultdict[str, Mine] = defaultdict(dict)
    for vote in board.all(Vote).values():
        if vote.round == round.id:
            people[vote.participant][vote.about] = vote
    return people


def _joined(method: Method, mine: Iterable[Vote], theme: str, into: str) -> Mine:
    """Somebody's votes with one theme for two. A pair of the two themes goes; of two pairs that
    are the same now one is left, and the pairs are counted anew."""
    now: Mine = {}
    for vote in sorted(mine, key=lambda vote: theme in vote.about.split(BETWEEN)):
        about = [into if id == theme else id for id in vote.about.split(BETWEEN)]
        meant, reverse = BETWEEN.join(about), BETWEEN.join(reversed(about))
        if len(set(about)) < len(about):
            continue
        if reverse != meant and reverse in now:
            meant, vote = reverse, _turned(vote)
        moved = replace(vote, id=f"{vote.round}:{vote.participant}:{meant}", about=meant)
        now[meant] = _both(method, now[meant], moved) if meant in now else moved
    turns = sorted((vote for vote in now.values() if vote.turn), key=lambda vote: vote.turn)
    return now | {vote.about: replace(vote, turn=n) for n, vote in enumerate(turns, start=1)}


def _turned(vote: Vote) -> Vote:
    """The same answer to a pair, named the other way round."""
    return vote if vote.value is None else replace(vote, value=-vote.value)


def _both(method: Method, one: Vote, other: Vote) -> Vote:
    """What one says who voted on both: an answer goes before abstaining, that before nothing."""
    turn = min(one.turn, other.turn)
    values = [vote.value for vote in (one, other) if vote.value is not None]
    if not values:
        return replace(one, turn=turn, open=one.open and other.open)
    value = reduce(method.joined, values)
    reasons = dict.fromkeys(v.reason for v in (one, other) if v.value == value and v.reason)
    return replace(one, value=value, reason=" / ".join(reasons), turn=turn, open=False)
