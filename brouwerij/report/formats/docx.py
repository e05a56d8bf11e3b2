"""Word: the report as a document to go on working in, with real headings, lists and tables."""

from __future__ import annotations

from brouwerij.i18n import current_language
from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.formats import Format, register
from brouwerij.report.progress import Step, tell
from brouwerij.report.shapes import Report
from brouwerij.report.word import Page
from brouwerij.report.word.chapters import CHAPTERS

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def render(report: Report) -> bytes:
    language = LANGUAGES.get(current_language(), current_language())
    page = Page(
        report.title,
        report.question,
        language,
        words.moment(report.made_at),
        report.appearance.ink,
    )
    page.header(report.title)
    page.footer(_("Pagina"), _("van"))
    for number, write in enumerate(CHAPTERS, start=1):
        tell(Step("chapters", number, len(CHAPTERS)))
        write(page, report)
    return page.file()


FORMAT = register(Format("docx", CONTENT_TYPE, "docx", render, slow=True, apart=True))
