"""A mail to a working group, ready to send: to read over, to copy or to open in a mail program."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from brouwerij.i18n import gettext as _
from brouwerij.report.outreach.cards import reached
from brouwerij.report.shapes import GroupLine, Report
from brouwerij.report.words.groups import lacking, name, plan, roles
from brouwerij.report.words.numbers import day


@dataclass(frozen=True, slots=True)
class Mail:
    """to: the addresses, none of which the others see."""

    to: tuple[str, ...]
    subject: str
    text: str

    @property
    def address(self) -> str:
        """The same as a mailto link (RFC 6068), everybody in bcc."""
        parts = {
            "bcc": ",".join(self.to),
            "subject": self.subject,
            "body": self.text.replace("\n", "\r\n"),
        }
        return "mailto:?" + "&".join(f"{key}={quote(v, safe='')}" for key, v in parts.items() if v)


def mail(report: Report, group: GroupLine) -> Mail:
    """The mail that gets a group going, to those in it whom the reader may reach."""
    to = tuple(m.reach.email for m in reached(group) if m.reach and m.reach.email)
    return Mail(
        to, _("Werkgroep: %(name)s", name=group.theme), "\n\n".join(_paragraphs(report, group))
    )


def _paragraphs(report: Report, group: GroupLine) -> list[str]:
    if report.date:
        from_where = _(
            "Op %(day)s was “%(title)s”. Daar meldden jullie je aan voor de werkgroep “%(name)s”.",
            day=day(report.date), title=report.title, name=group.theme,
        )  # fmt: skip
    else:
        from_where = _(
            "Bij “%(title)s” meldden jullie je aan voor de werkgroep “%(name)s”.",
            title=report.title, name=group.theme,
        )  # fmt: skip
    people = [_member(role, name(m), m.initiative) for role, m in roles(group)]
    paragraphs = [
        _("Beste mensen,"),
        from_where,
        "\n".join(f"{label}: {text}" for label, text in plan(group)),
        "\n".join([_("Wie er in de groep zitten:"), *people]) if people else "",
        " ".join(lacking(group)),
        _("Laat even weten of je erbij kunt zijn.")
        if group.date
        else _("Wanneer spreken we af? Stuur een paar dagen waarop je kunt."),
        _("Groet,"),
    ]
    return [paragraph for paragraph in paragraphs if paragraph]


def _member(role: str, name: str, initiative: str) -> str:
    return f"- {name} ({initiative}), {role.lower()}" if initiative else f"- {name}, {role.lower()}"
