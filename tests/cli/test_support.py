"""brouwerij support: a matrix of votes in, how broadly each statement is carried out."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brouwerij.cli import main
from brouwerij.domain.support import Answer, Rule, measure, wilson
from brouwerij.domain.support.conversation import Conversation, measure_statements
from tests.domain.conversations import CONVERSATION

HEADER = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,7,8"
SMALL = """\
participant,group-id,n-comments,n-votes,n-agree,n-disagree,7,8,9
ann,0,0,3,3,0,1,1,
bob,0,0,3,2,0,1,0,
cas,0,0,3,1,1,1,-1,
dik,1,0,3,2,0,1,1,
eva,1,0,2,1,0,,1,
fay,1,0,1,1,0,,1,
gus,,0,1,0,1,-1,,
"""
"""Two groups of three, and Gus who is in none; nobody saw the last statement."""


class Files:
    """Files to measure, and what the command says of them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._folder = folder
        self._capsys = capsys

    def said(self, content: str | bytes, *options: str) -> tuple[int, str, str]:
        """The exit code, standard output and standard error."""
        path = self._folder / "votes.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        code = main(["support", str(path), *options])
        out, err = self._capsys.readouterr()
        return code, out, err

    def measured(self, content: str | bytes, *options: str) -> list[dict[str, Any]]:
        code, out, _ = self.said(content, "--json", *options)
        assert code == 0
        return list(json.loads(out))


@pytest.fixture
def files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Files:
    return Files(tmp_path, capsys)


def test_statement_when_measured_is_what_was_worked_out_by_hand(files: Files):
    seven, eight, nine = files.measured(SMALL)
    assert (seven["statement"], eight["statement"], nine["statement"]) == ("7", "8", "9")
    assert (seven["agrees"], seven["disagrees"], seven["passes"]) == (4, 1, 0)
    assert (eight["agrees"], eight["disagrees"], eight["passes"]) == (4, 1, 1)
    assert seven["reach"] == pytest.approx(5 / 7)
    assert seven["interval"] == pytest.approx(wilson(4, 5))
    assert seven["groups"]["0"]["support"] == 1.0
    assert eight["groups"]["0"] == {
        "agrees": 1, "disagrees": 1, "passes": 1, "seen": 3, "support": pytest.approx(1 / 3),
    }  # fmt: skip
    assert seven["group_aware_consensus"] == pytest.approx((4 / 5) * (2 / 3))
    assert eight["group_aware_consensus"] == pytest.approx((2 / 5) * (4 / 5))
    assert nine["group_aware_consensus"] == pytest.approx((1 / 2) * (1 / 2))
    assert (seven["weakest_group"], eight["weakest_group"], nine["weakest_group"]) == (
        "0", "0", None,
    )  # fmt: skip
    assert (seven["verdict"], eight["verdict"], nine["verdict"]) == (
        "everyone", "divided", "low_turnout",
    )  # fmt: skip
    assert (nine["reach"], nine["interval"]) == (0, None)
    assert [statement["rank"] for statement in (seven, eight, nine)] == [1, 2, 3]


def test_statements_when_equal_share_a_rank_in_the_order_of_the_file(files: Files):
    found = files.measured("participant,group-id,a,b,c\nann,0,0,1,1\nbob,1,1,1,1\n")
    assert [(of["rank"], of["statement"]) for of in found] == [(1, "b"), (1, "c"), (3, "a")]


SAME = {
    "as Excel saves it here": "\ufeff" + SMALL.replace(",", ";").replace("\n", "\r\n"),
    "tabs": SMALL.replace(",", "\t"),
    "numbers with a point": SMALL.replace(",-1,", ",-1.0,").replace(",1,1,\n", ",1.0,1.0,\n"),
    "spaces and quotes": SMALL.replace(",-1,", ', "-1" ,').replace(', "-1" ,', ',"-1 ",'),
    "empty rows": SMALL.replace("\n", "\n\n") + ",,,,,,,,\n",
    "no last line end": SMALL.rstrip("\n"),
    "another order of columns": "\n".join(
        ",".join([*line.split(",")[6:], *line.split(",")[:6]]) for line in SMALL.splitlines()
    ),
}


@pytest.mark.parametrize("way", SAME)
def test_file_when_written_another_way_reads_the_same(files: Files, way: str):
    assert SAME[way] != SMALL
    assert files.measured(SAME[way]) == files.measured(SMALL)


BAD = {
    "": "it is empty",
    "\n\n": "it is empty",
    "person,group-id,7\nann,0,1": "there is no column participant in the first row",
    "participant,group-id,n-votes\nann,0,1": "there is no column with votes on a statement",
    HEADER: "it has no row below the first",
    HEADER + "\nann,0,0,1,1,0,2,": "row 2, column 7: '2' is no vote",
    HEADER + "\nann,0,0,1,1,0,1,\nbob,0,0,1,1,0,,0.5": "row 3, column 8: '0.5' is no vote",
    HEADER + "\nann,0,0,1,1,0,1,\n\nbob,0,0,1,1,0,,eens": "row 4, column 8: 'eens' is no vote",
    HEADER + "\nann,0,0,1,1,0,1": "row 2 has 7 cells and the first row 8",
    HEADER + "\nann,0,0,1,1,0,1,1,1": "row 2 has 9 cells and the first row 8",
    HEADER
    + "\nann,0,0,1,1,0,1,\nann,0,0,1,1,0,1,": "participant ann is in row 2 and again in row 3",
    HEADER + "\n,0,0,1,1,0,1,": "row 2 has no participant",
    HEADER + ",8\nann,0,0,1,1,0,1,1,1": "there are two columns 8",
    HEADER + ",\nann,0,0,1,1,0,1,1,1": "column 9 has no name",
    HEADER + '\n"ann,0,0,1,1,0,1,1': "it is not CSV",
}


@pytest.mark.parametrize("content", BAD)
def test_file_when_something_is_wrong_says_what_and_where(files: Files, content: str):
    code, out, err = files.said(content, "--json")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert BAD[content] in err


def test_file_when_it_is_no_utf_8_says_so(files: Files):
    code, _, err = files.said(SMALL.encode("utf-16"))
    assert (code, "it is not UTF-8 text" in err) == (1, True)


def test_file_when_it_is_not_there_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    assert main(["support", str(tmp_path / "nothing.csv")]) == 1
    assert "it cannot be read (No such file or directory)" in capsys.readouterr().err


def blocs(each: int) -> str:
    """Two blocs that vote against each other on ten statements, and no groups in the file."""
    votes = {"a": ",".join(["1", "-1"] * 5), "b": ",".join(["-1", "1"] * 5)}
    rows = [f"{bloc}{n},,{votes[bloc]}" for bloc in votes for n in range(each)]
    return "\n".join(["participant,group-id," + ",".join(map(str, range(10))), *rows])


def test_groups_when_the_file_has_none_are_found_in_the_votes(files: Files):
    found = files.measured(blocs(15))[0]
    assert sorted(group["support"] for group in found["groups"].values()) == [0.0, 1.0]
    assert "opinion groups found in the votes (0: 15, 1: 15)" in files.said(blocs(15))[1]


def test_groups_when_voters_are_too_few_are_none_and_that_is_said(files: Files):
    code, out, err = files.said(blocs(14), "--json")
    assert (code, "too few voters" in err) == (0, True)
    assert json.loads(out)[0]["groups"].keys() == {"all"}
    assert "too few voters" in files.said(blocs(14))[1]


def test_groups_when_the_file_has_them_are_found_only_when_asked(files: Files):
    mixed = blocs(15).replace(",,", ",x,")
    assert files.measured(mixed)[0]["groups"].keys() == {"x"}
    assert files.measured(mixed, "--find-groups")[0]["groups"].keys() == {"0", "1"}


def test_table_tells_the_rule_with_its_numbers_and_a_line_for_each(files: Files):
    code, out, err = files.said(SMALL)
    assert (code, err) == (0, "")
    assert "broad: at least 1/2 (50%) support it, at least 1/4 (25%) in every group" in out
    assert "Groups: those of the file (0: 3, 1: 3; 1 voters in none)." in out
    *_, seven, _, _ = out.splitlines()
    assert seven.split()[:6] == ["1", "everyone", "0.5333", "4", "0", "1"]


votes = st.lists(
    st.tuples(st.sampled_from("ABCD"), *[st.sampled_from([1, 0, -1, 2])] * 3),
    min_size=1, max_size=40,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(votes)
def test_verdict_of_a_statement_is_that_of_a_poll_among_who_saw_it(votes: list[Any]):
    import numpy as np

    matrix = np.array([row[1:] for row in votes], dtype=np.int8)
    found = measure_statements(Conversation("xyz", [row[0] for row in votes], matrix), Rule())
    for statement in found:
        at = 1 + "xyz".index(statement.statement)
        seen = {str(n): row for n, row in enumerate(votes) if row[at] != 2}
        answers = {voter: Answer(row[at]) for voter, row in seen.items()}
        polled = measure(answers, {voter: row[0] for voter, row in seen.items()}, Rule())
        assert statement.verdict is polled.verdict


@pytest.mark.skipif(not CONVERSATION.exists(), reason="the conversation's data is not here")
def test_real_conversation_has_the_verdicts_that_were_counted(files: Files):
    found = files.measured(CONVERSATION.read_bytes())
    assert len(found) == 165
    by_group = [sum(group["seen"] for group in of["groups"].values()) for of in found]
    verdicts = Counter(
        of["verdict"] for of, seen in zip(found, by_group, strict=True) if seen >= 10
    )
    assert verdicts == {"everyone": 4, "broad": 28, "divided": 70, "narrow": 20}
    consensus = [of["group_aware_consensus"] for of in found]
    assert consensus == sorted(consensus, reverse=True)
