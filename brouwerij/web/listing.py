"""The list of workshops: what of it is asked for, and what of that is on the page.

An organiser has some hundreds at most, so they are read in one go and sought here: accents, case
and order are then the same on every database, and the counts cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from brouwerij.domain import text
from brouwerij.store.models import WorkshopRow
from brouwerij.store.people import tidy_code

PAGE = 20
"""How many workshops are on one page; ours."""
FEW = 5
"""Up to how many are found by looking, without a search and filters; ours."""
ORDER = ("now", "soon", "ended")
"""How the list is sorted: what is going on comes first."""
FILTERS: dict[str, Callable[[WorkshopRow], bool]] = {
    "": lambda row: not row.put_away_at,
    "now": lambda row: not row.put_away_at and row.stage == "now",
    "soon": lambda row: not row.put_away_at and row.stage == "soon",
    "ended": lambda row: not row.put_away_at and row.stage == "ended",
    "away": lambda row: bool(row.put_away_at),
}
"""What can be shown of the list, by name; "" is all but what was put away."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see. words: to find, "" for all. show: a filter. page: from 1."""

    words: str
    show: str
    page: int


@dataclass(frozen=True, slots=True)
class Found:
    """A page of the list. total: found under this filter; counts: under every filter.

    few: so few that there is no need of search and filters.
    """

    asked: Asked
    rows: list[WorkshopRow]
    total: int
    counts: dict[str, int]
    pages: int
    few: bool

    @property
    def first(self) -> int:
        """Which of the total is the first on this page, from 1."""
        return (self.asked.page - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    def address(self, **other: str | int) -> str:
        """Where the same list is with something else asked: words, show or page."""
        it = {"words": self.asked.words, "show": self.asked.show, "page": 1} | other
        page = it["page"] if it["page"] != 1 else None
        return url_for(
            "organiser.workshops", zoek=it["words"] or None, toon=it["show"] or None, blad=page
        )


def asked(query: Mapping[str, str]) -> Asked:
    """What an address asks for; what it cannot mean is as if it were not there."""
    words = text.clean(query.get("zoek", ""))[: text.NAME_LENGTH]
    show, page = query.get("toon", ""), query.get("blad", "")
    number = int(page) if page.isdecimal() and len(page) < 10 else 1
    return Asked(words, show if show in FILTERS else "", number)


def find(rows: Sequence[WorkshopRow], asked: Asked) -> Found:
    """The page that was asked for, or the nearest there is. rows: the newest first."""
    sought = [row for row in rows if _is_sought(row, asked.words)]
    counts = {name: sum(map(fits, sought)) for name, fits in FILTERS.items()}
    shown = sorted(filter(FILTERS[asked.show], sought), key=lambda row: ORDER.index(row.stage))
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(asked.page, 1), pages)
    return Found(
        Asked(asked.words, asked.show, page),
        shown[(page - 1) * PAGE : page * PAGE],
        len(shown),
        counts,
        pages,
        few=len(shown) == len(rows) <= FEW and not (asked.words or asked.show),
    )


def _is_sought(row: WorkshopRow, words: str) -> bool:
    """Whether all words are in the title or the question, or they are how the code begins."""
    about, code = text.folded(f"{row.title} {row.question}"), tidy_code(words)
    if all(word in about for word in text.folded(words).split()):
        return True
    return bool(code) and row.code.startswith(code)
