"""Reading a conversation: a matrix of votes in the layout of Polis's participants-votes.csv."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from brouwerij.cli._tables import Table, TableError, open_table

if TYPE_CHECKING:
    from brouwerij.domain.support.conversation import Conversation

VOTES = {"1": 1, "1.0": 1, "0": 0, "0.0": 0, "-0.0": 0, "-1": 255, "-1.0": 255, "": 2}
"""How a vote is written, and the byte it is kept as: as a signed number -1 for 255, 2 unseen."""


def read_conversation(path: str) -> Conversation:
    """The conversation in a file; its groups are "" where the file has none.

    Columns: participant; if one likes group-id, xid and what begins with n-; and one for every
    statement. Raises TableError with the row and the column of what is wrong.
    """
    with open_table(path) as table:
        return _read(table)


def _read(table: Table) -> Conversation:
    import numpy as np

    from brouwerij.domain.support.conversation import Conversation

    who = table.column("participant")
    group = table.header.index("group-id") if "group-id" in table.header else None
    voted = [not _about_the_voter(name) for name in table.header]
    statements = list(compress(table.header, voted))
    if not statements:
        raise TableError("there is no column with votes on a statement")
    participants: dict[str, int] = {}
    groups: list[str] = []
    ballots = bytearray()
    for number, cells in table.rows:
        _add(participants, cells[who].strip(), number)
        groups.append(cells[group].strip() if group is not None else "")
        try:
            ballots += bytes(map(VOTES.__getitem__, compress(cells, voted)))
        except KeyError:
            ballots += _by_hand(table.header, cells, voted, number)
    if not groups:
        raise TableError("there are no voters in it: it has no row below the first")
    matrix = np.frombuffer(ballots, dtype=np.int8).reshape(len(groups), len(statements))
    return Conversation(statements, groups, matrix)


def _about_the_voter(column: str) -> bool:
    return column in ("participant", "group-id", "xid") or column.startswith("n-")


def _add(participants: dict[str, int], participant: str, number: int) -> None:
    if not participant:
        raise TableError(f"row {number} has no participant")
    before = participants.setdefault(participant, number)
    if before != number:
        raise TableError(f"participant {participant} is in row {before} and again in row {number}")


def _by_hand(header: list[str], cells: list[str], voted: list[bool], number: int) -> bytes:
    """The votes of a row that has a cell with spaces around it, or with something else."""
    votes = bytearray()
    for name, cell in compress(zip(header, cells, strict=True), voted):
        if cell.strip() not in VOTES:
            raise TableError(
                f"row {number}, column {name}: {cell!r} is no vote; "
                "1 is agree, 0 pass, -1 disagree and empty not seen"
            )
        votes.append(VOTES[cell.strip()])
    return bytes(votes)
