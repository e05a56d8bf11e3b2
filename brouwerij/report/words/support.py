"""How a theme is carried, by how many and by whom; how that is measured is in measured.py."""

from __future__ import annotations

from fractions import Fraction

from brouwerij.domain.support import Rule
from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext
from brouwerij.report.shapes import Dots, Reason, Segment, Support, ThemeLine
from brouwerij.report.words.names import segment_name, verdict
from brouwerij.report.words.numbers import limit, percent, share


def support_line(found: Support) -> str:
    """Short, to stand under a verdict: 37 van 51, geen bezwaar."""
    return _(
        "%(support)s van %(people)s, %(objections)s",
        support=found.support,
        people=found.people,
        objections=objections(found),
    )


def live_with(found: Support) -> str:
    return ngettext("%(num)s kan ermee leven", "%(num)s kunnen ermee leven", found.live_with)


def blank(found: Support) -> str:
    return ngettext("%(num)s gaf geen antwoord", "%(num)s gaven geen antwoord", found.blank)


def objections(found: Support) -> str:
    if not found.object:
        return _("geen bezwaar")
    return ngettext("%(num)s bezwaar", "%(num)s bezwaren", found.object)


def support_sentences(found: Support) -> str:
    """A theme's result, in sentences."""
    said = [_carried_by(found)]
    if found.live_with:
        said.append(f"{live_with(found)}.")
    said.append(
        ngettext("%(num)s heeft bezwaar.", "%(num)s hebben bezwaar.", found.object)
        if found.object
        else _("Niemand heeft bezwaar.")
    )
    if found.blank:
        said.append(f"{blank(found)}.")
    if found.energy:
        said.append(ngettext("%(num)s werkt mee.", "%(num)s werken mee.", found.energy))
    if found.vanguard:
        said.append(_("Zij kunnen alvast beginnen, als kopgroep."))
    if found.before:
        said.append(_before(found.before))
    return " ".join(said)


def _before(found: Support) -> str:
    return _(
        "De vorige keer: %(verdict)s, %(line)s.",
        verdict=verdict(found).lower(),
        line=support_line(found),
    )


def _carried_by(found: Support) -> str:
    if not found.support:
        return _("Niemand draagt dit.")
    return ngettext(
        "%(num)s van de %(people)s mensen draagt dit (%(share)s).",
        "%(num)s van de %(people)s mensen dragen dit (%(share)s).",
        found.support,
        people=found.people,
        share=percent(found.support, found.people),
    )


def segment_line(segment: Segment) -> str:
    """How one initiative answered, in words."""
    said = [
        ngettext(
            "%(num)s van %(people)s draagt dit",
            "%(num)s van %(people)s dragen dit",
            segment.support,
            people=segment.people,
        )
    ]
    if segment.live_with:
        said.append(
            ngettext("%(num)s kan ermee leven", "%(num)s kunnen ermee leven", segment.live_with)
        )
    if segment.object:
        said.append(ngettext("%(num)s bezwaar", "%(num)s bezwaren", segment.object))
    return ", ".join(said)


def bar_label(theme: ThemeLine, found: Support) -> str:
    """What the picture of a theme's support shows, for who does not see it."""
    parts = [
        f"{segment_name(segment)} {segment.support}/{segment.people}" for segment in found.segments
    ]
    return _(
        "%(theme)s: %(verdict)s, %(line)s. Draag ik per initiatief: %(parts)s.",
        theme=theme.name,
        verdict=verdict(found),
        line=support_line(found),
        parts=", ".join(parts),
    )


def segments(found: Support) -> str:
    """How every initiative answered, in one sentence."""
    told = [f"{segment_name(s)} {s.support} / {s.people}" for s in found.segments]
    return _("Draag ik, per initiatief: %(parts)s.", parts="; ".join(told)) if told else ""


def legend(rule: Rule) -> str:
    """What the parts of a bar are."""
    return _(
        "Elk gekleurd vak is een initiatief: de mensen die het thema dragen. Lichtgroen is kan"
        " ermee leven, beige is geen antwoord, roze is bezwaar. Breed gedragen begint bij"
        " %(least)s van de mensen.",
        least=limit(rule.broad_breadth),
    )


def dots_sentence(found: Dots) -> str:
    """A theme's dots: people first, as they decide."""
    if not found.supporters:
        nobody = _("Bij het stippen koos niemand dit.")
        return " ".join(filter(None, (nobody, _dots_before(found.before))))
    said = ngettext(
        "Bij het stippen koos %(num)s mens dit,",
        "Bij het stippen kozen %(num)s mensen dit,",
        found.supporters,
    )
    dots = ngettext("met %(num)s stip.", "met %(num)s stippen.", found.dots)
    return " ".join(filter(None, (said, dots, _dots_before(found.before))))


def _dots_before(found: Dots | None) -> str:
    if found is None:
        return ""
    return ngettext(
        "De vorige keer was dat %(num)s mens.",
        "De vorige keer waren dat %(num)s mensen.",
        found.supporters,
    )


def times(reason: Reason) -> str:
    """How many gave a reason; "" for one."""
    return _("%(times)s keer gezegd", times=reason.times) if reason.times > 1 else ""


def why(found: Support, rule: Rule) -> list[str]:
    """Why a theme is not broadly carried: each limit of the rule that it did not reach."""
    missed: list[str] = []
    if found.support < Fraction(rule.broad_breadth) * found.people:
        missed.append(
            _(
                "%(share)s van de mensen draagt dit; voor breed gedragen is %(least)s nodig.",
                share=percent(found.support, found.people),
                least=limit(rule.broad_breadth),
            )
        )
    if found.weakest < float(Fraction(rule.weakest)):
        missed.append(
            _(
                "Niet elk initiatief draagt dit: bij één initiatief draagt %(share)s het, en bij"
                " elk initiatief is %(least)s nodig.",
                share=share(found.weakest),
                least=limit(rule.weakest),
            )
        )
    if found.object > Fraction(rule.objection) * found.answered:
        missed.append(
            _(
                "Van de antwoorden is %(share)s een bezwaar; dat mag hoogstens %(most)s zijn.",
                share=percent(found.object, found.answered),
                most=limit(rule.objection),
            )
        )
    return missed
