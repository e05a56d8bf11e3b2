"""What things are called: editions, rounds, verdicts, ranks and initiatives; no sentences."""

from __future__ import annotations

from brouwerij import texts
from brouwerij.i18n import gettext as _
from brouwerij.report.shapes import BallotLine, Dots, Edition, RoundLine, Segment, Support


def edition(of: Edition) -> str:
    return {
        Edition.PUBLIC: _("Voor iedereen"),
        Edition.PARTICIPANTS: _("Voor de deelnemers"),
        Edition.ORGANISER: _("Voor de organisator"),
    }[of]


def round_name(line: RoundLine) -> str:
    return texts.round_name(line.kind, line.title)


def verdict(found: Support) -> str:
    """The class of a theme, in words."""
    return verdict_name(found.verdict)


def verdict_name(of: str) -> str:
    return _(texts.VERDICTS[of])


def rank(found: Support | Dots | BallotLine) -> str:
    return _("%(rank)s (gelijk)", rank=found.rank) if found.tied else str(found.rank)


def segment_name(segment: Segment) -> str:
    if segment.opinion:
        return _("Meningsgroep %(num)s", num=segment.opinion)
    return segment.name or _("Kleine initiatieven samen")


def segment_mark(segment: Segment) -> str:
    return f"M{segment.opinion}" if segment.opinion else segment.mark or _("Ov")
