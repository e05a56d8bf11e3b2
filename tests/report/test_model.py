"""What the readers of each edition may know."""

from __future__ import annotations

import msgspec
import pytest

from brouwerij.report.shapes import Edition, Report
from tests.report.conftest import NOTE, PLAN
from tests.report.reading import exported, report_of
from tests.support.room import Room

EACH = pytest.mark.parametrize("edition", list(Edition))


def texts(report: Report) -> list[str]:
    """The texts of all ideas in a report."""
    lines = [idea for theme in report.themes for idea in theme.ideas]
    lines += [*report.loose, *report.parked]
    return [text for line in lines for text in (line.text, *(same.text for same in line.same))]


def test_participants_read_what_the_room_was_shown(cooplink: Room):
    report = report_of(cooplink)
    assert "Samen een fonds beginnen" in texts(report)
    assert "Dat hoort hier niet" not in texts(report)
    assert "Een laat idee" not in texts(report)
    assert not [m for group in report.groups for m in group.leads if m.reach]


@pytest.mark.usefixtures("app")
def test_what_those_who_led_noted_is_for_the_organiser_alone(cooplink: Room):
    told = {edition for edition in Edition if NOTE.encode() in exported(cooplink, "json", edition)}
    assert told == {Edition.ORGANISER}


def test_organiser_reads_also_what_was_hidden_or_late_and_how_to_reach_people(cooplink: Room):
    report = report_of(cooplink, Edition.ORGANISER)
    assert [idea.text for idea in report.loose if idea.hidden] == ["Dat hoort hier niet"]
    assert [idea.text for idea in report.parked] == ["Een laat idee"]
    [lead] = report.groups[0].leads
    assert lead.reach is not None
    assert (lead.reach.email, lead.reach.share) == ("greet@groenehof.example", True)


@EACH
def test_nobody_reads_who_wrote_or_voted_what(cooplink: Room, edition: Edition):
    said = repr(report_of(cooplink, edition))
    assert not [id for id in cooplink.board.participants if id in said]
    named = edition is not Edition.PUBLIC
    assert ("Nestor" in said) == named, "who signed up is named, but to the public"
    assert "Groeier 1" not in said, "who did not is not"


@EACH
def test_themes_stand_as_the_poll_ranked_them(cooplink: Room, edition: Edition):
    themes = report_of(cooplink, edition).themes
    assert [(t.name, t.support.verdict) for t in themes if t.support] == [
        ("Coöperatieve financiering", "everyone"),
        ("Een gezamenlijk bestuur", "divided"),
        ("Film", "narrow"),
    ]
    assert themes[0].dots
    assert (themes[0].dots.supporters, themes[0].dots.rank) == (8, 1)


@EACH
def test_what_repeats_another_idea_stands_under_it(cooplink: Room, edition: Edition):
    [idea] = report_of(cooplink, edition).themes[0].ideas
    assert idea.text == "Samen een fonds beginnen"
    assert [same.text for same in idea.same] == ["Eén pot voor alle leningen"]
    assert report_of(cooplink, edition).themes[0].written == 2


@EACH
def test_initiatives_that_are_small_are_never_shown_apart(cooplink: Room, edition: Edition):
    found = report_of(cooplink, edition).themes[0].support
    assert found
    assert [(s.name, s.people) for s in found.segments] == [
        ("De Groene Hof", 4),
        ("Het Nest", 3),
        ("", 3),
    ]
    assert sum(s.support for s in found.segments) == found.support


def voted(*sizes: int) -> Room:
    """A workshop of initiatives of these sizes, through a poll whose results are open."""
    room = Room(PLAN)
    people = [
        room.join(f"P{n}{k}", f"Initiatief {n}")
        for n, size in enumerate(sizes)
        for k in range(size)
    ]
    [theme] = room.themes("Geld")
    room.open("poll")
    for person in people:
        room.do(person, "poll.answer", theme=theme, answer="support")
    room.results()
    return room


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ((4, 3), [4, 3]),
        ((4, 3, 1, 2), [4, 3, 3]),
        ((5, 4, 1), [5, 5]),  # one alone is shown with the smallest of the others
        ((4, 2), [6]),
        ((1, 1), [2]),
        ((1,), [1]),
    ],
)
def test_initiatives_that_are_small_are_put_together(sizes: tuple[int, ...], shown: list[int]):
    found = report_of(voted(*sizes)).themes[0].support
    assert found
    assert [segment.people for segment in found.segments] == shown


def test_tallies_when_not_opened_then_only_the_organiser_reads_them_once_closed():
    room = Room(PLAN)
    anna = room.join("Anna", "Het Nest")
    [theme] = room.themes("Geld")
    for kind, vote, data in (
        ("dots", "dots.set", {"dots": 1}),
        ("poll", "poll.answer", {"answer": "support"}),
    ):
        room.open(kind)
        room.do(anna, vote, theme=theme, **data)
        assert _told(room, kind) == dict.fromkeys(Edition, False)
        room.close()
        assert _told(room, kind) == {e: e is Edition.ORGANISER for e in Edition}
        room.reveal("results")
        assert _told(room, kind) == dict.fromkeys(Edition, True)


def _told(room: Room, kind: str) -> dict[Edition, bool]:
    """Whether an edition tells what a vote came to."""
    found = {}
    for edition in Edition:
        report = report_of(room, edition)
        facts = report.dots if kind == "dots" else report.poll
        of_theme = report.themes[0].dots if kind == "dots" else report.themes[0].support
        assert (facts is None) == (of_theme is None)
        found[edition] = facts is not None
    return found


@EACH
def test_ideas_of_a_silent_round_that_runs_are_read_by_nobody(edition: Edition):
    room = Room(PLAN)
    anna = room.join("Anna", "Het Nest")
    room.open("ideas")
    room.do(anna, "idea.add", text="Nog niet gedeeld")
    assert texts(report_of(room, edition)) == []
    room.reveal()
    assert texts(report_of(room, edition)) == ["Nog niet gedeeld"]


@pytest.mark.parametrize("edition", [Edition.PARTICIPANTS, Edition.ORGANISER])
def test_anonymous_workshop_names_those_who_signed_up_and_nobody_else(edition: Edition):
    room = Room(PLAN, anonymous=True)
    anna, bram = room.join("Anna", "Het Nest"), room.join("Bram", "Het Nest")
    room.open("ideas")
    room.do(anna, "idea.add", text="Van wie?")
    room.reveal()
    [theme] = room.themes("Geld")
    room.open("workgroups")
    group = f"{room.id('workgroups')}:{theme}"
    room.do(anna, "group.join", group=group, role="lead", name="Anna B.", consent=True)
    room.do(bram, "group.join", group=group, role="member")

    report = report_of(room, edition)

    assert report.anonymous
    assert [idea.initiative for idea in report.loose] == [""]
    assert [m.name for m in (*report.groups[0].leads, *report.groups[0].members)] == ["Anna B.", ""]


@EACH
def test_theme_that_went_up_in_another_is_not_there(edition: Edition):
    room = Room(PLAN)
    anna = room.join("Anna", "Het Nest")
    room.open("ideas")
    idea = room.do(anna, "idea.add", text="Filmpje")
    room.reveal()
    film, images = room.themes("Filmen", "Beeld")
    room.lead("idea.place", idea=idea, theme=film)
    room.lead("theme.merge", theme=film, into=images)

    [theme] = report_of(room, edition).themes
    assert (theme.name, [i.text for i in theme.ideas]) == ("Beeld", ["Filmpje"])


@EACH
def test_ties_are_ties(edition: Edition):
    room = Room(PLAN)
    anna = room.join("Anna", "Het Nest")
    one, two = room.themes("Geld", "Beeld")
    room.open("poll")
    for theme in (one, two):
        room.do(anna, "poll.answer", theme=theme, answer="support")
    room.results()
    found = [theme.support for theme in report_of(room, edition).themes]
    assert [(s.rank, s.tied) for s in found if s] == [(1, True), (1, True)]


@EACH
def test_points_stand_with_the_most_recognised_first(cooplink: Room, edition: Edition):
    lines = {line.initiative: line for line in report_of(cooplink, edition).introductions}
    [point] = lines["Het Nest"].bottlenecks
    assert (point.text, point.recognised, point.helpers) == (
        "Het pand kopen lukt niet",
        5,
        ("De Groene Hof",),
    )
    assert lines["De Groene Hof"].who == "Dertig huizen rond een tuin"
    assert "Wachterliefde" not in lines, "who said nothing has no line"


@EACH
def test_report_is_plain_values(cooplink: Room, edition: Edition):
    """So that every format can be made from it elsewhere."""
    report = report_of(cooplink, edition)
    assert msgspec.convert(msgspec.to_builtins(report), Report) == report
