"""What the votes came to: the figures by theme, the support map, the ballots, what to talk over."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.report import drawing, words
from brouwerij.report.shapes import PollFacts, Report
from brouwerij.report.word.chapters import captions
from brouwerij.report.word.page import Page


def overview(page: Page, report: Report) -> None:
    if not report.measured:
        return
    page.heading(_("Wat dragen we samen?"))
    page.table(
        captions.table(_("De cijfers per thema")),
        [
            _("Plaats"), _("Thema"), _("Oordeel"), _("Draag ik"), _("Kan ermee leven"),
            _("Bezwaar"), _("Werkt mee"),
        ],
        [
            [
                words.rank(s), theme.name, words.verdict(s), f"{s.support} / {s.people}",
                str(s.live_with), str(s.object), str(s.energy),
            ]
            for theme, s in report.measured
        ],
        [1.7, 4.9, 4, 1.8, 2, 1.9, 1.7],
        numbers=range(3, 7),
    )  # fmt: skip
    if report.poll:
        _support_map(page, report, report.poll)


def _support_map(page: Page, report: Report, poll: PollFacts) -> None:
    page.heading(_("De draagvlakkaart"), 2)
    page.text(words.chart_intro(poll), kept=True)
    page.picture(captions.figure(_("De draagvlakkaart")), drawing.support_map(report), 0.8)
    page.table(
        captions.table(_("De thema’s op de draagvlakkaart")),
        [
            _("Nummer"), _("Thema"), _("Draagt het, van iedereen"),
            _("Draagt het, waar dat het minst is"),
        ],
        [list(line) for line in words.chart_lines(report)],
        [2, 7.6, 3.4, 3.6],
        numbers=(2, 3),
    )  # fmt: skip


def ballots(page: Page, report: Report) -> None:
    for ballot in report.ballots:
        title = words.ballot_title(ballot)
        page.heading(title)
        page.text(words.ballot_intro(ballot))
        heads = words.ballot_heads(ballot)
        page.table(
            captions.table(_("De uitslag van %(ballot)s", ballot=words.quoted(title))),
            [_("Plaats"), _("Thema"), *heads, _("Gaat door")],
            [
                [
                    words.rank(line), words.ballot_theme(line), *words.ballot_cells(ballot, line),
                    words.yes(line.goes_on),
                ]
                for line in ballot.lines
            ],
            [1.8, 4, *[10.4 / len(heads)] * len(heads), 1.8],
            numbers=range(2, 2 + len(heads)),
        )  # fmt: skip
        for theme, reason, times in words.ballot_reasons(ballot):
            page.bullet(reason, times, lead=f"{theme}:")


def talk_first(page: Page, report: Report) -> None:
    if not report.talk_first or report.poll is None:
        return
    page.heading(_("Eerst over praten"))
    page.text(_("Deze thema’s draagt een deel van de zaal. Dit staat breed draagvlak in de weg."))
    for theme, found in report.talk_first:
        page.text(words.verdict(found), lead=f"{theme.name}:", kept=True)
        for reason in words.why(found, report.poll.rule):
            page.bullet(reason)
        for objection in found.objections:
            page.bullet(words.quoted(objection.text), words.times(objection), lead=_("Bezwaar:"))
