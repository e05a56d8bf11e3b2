"""The logos of workshops, each by the hash of its picture.

The log names the hash, so neither it nor a snapshot grows with a picture. What was replaced stays
for who takes that back, until people are erased; all go with their workshop.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from brouwerij import images
from brouwerij.domain.refusals import Refusal
from brouwerij.store.models import LogoRow

_FILE = re.compile(r"logos/([0-9a-f]{64})\.png", re.ASCII)
"""What a picture is called in an archive."""


def hash_of(png: bytes) -> str:
    """By what a picture is known: its sha256, in hexadecimal digits."""
    return hashlib.sha256(png).hexdigest()


def keep(session: Session, workshop: int, png: bytes) -> str:
    """Keep a picture for a workshop; its hash. png: as images.remade made it."""
    hash = hash_of(png)
    session.merge(LogoRow(hash=hash, workshop_id=workshop, png=png))
    return hash


def of(session: Session, workshop: int, hash: str) -> bytes:
    """A picture of this workshop as PNG; nothing when it has none by that hash."""
    row = session.get(LogoRow, (hash, workshop)) if hash else None
    return row.png if row else b""


def by_hash(session: Session, hash: str) -> bytes:
    """The picture with this hash as PNG, whosever it is; nothing when there is none."""
    query = select(LogoRow.png).where(LogoRow.hash == hash).limit(1)
    return session.scalar(query) or b""


def all_of(session: Session, workshop: int) -> dict[str, bytes]:
    """Every picture that is kept for a workshop, by its hash."""
    query = select(LogoRow).where(LogoRow.workshop_id == workshop).order_by(LogoRow.hash)
    return {row.hash: row.png for row in session.scalars(query)}


def forget_others(session: Session, workshop: int, hash: str) -> None:
    """Keep of a workshop's pictures the one that it has now. hash: "" for none."""
    others = LogoRow.workshop_id == workshop, LogoRow.hash != hash
    session.execute(delete(LogoRow).where(*others))


def file_of(hash: str) -> str:
    """What the picture is called in an archive."""
    return f"logos/{hash}.png"


def is_file(name: str) -> bool:
    """Whether something in an archive is called as a picture."""
    return _FILE.fullmatch(name) is not None


def of_files(contents: Mapping[str, bytes]) -> list[bytes] | Refusal:
    """The pictures among the files of an archive; the refusal that names one which is none of ours,
    or not the one that it is called."""
    found = []
    for name, png in contents.items():
        called = _FILE.fullmatch(name)
        if called is None:
            continue
        if hash_of(png) != called[1] or not images.is_ours(png):
            return Refusal("archive.damaged", {"where": name})
        found.append(png)
    return found
