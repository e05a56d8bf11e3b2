"""A workshop as one file: what comes back of it elsewhere, and which files are refused."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from brouwerij.domain.commands import Actor
from brouwerij.domain.refusals import Refusal
from brouwerij.extensions import db
from brouwerij.live import rooms
from brouwerij.live.kettle import Kettle
from brouwerij.report.exporting import export
from brouwerij.report.shapes import Edition
from brouwerij.store import archive, logos, people, workshops
from brouwerij.store.gate import writer
from brouwerij.store.models import ReceiptRow, WorkshopRow
from tests.domain.test_snapshot import whole_of
from tests.store.conftest import NOW, an_app
from tests.support import machine
from tests.support.server import let_go

LEADER, ANNA = Actor("organiser", "1"), Actor("participant", "person-anna-01")
PLANTED = ("Geplante Anna", "Geplante Bakker", "anna@geplant.example", "Geplante Mies en Jan")


def png(colour: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 20), colour).save(made, "PNG")
    return made.getvalue()


OLD_LOGO, LOGO = png("#7a2e4d"), png("#2f6b3c")
LOGO_FILE = logos.file_of(logos.hash_of(LOGO))


class Kept(NamedTuple):
    """A workshop in an app, and the files of it with and without its people."""

    kettle: Kettle
    whole: bytes
    lean: bytes


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = an_app(str(tmp_path_factory.mktemp("here")))
    yield made
    let_go(made)


@pytest.fixture(scope="module")
def kept(here: Flask) -> Kept:
    with here.app_context():
        plan = [{"kind": kind} for kind in ("ideas", "clustering", "elaboration", "workgroups")]
        about = {"title": "Landelijke dag", "question": "Hoe?", "plan": plan, "tables": 2}
        row, _ = rooms.create(None, about)
        kettle = rooms.kettle(row.code)

        def do(actor: Actor, kind: str, **data: object) -> str:
            asked = rooms.command(kind, **data)
            [result] = kettle.submit(actor, [asked])
            assert result.ok, (kind, result.refusal)
            return asked.id

        joins = {"participant": ANNA.id, "name": PLANTED[0], "initiative": "De Hof"}
        do(rooms.SYSTEM, "participant.join", **joins)
        for png in (OLD_LOGO, LOGO):
            hash = writer(here).run(lambda session, png=png: logos.keep(session, row.id, png))
            do(LEADER, "appearance.set", logo=hash, accent="#2f6b3c")
        do(LEADER, "round.open", round="r1")
        do(ANNA, "idea.add", round="r1", text="Een kas delen")
        do(LEADER, "round.open", round="r2")
        theme = do(LEADER, "theme.add", round="r2", name="Kas")
        do(LEADER, "round.open", round="r3")
        do(LEADER, "card.take", round="r3", theme=theme, table=1)
        do(LEADER, "card.write", round="r3", card=f"r3:{theme}", field="who", text=PLANTED[3])
        do(LEADER, "round.open", round="r4")
        do(
            ANNA, "group.join", round="r4", group=f"r4:{theme}", role="lead", consent=True,
            name=PLANTED[1], email=PLANTED[2],
        )  # fmt: skip
        stored = workshops.by_code(db.session(), row.code)
        assert stored is not None
        whole, lean = (
            archive.written(db.session(), stored, NOW, people=with_people)
            for with_people in (True, False)
        )
        return Kept(kettle, whole, lean)


@pytest.fixture(scope="module")
def elsewhere(
    postgres: machine.Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Flask]:
    made = an_app(str(tmp_path_factory.mktemp("elsewhere")), DATABASE_URL=postgres.database())
    yield made
    let_go(made)


def back(app: Flask, file: bytes) -> archive.Restored:
    found = archive.read(file)
    assert not isinstance(found, Refusal), found
    made = archive.restored(writer(app), found, None, NOW)
    assert not isinstance(made, Refusal), made
    return made


def report_of(kettle: Kettle) -> bytes:
    return export(kettle.board, kettle.people, "md", Edition.ORGANISER, "nl", 0, kettle.code)


@pytest.mark.wire
def test_archive_of_sqlite_in_postgresql_is_the_same_board_and_report(
    kept: Kept, elsewhere: Flask, here: Flask
) -> None:
    with here.app_context():
        before = report_of(kept.kettle)
    with elsewhere.app_context():
        row, was = back(elsewhere, kept.whole)
        again = rooms.kettle(row.code)
        assert row.code == was == kept.kettle.code
        assert row.epoch != kept.kettle.epoch
        assert whole_of(again.board) == whole_of(kept.kettle.board)
        assert report_of(again) == before
        assert PLANTED[1].encode() in before
        code = kept.kettle.people[ANNA.id].resume_code
        assert people.by_resume_code(db.session(), row.id, code) == ANNA.id
        assert workshops.links(db.session(), row.id)
        pictures = logos.all_of(db.session(), row.id)
        assert pictures[again.board.workshop.logo] == LOGO
        assert set(pictures.values()) == {OLD_LOGO, LOGO}, "what it replaced can still be undone"
        receipts = select(func.count()).where(ReceiptRow.workshop_id == row.id)
        assert db.session.scalar(receipts) == 0
        assert again.submit(LEADER, [rooms.command("workshop.end")])[0].ok


def test_archive_without_people_has_no_name_in_it(kept: Kept) -> None:
    whole, lean = unpacked(kept.whole), unpacked(kept.lean)
    for planted in PLANTED:
        assert planted.encode() in b"".join(whole.values())
        assert planted.encode() not in b"".join(lean.values())
    assert b"Een kas delen" in lean[archive.LOG]
    pictures = [[c for name, c in it.items() if logos.is_file(name)] for it in (whole, lean)]
    assert [sorted(it) for it in pictures] == [sorted((OLD_LOGO, LOGO)), [LOGO]]


def test_archive_when_its_code_is_in_use_gets_another(kept: Kept, here: Flask) -> None:
    with here.app_context():
        row, was = back(here, kept.whole)
        assert row.code != was
        assert whole_of(rooms.kettle(row.code).board) == whole_of(kept.kettle.board)


def unpacked(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(contents: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in contents.items():
            made.writestr(name, content)
    return file.getvalue()


def told(contents: dict[str, bytes], **otherwise: object) -> dict[str, bytes]:
    """With another manifest."""
    manifest = json.loads(contents[archive.MANIFEST]) | otherwise
    return contents | {archive.MANIFEST: json.dumps(manifest).encode()}


def resigned(contents: dict[str, bytes]) -> bytes:
    """With the checksums that go with these contents."""
    names = contents.keys() - {archive.MANIFEST}
    return packed(told(contents, files={name: archive._sum(contents[name]) for name in names}))


def without_a_line(contents: dict[str, bytes]) -> dict[str, bytes]:
    lines = contents[archive.LOG].splitlines(keepends=True)
    return contents | {archive.LOG: b"".join(lines[:2] + lines[3:])}


def of_another_program(contents: dict[str, bytes]) -> dict[str, bytes]:
    return contents | {archive.LOG: contents[archive.LOG].replace(b'"text":', b'"wording":')}


@pytest.mark.parametrize(
    ("made_of", "code"),
    [
        (lambda c: b"PK", "archive.not_ours"),
        (lambda c: packed({"a.txt": b"a"}), "archive.not_ours"),
        (lambda c: packed(c)[:-200], "archive.not_ours"),
        (lambda c: packed({archive.MANIFEST: c[archive.MANIFEST]}), "archive.damaged"),
        (lambda c: packed(without_a_line(c)), "archive.damaged"),
        (lambda c: resigned(without_a_line(c)), "archive.damaged"),
        (lambda c: resigned(c | {archive.LOG: b""}), "archive.damaged"),
        (lambda c: packed({k: v for k, v in c.items() if k != LOGO_FILE}), "archive.damaged"),
        (lambda c: resigned(c | {LOGO_FILE: OLD_LOGO}), "archive.damaged"),
        (lambda c: resigned(c | {logos.file_of(logos.hash_of(b"MZ")): b"MZ"}), "archive.damaged"),
        (lambda c: packed(told(c, version=2)), "archive.version"),
        (lambda c: resigned(of_another_program(c)), "archive.version"),
    ],
)
def test_archive_that_is_not_whole_is_refused_and_nothing_is_made(
    kept: Kept, made_of: Callable[[dict[str, bytes]], bytes], code: str
) -> None:
    refused = archive.read(made_of(unpacked(kept.whole)))
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_archive_that_unpacks_to_too_much_is_refused_before_it_is_read_out(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 100_000)
    assert not isinstance(archive.read(kept.whole), Refusal)
    bomb = packed(unpacked(kept.whole) | {archive.PEOPLE: b" " * 200_000})
    refused = archive.read(bomb)
    assert isinstance(refused, Refusal)
    assert refused.code == "archive.too_large"


def test_archive_with_text_that_a_database_does_not_take_leaves_nothing(
    kept: Kept, here: Flask
) -> None:
    found = archive.read(kept.whole)
    assert not isinstance(found, Refusal)
    twice = found._replace(people=[*found.people, *found.people])
    with here.app_context():
        number = select(func.count()).select_from(WorkshopRow)
        before = db.session.scalar(number)
        refused = archive.restored(writer(here), twice, None, NOW)
        db.session.rollback()
        assert isinstance(refused, Refusal)
        assert db.session.scalar(number) == before


def test_archive_by_the_command_line_comes_back_and_says_its_new_code(
    kept: Kept,
    here: Flask,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    from brouwerij.cli import main

    monkeypatch.setattr("brouwerij.cli._app.ready_app", lambda: here)
    to = tmp_path / "middag.zip"
    assert main(["archive", kept.kettle.code, "-o", str(to)]) == 0
    assert to.stat().st_mode & 0o077 == 0
    assert main(["restore", str(to)]) == 0
    said = capsys.readouterr()
    assert f"{kept.kettle.code} is in use here" in said.err
    assert re.search(rf"personal data of {len(kept.kettle.people)} people, until 20\d\d-", said.err)
    assert main(["archive", kept.kettle.code, "--without-people", "-o", str(to)]) == 0
    assert main(["restore", str(to)]) == 0
    assert "personal data" not in capsys.readouterr().err
    to.write_bytes(to.read_bytes()[:500])
    assert main(["restore", str(to)]) == 1
    assert "archive" in capsys.readouterr().err
