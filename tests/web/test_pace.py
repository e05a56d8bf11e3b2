"""What a run sheet advises when it runs late: the rule as a table, run as it is shipped."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
MINUTE = 60_000
DUE = 100 * MINUTE


def round(id: str, status: str, minutes: int, **more: int) -> dict[str, Any]:
    return {"id": id, "status": status, "minutes": minutes, "ends_at": 0, "left": 0, **more}


def planned(*minutes: int) -> list[dict[str, Any]]:
    return [round(f"r{n}", "planned", length) for n, length in enumerate(minutes, 2)]


def open_until(minute: int) -> dict[str, Any]:
    return round("r1", "open", 10, ends_at=minute * MINUTE)


CASES: dict[str, tuple[dict[str, Any], int, int, int, list[Any] | None]] = {
    # the current round, now, then: the end it comes to, minutes late, the saving
    "in time": (open_until(60), 50, 100, 0, None),
    "a minute late is no matter": (open_until(61), 50, 101, 0, None),
    "late": (open_until(66), 50, 106, 6, ["r2", 5]),
    "no more than one is late": (open_until(63), 50, 103, 3, ["r2", 3]),
    "a round that ran over": (open_until(50), 65, 105, 5, ["r2", 5]),
    "a round that stands still": (
        round("r1", "paused", 10, left=9 * MINUTE), 55, 104, 4, ["r2", 4],
    ),
    "between two rounds": (round("r1", "closed", 10), 70, 110, 10, ["r2", 5]),
}  # fmt: skip
PLAN = planned(20, 5, 15)


@pytest.fixture(scope="module")
def pace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rule as a script that answers what it is asked as JSON."""
    entry = tmp_path_factory.mktemp("pace") / "ask.ts"
    rule = json.dumps(str(ROOT / "frontend" / "control" / "pace.ts"))
    entry.write_text(
        f"import {{ ahead, expectedEnd, minutesLate, saving }} from {rule};\n"
        "const answers = JSON.parse(process.argv[2]!).map(({ plan, current, now, due }) => {\n"
        "  const end = expectedEnd(plan, current, now), late = minutesLate({ due }, end);\n"
        "  const saved = late && saving(late, ahead(plan, current));\n"
        "  return [end, late, saved ? [saved.round.id, saved.minutes] : null];\n"
        "});\n"
        "console.log(JSON.stringify(answers));\n"
    )
    built = entry.with_suffix(".mjs")
    esbuild = ROOT / "node_modules" / ".bin" / "esbuild"
    bundle = [str(esbuild), str(entry), "--bundle", "--format=esm", f"--outfile={built}"]
    subprocess.run([*bundle, "--platform=node", "--log-level=error"], check=True)
    return built


def ask(pace: Path, questions: list[dict[str, Any]]) -> list[Any]:
    asked = ["node", str(pace), json.dumps(questions)]
    return json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


def test_pace_when_time_is_used_then_it_says_the_end_and_what_could_be_shorter(pace: Path):
    questions = [
        {"plan": [now, *PLAN], "current": "r1", "now": at * MINUTE, "due": DUE}
        for now, at, *_ in CASES.values()
    ]
    expected = {
        name: [end * MINUTE, late, saved] for name, (_, _, end, late, saved) in CASES.items()
    }
    assert dict(zip(CASES, ask(pace, questions), strict=True)) == expected


def test_pace_when_only_short_rounds_come_then_nothing_is_taken(pace: Path):
    question = {"current": "r1", "now": 120 * MINUTE, "due": DUE}
    last, short = [open_until(130)], [open_until(130), *planned(3, 2)]
    ties = [open_until(130), *planned(8, 8, 4)]
    answers = ask(pace, [{**question, "plan": plan} for plan in (last, short, ties)])
    assert [saved for _, _, saved in answers] == [None, None, ["r3", 2]]


def test_pace_when_nobody_knows_when_it_should_end_then_it_is_not_late(pace: Path):
    question = {"plan": [open_until(190), *PLAN], "current": "r1", "now": 120 * MINUTE, "due": 0}
    assert ask(pace, [question]) == [[230 * MINUTE, 0, None]]
