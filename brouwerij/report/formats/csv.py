"""CSV for spreadsheets: a zip with one file per kind of thing.

As Excel in Dutch reads it without asking: semicolons, UTF-8 with its mark, everything quoted. No
cell starts a formula.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator

from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.formats import Format, register
from brouwerij.report.shapes import IdeaLine, Member, Report

FORMULA_STARTS = frozenset("=+-@\t\r\n\0＝＋－＠")
"""What makes a spreadsheet take a cell for a formula (OWASP ASVS 5, 1.2.10)."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time on every file in the zip, so that the same report is the same bytes."""

Cell = str | int | float
Row = tuple[Cell, ...]


def csv_safe(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would take it for a formula."""
    start = text.lstrip(" \u00a0")[:1]
    return f"'{text}" if start in FORMULA_STARTS and start else text


def render(report: Report) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in sheets(report):
            archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), sheet(rows))
    return packed.getvalue()


def sheet(rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def _cell(cell: Cell) -> str:
    if isinstance(cell, float):
        return words.decimal(cell)
    return str(cell) if isinstance(cell, int) else csv_safe(cell)


def sheets(report: Report) -> list[tuple[str, Iterator[Row]]]:
    """The files of the zip: name and rows, the first of which is the heading."""
    return [
        (_("samenvatting.csv"), _summary(report)),
        (_("themas.csv"), _themes(report)),
        (_("draagvlak-per-initiatief.csv"), _segments(report)),
        *([(_("stemmingen.csv"), _ballots(report))] if report.ballots else []),
        (_("ideeen.csv"), _ideas(report)),
        (_("kennismaken.csv"), _introductions(report)),
        (_("werkgroepen.csv"), _groups(report)),
        (_("deelnemers-per-initiatief.csv"), _people(report)),
        (_("rondes.csv"), _rounds(report)),
        (_("afronden.csv"), _checkout(report)),
    ]


def _summary(report: Report) -> Iterator[Row]:
    yield _("Wat"), _("Tekst")
    yield _("Titel"), report.title
    yield _("Vraag"), report.question
    yield _("Datum"), report.date
    yield _("Versie"), words.edition(report.edition)
    for sentence in words.summary(report):
        yield _("Samenvatting"), sentence
    for sentence in words.how_measured(report):
        yield _("Hoe is gemeten"), sentence
    if report.poll:
        yield from words.classes(report.poll.rule)


def _themes(report: Report) -> Iterator[Row]:
    yield (
        _("Plaats"), _("Thema"), _("Oordeel"), _("Mensen"), _("Draag ik"), _("Kan ermee leven"),
        _("Bezwaar"), _("Geen antwoord"), _("Werkt mee"), _("Kopgroep"),
        _("Mensen met een stip"), _("Stippen"), _("Ideeën"), _("Redenen van bezwaar"),
        _("Wat gaan we doen"), _("Waarom"), _("Eerste stap"), _("Met wie"), _("Wat is er nodig"),
    )  # fmt: skip
    for theme in report.themes:
        found, dots, card = theme.support, theme.dots, theme.card
        polled: Row = ("",) * 8
        if found:
            polled = (
                words.verdict(found), found.people, found.support, found.live_with, found.object,
                found.blank, found.energy, words.yes(found.vanguard),
            )  # fmt: skip
        yield (
            found.rank if found else "", theme.name, *polled,
            *((dots.supporters, dots.dots) if dots else ("", "")), theme.written,
            " | ".join(found.reasons) if found else "",
            *((card.what, card.why, card.first_step, card.who, card.needs) if card else ("",) * 5),
        )  # fmt: skip


def _segments(report: Report) -> Iterator[Row]:
    yield (
        _("Thema"), _("Initiatief"), _("Mensen"), _("Draag ik"), _("Kan ermee leven"), _("Bezwaar"),
    )  # fmt: skip
    for theme, found in report.measured:
        for s in found.segments:
            name = words.segment_name(s)
            yield theme.name, name, s.people, s.support, s.live_with, s.object


def _ballots(report: Report) -> Iterator[Row]:
    """One row an answer: every method has answers of its own."""
    yield _("Stemming"), _("Plaats"), _("Thema"), _("Gaat door"), _("Wat"), _("Uitkomst")
    for ballot in report.ballots:
        heads = words.ballot_heads(ballot)
        for line in ballot.lines:
            for head, cell in zip(heads, words.ballot_cells(ballot, line), strict=True):
                goes_on = words.yes(line.goes_on)
                yield (
                    words.ballot_title(ballot),
                    line.rank,
                    words.ballot_theme(line),
                    goes_on,
                    head,
                    cell,
                )
            for reason in line.reasons:
                yield (
                    words.ballot_title(ballot),
                    line.rank,
                    words.ballot_theme(line),
                    "",
                    _("Bezwaar"),
                    reason,
                )


def _ideas(report: Report) -> Iterator[Row]:
    yield _("Thema"), _("Idee"), _("Initiatief"), _("Zelfde als"), _("Bijzonderheid")
    for theme in report.themes:
        for idea in theme.ideas:
            yield from _idea(theme.name, idea, "")
    for idea in report.loose:
        yield from _idea("", idea, "")
    for idea in report.parked:
        yield from _idea("", idea, _("kwam te laat"))


def _idea(theme: str, idea: IdeaLine, note: str) -> Iterator[Row]:
    for line in (idea, *idea.same):
        hidden = _("verborgen") if line.hidden else ""
        notes = ", ".join(filter(None, (note, words.behind(line), hidden)))
        yield theme, line.text, line.initiative, "" if line is idea else idea.text, notes


def _introductions(report: Report) -> Iterator[Row]:
    yield _("Initiatief"), _("Soort"), _("Tekst"), _("Herkend door"), _("Kan helpen")
    for one in report.introductions:
        for sort, text in ((_("Wie zijn we"), one.who), (_("Wat is er mooi aan"), one.beautiful)):
            if text:
                yield one.initiative, sort, text, "", ""
        for sort, points in ((_("Succesfactor"), one.factors), (_("Knelpunt"), one.bottlenecks)):
            for point in points:
                helpers = ", ".join(point.helpers)
                yield one.initiative, sort, point.text, point.recognised, helpers


def _groups(report: Report) -> Iterator[Row]:
    """The organiser's edition has three columns more, for how to reach people."""
    yield (
        _("Werkgroep"), _("Rol"), _("Naam"), _("Initiatief"), _("Eerste stap"), _("Datum"),
        _("Kopgroep"), *(words.reach_heads() if report.reaches else ()),
    )  # fmt: skip
    for group in report.groups:
        for role, member in words.roles(group) or [("", Member(name="", initiative=""))]:
            yield (
                group.theme, role, member.name, member.initiative, group.first_step, group.date,
                words.yes(group.vanguard), *(words.reach(member) if report.reaches else ()),
            )  # fmt: skip


def _people(report: Report) -> Iterator[Row]:
    yield _("Initiatief"), _("Kenmerk"), _("Mensen"), _("Van wie zonder telefoon")
    for origin in report.initiatives:
        yield origin.name, origin.mark, origin.people, origin.guests


def _rounds(report: Report) -> Iterator[Row]:
    yield _("Ronde"), _("Minuten gepland"), _("Minuten gehouden"), _("Van"), _("Tot")
    for line in report.rounds:
        start = words.clock(line.opened_at) if line.held else ""
        end = words.clock(line.closed_at) if line.took else ""
        yield words.round_name(line), line.minutes, line.took or "", start, end


def _checkout(report: Report) -> Iterator[Row]:
    yield _("Cijfer of zin"), _("Aantal of tekst")
    if report.checkout:
        yield from zip(range(1, 6), report.checkout.marks, strict=True)
        yield _("Gemiddeld"), report.checkout.mean
        for sentence in report.checkout.sentences:
            yield _("Zin"), sentence


FORMAT = register(Format("csv", "application/zip", "zip", render))
