"""Markdown: the report as plain text to go on working in, wherever text is kept.

What people wrote shows as they typed it: no character of theirs is mark-up (CommonMark and the
tables of GitHub).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.formats import Format, register
from brouwerij.report.shapes import (
    BallotFacts,
    GroupLine,
    IdeaLine,
    IntroductionLine,
    PointLine,
    Report,
    Support,
    ThemeLine,
)

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$!^=])")
"""What can be mark-up anywhere in a line."""
_AT_START = re.compile(r"^(\d{1,9}(?=[.)])|)([-+.):])")
"""What is a list, a rule or a term at the start of one."""
_LINK = re.compile(r"(?<=\w)(:(?=//)|@)|(?<=www)(\.)", re.IGNORECASE)
"""What makes a link of an address."""


def plain(text: str) -> str:
    """Text that Markdown shows as it was typed, in one line."""
    line = " ".join(text.encode("utf-8", "replace").decode().replace("\0", "").split())
    marked = _LINK.sub(r"\\\1\2", _MARKS.sub(r"\\\1", line))
    return _AT_START.sub(r"\1\\\2", marked)


def render(report: Report) -> bytes:
    sections = (
        _opening(report),
        _overview(report),
        _talk_first(report),
        _ballots(report.ballots),
        _themes(report),
        _groups(report),
        _strengthening(report),
        _introductions(report.introductions),
        _other_ideas(report),
        _attendance(report),
        _rounds(report),
        _checkout(report),
        _measured(report),
    )
    blocks = [block for section in sections for block in section]
    return ("\n\n".join(blocks) + "\n").encode()


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {plain(text)}"


def _led(lead: str, text: str, note: str = "") -> str:
    return f"**{plain(lead)}** {_noted(text, note)}"


def _list(items: Iterable[str]) -> Iterator[str]:
    """A list of what is Markdown already; nothing when it is empty."""
    if lines := [f"- {item}" for item in items]:
        yield "\n".join(lines)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([plain(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _noted(text: str, note: str) -> str:
    return f"{plain(text)} *({plain(note)})*" if note else plain(text)


def _opening(report: Report) -> Iterator[str]:
    yield _heading(1, report.title)
    yield plain(report.question)
    yield plain(words.about(report))
    if caution := words.caution(report.edition):
        yield _led(words.edition(report.edition) + ".", caution)
    yield _heading(2, _("In het kort"))
    yield from _list(map(plain, words.summary(report)))


def _overview(report: Report) -> Iterator[str]:
    if not report.measured:
        return
    yield _heading(2, _("Wat dragen we samen?"))
    yield _table(
        [
            _("Plaats"), _("Thema"), _("Oordeel"), _("Draag ik"), _("Kan ermee leven"),
            _("Bezwaar"), _("Werkt mee"), _("Draagt het, van iedereen"),
            _("Draagt het, waar dat het minst is"),
        ],
        [
            [
                words.rank(s), theme.name, words.verdict(s), f"{s.support} / {s.people}",
                str(s.live_with), str(s.object), str(s.energy), words.share(s.breadth),
                words.share(s.weakest),
            ]
            for theme, s in report.measured
        ],
    )  # fmt: skip


def _ballots(ballots: Iterable[BallotFacts]) -> Iterator[str]:
    for ballot in ballots:
        yield _heading(2, words.ballot_title(ballot))
        yield plain(words.ballot_intro(ballot))
        yield _table(
            [_("Plaats"), _("Thema"), *words.ballot_heads(ballot), _("Gaat door")],
            [
                [
                    words.rank(line), words.ballot_theme(line), *words.ballot_cells(ballot, line),
                    words.yes(line.goes_on),
                ]
                for line in ballot.lines
            ],
        )  # fmt: skip
        yield from _list(_led(f"{theme}:", *why) for theme, *why in words.ballot_reasons(ballot))


def _themes(report: Report) -> Iterator[str]:
    if report.themes:
        yield _heading(2, _("De thema’s"))
    for theme in report.themes:
        yield from _theme(theme)


def _theme(theme: ThemeLine) -> Iterator[str]:
    yield _heading(3, theme.name)
    if theme.support:
        yield from _support(theme.support)
    if theme.dots:
        yield plain(words.dots_sentence(theme.dots))
    if theme.support and theme.support.objections:
        yield _heading(4, _("Bezwaren"))
        yield from _list(_noted(o.text, words.times(o)) for o in theme.support.objections)
    if theme.ideas:
        yield _heading(4, _("In de woorden van de zaal"))
        yield from _ideas(theme.ideas)
    if card := words.card(theme):
        yield _heading(4, _("Uitgewerkt"))
        yield from (_led(f"{label}:", text) for label, text in card)


def _support(found: Support) -> Iterator[str]:
    yield _led(f"{words.verdict(found)}.", words.support_sentences(found))
    if segments := words.segments(found):
        yield plain(segments)


def _ideas(ideas: Iterable[IdeaLine]) -> Iterator[str]:
    """A list of ideas; those that come to the same stand below the first of them."""
    lines: list[str] = []
    for idea in ideas:
        lines.append(f"- {_noted(idea.text, words.idea_note(idea))}")
        lines += [f"  - {_noted(same.text, words.idea_note(same))}" for same in idea.same]
    yield "\n".join(lines)


def _talk_first(report: Report) -> Iterator[str]:
    if not report.talk_first or report.poll is None:
        return
    yield _heading(2, _("Eerst over praten"))
    yield plain(_("Deze thema’s draagt een deel van de zaal. Dit staat breed draagvlak in de weg."))
    for theme, found in report.talk_first:
        yield _led(f"{theme.name}:", words.verdict(found))
        objections = (
            _led(_("Bezwaar:"), words.quoted(reason.text), words.times(reason))
            for reason in found.objections
        )
        yield from _list([*map(plain, words.why(found, report.poll.rule)), *objections])


def _groups(report: Report) -> Iterator[str]:
    if report.groups:
        yield _heading(2, _("Werkgroepen"))
    for group in report.groups:
        yield from _group(report, group)


def _group(report: Report, group: GroupLine) -> Iterator[str]:
    yield _heading(3, group.theme)
    if note := words.group_note(group):
        yield plain(note)
    yield from (_led(f"{label}:", text) for label, text in words.plan(group))
    yield from map(plain, words.lacking(group))
    rows = [
        [
            role, words.name(member), member.initiative,
            *(words.reach(member) if report.reaches else ()),
        ]
        for role, member in words.roles(group)
    ]  # fmt: skip
    reach = words.reach_heads() if report.reaches else []
    if rows:
        yield _table([_("Rol"), _("Naam"), _("Initiatief"), *reach], rows)
    else:
        yield plain(_("Nog niemand heeft zich aangemeld."))


def _strengthening(report: Report) -> Iterator[str]:
    if report.needs:
        yield _heading(2, _("Versterkingskaart"))
        yield _table(words.need_heads(), words.need_rows(report))


def _introductions(introductions: Iterable[IntroductionLine]) -> Iterator[str]:
    told = list(introductions)
    if told:
        yield _heading(2, _("Kennismaken"))
    for one in told:
        yield _heading(3, one.initiative)
        if one.who:
            yield _led(_("Wie zijn we") + ":", one.who)
        if one.beautiful:
            yield _led(_("Wat is er mooi aan") + ":", one.beautiful)
        yield from _points(_("Succesfactoren"), one.factors)
        yield from _points(_("Knelpunten"), one.bottlenecks)


def _points(title: str, points: Iterable[PointLine]) -> Iterator[str]:
    lines = [_noted(point.text, words.heard(point)) for point in points]
    if lines:
        yield _heading(4, title)
        yield from _list(lines)


def _other_ideas(report: Report) -> Iterator[str]:
    if report.loose:
        yield _heading(2, _("Losse ideeën"))
        yield plain(_("Deze ideeën horen nog niet bij een thema."))
        yield from _ideas(report.loose)
    if report.parked:
        yield _heading(2, _("Te laat binnen"))
        yield plain(_("Deze ideeën kwamen toen de ronde al dicht was."))
        yield from _ideas(report.parked)


def _attendance(report: Report) -> Iterator[str]:
    if not report.initiatives:
        return
    yield _heading(2, _("Wie er was"))
    yield _table(
        [_("Initiatief"), _("Kenmerk"), _("Mensen")],
        [[origin.name, origin.mark, words.origin(origin)] for origin in report.initiatives],
    )


def _rounds(report: Report) -> Iterator[str]:
    yield _heading(2, _("Zo ging het"))
    if report.rounds:
        yield _table(
            [_("Ronde"), _("Gepland"), _("Gehouden"), _("Tijd")],
            [
                [words.round_name(r), words.minutes(r.minutes), words.took(r), words.when(r)]
                for r in report.rounds
            ],
        )
    else:
        yield _("Er waren geen rondes.")
    if report.noted:
        yield _heading(3, _("Notities van wie leidde"))
        yield from _list(_led(f"{words.round_name(r)}:", r.note) for r in report.noted)


def _checkout(report: Report) -> Iterator[str]:
    end = report.checkout
    if end is None:
        return
    yield _heading(2, _("Afronden"))
    yield plain(words.mood(end))
    yield _table(
        [_("Cijfer"), _("Mensen")],
        [[str(mark), str(count)] for mark, count in enumerate(end.marks, 1)],
    )
    yield from _list(map(plain, end.sentences))


def _measured(report: Report) -> Iterator[str]:
    told = words.how_measured(report)
    if not told:
        return
    yield _heading(2, _("Zo is het gemeten"))
    yield from map(plain, told)
    if report.poll:
        yield plain(words.classes_before())
        yield from _list(_led(f"{name}:", asked) for name, asked in words.classes(report.poll.rule))


FORMAT = register(Format("md", "text/markdown; charset=utf-8", "md", render))
