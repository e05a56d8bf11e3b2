"""The report in plain sentences, made from its numbers, in the language that is spoken.

Every format says the same thing because every format says it through here. Needs an app context.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from fractions import Fraction

from babel.dates import format_date, format_time, get_timezone
from babel.lists import format_list
from babel.numbers import format_decimal

from brouwerij import texts
from brouwerij.domain.support import Rule
from brouwerij.i18n import gettext as _
from brouwerij.i18n import ngettext, region
from brouwerij.report.shapes import (
    CheckoutLine,
    DotFacts,
    Dots,
    Edition,
    GroupLine,
    IdeaLine,
    Member,
    Origin,
    PointLine,
    PollFacts,
    Report,
    RoundLine,
    Segment,
    Support,
    ThemeLine,
)

TIMEZONE = get_timezone("Europe/Amsterdam")
"""In which the times of day are told."""


# Numbers, dates and names


def percent(part: int, whole: int) -> str:
    """A share in whole per cents, rounded down: a report never claims more than there is."""
    return f"{100 * part // whole if whole else 0}%"


def share(value: float) -> str:
    """A share of 1 in whole per cents, rounded down."""
    return f"{int(value * 100 + 1e-9)}%"


def limit(of: str) -> str:
    """A threshold of the rule: in per cents when those are whole, else as the fraction it is."""
    exact = Fraction(of)
    return f"{exact * 100}%" if (exact * 100).denominator == 1 else of


def decimal(value: float) -> str:
    return format_decimal(round(value, 1), locale=region())


def day(iso: str) -> str:
    """A date in full, "" for none."""
    if not iso:
        return ""
    return format_date(datetime.date.fromisoformat(iso), "long", locale=region())


def moment(at: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(at / 1000, datetime.UTC)


def day_of(at: int) -> str:
    local = moment(at).astimezone(TIMEZONE)
    return format_date(local.date(), "long", locale=region())


def clock(at: int) -> str:
    return format_time(moment(at), "HH:mm", tzinfo=TIMEZONE, locale=region())


def listed(names: Sequence[str]) -> str:
    return format_list(names, locale=region()) if names else ""


def quoted(text: str) -> str:
    return _("“%(text)s”", text=text)


def yes(fact: bool) -> str:
    """ "ja", or nothing."""
    return _("ja") if fact else ""


def edition(of: Edition) -> str:
    return {
        Edition.PARTICIPANTS: _("Voor de deelnemers"),
        Edition.ORGANISER: _("Voor de organisator"),
    }[of]


def caution(of: Edition) -> str:
    """What a reader has to know before passing the report on; "" when there is nothing."""
    if of is Edition.ORGANISER:
        return _(
            "Dit verslag is alleen voor jou als organisator: er staan gegevens van mensen in,"
            " en ideeën die de zaal niet zag. Geef het niet door."
        )
    return ""


def round_name(line: RoundLine) -> str:
    return texts.round_name(line.kind, line.title)


def verdict(found: Support) -> str:
    """The class of a theme, in words."""
    return verdict_name(found.verdict)


def verdict_name(of: str) -> str:
    return _(texts.VERDICTS[of])


def rank(found: Support | Dots) -> str:
    return _("%(rank)s (gelijk)", rank=found.rank) if found.tied else str(found.rank)


def segment_name(segment: Segment) -> str:
    return segment.name or _("Kleine initiatieven samen")


def segment_mark(segment: Segment) -> str:
    return segment.mark or _("Ov")


def minutes(number: int) -> str:
    return ngettext("%(num)s minuut", "%(num)s minuten", number)


def people(number: int) -> str:
    return ngettext("%(num)s mens", "%(num)s mensen", number)


# How it went


def when(line: RoundLine) -> str:
    """From when to when a round was open, "" when it was not."""
    if not line.held:
        return ""
    if not line.took:
        return _("vanaf %(start)s", start=clock(line.opened_at))
    return _("%(start)s tot %(end)s", start=clock(line.opened_at), end=clock(line.closed_at))


def took(line: RoundLine) -> str:
    if not line.held:
        return _("niet gehouden")
    return minutes(line.took) if line.took else _("nog bezig")


def origin(of: Origin) -> str:
    """An initiative with its people."""
    if not of.guests:
        return people(of.people)
    return _(
        "%(people)s, van wie %(guests)s zonder telefoon", people=people(of.people), guests=of.guests
    )


def recognised(point: PointLine) -> str:
    if not point.recognised:
        return ""
    return ngettext("%(num)s mens herkent dit", "%(num)s mensen herkennen dit", point.recognised)


def helpers(point: PointLine) -> str:
    if not point.helpers:
        return ""
    return ngettext(
        "%(names)s kan helpen",
        "%(names)s kunnen helpen",
        len(point.helpers),
        names=listed(point.helpers),
    )


def heard(point: PointLine) -> str:
    """How a point was heard, in one line; "" when nobody tapped it."""
    return "; ".join(filter(None, (recognised(point), helpers(point))))


def idea_note(idea: IdeaLine) -> str:
    """Where an idea came from, and that it was hidden; "" when neither is known."""
    return ", ".join(filter(None, (idea.initiative, _("verborgen") if idea.hidden else "")))


# The themes


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


def theme_line(theme: ThemeLine) -> str:
    """Short, to stand under a name: 13 ideeën · 21 werken mee."""
    parts = [ngettext("%(num)s idee", "%(num)s ideeën", theme.written)]
    if theme.support and theme.support.energy:
        parts.append(ngettext("%(num)s werkt mee", "%(num)s werken mee", theme.support.energy))
    return " · ".join(parts)


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
    return " ".join(said)


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


def card(theme: ThemeLine) -> list[tuple[str, str]]:
    """What a table wrote on a theme's card: label and text, the empty fields left out."""
    written = theme.card
    if written is None:
        return []
    fields = [
        (_("Wat gaan we doen"), written.what),
        (_("Waarom"), written.why),
        (_("Eerste stap"), written.first_step),
        (_("Met wie"), written.who),
        (_("Wat is er nodig"), written.needs),
    ]
    return [(label, text) for label, text in fields if text]


def dots_sentence(found: Dots) -> str:
    """A theme's dots: people first, as they decide."""
    if not found.supporters:
        return _("Bij het stippen koos niemand dit.")
    said = ngettext(
        "Bij het stippen koos %(num)s mens dit,",
        "Bij het stippen kozen %(num)s mensen dit,",
        found.supporters,
    )
    dots = ngettext("met %(num)s stip.", "met %(num)s stippen.", found.dots)
    return f"{said} {dots}"


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


# The whole


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


def mood(end: CheckoutLine) -> str:
    return ngettext(
        "De middag kreeg een %(mean)s van 5, van %(num)s mens.",
        "De middag kreeg gemiddeld een %(mean)s van 5, van %(num)s mensen.",
        end.given,
        mean=decimal(end.mean),
    )


def how_measured(report: Report) -> list[str]:
    """How support was measured, a paragraph per ballot; the rule itself is in `classes`."""
    said: list[str] = []
    if report.dots:
        said.append(_dots_measured(report.dots))
    if report.poll:
        said.append(_poll_measured(report.poll))
    return said


def _took_part(facts: DotFacts | PollFacts) -> str:
    return ngettext(
        "Van de %(people)s mensen deed er %(num)s mee.",
        "Van de %(people)s mensen deden er %(num)s mee.",
        facts.voted,
        people=facts.people,
    )


def _dots_measured(facts: DotFacts) -> str:
    budget = ngettext(
        "Iedereen kon %(num)s stip geven, hoogstens %(most)s per thema.",
        "Iedereen kon %(num)s stippen geven, hoogstens %(most)s per thema.",
        facts.budget,
        most=facts.per_theme,
    )
    voted = _took_part(facts)
    counted = _(
        "Voor de volgorde telt hoeveel mensen een thema kozen, niet hoeveel stippen er liggen."
    )
    return f"{budget} {voted} {counted}"


def _poll_measured(facts: PollFacts) -> str:
    asked = _(
        "In de draagvlakpeiling gaf iedereen per thema antwoord: draag ik, kan ermee leven, of"
        " bezwaar met de reden erbij."
    )
    voted = _took_part(facts)
    blank = _("Wie bij een thema niets koos, telt wel mee in het geheel, maar niet als drager.")
    small = ngettext(
        "Initiatieven met minder dan %(num)s mens zijn samen geteld.",
        "Initiatieven met minder dan %(num)s mensen zijn samen geteld.",
        facts.rule.segment_min,
    )
    return f"{asked} {voted} {blank} {small}"


def classes_before() -> str:
    return _("Van boven naar beneden geldt het eerste oordeel dat klopt:")


def classes(rule: Rule) -> list[tuple[str, str]]:
    """Each verdict with what it asks, in the order in which they are tried."""
    turnout, weakest, objection = limit(rule.turnout), limit(rule.weakest), limit(rule.objection)
    broad, partly = limit(rule.broad_breadth), limit(rule.partly_breadth)
    asks = {
        "low_turnout": _("minder dan %(turnout)s van de mensen gaf antwoord", turnout=turnout),
        "everyone": _(
            "minstens %(breadth)s draagt het, minstens %(tolerance)s draagt het of kan ermee leven,"
            " bij elk initiatief draagt minstens %(weakest)s het, en niemand heeft bezwaar",
            breadth=limit(rule.everyone_breadth),
            tolerance=limit(rule.tolerance),
            weakest=weakest,
        ),
        "broad": _(
            "minstens %(breadth)s draagt het, bij elk initiatief draagt minstens %(weakest)s het,"
            " en hoogstens %(objection)s van de antwoorden is een bezwaar",
            breadth=broad,
            weakest=weakest,
            objection=objection,
        ),
        "partly": _(
            "minstens %(breadth)s draagt het, bij elk initiatief draagt minstens %(weakest)s het,"
            " en hoogstens %(objection)s van de antwoorden is een bezwaar",
            breadth=partly,
            weakest=weakest,
            objection=objection,
        ),
        "divided": _(
            "minstens %(breadth)s draagt het, maar bij een initiatief draagt minder dan %(weakest)s"
            " het, of meer dan %(objection)s van de antwoorden is een bezwaar",
            breadth=partly,
            weakest=weakest,
            objection=objection,
        ),
        "narrow": _("minder dan %(breadth)s draagt het", breadth=partly),
    }
    return [(verdict_name(name), asked) for name, asked in asks.items()]


def group_note(group: GroupLine) -> str:
    """What kind of working group it is; "" for the usual."""
    return (
        _("Kopgroep: begint alvast, zonder dat de hele zaal het draagt.") if group.vanguard else ""
    )


def plan(group: GroupLine) -> list[tuple[str, str]]:
    """What a group agreed on: label and text, what is not known left out."""
    fields = [(_("Eerste stap"), group.first_step), (_("Datum"), day(group.date))]
    return [(label, text) for label, text in fields if text]


def roles(group: GroupLine) -> list[tuple[str, Member]]:
    """Everybody who signed up, with their role; the leads first."""
    told = [
        (_("Trekker"), group.leads),
        (_("Doet mee"), group.members),
        (_("Blijft op de hoogte"), group.followers),
    ]
    return [(role, member) for role, members in told for member in members]


def name(of: Member) -> str:
    return of.name or _("zonder naam")


def reach_heads() -> list[str]:
    return [_("E-mail"), _("Telefoon"), _("Mag de groep zien")]


def reach(of: Member) -> list[str]:
    """How to reach somebody, under `reach_heads`; empty when they gave nothing."""
    return [of.reach.email, of.reach.phone, yes(of.reach.share)] if of.reach else ["", "", ""]
