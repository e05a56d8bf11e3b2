"""The report of a board, put together from its parts; what readers may know is in reading.py."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from brouwerij.domain.board import Board
from brouwerij.domain.commands import replace
from brouwerij.domain.entities import Round, Workshop
from brouwerij.domain.notes import Note
from brouwerij.domain.views import Person
from brouwerij.report.parts.attendance import origins
from brouwerij.report.parts.ballots import ballot
from brouwerij.report.parts.checkout import closing
from brouwerij.report.parts.groups import groups
from brouwerij.report.parts.ideas import listed
from brouwerij.report.parts.introductions import introduced
from brouwerij.report.parts.measured import dot_facts, poll_facts
from brouwerij.report.parts.strengthening import needs
from brouwerij.report.parts.themes import themes
from brouwerij.report.parts.told import last_told, told_themes, with_told
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import Appearance, Edition, Logo, Report, RoundLine, ThemeLine


def build(
    board: Board,
    people: Mapping[str, Person],
    edition: Edition,
    now: int,
    code: str = "",
    logo: bytes = b"",
) -> Report:
    """The report of a board as it stands. people: personal data by participant. now: server ms.
    logo: the picture that the board names (store/logos.py), nothing for none.

    A workshop that was made from its report tells no more than that did.
    """
    told = last_told(board, edition)
    if told is None:
        counted = _counted(Reading(board, people, edition), now, code)
    else:
        reading = Reading(board, people, told.edition)
        counted = with_told(_counted(reading, now, code, told_themes(told)), told)
    return replace(counted, appearance=_appearance(board.workshop, logo))


def with_narrower(
    board: Board,
    people: Mapping[str, Person],
    edition: Edition,
    now: int,
    code: str = "",
    logo: bytes = b"",
) -> Report:
    """The same, with what the narrower editions tell; the logo is in it once."""
    report = build(board, people, edition, now, code, logo)
    narrower = tuple(build(board, people, e, now, code) for e in edition.narrower)
    return replace(report, narrower=narrower)


def _counted(
    reading: Reading, now: int, code: str, told: Mapping[str, ThemeLine] | None = None
) -> Report:
    """The report of what is on the board. told: of themes whose votes are not on it, by id."""
    about = reading.board.workshop
    polled, dotted = reading.last_told("poll"), reading.last_told("dots")
    return Report(
        edition=reading.edition,
        code=code,
        title=about.title,
        question=about.question,
        date=about.date,
        made_at=now,
        anonymous=reading.anonymous,
        rounds=tuple(map(partial(_round, reading), reading.board.rounds)),
        initiatives=origins(reading),
        introductions=introduced(reading),
        needs=needs(reading),
        themes=themes(reading, polled, dotted, told or {}),
        loose=listed(reading, (i for i in reading.ideas() if not i.theme and not i.parked)),
        parked=listed(reading, (i for i in reading.ideas() if i.parked)),
        groups=groups(reading),
        poll=poll_facts(reading, polled) if polled else None,
        dots=dot_facts(reading, dotted) if dotted else None,
        ballots=tuple(map(partial(ballot, reading), reading.told("ballot"))),
        checkout=closing(reading),
    )


def _appearance(about: Workshop, logo: bytes) -> Appearance:
    shown = Logo(png=logo, text=about.logo_text or about.title) if logo else None
    return Appearance(accent=about.accent, logo=shown)


def _round(reading: Reading, round: Round) -> RoundLine:
    note = reading.board.get(Note, round.id) if reading.whole else None
    return RoundLine(
        kind=round.kind,
        title=round.title,
        minutes=round.minutes,
        settings=round.settings,
        phase=round.phase,
        opened_at=round.opened_at,
        closed_at=round.closed_at if round.status == "closed" else 0,
        note=note.text if note else "",
    )
