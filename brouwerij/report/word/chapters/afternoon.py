"""How the afternoon went: the introductions, the ideas besides the themes, who was there, the
rounds, the check-out, and how support was measured."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.shapes import IntroductionLine, PointLine, Report
from brouwerij.report.word.chapters import captions
from brouwerij.report.word.chapters.themes import ideas
from brouwerij.report.word.page import Page


def introductions(page: Page, report: Report) -> None:
    if report.introductions:
        page.heading(_("Kennismaken"))
    for one in report.introductions:
        _introduction(page, one)


def _introduction(page: Page, one: IntroductionLine) -> None:
    page.heading(one.initiative, 2)
    if one.who:
        page.text(one.who, lead=_("Wie zijn we") + ":")
    if one.beautiful:
        page.text(one.beautiful, lead=_("Wat is er mooi aan") + ":")
    _points(page, _("Succesfactoren"), one.factors)
    _points(page, _("Knelpunten"), one.bottlenecks)


def _points(page: Page, title: str, points: tuple[PointLine, ...]) -> None:
    if points:
        page.heading(title, 3)
    for point in points:
        page.bullet(point.text, words.heard(point))


def other_ideas(page: Page, report: Report) -> None:
    if report.loose:
        page.heading(_("Losse ideeën"))
        page.text(_("Deze ideeën horen nog niet bij een thema."), soft=True)
        ideas(page, report.loose)
    if report.parked:
        page.heading(_("Te laat binnen"))
        page.text(_("Deze ideeën kwamen toen de ronde al dicht was."), soft=True)
        ideas(page, report.parked)


def attendance(page: Page, report: Report) -> None:
    if not report.initiatives:
        return
    page.heading(_("Wie er was"))
    page.table(
        captions.table(_("De initiatieven")),
        [_("Initiatief"), _("Kenmerk"), _("Mensen")],
        [[origin.name, origin.mark, words.origin(origin)] for origin in report.initiatives],
        [8, 2.6, 6],
    )


def rounds(page: Page, report: Report) -> None:
    page.heading(_("Zo ging het"))
    if report.rounds:
        page.table(
            captions.table(_("De rondes")),
            [_("Ronde"), _("Gepland"), _("Gehouden"), _("Tijd")],
            [
                [words.round_name(r), words.minutes(r.minutes), words.took(r), words.when(r)]
                for r in report.rounds
            ],
            [7, 3, 3, 4],
        )
    else:
        page.text(_("Er waren geen rondes."))
    if report.noted:
        page.heading(_("Notities van wie leidde"), 2)
    for noted in report.noted:
        page.bullet(noted.note, lead=f"{words.round_name(noted)}:")


def checkout(page: Page, report: Report) -> None:
    end = report.checkout
    if end is None:
        return
    page.heading(_("Afronden"))
    page.text(words.mood(end))
    page.table(
        captions.table(_("De cijfers bij het afronden")),
        [_("Cijfer"), _("Mensen")],
        [[str(mark), str(count)] for mark, count in enumerate(end.marks, 1)],
        [2, 14],
    )
    for sentence in end.sentences:
        page.bullet(sentence)


def measured(page: Page, report: Report) -> None:
    told = words.how_measured(report)
    if not told:
        return
    page.heading(_("Zo is het gemeten"))
    for paragraph in told:
        page.text(paragraph)
    if report.poll:
        page.text(words.classes_before())
        for name, asked in words.classes(report.poll.rule):
            page.bullet(asked, lead=f"{name}:")
