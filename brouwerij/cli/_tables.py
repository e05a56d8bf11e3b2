"""Reading a CSV file that somebody else's program wrote, and saying where it goes wrong."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DELIMITERS = (",", ";", "\t")


class TableError(ValueError):
    """What is wrong with a file, with the row and the column where it can be told."""


@dataclass(frozen=True, slots=True)
class Table:
    """header: the columns' names. rows: number and cells; 1 is the header, as in a spreadsheet."""

    header: list[str]
    rows: Iterator[tuple[int, list[str]]]

    def column(self, *names: str) -> int:
        """Where the first of these columns is. Raises TableError when there is none."""
        for name in names:
            if name in self.header:
                return self.header.index(name)
        raise TableError(f"there is no column {' or '.join(names)} in the first row")


@contextmanager
def open_table(path: str) -> Iterator[Table]:
    """A CSV file in UTF-8, between commas, semicolons or tabs; empty rows are passed over.

    Raises TableError, also while the rows are read.
    """
    try:
        with Path(path).open(newline="", encoding="utf-8-sig") as file:
            first = file.readline()
            file.seek(0)
            rows = enumerate(csv.reader(file, delimiter=_delimiter(first), strict=True), start=1)
            filled = ((number, cells) for number, cells in rows if any(cells))
            _, header = next(filled, (0, []))
            if not header:
                raise TableError("it is empty")
            names = [name.strip() for name in header]
            _refuse_twice(names)
            yield Table(names, _whole(filled, len(names)))
    except OSError as error:
        raise TableError(f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise TableError("it is not UTF-8 text; save it as CSV in UTF-8") from error
    except csv.Error as error:
        raise TableError(f"it is not CSV ({error})") from error


def _delimiter(line: str) -> str:
    return max(DELIMITERS, key=line.count)


def _refuse_twice(names: list[str]) -> None:
    seen: set[str] = set()
    for number, name in enumerate(names, start=1):
        if not name:
            raise TableError(f"column {number} has no name in the first row")
        if name in seen:
            raise TableError(f"there are two columns {name}")
        seen.add(name)


def _whole(rows: Iterator[tuple[int, list[str]]], width: int) -> Iterator[tuple[int, list[str]]]:
    for number, cells in rows:
        if len(cells) != width:
            raise TableError(f"row {number} has {len(cells)} cells and the first row {width}")
        yield number, cells
