"""What travels over the socket, declared once; frontend/lib/wire.d.ts is generated from it.

docs/protocol.md tells the same to somebody who writes a client.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from brouwerij.domain import engine as engine
from brouwerij.domain import notes, views
from brouwerij.domain.commands import ID_PATTERN, Contact
from brouwerij.domain.electorate import Turnout
from brouwerij.domain.entities import Idea
from brouwerij.domain.groups import Signup
from brouwerij.domain.points import Tap
from brouwerij.domain.polls import PollBallot
from brouwerij.domain.rounds import checkout, elaboration, ideas, strengthening, workgroups
from brouwerij.domain.rounds import introductions as intros
from brouwerij.domain.rounds.clustering import hands, together
from brouwerij.domain.rounds.voting import ballot, dots, poll
from brouwerij.domain.seconds import Second
from brouwerij.domain.sorting import Sorting
from brouwerij.domain.votes import Vote

MAX_COMMANDS = 16
"""How many commands one `do` may carry; the transport loses more than 16 packets at a time."""

CommandId = Annotated[str, Meta(pattern=ID_PATTERN)]


class Hello(msgspec.Struct, forbid_unknown_fields=True):
    """client -> server, first thing on every connection.

    seq, epoch: up to where the client holds the view, and of which history; 0 and "" for nothing.
    table: at which table that view was had; another table has another view.
    """

    code: str
    audience: Literal["participant", "projector", "facilitator"]
    seq: int = 0
    epoch: str = ""
    table: int = 0
    language: str = "nl"


class PatchMessage(msgspec.Struct, rename={"delete": "del", "since": "from"}):
    """server -> client, as `patch` (the audience's view) or `mine` (one's own things).

    Entities in `set` are whole. A client that holds a seq of at least `from` and less than `to`
    applies it; one that holds less has missed something and says `hello` again.
    """

    since: int
    to: int
    set: dict[str, dict[str, Any]] = {}
    delete: dict[str, list[str]] = {}


class Welcome(msgspec.Struct):
    """Answer to `hello`. view: everything, or None when `patches` carry what was missed.

    now: server time in ms. mine: always whole. me: the participant's id, "" for others.
    """

    seq: int
    epoch: str
    now: int
    me: str
    role: str
    view: views.View | None
    patches: list[PatchMessage]
    mine: views.View
    ok: Literal[True] = True


class Problem(msgspec.Struct):
    """Why not: the code for programs, the message for people, in their language."""

    code: str
    message: str


class Refused(msgspec.Struct):
    """Answer to a `hello` that was not understood or allowed."""

    error: Problem
    ok: Literal[False] = False


class Asked(msgspec.Struct, forbid_unknown_fields=True):
    """One command of a `do`. id: made by the client at random, and kept for every re-send."""

    id: CommandId
    kind: Annotated[str, Meta(max_length=40)]
    data: dict[str, Any] = {}


Do = Annotated[list[Asked], Meta(min_length=1, max_length=MAX_COMMANDS)]
"""client -> server: commands in order; answered by as many outcomes."""


class Outcome(msgspec.Struct, omit_defaults=True):
    """What became of a command: stored (seq says up to where), or refused for good.

    A command refused with `command.retry` or `command.too_many` was not stored: send it again.
    """

    id: str
    ok: bool
    seq: int = 0
    error: Problem | None = None


class Bye(msgspec.Struct):
    """server -> client: this view ends.

    reason: "revoked" closes the connection, since the facilitator link was taken back; "moved"
    asks to say `hello` anew, since the person sits at another table; "behind" asks the same, since
    the connection could not keep up and some patches were left out.
    """

    reason: Literal["revoked", "moved", "behind"]


class Headcount(msgspec.Struct):
    """People of one initiative: with a live connection, and who had one a moment ago."""

    here: int
    away: int


class Presence(msgspec.Struct):
    """server -> client, as `presence`, to projectors and facilitators: whole each time.

    here, away: people, not devices; writing: how many of those who are here are typing;
    initiatives: the same by initiative.
    """

    here: int
    away: int
    writing: int
    initiatives: dict[str, Headcount]


class Digest(msgspec.Struct):
    """Answer to `digest`: what this connection should hold at `seq`, as `digest_of` has it."""

    seq: int
    digest: str


class Suggested(msgspec.Struct):
    """Answer to `suggest`: where loose ideas may belong, in what the asker has in view.

    available: whether this server can tell. ideas: per loose idea at most three places in
    `themes`, which are ids, and never all of them; the likeliest first.
    """

    available: bool = False
    themes: list[str] = []
    ideas: dict[str, list[int]] = {}


class ThemeProposed(msgspec.Struct):
    """A name from the words of its ideas, and the ids of those."""

    name: str
    ideas: list[str]


class Proposed(msgspec.Struct):
    """Answer to `propose`: the loose ideas in groups, the largest first."""

    available: bool = False
    themes: list[ThemeProposed] = []


class Pairs(msgspec.Struct):
    """Answer to `alike`: ideas that may say the same. Answer to `fits`: a success factor and a
    bottleneck that it may help with. By two, as ids, the likeliest first."""

    pairs: list[list[str]]


_canonical = msgspec.json.Encoder(order="deterministic")


def canonical(entities: dict[str, dict[str, Any]]) -> bytes:
    """A view, or one's own things, as JSON: keys in order, no spaces, no empty collections."""
    return _canonical.encode({name: of for name, of in entities.items() if of})


def digest_of(view: bytes, mine: bytes) -> str:
    """The digest of a view and one's own things, both canonical: blake2b of 16 bytes, in hex."""
    return hashlib.blake2b(b"[" + view + b"," + mine + b"]", digest_size=16).hexdigest()


class Views(msgspec.Struct):
    """The collections of a view, id -> entity as this audience may see it."""

    workshop: dict[str, views.WorkshopSeen]
    rounds: dict[str, views.RoundSeen]
    initiatives: dict[str, views.InitiativeSeen]
    participants: dict[str, views.ParticipantSeen]
    ideas: dict[str, ideas.IdeaSeen]
    themes: dict[str, hands.ThemeSeen]
    introductions: dict[str, intros.IntroductionSeen]
    points: dict[str, intros.PointSeen]
    polls: dict[str, poll.PollSeen]
    ballots: dict[str, ballot.BallotSeen]
    dot_ballots: dict[str, dots.DotBallot]
    poll_ballots: dict[str, PollBallot]
    votes: dict[str, Vote]
    amendments: dict[str, ballot.AmendmentSeen]
    cards: dict[str, elaboration.CardSeen]
    holds: dict[str, elaboration.HoldSeen]
    groups: dict[str, workgroups.GroupSeen]
    signups: dict[str, workgroups.SignupSeen]
    notes: dict[str, notes.NoteSeen]
    pictures: dict[str, Any]


class Mine(msgspec.Struct):
    """The collections of one's own things, whole, whatever is shown to others."""

    me: dict[str, views.MeSeen]
    ideas: dict[str, Idea]
    seconds: dict[str, Second]
    sortings: dict[str, Sorting]
    taps: dict[str, Tap]
    wishes: dict[str, strengthening.WishSeen]
    dot_ballots: dict[str, dots.DotBallot]
    poll_ballots: dict[str, PollBallot]
    votes: dict[str, Vote]
    signups: dict[str, Signup]
    checkouts: dict[str, checkout.Checkout]


SCHEMA: tuple[type, ...] = (
    Hello, Welcome, Refused, Asked, Outcome, Problem, PatchMessage, Bye, Digest, Views, Mine,
    Presence, Headcount, Suggested, ThemeProposed, Proposed, Pairs,
    Contact, Turnout, ideas.IdeasPicture, together.SortingPicture, intros.IntroductionsPicture,
    dots.DotsPicture, poll.PollPicture, ballot.BallotPicture, checkout.CheckoutPicture,
    workgroups.WorkgroupsPicture,
)  # fmt: skip
"""Everything that gets a TypeScript type."""
