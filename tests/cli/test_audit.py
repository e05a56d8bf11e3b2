"""brouwerij audit: the rule, who might vote, and every verdict counted again from the log."""

from __future__ import annotations

import json
from typing import Any

import pytest

from brouwerij.domain.commands import Actor
from brouwerij.domain.entities import Theme
from brouwerij.live import rooms
from tests.cli.conftest import Here
from tests.support.server import Server

LEADER = Actor("organiser", "1")


@pytest.fixture
def code(here: Here) -> str:
    made = here.run("workshop", "create", "--template", "korte-stemming", "--json")[1]
    return str(json.loads(made)["code"])


def polled(server: Server, code: str, *, shown: bool) -> None:
    """Four people answer one theme, one of them let in late; the results are opened or not."""
    with server.app.app_context():
        kettle = rooms.kettle(code)

        def do(actor: Actor, kind: str, **data: Any) -> str:
            command = rooms.command(kind, **data)
            (result,) = kettle.submit(actor, [command])
            assert result.ok, (kind, result.refusal)
            return command.id

        def join(number: int) -> Actor:
            id = f"person-{code}-{number}"
            do(rooms.SYSTEM, "participant.join", participant=id, name="", initiative="Hof")
            return Actor("participant", id)

        rounds = {round.kind: round.id for round in kettle.board.rounds}
        people = [join(number) for number in range(3)]
        do(LEADER, "round.open", round=rounds["clustering"])
        do(LEADER, "theme.add", round=rounds["clustering"], name="Samen kopen")
        do(LEADER, "round.open", round=rounds["poll"])
        (theme,) = kettle.board.all(Theme)
        for person in [*people, join(3)]:
            answer = {"round": rounds["poll"], "theme": theme, "answer": "support"}
            do(person, "poll.answer", **answer)
        do(LEADER, "round.close", round=rounds["poll"])
        if shown:
            do(LEADER, "round.reveal", round=rounds["poll"], phase="results")


def test_audit_tells_the_rule_who_might_vote_and_every_verdict(
    server: Server, here: Here, code: str
):
    polled(server, code, shown=True)
    done, out, err = here.run("audit", code.lower())
    assert (done, err) == (0, "")
    assert "broad: at least 1/2 (50%) support it" in out
    assert "Electorate: 3 when it opened" in out
    assert f"person-{code}-3 since entry" in out
    assert "Samen kopen: everyone\n  4 support, 0 can live with it, 0 object, of 4" in out
    assert "Who supports a carried theme: 1 of the electorate." in out
    assert "As many themes by the Method of Equal Shares: Samen kopen." in out
    assert out.endswith("All is as the screens show it.\n")


def test_audit_as_json_has_the_same(server: Server, here: Here, code: str):
    polled(server, code, shown=True)
    (count,) = json.loads(here.run("audit", code, "--json")[1])
    assert (count["electors"], len(count["late"]), count["differs"]) == (3, 1, [])
    (theme,) = count["themes"]
    assert (theme["name"], theme["verdict"], theme["support"]) == ("Samen kopen", "everyone", 4)
    assert count["rule"]["weakest"] == "1/4"


def test_audit_while_results_are_secret_tells_nothing_of_them(
    server: Server, here: Here, code: str
):
    polled(server, code, shown=False)
    done, out, _ = here.run("audit", code)
    assert done == 0
    assert "Samen kopen" not in out
    assert "still secret" in out


def test_audit_of_no_workshop_says_so(here: Here):
    done, _, err = here.run("audit", "NERGENS")
    assert (done, "there is no workshop with the code" in err) == (1, True)
