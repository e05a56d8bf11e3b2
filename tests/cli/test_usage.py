"""What every command says of itself, and how it ends when it is used wrongly."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest
from flask import Flask

from brouwerij.cli import EPILOG, SERVING, main, make_parser
from brouwerij.cli.serve import greet
from brouwerij.config import from_environment
from brouwerij.domain.plans import TEMPLATES
from brouwerij.report import formats
from brouwerij.simulate import Summary, Timing
from tests.support.apart import apart

COMMANDS = [
    "archive",
    "audit",
    "cluster",
    "demo",
    "export",
    "import",
    "invite",
    "purge",
    "restore",
    "serve",
    "simulate",
    "support",
    "workshop",
]


def parsers(
    parser: argparse.ArgumentParser, name: str
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, sub in action.choices.items():
                yield from parsers(sub, f"{name} {word}")


ALL = list(parsers(make_parser(), "brouwerij"))


def ended(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int | str | None, str, str]:
    """The exit code, standard output and standard error of a command that argparse ends."""
    with pytest.raises(SystemExit) as left:
        main(list(words))
    said = capsys.readouterr()
    return left.value.code, said.out, said.err


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]):
    code, out, _ = ended(capsys, "--help")
    assert code == 0
    assert [name for name in COMMANDS if f"    {name} " not in out] == []
    assert set(SERVING) <= set(COMMANDS)


@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in SERVING])
def test_help_says_what_the_command_does(capsys: pytest.CaptureFixture[str], command: str):
    code, out, err = ended(capsys, command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: brouwerij {command}")
    assert " ".join(EPILOG.split()) in " ".join(out.split())


@pytest.mark.parametrize(("name", "parser"), ALL, ids=[name for name, _ in ALL])
def test_help_explains_every_option(name: str, parser: argparse.ArgumentParser):
    assert parser.description, name
    unexplained = [
        action.dest
        for action in parser._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert unexplained == []


def test_help_names_every_template_and_every_format(capsys: pytest.CaptureFixture[str]):
    _, create, _ = ended(capsys, "workshop", "create", "--help")
    assert [name for name in TEMPLATES if name not in create] == []
    _, export, _ = ended(capsys, "export", "--help")
    assert [name for name in formats.FORMATS if name not in export] == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), "COMMAND"),
        (("brew",), "brew"),
        (("simulate",), "CODE"),
        (("simulate", "ABCDEF", "--people", "0"), "--people"),
        (("simulate", "ABCDEF", "--people", "many"), "--people"),
        (("simulate", "ABCDEF", "--pace", "-1"), "--pace"),
        (("simulate", "ABCDEF", "--pace", "nan"), "--pace"),
        (("simulate", "ABCDEF", "--seed", "x"), "--seed"),
        (("export", "ABCDEF", "--edition", "secret"), "--edition"),
        (("workshop",), "ACTION"),
        (("workshop", "create", "--tables", "301"), "--tables"),
        (("workshop", "create", "--date", "2017-02-30"), "--date"),
        (("workshop", "create", "--language", "de"), "--language"),
    ],
)
def test_wrong_use_ends_with_2_and_names_what_is_wrong(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], named: str
):
    code, out, err = ended(capsys, *words)
    assert (code, out) == (2, "")
    assert named in err


def summary(**about: object) -> Summary:
    usual = {
        "people": 5, "sent": 9, "acked": 8, "refused": 1, "lost": 0, "differing": 0,
        "reconnected": 0, "converged": True, "carried": ["Geld"], "ack_ms": Timing(1.0, 2.0, 3.0),
        "seconds": 1.5,
    }  # fmt: skip
    return Summary(**{**usual, **about})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("about", "code"),
    [({}, 0), ({"lost": 1}, 1), ({"converged": False}, 1), ({"differing": 1}, 1)],
)
def test_simulate_ends_with_1_when_something_was_lost_or_differs(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: object,
    about: dict[str, object],
    code: int,
):
    from flask import Flask

    async def told(*_: object) -> Summary:
        return summary(**about)

    app = Flask("simulated")
    app.config["BROUWERIJ"] = from_environment({"BROUWERIJ_INSTANCE": str(tmp_path)})
    monkeypatch.setattr("brouwerij.cli._app.ready_app", lambda: app)
    monkeypatch.setattr("brouwerij.cli._app.cookie_of_leader", lambda code: "f_X=1")
    monkeypatch.setattr("brouwerij.simulate.simulate", told)

    assert apart(main, ["simulate", "ABCDEF", "--json"]) == code
    assert '"ack_ms":{"p50":1.0,"p95":2.0,"p99":3.0}' in capsys.readouterr().out
    assert apart(main, ["simulate", "ABCDEF"]) == code
    out = capsys.readouterr().out
    assert "carried: Geld\n" in out
    assert "ack_ms: p50 1.0, p95 2.0, p99 3.0\n" in out
    assert f"converged: {'yes' if about.get('converged', True) else 'no'}\n" in out


@pytest.mark.parametrize(
    ("address", "phones"),
    [
        ("http://127.0.0.1:5000", False),
        ("http://localhost:5000", False),
        ("http://[::1]:5000", False),
        ("http://192.0.2.7:5000", True),
        ("https://brouwerij.example.nl", True),
    ],
)
def test_greeting_sends_phones_only_where_they_can_come(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    address: str,
    phones: bool,
):
    monkeypatch.setattr("brouwerij.server.public_address", lambda config: address)
    monkeypatch.setattr("brouwerij.store.accounts.anybody", lambda session: True)
    app = Flask("brouwerij")
    app.config["BROUWERIJ"] = from_environment({})
    with app.app_context():
        greet(app)
    said = capsys.readouterr().out
    assert f"Brouwerij is on {address}\n" in said
    assert ("Phones on the same network" in said) is phones
    assert ("▄" in said) is phones, "a code to scan"
    assert ("BROUWERIJ_HOST" in said) is not phones
