"""Word: the report as a document to go on working in, with real headings, lists and tables."""

from __future__ import annotations

from brouwerij.i18n import current_language
from brouwerij.i18n import gettext as _
from brouwerij.report import words
from brouwerij.report.formats import Format, register
from brouwerij.report.palette import BLANK, INITIATIVES, LIVE_WITH, OBJECT
from brouwerij.report.palette import SOFT as TOGETHER
from brouwerij.report.shapes import (
    GroupLine,
    IdeaLine,
    IntroductionLine,
    PointLine,
    Report,
    Support,
    ThemeLine,
)
from brouwerij.report.word import Page, Part

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}


def render(report: Report) -> bytes:
    language = LANGUAGES.get(current_language(), current_language())
    page = Page(report.title, report.question, language, words.moment(report.made_at))
    page.footer(report.title, _("van"))
    for write in (
        _opening, _overview, _ballots, _themes, _talk_first, _groups, _strengthening,
        _introductions, _other_ideas,
        _attendance, _rounds, _checkout, _measured,
    ):  # fmt: skip
        write(page, report)
    return page.bytes()


def _opening(page: Page, report: Report) -> None:
    page.title(report.title)
    page.text(report.question, large=True)
    page.text(words.about(report), soft=True)
    if caution := words.caution(report.edition):
        page.text(caution, lead=words.edition(report.edition) + ".")
    page.heading(_("In het kort"))
    for sentence in words.summary(report):
        page.bullet(sentence)


def _overview(page: Page, report: Report) -> None:
    if not report.measured:
        return
    page.heading(_("Wat dragen we samen?"))
    page.table(
        [
            _("Plaats"), _("Thema"), _("Oordeel"), _("Draag ik"), _("Kan ermee leven"),
            _("Bezwaar"), _("Werkt mee"),
        ],
        [
            [
                words.rank(s), theme.name, words.verdict(s), f"{s.support} / {s.people}",
                str(s.live_with), str(s.object), str(s.energy),
            ]
            for theme, s in report.measured
        ],
        [2.1, 5, 3.6, 2, 2, 2, 1.8],
    )  # fmt: skip
    if report.poll:
        page.text(words.legend(report.poll.rule), soft=True)
        page.text(words.chart_intro(report.poll), lead=_("De draagvlakkaart") + ".")
        page.table(
            [
                _("Nummer"), _("Thema"), _("Draagt het, van iedereen"),
                _("Draagt het, waar dat het minst is"),
            ],
            [list(line) for line in words.chart_lines(report)],
            [2, 7, 3.6, 4],
        )  # fmt: skip


def _ballots(page: Page, report: Report) -> None:
    for ballot in report.ballots:
        page.heading(words.ballot_title(ballot))
        page.text(words.ballot_intro(ballot))
        heads = words.ballot_heads(ballot)
        page.table(
            [_("Plaats"), _("Thema"), *heads, _("Gaat door")],
            [
                [
                    words.rank(line), words.ballot_theme(line), *words.ballot_cells(ballot, line),
                    words.yes(line.goes_on),
                ]
                for line in ballot.lines
            ],
            [1.8, 4, *[10.7 / len(heads)] * len(heads), 1.5],
        )  # fmt: skip
        for theme, reason in words.ballot_reasons(ballot):
            page.bullet(reason, lead=f"{theme}:")


def _themes(page: Page, report: Report) -> None:
    if report.themes:
        page.heading(_("De thema’s"))
    for theme in report.themes:
        page.heading(theme.name, 2)
        if theme.support:
            _support(page, theme, theme.support)
        if theme.dots:
            page.text(words.dots_sentence(theme.dots), soft=True)
        if theme.ideas:
            page.heading(_("In de woorden van de zaal"), 3)
            _ideas(page, theme.ideas)
        if card := words.card(theme):
            page.heading(_("Uitgewerkt"), 3)
            for label, text in card:
                page.text(text, lead=f"{label}:")


def _support(page: Page, theme: ThemeLine, found: Support) -> None:
    page.keep(page.text(words.support_sentences(found), lead=f"{words.verdict(found)}."))
    parts = [
        Part(
            s.support,
            INITIATIVES[s.colour % 12] if s.name or s.opinion else TOGETHER,
            words.segment_mark(s),
        )
        for s in found.segments
    ]
    rest = [Part(found.live_with, LIVE_WITH), Part(found.blank, BLANK), Part(found.object, OBJECT)]
    page.bar([*parts, *rest], words.bar_label(theme, found))
    page.text(words.segments(found), soft=True)
    if found.reasons:
        page.heading(_("Bezwaren"), 3)
    for reason in found.reasons:
        page.bullet(reason)


def _ideas(page: Page, ideas: tuple[IdeaLine, ...]) -> None:
    for idea in ideas:
        page.bullet(idea.text, words.idea_note(idea))
        for same in idea.same:
            page.bullet(same.text, words.idea_note(same), deeper=True)


def _talk_first(page: Page, report: Report) -> None:
    if not report.talk_first or report.poll is None:
        return
    page.heading(_("Eerst over praten"))
    page.text(_("Deze thema’s draagt een deel van de zaal. Dit staat breed draagvlak in de weg."))
    for theme, found in report.talk_first:
        page.text(words.verdict(found), lead=f"{theme.name}:")
        for reason in words.why(found, report.poll.rule):
            page.bullet(reason)
        for objection in found.reasons:
            page.bullet(words.quoted(objection), lead=_("Bezwaar:"))


def _groups(page: Page, report: Report) -> None:
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
    widths = [2.4, 3.2, 3.2]
    if report.reaches:
        heads += words.reach_heads()
        widths += [3.8, 2.4, 1.6]
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
        page.table(heads, rows, widths)
    else:
        page.text(_("Nog niemand heeft zich aangemeld."), soft=True)


def _strengthening(page: Page, report: Report) -> None:
    if report.needs:
        page.heading(_("Versterkingskaart"))
        page.table(words.need_heads(), words.need_rows(report), [5, 3, 2, 3.5, 5])


def _introductions(page: Page, report: Report) -> None:
    if report.introductions:
        page.heading(_("Kennismaken"))
    for one in report.introductions:
        _introduction(page, one)


def _introduction(page: Page, one: IntroductionLine) -> None:
    page.heading(one.initiative, 2)
    if one.who:
        page.text(one.who, lead=_("Wie zijn we") + ":")
    if one.beautiful:
        page.text(one.beautiful, lead=_("Wat is er mooi aan") + ":")
    _points(page, _("Succesfactoren"), one.factors)
    _points(page, _("Knelpunten"), one.bottlenecks)


def _points(page: Page, title: str, points: tuple[PointLine, ...]) -> None:
    if points:
        page.heading(title, 3)
    for point in points:
        page.bullet(point.text, words.heard(point))


def _other_ideas(page: Page, report: Report) -> None:
    if report.loose:
        page.heading(_("Losse ideeën"))
        page.text(_("Deze ideeën horen nog niet bij een thema."), soft=True)
        _ideas(page, report.loose)
    if report.parked:
        page.heading(_("Te laat binnen"))
        page.text(_("Deze ideeën kwamen toen de ronde al dicht was."), soft=True)
        _ideas(page, report.parked)


def _attendance(page: Page, report: Report) -> None:
    if not report.initiatives:
        return
    page.heading(_("Wie er was"))
    page.table(
        [_("Initiatief"), _("Kenmerk"), _("Mensen")],
        [[origin.name, origin.mark, words.origin(origin)] for origin in report.initiatives],
        [8, 2, 6],
    )


def _rounds(page: Page, report: Report) -> None:
    page.heading(_("Zo ging het"))
    page.table(
        [_("Ronde"), _("Gepland"), _("Gehouden"), _("Tijd")],
        [
            [words.round_name(r), words.minutes(r.minutes), words.took(r), words.when(r)]
            for r in report.rounds
        ],
        [7, 3, 3, 4],
    )
    if report.noted:
        page.heading(_("Notities van wie leidde"), 2)
    for noted in report.noted:
        page.bullet(noted.note, lead=f"{words.round_name(noted)}:")


def _checkout(page: Page, report: Report) -> None:
    end = report.checkout
    if end is None:
        return
    page.heading(_("Afronden"))
    page.text(words.mood(end))
    page.table(
        [_("Cijfer"), _("Mensen")],
        [[str(mark), str(count)] for mark, count in enumerate(end.marks, 1)],
        [1, 3],
    )
    for sentence in end.sentences:
        page.bullet(sentence)


def _measured(page: Page, report: Report) -> None:
    told = words.how_measured(report)
    if not told:
        return
    page.heading(_("Zo is het gemeten"))
    for paragraph in told:
        page.text(paragraph)
    if report.poll:
        page.text(words.classes_before())
        for name, asked in words.classes(report.poll.rule):
            page.bullet(asked, lead=f"{name}:")


FORMAT = register(Format("docx", CONTENT_TYPE, "docx", render))
