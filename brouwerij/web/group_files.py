"""The files of a working group to download: address cards and the first meeting."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, abort

from brouwerij.report import outreach
from brouwerij.report.shapes import GroupLine, Report
from brouwerij.web.security import keep_secret


@dataclass(frozen=True, slots=True)
class File:
    content: bytes
    content_type: str
    name: str


def cards_file(group: GroupLine) -> File:
    """The address cards of whom the reader may reach; 404 when there is nobody."""
    made = outreach.cards(group)
    return File(made, "text/vcard; charset=utf-8", f"{group.theme}.vcf") if made else abort(404)


def calendar_file(report: Report, group: GroupLine, id: str) -> File:
    """The first meeting; 404 when it has no date."""
    if not group.date:
        abort(404)
    made = outreach.meeting(report, group, id)
    return File(made, "text/calendar; charset=utf-8", f"{group.theme}.ics")


def attached(file: File) -> Response:
    response = Response(file.content, content_type=file.content_type)
    response.headers.set("Content-Disposition", "attachment", filename=file.name)
    return keep_secret(response)
