"""The Word document: real headings, lists and tables, in the words that were looked at."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from brouwerij.report.shapes import Edition
from tests.report.reading import exported, is_golden, word_text
from tests.support.room import Room

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.parametrize("edition", list(Edition))
def test_document_of_the_afternoon_is_as_it_was_looked_at(cooplink: Room, edition: Edition):
    text = word_text(exported(cooplink, "docx", edition))
    assert is_golden(text, f"{edition.value}.docx"), "GOLDEN=write, and look at the difference"


def test_headings_tell_the_story(cooplink: Room):
    lines = word_text(exported(cooplink, "docx")).splitlines()
    chapters = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    for chapter in ("In het kort", "Wat dragen we samen?", "De thema’s", "Eerst over praten"):
        assert chapter in chapters
    themes = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert themes[:4] == [
        "De draagvlakkaart", "Coöperatieve financiering", "Een gezamenlijk bestuur", "Film",
    ]  # fmt: skip


def test_working_group_stands_with_its_lead_and_first_step(cooplink: Room):
    text = word_text(exported(cooplink, "docx"))
    groups = text[text.index("# Werkgroepen\n") :]
    ours = groups[: groups.index("\n## Film")]
    assert "## Coöperatieve financiering" in ours
    assert "Greet Groeier" in ours
    assert "Statuten lezen" in ours


def test_divided_theme_says_what_stands_in_the_way(cooplink: Room):
    text = word_text(exported(cooplink, "docx"))
    talk = text[text.index("# Eerst over praten") :].split("\n# ")[0]
    assert "Een gezamenlijk bestuur: Verdeeld" in talk
    assert "Dan beslissen anderen" in talk
    assert "Coöperatieve financiering" not in talk


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_document_says_in_which_language_it_is(cooplink: Room, language: str, tag: str):
    file = exported(cooplink, "docx", language=language)
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert f'w:val="{tag}"' in styles


def test_document_has_its_title_and_nobody_s_name_in_its_properties(cooplink: Room):
    properties = docx.Document(io.BytesIO(exported(cooplink, "docx"))).core_properties
    assert properties.title == "Cooplink"
    assert {properties.author, properties.last_modified_by, properties.comments} == {""}
