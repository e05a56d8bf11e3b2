"""Who is at the other end of a socket, by the cookies that its browser came with."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.http import parse_cookie

from brouwerij import identity
from brouwerij.domain.commands import Actor
from brouwerij.domain.entities import Participant
from brouwerij.domain.views import Audience
from brouwerij.extensions import db
from brouwerij.live.kettle import Kettle
from brouwerij.store import workshops
from brouwerij.wire import Hello

Key = tuple[str, str]
"""A sender in all workshops: the code, and the sender in it."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Who is at the other end of a socket."""

    kettle: Kettle
    actor: Actor
    audience: Audience
    language: str

    @property
    def sender(self) -> str:
        """Under what the receipts of this sender are kept."""
        return self.actor.id if self.actor.role == "participant" else f"link{self.actor.id}"

    @property
    def participant(self) -> str:
        """Who takes part by this connection; "" for who leads or only looks."""
        return self.actor.id if self.actor.role == "participant" else ""

    @property
    def key(self) -> Key:
        return self.kettle.code, self.sender


def who_is(header: str, kettle: Kettle, hello: Hello) -> Actor | None:
    """Who this browser is for the audience it asks. header: its cookies, as they were sent."""
    cookies = parse_cookie(header)
    if hello.audience == "participant":
        participant = identity.participant(cookies, kettle.code)
        known = participant and kettle.knows(participant)
        return Actor("participant", participant) if participant and known else None
    link = identity.facilitator_link(cookies, kettle.code)
    if link is None or not workshops.valid_link(db.session(), kettle.id, link):
        return None
    return Actor("facilitator", str(link))


def audience_of(kettle: Kettle, hello: Hello, actor: Actor) -> Audience:
    """The audience of a connection; a participant's includes the table they sit at."""
    person = kettle.board.get(Participant, actor.id) if actor.role == "participant" else None
    return Audience(hello.audience, person.table if person else 0)
