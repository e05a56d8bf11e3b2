"""Every kind of change is declared, and every declared kind can happen."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from brouwerij.domain import changes
from brouwerij.domain.commands import changed

DOMAIN = Path(changes.__file__).parent
MAKERS = ("changed", "Change")


def _kinds_given() -> Iterator[tuple[str, ast.expr]]:
    """The kind in every place where the domain makes a change, with where that is."""
    for path in sorted(DOMAIN.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS:
                kind = [k.value for k in node.keywords if k.arg == "kind"] or node.args
                yield f"{path.name}:{node.lineno}", kind[0]


def _words(kind: ast.expr) -> set[str]:
    """What a kind can be: a text, or one of two."""
    if isinstance(kind, ast.IfExp):
        return _words(kind.body) | _words(kind.orelse)
    return {kind.value} if isinstance(kind, ast.Constant) else set()


def test_kinds_that_handlers_give_are_those_that_are_declared():
    given: set[str] = set()
    for where, kind in _kinds_given():
        words = _words(kind)
        if not words:  # the two places that pass a kind on
            assert where.startswith(("commands.py", "board.py")), f"{where}: no literal kind"
        given |= words
    assert given == set(changes.KINDS)


def test_changed_when_the_kind_is_not_declared_then_raises():
    with pytest.raises(ValueError, match=r"coffee\.poured"):
        changed("coffee.poured")
    assert changed("idea.added").change


def test_kinds_are_facts_in_a_sentence():
    assert [
        fact for fact in changes.KINDS.values() if not (fact[0].isupper() and fact[-1] == ".")
    ] == []
