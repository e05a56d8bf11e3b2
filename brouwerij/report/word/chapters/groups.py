"""The working groups with who signed up, and the strengthening map."""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.shapes import GroupLine, Report
from brouwerij.report.word.chapters import captions
from brouwerij.report.word.page import Page


def groups(page: Page, report: Report) -> None:
    if report.groups:
        page.heading(_("Werkgroepen"))
    for group in report.groups:
        page.heading(group.theme, 2)
        if note := words.group_note(group):
            page.text(note, soft=True)
        for label, text in words.plan(group):
            page.text(text, lead=f"{label}:")
        if lacks := words.lacking(group):
            page.text(" ".join(lacks))
        _signed_up(page, report, group)


def _signed_up(page: Page, report: Report, group: GroupLine) -> None:
    heads = [_("Rol"), _("Naam"), _("Initiatief")]
    widths = [2.3, 3, 2.8]
    if report.reaches:
        heads += words.reach_heads()
        widths += [4.4, 2.4, 1.9]
    rows = [
        [
            role,
            words.name(member),
            member.initiative,
            *(words.reach(member) if report.reaches else []),
        ]
        for role, member in words.roles(group)
    ]
    if rows:
        caption = captions.table(_("Wie meedoet aan %(theme)s", theme=words.quoted(group.theme)))
        page.table(caption, heads, rows, widths)
    else:
        page.text(_("Nog niemand heeft zich aangemeld."), soft=True)


def strengthening(page: Page, report: Report) -> None:
    if report.needs:
        page.heading(_("Versterkingskaart"))
        page.table(
            captions.table(_("Wie wie kan versterken")),
            words.need_heads(), words.need_rows(report), [5, 3, 2.6, 3.2, 4.6],
        )  # fmt: skip
