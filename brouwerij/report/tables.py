"""The report as tables, a kind of thing each, for every format that has rows and columns.

A cell is text, a whole number, a number with decimals, a share of 1, a day or a moment; how each
looks is up to the format.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.shapes import IdeaLine, Member, Report


class Share(float):
    """A share of 1, to be shown in per cents."""


Cell = str | int | float | datetime.date
"""A datetime.datetime is a moment, with its time zone; "" is an empty cell of any kind."""
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of thing. title: as on a sheet. file: of a file of its own. rows: the heading first,
    and all as long as that."""

    title: str
    file: str
    rows: list[Row]


def tables(report: Report) -> list[Table]:
    """All of a report, in the language that is spoken."""
    told = [
        (_("Samenvatting"), _("samenvatting.csv"), _summary(report)),
        (_("Thema’s"), _("themas.csv"), _themes(report)),
        (_("Draagvlak"), _("draagvlak-per-initiatief.csv"), _segments(report)),
        (_("Bezwaren"), _("bezwaren.csv"), _objections(report)),
        *([(_("Stemmingen"), _("stemmingen.csv"), _ballots(report))] if report.ballots else []),
        (_("Ideeën"), _("ideeen.csv"), _ideas(report)),
        (_("Kennismaken"), _("kennismaken.csv"), _introductions(report)),
        (_("Versterkingskaart"), _("versterkingskaart.csv"), _needs(report)),
        (_("Werkgroepen"), _("werkgroepen.csv"), _groups(report)),
        (_("Deelnemers"), _("deelnemers-per-initiatief.csv"), _people(report)),
        (_("Rondes"), _("rondes.csv"), _rounds(report)),
        (_("Afronden"), _("afronden.csv"), _checkout(report)),
    ]
    return [Table(title, file, list(rows)) for title, file, rows in told]


def _day(iso: str) -> Cell:
    return datetime.date.fromisoformat(iso) if iso else ""


def _moment(at: int) -> Cell:
    return words.local(at) if at else ""


def _summary(report: Report) -> Iterator[Row]:
    yield _("Wat"), _("Tekst")
    yield _("Titel"), report.title
    yield _("Vraag"), report.question
    yield _("Datum"), _day(report.date)
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
        _("Bezwaar"), _("Geen antwoord"), _("Werkt mee"), _("Draagt het, van iedereen"),
        _("Draagt het, waar dat het minst is"), _("Kopgroep"),
        _("Mensen met een stip"), _("Stippen"), _("Ideeën"),
        _("Wat gaan we doen"), _("Waarom"), _("Eerste stap"), _("Met wie"), _("Wat is er nodig"),
    )  # fmt: skip
    for theme in report.themes:
        found, dots, card = theme.support, theme.dots, theme.card
        polled: Row = ("",) * 10
        if found:
            polled = (
                words.verdict(found), found.people, found.support, found.live_with, found.object,
                found.blank, found.energy, Share(found.breadth), Share(found.weakest),
                words.yes(found.vanguard),
            )  # fmt: skip
        yield (
            found.rank if found else "", theme.name, *polled,
            *((dots.supporters, dots.dots) if dots else ("", "")), theme.written,
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


def _objections(report: Report) -> Iterator[Row]:
    yield _("Thema"), _("Bezwaar"), _("Aantal keer")
    for theme, found in report.measured:
        for reason in found.objections:
            yield theme.name, reason.text, reason.times


def _ballots(report: Report) -> Iterator[Row]:
    """One row an answer: every method has answers of its own."""
    yield _("Stemming"), _("Plaats"), _("Thema"), _("Gaat door"), _("Wat"), _("Uitkomst")
    for ballot in report.ballots:
        title, heads = words.ballot_title(ballot), words.ballot_heads(ballot)
        for line in ballot.lines:
            start = title, line.rank, words.ballot_theme(line)
            goes_on = words.yes(line.goes_on)
            for head, cell in zip(heads, words.ballot_cells(ballot, line), strict=True):
                yield *start, goes_on, head, int(cell) if cell.isdecimal() else cell
            for reason in line.objections:
                said = filter(None, (_("Bezwaar"), words.times(reason)))
                yield *start, "", ", ".join(said), reason.text


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


def _needs(report: Report) -> Iterator[Row]:
    yield tuple(words.need_heads())
    for need in report.needs:
        helpers = ", ".join(need.helpers)
        yield need.text, need.initiative, need.heard, helpers, words.fitting(need)


def _groups(report: Report) -> Iterator[Row]:
    """The organiser's edition has three columns more, for how to reach people."""
    yield (
        _("Werkgroep"), _("Rol"), _("Naam"), _("Initiatief"), _("Doel"), _("Eerste stap"),
        _("Datum"), _("Nodig"), _("Kopgroep"), *(words.reach_heads() if report.reaches else ()),
    )  # fmt: skip
    for group in report.groups:
        for role, member in words.roles(group) or [("", Member(name="", initiative=""))]:
            yield (
                group.theme, role, member.name, member.initiative, group.goal,
                group.first_step, _day(group.date), group.needs,
                words.yes(group.vanguard), *(words.reach(member) if report.reaches else ()),
            )  # fmt: skip


def _people(report: Report) -> Iterator[Row]:
    yield _("Initiatief"), _("Kenmerk"), _("Mensen"), _("Van wie zonder telefoon")
    for origin in report.initiatives:
        yield origin.name, origin.mark, origin.people, origin.guests


def _rounds(report: Report) -> Iterator[Row]:
    """The organiser's edition has a column more, for what those who led noted."""
    heads = _("Ronde"), _("Minuten gepland"), _("Minuten gehouden"), _("Van"), _("Tot")
    yield (*heads, _("Notitie")) if report.reaches else heads
    for line in report.rounds:
        start, end = _moment(line.opened_at), _moment(line.closed_at if line.took else 0)
        told = words.round_name(line), line.minutes, line.took or "", start, end
        yield (*told, line.note) if report.reaches else told


def _checkout(report: Report) -> Iterator[Row]:
    yield _("Cijfer of zin"), _("Aantal of tekst")
    if report.checkout:
        yield from zip(range(1, 6), report.checkout.marks, strict=True)
        yield _("Gemiddeld"), report.checkout.mean
        for sentence in report.checkout.sentences:
            yield _("Zin"), sentence
