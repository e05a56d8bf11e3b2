"""The report of a board, and the one place that decides what each edition's readers may know.

Participants read what the room has been shown: no hidden or late idea, no tally that was not
opened, no contact detail. The organiser reads also what was hidden, what came late, and how to
reach those who signed up. Nobody reads who wrote an idea or how one person voted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from brouwerij.domain.board import Board
from brouwerij.domain.commands import settings_of
from brouwerij.domain.electorate import electorate
from brouwerij.domain.entities import Idea, Initiative, Round
from brouwerij.domain.rounds import checkout, introductions, workgroups
from brouwerij.domain.rounds.elaboration import Card
from brouwerij.domain.rounds.voting import dots, poll
from brouwerij.domain.themes import standing
from brouwerij.domain.views import Person
from brouwerij.report.shapes import (
    CardLines,
    CheckoutLine,
    DotFacts,
    Dots,
    Edition,
    GroupLine,
    IdeaLine,
    IntroductionLine,
    Member,
    Origin,
    PointLine,
    PollFacts,
    Reach,
    Report,
    RoundLine,
    Segment,
    Support,
    ThemeLine,
)

SMALLEST_SEGMENT = 3
"""Fewer people than this, or than the rule says, are never shown apart: ballots are secret."""

T = TypeVar("T")


def build(
    board: Board, people: Mapping[str, Person], edition: Edition, now: int, code: str = ""
) -> Report:
    """The report of a board as it stands. people: personal data by participant. now: server ms."""
    return _Reading(board, people, edition).report(now, code)


class _Reading:
    """A board, as the readers of one edition may know it."""

    def __init__(self, board: Board, people: Mapping[str, Person], edition: Edition) -> None:
        self.board = board
        self.people = people
        self.edition = edition
        self.whole = edition is Edition.ORGANISER
        self.anonymous = board.workshop.anonymous

    def report(self, now: int, code: str) -> Report:
        about = self.board.workshop
        polled, dotted = self._last_told("poll"), self._last_told("dots")
        return Report(
            edition=self.edition,
            code=code,
            title=about.title,
            question=about.question,
            date=about.date,
            made_at=now,
            anonymous=self.anonymous,
            rounds=tuple(map(_round, self.board.rounds)),
            initiatives=self._origins(),
            introductions=self._introductions(),
            themes=self._themes(polled, dotted),
            loose=self._lines(i for i in self._ideas() if not i.theme and not i.parked),
            parked=self._lines(i for i in self._ideas() if i.parked),
            groups=self._groups(),
            poll=self._poll_facts(polled) if polled else None,
            dots=self._dot_facts(dotted) if dotted else None,
            checkout=self._checkout(),
        )

    def _last_told(self, kind: str) -> Round | None:
        """The last round of a kind whose results these readers may know.

        The room when they were opened to it, the organiser once it is closed.
        """
        for round in reversed(self.board.rounds):
            shown = round.phase == "results" or (self.whole and round.status == "closed")
            if round.kind == kind and shown:
                return round
        return None

    # Who was there

    def _origins(self) -> tuple[Origin, ...]:
        everyone = list(self.board.participants.values())
        people = Counter(p.initiative for p in everyone)
        guests = Counter(p.initiative for p in everyone if p.guest)
        return tuple(
            Origin(
                name=initiative.name,
                mark=initiative.mark,
                colour=initiative.colour,
                people=people[initiative.id],
                guests=guests[initiative.id],
            )
            for initiative in self.board.initiatives.values()
            if people[initiative.id]
        )

    def _name(self, initiative: str) -> str:
        known = self.board.get(Initiative, initiative)
        return known.name if known else ""

    # Introductions

    def _introductions(self) -> tuple[IntroductionLine, ...]:
        rounds = {r.id for r in self.board.rounds if r.kind == introductions.KIND.name}
        heard = introductions.heard(
            [t for t in self.board.all(introductions.Tap).values() if t.round in rounds]
        )
        lines = (
            self._introduction(initiative, rounds, heard)
            for initiative in self.board.initiatives.values()
        )
        return tuple(i for i in lines if i.who or i.beautiful or i.factors or i.bottlenecks)

    def _introduction(
        self,
        initiative: Initiative,
        rounds: set[str],
        heard: Mapping[str, introductions.PointHeard],
    ) -> IntroductionLine:
        cards = [
            card
            for card in self.board.all(introductions.Introduction).values()
            if card.initiative == initiative.id and card.round in rounds
        ]
        points: dict[str, list[PointLine]] = {"factor": [], "bottleneck": []}
        for point in self.board.all(introductions.Point).values():
            if point.initiative == initiative.id and point.round in rounds:
                known = heard.get(point.id, introductions.PointHeard(0, []))
                helpers = tuple(filter(None, map(self._name, known.helpers)))
                points[point.sort].append(
                    PointLine(text=point.text, recognised=known.recognised, helpers=helpers)
                )
        return IntroductionLine(
            initiative=initiative.name,
            mark=initiative.mark,
            colour=initiative.colour,
            who=" ".join(card.who for card in cards if card.who),
            beautiful=" ".join(card.beautiful for card in cards if card.beautiful),
            factors=_most_recognised(points["factor"]),
            bottlenecks=_most_recognised(points["bottleneck"]),
        )

    # Ideas

    def _ideas(self) -> list[Idea]:
        """The ideas these readers may know of: while a round is silent nobody reads them."""
        shared = {
            round.id
            for round in self.board.rounds
            if round.phase == "room" or (self.whole and round.status == "closed")
        }
        ideas = [idea for idea in self.board.all(Idea).values() if idea.round in shared]
        return ideas if self.whole else [i for i in ideas if not i.hidden and not i.parked]

    def _lines(self, ideas: Iterable[Idea]) -> tuple[IdeaLine, ...]:
        """Ideas in order, those that come to the same under the first of them."""
        alike: dict[str, list[Idea]] = {}
        for idea in ideas:
            alike.setdefault(idea.same_as or idea.id, []).append(idea)
        return tuple(self._folded(same) for same in alike.values())

    def _folded(self, same: list[Idea]) -> IdeaLine:
        first = next((i for i in same if not i.same_as), same[0])
        others = [i for i in same if i is not first]
        return IdeaLine(
            text=first.text,
            initiative=self._from(first),
            hidden=first.hidden,
            same=tuple(
                IdeaLine(text=i.text, initiative=self._from(i), hidden=i.hidden) for i in others
            ),
        )

    def _from(self, idea: Idea) -> str:
        return "" if self.anonymous else self._name(idea.initiative)

    # Themes

    def _themes(self, polled: Round | None, dotted: Round | None) -> tuple[ThemeLine, ...]:
        support = self._support(polled) if polled else {}
        dots_of = self._dots(dotted) if dotted else {}
        ideas: dict[str, list[Idea]] = {}
        for idea in self._ideas():
            if not idea.parked:
                ideas.setdefault(idea.theme, []).append(idea)
        cards = self._cards()
        lines = [
            ThemeLine(
                name=theme.name,
                colour=theme.colour,
                support=support.get(theme.id),
                dots=dots_of.get(theme.id),
                ideas=self._lines(ideas.get(theme.id, ())),
                card=cards.get(theme.id),
            )
            for theme in standing(self.board)
        ]
        return tuple(sorted(lines, key=_place))

    def _support(self, round: Round) -> dict[str, Support]:
        results = poll.results(self.board, round)
        asked = self.board.get(poll.Poll, round.id)
        least = max(SMALLEST_SEGMENT, asked.rule.segment_min if asked else 0)
        tied = _tied(results, lambda r: r.rank)
        return {r.theme: self._supported(r, least, tied=r.rank in tied) for r in results}

    def _supported(self, result: poll.PollResult, least: int, *, tied: bool) -> Support:
        return Support(
            rank=result.rank,
            tied=tied,
            verdict=result.verdict,
            carried=result.carried,
            vanguard=result.vanguard,
            people=result.people,
            support=result.support,
            live_with=result.live_with,
            object=result.object,
            energy=result.energy,
            turnout=result.turnout,
            breadth=result.breadth,
            tolerance=result.tolerance,
            weakest=result.weakest,
            bridge=result.bridge,
            segments=self._segments(result.segments, least),
            reasons=tuple(result.reasons),
        )

    def _segments(
        self, counted: Mapping[str, poll.SegmentResult], least: int
    ) -> tuple[Segment, ...]:
        """Per initiative in the order of the room, the small ones together and last."""
        apart, _ = _pooled(counted, least)
        shown = [initiative for initiative in self.board.initiatives if initiative in apart]
        lines = [self._segment(initiative, [counted[initiative]]) for initiative in shown]
        together = [part for segment, part in counted.items() if segment not in shown]
        if together:
            lines.append(self._segment("", together))
        return tuple(lines)

    def _segment(self, initiative: str, parts: Sequence[poll.SegmentResult]) -> Segment:
        known = self.board.get(Initiative, initiative)
        return Segment(
            name=known.name if known else "",
            mark=known.mark if known else "",
            colour=known.colour if known else 0,
            people=sum(part.size for part in parts),
            support=sum(part.support for part in parts),
            live_with=sum(part.live_with for part in parts),
            object=sum(part.object for part in parts),
        )

    def _dots(self, round: Round) -> dict[str, Dots]:
        results = dots.results(self.board, round)
        tied = _tied(results, lambda r: r.rank)
        return {
            r.theme: Dots(
                rank=r.rank,
                tied=r.rank in tied,
                supporters=r.supporters,
                dots=r.dots,
                shortlisted=r.shortlisted,
            )
            for r in results
        }

    def _cards(self) -> dict[str, CardLines]:
        """The last card of each theme on which anything was written."""
        cards: dict[str, CardLines] = {}
        for card in self.board.all(Card).values():
            if card.what or card.why or card.first_step or card.who or card.needs:
                cards[card.theme] = CardLines(
                    table=card.table,
                    what=card.what,
                    why=card.why,
                    first_step=card.first_step,
                    who=card.who,
                    needs=card.needs,
                )
        return cards

    # How it was measured

    def _poll_facts(self, round: Round) -> PollFacts | None:
        asked = self.board.get(poll.Poll, round.id)
        if asked is None:
            return None
        people = electorate(self.board, round.id)
        voters = {
            b.participant
            for b in self.board.all(poll.PollBallot).values()
            if b.round == round.id and b.answer
        }
        return PollFacts(voted=len(voters & people.keys()), people=len(people), rule=asked.rule)

    def _dot_facts(self, round: Round) -> DotFacts:
        people = electorate(self.board, round.id)
        voters = {
            b.participant
            for b in self.board.all(dots.DotBallot).values()
            if b.round == round.id and b.dots
        }
        return DotFacts(
            voted=len(voters & people.keys()),
            people=len(people),
            budget=dots.budget(self.board, round),
            per_theme=settings_of(round, dots.DotSettings).per_theme,
        )

    # Working groups

    def _groups(self) -> tuple[GroupLine, ...]:
        signups: dict[str, list[workgroups.Signup]] = {}
        for signup in self.board.all(workgroups.Signup).values():
            signups.setdefault(signup.group, []).append(signup)
        names = {theme.id: theme.name for theme in standing(self.board)}
        return tuple(
            self._group(names[group.theme], group, signups.get(group.id, []))
            for group in self.board.all(workgroups.Group).values()
            if group.theme in names
        )

    def _group(
        self, theme: str, group: workgroups.Group, signups: list[workgroups.Signup]
    ) -> GroupLine:
        def those(role: workgroups.GroupRole) -> tuple[Member, ...]:
            return tuple(self._member(s.participant) for s in signups if s.role == role)

        return GroupLine(
            theme=theme,
            vanguard=group.vanguard,
            first_step=group.first_step,
            date=group.date,
            leads=those("lead"),
            members=those("member"),
            followers=those("follower"),
        )

    def _member(self, participant: str) -> Member:
        """Somebody who signed up, by the name the room sees; how to reach them if allowed."""
        person = self.people.get(participant, Person())
        given = person.contact
        known = self.board.participants.get(participant)
        reach = None
        if self.whole and given is not None and (given.email or given.phone):
            reach = Reach(email=given.email, phone=given.phone, share=given.share)
        return Member(
            name=(given.name if given else "") or ("" if self.anonymous else person.name),
            initiative=self._name(known.initiative) if known else "",
            reach=reach,
        )

    # The end

    def _checkout(self) -> CheckoutLine | None:
        round = self._last_told("checkout")
        if round is None:
            return None
        all_given = self.board.all(checkout.Checkout).values()
        found = checkout.result([c for c in all_given if c.round == round.id])
        if not any(found.marks):
            return None
        return CheckoutLine(
            marks=tuple(found.marks), mean=found.mean, sentences=tuple(found.sentences)
        )


def _round(round: Round) -> RoundLine:
    return RoundLine(
        kind=round.kind,
        title=round.title,
        minutes=round.minutes,
        opened_at=round.opened_at,
        closed_at=round.closed_at if round.status == "closed" else 0,
    )


def _most_recognised(points: list[PointLine]) -> tuple[PointLine, ...]:
    return tuple(sorted(points, key=lambda point: -point.recognised))


def _place(theme: ThemeLine) -> tuple[int, int]:
    """Where a theme stands: as the poll ranked it, then as the dots did, then as it was made."""
    last = 1_000_000
    return (
        theme.support.rank if theme.support else last,
        theme.dots.rank if theme.dots else last,
    )


def _tied(results: Iterable[T], rank: Callable[[T], int]) -> set[int]:
    """The ranks that more than one result has."""
    return {rank for rank, count in Counter(map(rank, results)).items() if count > 1}


def _pooled(counted: Mapping[str, poll.SegmentResult], least: int) -> tuple[set[str], set[str]]:
    """The initiatives to show apart, and the small ones to show together.

    When those together are still too few, the smallest of the others joins them.
    """
    by_size = sorted(counted, key=lambda initiative: counted[initiative].size)
    together = {i for i in by_size if counted[i].size < least}
    while together and sum(counted[i].size for i in together) < least:
        larger = [i for i in by_size if i not in together]
        if not larger:
            break
        together.add(larger[0])
    return set(counted) - together, together
