"""A board as the readers of one edition may know it: which rounds, results and ideas they read.

Participants read what the room has been shown: no hidden or late idea, no tally that was not
opened, no contact detail. The public reads the same without anybody's name: ideas without where
they came from, and working groups by initiative and number. The organiser reads also what was
hidden, what came late, and how to reach those who signed up. Nobody reads who wrote an idea or how
one person voted.

What the report tells of it is in parts/, where also contact details (groups.py) and initiatives of
few people (support.py) are held back.
"""

from __future__ import annotations

from collections.abc import Mapping

from brouwerij.domain.board import Board
from brouwerij.domain.entities import Idea, Initiative, Round
from brouwerij.domain.told import Told
from brouwerij.domain.views import Person
from brouwerij.report.shapes import Edition


class Reading:
    """A board, as the readers of one edition may know it."""

    def __init__(self, board: Board, people: Mapping[str, Person], edition: Edition) -> None:
        self.board = board
        self.people = people
        self.edition = edition
        self.whole = edition is Edition.ORGANISER
        self.public = edition is Edition.PUBLIC
        self.anonymous = self.public or board.workshop.anonymous

    def last_told(self, kind: str) -> Round | None:
        """The last round of a kind whose results these readers may know.

        The room when they were opened to it, the organiser once it is closed.
        """
        return next(reversed(self.told(kind)), None)

    def told(self, kind: str) -> list[Round]:
        """All rounds of a kind whose results these readers may know, in the order of the plan.

        Not those of which only a report tells: nobody's vote in them is here.
        """
        elsewhere = {id for told in self.board.all(Told).values() for id in told.rounds}
        return [
            round
            for round in self.board.rounds
            if round.kind == kind
            and round.id not in elsewhere
            and (round.phase == "results" or (self.whole and round.status == "closed"))
        ]

    def name(self, initiative: str) -> str:
        known = self.board.get(Initiative, initiative)
        return known.name if known else ""

    def ideas(self) -> list[Idea]:
        """The ideas these readers may know of: while a round is silent nobody reads them."""
        shared = {
            round.id
            for round in self.board.rounds
            if round.phase == "room" or (self.whole and round.status == "closed")
        }
        ideas = [idea for idea in self.board.all(Idea).values() if idea.round in shared]
        return ideas if self.whole else [i for i in ideas if not i.hidden and not i.parked]
