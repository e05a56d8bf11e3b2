"""The opening: whom the report is for, its figures, and what came out in a few sentences.

The sections that follow say it in full.
"""

from __future__ import annotations

from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.shapes import Edition, Report
from brouwerij.report.words.how_it_went import mood
from brouwerij.report.words.numbers import day, day_of, listed, quoted


def caution(of: Edition) -> str:
    """What a reader has to know before passing the report on; "" when there is nothing."""
    if of is Edition.ORGANISER:
        return _(
            "Dit verslag is alleen voor jou als organisator: er staan gegevens van mensen in,"
            " en ideeën die de zaal niet zag. Geef het niet door."
        )
    if of is Edition.PARTICIPANTS:
        return _("Dit verslag is voor wie erbij was: er staan namen van mensen in.")
    return ""


def figures(report: Report) -> list[tuple[int, str]]:
    """The numbers to open with, each with what it counts; what was not done is left out."""
    counted = [
        (report.people, ngettext("mens", "mensen", report.people)),
        (
            len(report.initiatives),
            ngettext("initiatief", "initiatieven", len(report.initiatives)),
        ),
        (report.ideas, ngettext("idee", "ideeën", report.ideas)),
        (len(report.themes), ngettext("thema", "thema’s", len(report.themes))),
    ]
    if report.measured:
        counted.append((len(report.carried), _("breed gedragen")))
    if report.groups:
        groups = len(report.groups)
        counted.append((groups, ngettext("werkgroep", "werkgroepen", groups)))
    return counted


def about(report: Report) -> str:
    """When it was and of which code, in one line."""
    code = _("code %(code)s", code=report.code) if report.code else ""
    made = _("verslag van %(day)s", day=day_of(report.made_at))
    return " · ".join(filter(None, (day(report.date), code, made)))


def summary(report: Report) -> list[str]:
    """What came out, in a few sentences."""
    told = (
        _attendance(report),
        _harvest(report),
        _shared_bottleneck(report),
        _outcome(report),
        *_slate(report),
        _differences(report),
        _work(report),
        _mood(report),
    )
    return [sentence for sentence in told if sentence]


def _attendance(report: Report) -> str:
    if not report.people:
        return _("Er heeft nog niemand meegedaan.")
    came = ngettext("Er deed %(num)s mens mee,", "Er deden %(num)s mensen mee,", report.people)
    places = ngettext(
        "van %(num)s initiatief.", "van %(num)s initiatieven.", len(report.initiatives)
    )
    return f"{came} {places}"


def _harvest(report: Report) -> str:
    if not report.ideas:
        return ""
    ideas = ngettext(
        "Er is %(num)s idee opgeschreven", "Er zijn %(num)s ideeën opgeschreven", report.ideas
    )
    if not report.themes:
        return f"{ideas}."
    themes = ngettext("in %(num)s thema.", "in %(num)s thema’s.", len(report.themes))
    return f"{ideas}, {themes}"


def _shared_bottleneck(report: Report) -> str:
    points = [p for i in report.introductions for p in i.bottlenecks if p.recognised]
    if not points:
        return ""
    most = max(points, key=lambda point: point.recognised)
    return ngettext(
        "Het knelpunt dat het meest herkend wordt, door %(num)s mens: %(point)s.",
        "Het knelpunt dat het meest herkend wordt, door %(num)s mensen: %(point)s.",
        most.recognised,
        point=quoted(most.text),
    )


def _outcome(report: Report) -> str:
    if not report.measured:
        listed_themes = [t.name for t in report.themes if t.dots and t.dots.shortlisted]
        return (
            _("Op de lijst van favorieten staan %(themes)s.", themes=listed(listed_themes))
            if listed_themes
            else ""
        )
    carried = [theme.name for theme in report.carried]
    if not carried:
        return _("Geen enkel thema wordt breed gedragen.")
    return ngettext(
        "%(num)s thema wordt breed of door iedereen gedragen: %(themes)s.",
        "%(num)s thema’s worden breed of door iedereen gedragen: %(themes)s.",
        len(carried),
        themes=listed(carried),
    )


def _slate(report: Report) -> list[str]:
    """For how many there is something in the carried themes together, and another set by shares."""
    slate = report.poll.slate if report.poll else None
    if slate is None:
        return []
    left = slate.people - slate.covered
    covered = ngettext(
        "%(num)s van de %(people)s mensen draagt hier minstens één van",
        "%(num)s van de %(people)s mensen dragen hier minstens één van",
        slate.covered,
        people=slate.people,
    )
    without = ngettext(
        "voor %(num)s mens zit er niets bij", "voor %(num)s mensen zit er niets bij", left
    )
    said = [f"{covered}; {without}." if left else f"{covered}."]
    if slate.extra:
        said.append(
            _(
                "Kreeg elk deel van de zaal evenveel te kiezen (Method of Equal Shares), dan kwam"
                " %(extra)s erbij in plaats van %(missing)s. Het oordeel verandert daar niet door.",
                extra=listed(slate.extra),
                missing=listed(slate.missing),
            )
        )
    return said


def _differences(report: Report) -> str:
    divided = [theme.name for theme, found in report.measured if found.verdict == "divided"]
    if not divided:
        return ""
    return _(
        "De zaal is verdeeld over %(themes)s: praat daar eerst over door.", themes=listed(divided)
    )


def _work(report: Report) -> str:
    if not report.groups:
        return ""
    groups = ngettext("Er is %(num)s werkgroep", "Er zijn %(num)s werkgroepen", len(report.groups))
    places = sum(group.workers for group in report.groups)
    signed = ngettext("met %(num)s aanmelding.", "met %(num)s aanmeldingen.", places)
    without = [group.theme for group in report.groups if not group.leads]
    missing = (
        _("Er mist nog een trekker voor %(themes)s.", themes=listed(without)) if without else ""
    )
    return " ".join(filter(None, (groups, signed, missing)))


def _mood(report: Report) -> str:
    return mood(report.checkout) if report.checkout else ""
