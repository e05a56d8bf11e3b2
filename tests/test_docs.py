"""docs/ says what the code does: lists that are made from it, and the wire by hand."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest

from brouwerij import wire
from brouwerij.config import BREAKS, SETTINGS
from brouwerij.domain.changes import KINDS as CHANGES
from brouwerij.domain.commands import COMMANDS
from brouwerij.domain.entities import COLLECTIONS
from brouwerij.domain.refusals import CODES
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.text import IDEA_LENGTH, LINE_LENGTH, NAME_LENGTH, PARAGRAPH_LENGTH
from brouwerij.live.questions import QUESTIONS
from scripts import docs

ROOT = Path(__file__).parent.parent
PAGES = docs.pages()
LIVE = sorted((ROOT / "brouwerij" / "live").glob("*.py"))
PROTOCOL = (ROOT / "docs" / "protocol.md").read_text()


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_lists_are_what_the_code_says_now(path: Path):
    assert docs.written(path) == path.read_text(), "run `make docs`"


def test_lists_when_something_changed_then_the_page_is_stale(tmp_path: Path):
    """The control of the test above."""
    stale = tmp_path / "changes.md"
    stale.write_text(page("changes").replace("`idea.added`", "`idea.written`"))
    assert docs.written(stale) != stale.read_text()
    assert docs.written(stale) == page("changes")


def test_lists_are_each_on_one_page():
    used = [name for path in PAGES for _, name, _ in docs.BLOCK.findall(path.read_text())]
    assert sorted(used) == sorted(docs.LISTS)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("commands", COMMANDS),
        ("changes", CHANGES),
        ("refusals", CODES),
        ("settings", [setting.variable for setting in SETTINGS]),
        ("settings", KINDS),
    ],
)
def test_lists_have_a_line_for_each(name: str, listed: list[str]):
    lines = re.findall(r"^\| `([^`]+)` \|", page(name), re.MULTILINE)
    assert [word for word in listed if lines.count(word) != 1] == []


def test_commands_each_say_what_they_do():
    assert [name for name, kind in COMMANDS.items() if not kind.handler.__doc__] == []


def test_commands_page_names_the_lengths_that_texts_are_held_to():
    said = page("commands")
    for length in (IDEA_LENGTH, LINE_LENGTH, NAME_LENGTH, PARAGRAPH_LENGTH):
        assert f"{length:,}" in said


def test_protocol_lists_the_events_that_come_in_and_go_out():
    table = PROTOCOL[PROTOCOL.index("| event |") :].partition("\n\n")[0]
    listed = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    assert listed == _events_in() | _events_out()


def test_protocol_has_a_section_for_each_event():
    titles = "\n".join(re.findall(r"^### .*", PROTOCOL, re.MULTILINE))
    for event in _events_in() | _events_out():
        assert f"`{event}`" in titles


def _calls() -> list[ast.Call]:
    trees = (ast.parse(path.read_text()) for path in LIVE)
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _events_in() -> set[str]:
    """The events that the server listens to, but those of the connection itself."""
    named = {question.name for question in QUESTIONS} | {
        str(call.args[0].value)
        for call in _calls()
        if getattr(call.func, "attr", "") == "on" and isinstance(call.args[0], ast.Constant)
    }
    return named - {"connect", "disconnect", "message"}


def _events_out() -> set[str]:
    return {
        str(argument.value)
        for call in _calls()
        if getattr(call.func, "attr", "") in ("emit", "_emit")
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant)
    }


@pytest.mark.parametrize(
    "message",
    [
        wire.Hello,
        wire.Welcome,
        wire.Refused,
        wire.Asked,
        wire.Outcome,
        wire.PatchMessage,
        wire.Bye,
        wire.Presence,
    ],
)
def test_protocol_names_every_field_of_a_message(message: type[msgspec.Struct]):
    fields = message.__struct_encode_fields__
    assert [name for name in fields if not re.search(rf'[`"]{name}[`":]', PROTOCOL)] == []


@pytest.mark.parametrize("view", [wire.Views, wire.Mine])
def test_protocol_names_every_collection_of_a_view(view: type[msgspec.Struct]):
    assert [n for n in view.__struct_fields__ if f"`{n}`" not in PROTOCOL] == []


def test_wire_declares_the_collections_that_are_seen():
    """So that the two tests above know of all."""
    from brouwerij.domain import views

    seen = {entity.collection for entity in views._SHOWN}
    assert seen <= COLLECTIONS.keys()
    assert {*seen, "pictures"} == set(wire.Views.__struct_fields__)


def test_protocol_names_the_most_commands_and_the_limits():
    from brouwerij.live import pace

    assert f"1 to {wire.MAX_COMMANDS}" in PROTOCOL
    assert f"{pace.PER_SECOND} commands a second" in PROTOCOL
    assert f"{pace.PER_MINUTE:,} a minute" in PROTOCOL


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text()):
        assert (path.parent / target).exists(), target


GUARANTEES = re.findall(r"^## (G\d+) ", page("guarantees"), re.MULTILINE)


def test_guarantees_are_numbered_from_one():
    assert [f"G{number}" for number in range(1, len(GUARANTEES) + 1)] == GUARANTEES


def test_guarantees_are_each_proven_and_each_have_a_control():
    """By tests that name them in their docstrings; the docs name what is broken for it."""
    said = [
        ast.get_docstring(node) or ""
        for path in sorted((ROOT / "tests" / "live").glob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    proofs = {g for line in said if "control" not in line for g in _named(line)}
    controls = {g for line in said if "control" in line for g in _named(line)}
    assert proofs == controls == set(GUARANTEES)


def _named(line: str) -> set[str]:
    """The guarantees in a docstring: G2, or G1 to G3."""
    found = set(re.findall(r"\bG\d+\b", line))
    for first, last in re.findall(r"\bG(\d+) to G(\d+)\b", line):
        found |= {f"G{number}" for number in range(int(first), int(last) + 1)}
    return found


def test_guarantees_name_every_promise_that_can_be_broken():
    assert [name for name in BREAKS if f"`{name}`" not in page("guarantees")] == []
