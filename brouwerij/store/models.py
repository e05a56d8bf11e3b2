"""The tables. Times are milliseconds since 1970, UTC."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from brouwerij.extensions import db

_WITHIN_KEY = {"sqlite_with_rowid": False}
"""SQLite keeps the rows within the key: written once, and read in its order."""


class Organiser(db.Model):
    """An account. password: argon2 hash."""

    __tablename__ = "organisers"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[int] = mapped_column(BigInteger)


class Invitation(db.Model):
    """A one-time link to sign up as organiser; used_at is 0 until then."""

    __tablename__ = "invitations"
    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[int] = mapped_column(BigInteger)
    used_at: Mapped[int] = mapped_column(BigInteger, default=0)


class WorkshopRow(db.Model):
    """A workshop's place in the store: its codes, its owner and how far its log is.

    epoch: a random mark of this history. head: the highest seq in the log. title, question, date
    and stage: as on the board, for lists of workshops. rehearses: the workshop that this one is a
    rehearsal of, None for one that is meant. retention, ended_at and purged_at: as on the
    board, to find whose people are to be erased. put_away_at: when its organiser put it away, out
    of the list; 0 while it is in there. command: the id of the command that made it, so that it
    makes one.
    """

    __tablename__ = "workshops"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    epoch: Mapped[str] = mapped_column(String(32))
    head: Mapped[int] = mapped_column(default=0)
    organiser_id: Mapped[int | None] = mapped_column(ForeignKey("organisers.id"))
    title: Mapped[str] = mapped_column(String(200), default="")
    question: Mapped[str] = mapped_column(String(280), default="")
    date: Mapped[str] = mapped_column(String(10), default="")
    stage: Mapped[str] = mapped_column(String(10), default="soon")
    created_at: Mapped[int] = mapped_column(BigInteger)
    rehearses: Mapped[int | None]
    retention: Mapped[int] = mapped_column(default=90)
    ended_at: Mapped[int] = mapped_column(BigInteger, default=0)
    purged_at: Mapped[int] = mapped_column(BigInteger, default=0)
    put_away_at: Mapped[int] = mapped_column(BigInteger, default=0)
    command: Mapped[str | None] = mapped_column(String(40))
    organiser: Mapped[Organiser | None] = relationship()
    __table_args__ = (Index("workshops_by_command", "command", unique=True),)


class ChangeRow(db.Model):
    """One entry of a workshop's log. by: the actor's key; body: what was set and dropped."""

    __tablename__ = "changes"
    __table_args__ = _WITHIN_KEY
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[int] = mapped_column(BigInteger)
    by: Mapped[str] = mapped_column(String(40))
    command: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(40))
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


class ReceiptRow(db.Model):
    """What became of a command, so that sending it again changes nothing.

    actor: the sender's own key (a participant, a facilitator link, an organiser). digest: of the
    command, to tell an id that was used twice. seq: up to where the log was; error: "" when done.
    """

    __tablename__ = "receipts"
    __table_args__ = _WITHIN_KEY
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    command: Mapped[str] = mapped_column(String(40), primary_key=True)
    actor: Mapped[str] = mapped_column(String(40), primary_key=True)
    digest: Mapped[str] = mapped_column(String(32))
    seq: Mapped[int]
    error: Mapped[str] = mapped_column(String(60), default="")
    params: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


class SnapshotRow(db.Model):
    """A board as it was at `seq`, only to open its workshop sooner.

    format: which version of the program can read it. checksum: of the workshop, seq and body.
    """

    __tablename__ = "snapshots"
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    seq: Mapped[int]
    format: Mapped[str] = mapped_column(String(32))
    checksum: Mapped[str] = mapped_column(String(32))
    body: Mapped[bytes]


class PersonRow(db.Model):
    """A participant's personal data: everything here can be erased without touching the log."""

    __tablename__ = "people"
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    participant: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(80), default="")
    resume_code: Mapped[str] = mapped_column(String(12), default="")
    contact_name: Mapped[str] = mapped_column(String(80), default="")
    contact_email: Mapped[str] = mapped_column(String(254), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    contact_share: Mapped[bool] = mapped_column(default=False)
    consent_at: Mapped[int] = mapped_column(BigInteger, default=0)
    introduced_name: Mapped[str] = mapped_column(String(80), default="")
    introduced_email: Mapped[str] = mapped_column(String(254), default="")
    introduced_phone: Mapped[str] = mapped_column(String(40), default="")
    introduced_at: Mapped[int] = mapped_column(BigInteger, default=0)
    __table_args__ = (Index("people_by_resume_code", "workshop_id", "resume_code"),)


class LogoRow(db.Model):
    """A picture that is or was a workshop's logo. hash: sha256 of png, in hexadecimal digits."""

    __tablename__ = "logos"
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    png: Mapped[bytes]


class FacilitatorLink(db.Model):
    """A link that lets its holder lead a workshop until it is revoked.

    The link itself is the signed id, so there is no secret to keep here. command: the id of what
    asked for it, None for one that came with its workshop.
    """

    __tablename__ = "facilitator_links"
    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"))
    label: Mapped[str] = mapped_column(String(80), default="")
    created_at: Mapped[int] = mapped_column(BigInteger)
    revoked_at: Mapped[int] = mapped_column(BigInteger, default=0)
    command: Mapped[str | None] = mapped_column(String(40))
    __table_args__ = (Index("facilitator_links_by_command", "command", unique=True),)


class ReportLink(db.Model):
    """A link by which anybody may read a report. token_hash: sha256; the token is nowhere.

    edition: which one it shows. until: the last day, ISO. closed_at: 0 until it was taken back.
    """

    __tablename__ = "report_links"
    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    edition: Mapped[str] = mapped_column(String(20))
    until: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[int] = mapped_column(BigInteger)
    closed_at: Mapped[int] = mapped_column(BigInteger, default=0)


class TemplateRow(db.Model):
    """A plan that an organiser keeps to start from. rounds: PlannedRound, as JSON.

    tables: how many it supposes, 0 for none. removed_at: 0 until it was taken away, which can be
    undone.
    """

    __tablename__ = "templates"
    id: Mapped[int] = mapped_column(primary_key=True)
    organiser_id: Mapped[int] = mapped_column(ForeignKey("organisers.id"))
    name: Mapped[str] = mapped_column(String(80))
    tables: Mapped[int]
    rounds: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    created_at: Mapped[int] = mapped_column(BigInteger)
    removed_at: Mapped[int] = mapped_column(BigInteger, default=0)
    __table_args__ = (Index("templates_by_organiser", "organiser_id"),)
