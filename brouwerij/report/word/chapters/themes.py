"""The themes, each with how it is carried, its ideas and its card."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.report import drawing, words
from brouwerij.report.shapes import IdeaLine, Report, Support, ThemeLine
from brouwerij.report.word.chapters import captions
from brouwerij.report.word.page import Page


def themes(page: Page, report: Report) -> None:
    if report.themes:
        page.heading(_("De thema’s"))
    if report.poll and report.measured:
        page.text(words.legend(report.poll.rule), soft=True, kept=True)
    for theme in report.themes:
        page.heading(theme.name, 2)
        if theme.support:
            _support(page, report, theme, theme.support)
        if theme.dots:
            page.text(words.dots_sentence(theme.dots), soft=True)
        if theme.ideas:
            page.heading(_("In de woorden van de zaal"), 3)
            ideas(page, theme.ideas)
        if theme.support:
            _objections(page, theme.support)
        if card := words.card(theme):
            page.heading(_("Uitgewerkt"), 3)
            for label, text in card:
                page.text(text, lead=f"{label}:")


def _support(page: Page, report: Report, theme: ThemeLine, found: Support) -> None:
    page.text(words.support_sentences(found), lead=f"{words.verdict(found)}.", kept=True)
    page.picture(
        captions.figure(_("Zo draagt de zaal %(theme)s", theme=words.quoted(theme.name))),
        drawing.bar(theme, found, report.poll.rule if report.poll else None),
    )
    page.text(words.segments(found), soft=True)


def _objections(page: Page, found: Support) -> None:
    if found.objections:
        page.heading(_("Bezwaren"), 3)
    for objection in found.objections:
        page.bullet(objection.text, words.times(objection))


def ideas(page: Page, lines: tuple[IdeaLine, ...]) -> None:
    """People's own words, with under each what comes to the same."""
    for idea in lines:
        page.bullet(idea.text, words.idea_note(idea))
        for same in idea.same:
            page.bullet(same.text, words.idea_note(same), deeper=True)
