"""A whole workshop as one file, and a workshop made of such a file, in this store or another.

The file is a zip: manifest.json tells what is in it, log.jsonl is the change log, an entry a line,
people.jsonl the personal data, a person a line, and in logos/ are the pictures that the log names.
Receipts are not in it. They make it harmless to send a command again, and what was sent before
belongs to the old epoch: a phone that finds another epoch looks at what the board has before it
offers anything again. Nor are links to lead or to read: whoever brings a workshop back makes new
ones.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import Annotated, Any, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import Meta
from sqlalchemy import select
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from brouwerij.domain.board import Entry, change_from_body, change_to_body, fold
from brouwerij.domain.changes import KINDS
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Workshop
from brouwerij.domain.refusals import Refusal
from brouwerij.domain.retention import without_people
from brouwerij.store import log, logos, workshops
from brouwerij.store.models import PersonRow, WorkshopRow
from brouwerij.store.people import CODE_ALPHABET
from brouwerij.store.writer import Writer

VERSION = 1
"""Goes up when a file can no longer be read by the program that was there before."""
LARGEST = 64 * 1024 * 1024
"""Of a file, in bytes: some hundred times an afternoon of 500 people."""
LARGEST_UNPACKED = 512 * 1024 * 1024
"""Of what is in it together; a small file that grows beyond this was made to do harm."""
MANIFEST, LOG, PEOPLE = "manifest.json", "log.jsonl", "people.jsonl"
_AT = (2017, 1, 21, 0, 0, 0)
"""When all that is in a file is said to be made, so that the same workshop gives the same bytes."""
_lines = msgspec.json.Encoder()
_canonical = msgspec.json.Encoder(order="deterministic")
T = TypeVar("T")


class Manifest(msgspec.Struct, frozen=True):
    """What a file says of itself. made_at: server ms. counts: of lines, and files: sha256, by name.

    people: whether names and contact details were kept.
    """

    brouwerij: Literal["archive"]
    version: int
    code: str
    epoch: str
    made_at: int
    people: bool
    counts: dict[str, int]
    files: dict[str, str]


Key = Annotated[str, Meta(max_length=40)]
Name = Annotated[str, Meta(max_length=80)]
Moment = Annotated[int, Meta(ge=0, lt=2**53)]


class Line(msgspec.Struct, frozen=True):
    """An entry of the log as the file has it."""

    seq: Annotated[int, Meta(ge=1, lt=2**31)]
    at: Moment
    by: Key
    command: Key
    kind: Key
    body: dict[str, Any]


class Someone(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person as the file has them: the columns of the table `people`."""

    participant: Key
    name: Name = ""
    resume_code: Annotated[str, Meta(max_length=12)] = ""
    contact_name: Name = ""
    contact_email: Annotated[str, Meta(max_length=254)] = ""
    contact_phone: Key = ""
    contact_share: bool = False
    consent_at: Moment = 0
    introduced_name: Name = ""
    introduced_email: Annotated[str, Meta(max_length=254)] = ""
    introduced_phone: Key = ""
    introduced_at: Moment = 0


class Archive(NamedTuple):
    """What was read from a file, and found to be whole."""

    manifest: Manifest
    entries: list[Entry]
    people: list[Someone]
    logos: list[bytes]


class Restored(NamedTuple):
    """A workshop that was brought back. was: the code it had, which may be in use here."""

    row: WorkshopRow
    was: str


def written(session: Session, row: WorkshopRow, now: int, *, people: bool) -> bytes:
    """The file of a workshop. now: server ms.

    people: with names, contact details and personal codes. Without them nothing is in it that
    would go when the time to keep them is over (domain/retention.py).
    """
    entries = list(log.entries(session.connection(), row.id))
    kept = _people(session, row.id) if people else []
    parts = {
        LOG: [_line(entry if people else _lean(entry)) for entry in entries],
        PEOPLE: [_lines.encode(someone) for someone in kept],
    }
    contents = {name: b"".join(line + b"\n" for line in lines) for name, lines in parts.items()}
    for hash, png in logos.all_of(session, row.id).items():
        if people or hash == _logo(entries):  # what it replaced goes with the people
            contents[logos.file_of(hash)] = png
    manifest = Manifest(
        brouwerij="archive",
        version=VERSION,
        code=row.code,
        epoch=row.epoch,
        made_at=now,
        people=people,
        counts={name: len(lines) for name, lines in parts.items()},
        files={name: _sum(content) for name, content in contents.items()},
    )
    return _zipped({MANIFEST: _lines.encode(manifest), **contents})


def _logo(entries: list[Entry]) -> str:
    """The hash of the logo at the end of a log."""
    told = (it.logo for e in reversed(entries) for it in e.change.set if isinstance(it, Workshop))
    return next(told, "")


def _people(session: Session, workshop: int) -> list[Someone]:
    query = select(PersonRow).where(PersonRow.workshop_id == workshop)
    rows = session.scalars(query.order_by(PersonRow.participant))
    return [msgspec.convert(row, Someone, from_attributes=True) for row in rows]


def _line(entry: Entry) -> bytes:
    change = entry.change
    body = change_to_body(change)
    return _lines.encode(Line(entry.seq, entry.at, entry.by, entry.command, change.kind, body))


def _lean(entry: Entry) -> Entry:
    change = entry.change
    return replace(entry, change=replace(change, set=tuple(map(without_people, change.set))))


def _zipped(contents: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in contents.items():
            packed.writestr(zipfile.ZipInfo(name, _AT), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def looks_like(content: bytes) -> bool:
    """Whether a file may be an archive: it is a zip."""
    return content.startswith(b"PK")


def read(content: bytes) -> Archive | Refusal:
    """What is in a file, when all of it can be relied on. Writes nothing."""
    if len(content) > LARGEST:
        return Refusal("archive.too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _read(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        return Refusal("archive.not_ours")


def _read(packed: zipfile.ZipFile) -> Archive | Refusal:
    names = packed.namelist()
    if MANIFEST not in names:
        return Refusal("archive.not_ours")
    contents: dict[str, bytes] = {}
    room = LARGEST_UNPACKED
    for name in (MANIFEST, LOG, PEOPLE, *filter(logos.is_file, names)):
        if names.count(name) != 1:
            return Refusal("archive.damaged", {"where": name})
        with packed.open(name) as part:
            contents[name] = part.read(room + 1)  # what a zip says of its sizes may be untrue
        room -= len(contents[name])
        if room < 0:
            return Refusal("archive.too_large")
    return _checked(contents)


def _checked(contents: dict[str, bytes]) -> Archive | Refusal:
    try:
        manifest = msgspec.json.decode(contents[MANIFEST], type=Manifest)
    except msgspec.MsgspecError:
        return Refusal("archive.not_ours")
    if manifest.version != VERSION:
        return Refusal("archive.version")
    for name in sorted(contents.keys() - {MANIFEST} | manifest.files.keys()):
        if name not in contents or manifest.files.get(name) != _sum(contents[name]):
            return Refusal("archive.damaged", {"where": name})
    try:
        people = _decoded(contents[PEOPLE], Someone)
        lines = _decoded(contents[LOG], Line)
    except msgspec.MsgspecError:
        return Refusal("archive.version")
    pictures = logos.of_files(contents)
    if isinstance(pictures, Refusal):
        return pictures
    entries = _entries(lines)
    if isinstance(entries, Refusal):
        return entries
    return Archive(manifest, entries, people, pictures)


def _decoded(content: bytes, type: type[T]) -> list[T]:
    decoder = msgspec.json.Decoder(type)
    return [decoder.decode(line) for line in content.splitlines()]


def _entries(lines: Iterable[Line]) -> list[Entry] | Refusal:
    """The log, when it is one that this program reads without leaving anything out."""
    entries = []
    for line in lines:
        try:
            change = change_from_body(line.kind, line.body)
        except (msgspec.ValidationError, KeyError, TypeError, ValueError, AttributeError):
            return Refusal("archive.version")
        if line.kind not in KINDS or _lines.encode(change_to_body(change)) != _lines.encode(
            line.body
        ):
            return Refusal("archive.version")
        entries.append(Entry(line.seq, line.at, line.by, line.command, change))
    try:
        board = fold(entries)
    except ValueError:
        return Refusal("archive.damaged", {"where": LOG})
    return entries if board.get(Workshop, "this") else Refusal("archive.damaged", {"where": LOG})


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two are the same as JSON: a tuple is a list there."""
    return _canonical.encode(one) == _canonical.encode(other)


def restored(
    source: Writer, archive: Archive, organiser: int | None, now: int, command: str | None = None
) -> Restored | Refusal:
    """Make a workshop of what was read, all of it or nothing. now: server ms. command: the id of
    what asks for it, which makes one however often it is sent.

    It has an epoch and a facilitator link of its own, and its old code when nobody has that now.
    """

    def work(session: Session) -> Restored:
        row = workshops.add(session, organiser, now, command=command)
        if row.head:
            return Restored(row, archive.manifest.code)
        _take_code(session, row, archive.manifest.code)
        log.append(session.connection(), row.id, archive.entries)
        for png in archive.logos:
            logos.keep(session, row.id, png)
        for someone in archive.people:
            session.add(PersonRow(workshop_id=row.id, **msgspec.structs.asdict(someone)))
        session.flush()
        session.refresh(row)  # the log wrote beside it
        return Restored(row, archive.manifest.code)

    try:
        return source.run(work)
    except (DataError, IntegrityError, ValueError):  # text that a database does not take
        return Refusal("archive.damaged", {"where": f"{LOG}, {PEOPLE}"})


def _take_code(session: Session, row: WorkshopRow, code: str) -> None:
    """Give a workshop this code, unless another has it or it is no code of ours."""
    if len(code) != workshops.JOIN_CODE_LENGTH or not set(code) <= set(CODE_ALPHABET):
        return
    try:
        with session.begin_nested():
            row.code = code
    except IntegrityError:
        session.refresh(row)
