"""The story itself: 21 January 2017, by fifty simulated people on a real server.

Seven initiatives, five themes that everybody carries, a working group with a lead for each, and a
report that tells it. Everything is done by the command line, as an organiser would.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.report.reading import sheets, told, word_text
from tests.support.server import Server, serving

pytestmark = pytest.mark.timeout(400)

PEOPLE, SEED = 50, 2017
INITIATIVES = {
    "Copekcabana",
    "Roggeveenstraat",
    "Finnewold",
    "Wishing Well West",
    "CW Circa",
    "Sandwijck",
    "Villa des Roses",
}
CARRIED = {
    "Coöperatieve financiering",
    "Belangenbehartiging",
    "Beeldvorming",
    "Film of beeldmateriaal",
    "Kennis over samenleven",
}
NOT_CARRIED = {"Gezamenlijke verzekering", "Koepel met bestuur", "Samen inkopen"}


@dataclass(frozen=True)
class Story:
    """An afternoon that was held."""

    server: Server
    code: str
    told: subprocess.CompletedProcess[str]

    @property
    def summary(self) -> dict[str, Any]:
        return dict(json.loads(self.told.stdout))

    def report(self, format: str, edition: str = "participants") -> bytes:
        """The report as the command `export` writes it, once."""
        path = Path(self.server.settings["BROUWERIJ_INSTANCE"]) / f"{edition}.{format}"
        if path.exists():
            return path.read_bytes()
        words = ["export", self.code, "--format", format, "--edition", edition, "-o", str(path)]
        done = self.server.run(*words)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip() == str(path)
        return path.read_bytes()


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    with serving(tmp_path_factory.mktemp("story") / "instance") as server:
        made = server.run("workshop", "create", "--template", "ideeenbrouwerij", "--json")
        code = json.loads(made.stdout)["code"]
        crowd = ["--people", str(PEOPLE), "--seed", str(SEED), "--end", "--json"]
        yield Story(server, code, server.run("simulate", code, *crowd, seconds=360))


@pytest.fixture(scope="module")
def tables(story: Story) -> dict[str, list[list[str]]]:
    """The report as a spreadsheet has it: per file its rows, without the heading."""
    return {name: rows[1:] for name, rows in sheets(story.report("csv")).items()}


def test_nothing_was_lost_and_everybody_saw_the_same(story: Story):
    assert story.told.returncode == 0, story.told.stderr
    summary = story.summary
    assert summary["people"] == PEOPLE
    assert summary["lost"] == summary["differing"] == 0
    assert summary["converged"] is True
    assert summary["sent"] == summary["acked"] + summary["refused"]
    assert summary["acked"] > 20 * PEOPLE
    assert summary["reconnected"] > 0, "the control: phones did lose their connection"
    assert summary["refused"] > 0, "the control: somebody asked for one dot too many"


def test_summary_tells_how_fast_it_was_and_progress_goes_to_the_other_stream(story: Story):
    assert set(story.summary["ack_ms"]) == {"p50", "p95", "p99"}
    assert story.summary["seconds"] > 0
    assert "50 people came in" in story.told.stderr
    assert story.told.stdout.count("\n") == 1


def test_five_themes_are_carried_and_three_are_not(
    story: Story, tables: dict[str, list[list[str]]]
):
    assert set(story.summary["carried"]) == CARRIED
    verdicts = {row[1]: row[2] for row in tables["themas.csv"]}
    assert verdicts.keys() == CARRIED | NOT_CARRIED
    broadly = {"Door iedereen gedragen", "Breed gedragen"}
    assert {name for name, verdict in verdicts.items() if verdict in broadly} == CARRIED


def test_themes_say_what_was_divided_and_why(tables: dict[str, list[list[str]]]):
    rows = tables["bezwaren.csv"]
    objections = {row[1] for row in rows if row[0] == "Koepel met bestuur"}
    assert "Dan beslissen anderen straks over ons huis" in objections


def test_seven_initiatives_took_part(tables: dict[str, list[list[str]]]):
    people = {row[0]: int(row[2]) for row in tables["deelnemers-per-initiatief.csv"]}
    assert people.keys() == INITIATIVES
    assert sum(people.values()) == PEOPLE


def test_buying_the_building_is_the_bottleneck_that_is_heard_most(
    tables: dict[str, list[list[str]]],
):
    stuck = [row for row in tables["kennismaken.csv"] if row[1] == "Knelpunt"]
    most = max(stuck, key=lambda row: int(row[3]))
    assert most[2].startswith("Het pand kopen")
    assert {row[0] for row in stuck if row[2].startswith("Het pand kopen")} == INITIATIVES


def test_map_tells_who_can_help_whom_by_a_tap_or_by_what_goes_well(
    tables: dict[str, list[list[str]]],
):
    needs = tables["versterkingskaart.csv"]
    heard = [int(row[2]) for row in needs]
    assert heard == sorted(heard, reverse=True)
    assert heard[0] == len(INITIATIVES) > heard[-1]
    helped = [row for row in needs if row[3]]
    assert len(needs) / 2 < len(helped) < len(needs), "some still wait for help"
    assert any(row[4] for row in helped)
    assert any(not row[4] for row in helped), "by a tap alone"


def test_each_carried_theme_has_a_working_group_with_a_lead_and_a_first_step(
    tables: dict[str, list[list[str]]],
):
    groups = tables["werkgroepen.csv"]
    assert {row[0] for row in groups} == CARRIED
    leads = {row[0]: row[2] for row in groups if row[1] == "Trekker"}
    assert leads.keys() == CARRIED
    assert all(leads.values())
    assert all(row[5] and row[6] == "2017-03-11" for row in groups)


def test_word_report_tells_the_themes_the_groups_and_who_leads(
    story: Story, tables: dict[str, list[list[str]]]
):
    text = word_text(story.report("docx"))
    chapters = {part.split("\n", 1)[0]: part for part in text.split("\n# ")}
    themes, groups = chapters["De thema’s"], chapters["Werkgroepen"]
    leads = {row[0]: row[2] for row in tables["werkgroepen.csv"] if row[1] == "Trekker"}
    for theme in CARRIED:
        assert f"\n## {theme}\n" in themes
        group = groups[groups.index(f"\n## {theme}\n") + 1 :].split("\n## ")[0]
        assert f"Trekker | {leads[theme]} |" in group
    assert "5 thema’s" in chapters["In het kort"]


def test_contact_details_are_for_the_organiser_alone(story: Story):
    assert "@voorbeeld.example" not in word_text(story.report("docx"))
    assert "@voorbeeld.example" in word_text(story.report("docx", "organiser"))


def test_report_when_imported_makes_a_workshop_that_exports_the_same(story: Story):
    file = story.report("json", "organiser")
    path = Path(story.server.settings["BROUWERIJ_INSTANCE"]) / "organiser.json"
    made = json.loads(story.server.run("import", str(path), "--json").stdout)
    again = Story(story.server, made["code"], story.told)
    path.rename(path.with_name("first.json"))
    assert told(again.report("json", "organiser")) == told(file)
