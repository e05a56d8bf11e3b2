"""brouwerij support: how broadly each statement of a conversation is carried."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from brouwerij.domain.support.conversation import Conversation, StatementSupport

HELP = "Measure how broadly each statement of a conversation is carried."
VERDICT_WIDTH = 11


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE.csv",
        help="the votes as Polis exports them: columns participant, group-id, n-… and one for "
        "every statement, with 1 agree, 0 pass, -1 disagree and empty not seen",
    )
    parser.add_argument(
        "--find-groups",
        action="store_true",
        help="find opinion groups in the votes, also when the file has groups",
    )
    parser.add_argument("--json", action="store_true", help="print it as JSON, an object each")


def run(args: argparse.Namespace) -> int:
    from brouwerij.cli._conversations import read_conversation
    from brouwerij.cli._tables import TableError
    from brouwerij.domain.support import Rule
    from brouwerij.domain.support.conversation import measure_statements

    try:
        conversation = read_conversation(args.file)
    except TableError as error:
        print(f"brouwerij: {args.file}: {error}", file=sys.stderr)
        return 1
    conversation, about = grouped(conversation, args.find_groups)
    found = measure_statements(conversation, Rule())
    print(about, file=sys.stderr if args.json else sys.stdout)
    print(as_json(found) if args.json else "\n".join(as_table(found)))
    return 0


def grouped(conversation: Conversation, find: bool) -> tuple[Conversation, str]:
    """The conversation by the groups it is measured with, and a sentence that says which."""
    from brouwerij.domain.support.conversation import together, with_opinion_groups
    from brouwerij.domain.support.opinions import ENOUGH_ANSWERS, LEAST_THEMES, LEAST_VOTERS

    if any(conversation.groups) and not find:
        return conversation, f"Groups: those of the file ({sizes(conversation)})."
    found = with_opinion_groups(conversation)
    if found is None:
        return together(conversation), (
            "Groups: none, everybody together. There are too few voters or statements to find "
            f"opinion groups: that takes {LEAST_VOTERS} voters with {ENOUGH_ANSWERS} votes each, "
            f"and {LEAST_THEMES} statements."
        )
    return found, f"Groups: opinion groups found in the votes ({sizes(found)})."


def sizes(conversation: Conversation) -> str:
    """How many voters each group has, and how many are in none."""
    from collections import Counter

    count = Counter(conversation.groups)
    in_none = count.pop("", 0)
    told = ", ".join(f"{name}: {size}" for name, size in sorted(count.items()))
    return f"{told}; {in_none} voters in none" if in_none else told


def as_json(found: list[StatementSupport]) -> str:
    import msgspec

    return msgspec.json.encode([_plain(statement) for statement in found]).decode()


def _plain(statement: StatementSupport) -> dict[str, Any]:
    import msgspec

    groups = {
        name: {**msgspec.structs.asdict(votes), "seen": votes.seen, "support": votes.support}
        for name, votes in statement.groups.items()
    }
    return msgspec.structs.asdict(statement) | {"groups": groups}


def as_table(found: list[StatementSupport]) -> Iterator[str]:
    """The rule in words, and a line for every statement."""
    from brouwerij.cli._rule import told
    from brouwerij.domain.support import Rule

    yield from (
        "Agree, pass and disagree are read as: I carry it, I can live with it, I object. Who saw a",
        "statement and is in a group is its electorate. The first of these that holds:",
        *(f"  {sentence}" for sentence in told(Rule())),
        "Ranked by group-aware consensus: the product over groups of (agrees + 1) / (seen + 2).",
        "",
        f"rank  {'verdict':{VERDICT_WIDTH}}  consensus  agrees  passes  disagrees  reach"
        "  80% interval  weakest  support by group; statement",
    )
    yield from map(_line, found)


def _line(of: StatementSupport) -> str:
    low, high = of.interval or (0.0, 1.0)
    groups = ", ".join(
        f"{name} {'-' if votes.support is None else format(votes.support, '.0%')}"
        for name, votes in of.groups.items()
    )
    return (
        f"{of.rank:4}  {of.verdict:{VERDICT_WIDTH}}  {of.group_aware_consensus:9.4f}  "
        f"{of.agrees:6}  {of.passes:6}  {of.disagrees:9}  {of.reach:5.0%}  "
        f"{low:5.0%} - {high:4.0%}  {of.weakest_group or '-':7}  {groups}; {of.statement}"
    )
