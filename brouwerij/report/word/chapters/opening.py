"""The title page with the contents, and what came out in short."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.shapes import Report
from brouwerij.report.word.page import Page


def opening(page: Page, report: Report) -> None:
    if logo := report.appearance.logo:
        page.logo(logo)
    page.kind(_("Verslag van een Ideeënbrouwerij"))
    page.title(report.title, report.question)
    page.text(words.about(report), soft=True)
    if caution := words.caution(report.edition):
        page.text(caution, lead=words.edition(report.edition) + ".")
    page.key_numbers([(str(number), label) for number, label in words.figures(report)])
    page.contents(_("Inhoud"))
    page.heading(_("In het kort"), new_page=True)
    for sentence in words.summary(report):
        page.bullet(sentence)
