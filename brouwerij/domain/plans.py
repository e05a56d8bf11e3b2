"""Plans to start from: which rounds, in what order, for how long.

Steps and order are the Ideeënbrouwerij of Heleen van Praag (brouwen, gisten, proeven, bottelen,
schenken; buurtwijs.nl, 12 May 2016). Minutes and settings are ours: the sources give none.
Deciding by consent, with a second round on amended proposals, is of sociocracy (Endenburg).
1-2-4-All is a Liberating Structure (Lipmanowicz and McCandless).
"""

from __future__ import annotations

from typing import Any

import msgspec


class PlannedRound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A round as an organiser plans it. id: "" for a new one. title: "" for its kind's own name."""

    kind: str
    id: str = ""
    title: str = ""
    minutes: int = 10
    settings: dict[str, Any] = {}


class Template(msgspec.Struct, frozen=True):
    """A plan with the number of tables it supposes (0 for none)."""

    name: str
    rounds: tuple[PlannedRound, ...]
    tables: int = 0

    @property
    def minutes(self) -> int:
        return sum(round.minutes for round in self.rounds)


BREWERY = Template(
    "ideeenbrouwerij",
    (
        PlannedRound("introductions", minutes=20),
        PlannedRound("ideas", minutes=17, settings={"silent": True, "at_table": True}),
        PlannedRound("clustering", minutes=18),
        PlannedRound("dots", minutes=8),
        PlannedRound("poll", minutes=10),
        PlannedRound("elaboration", minutes=25),
        PlannedRound("workgroups", minutes=17),
        PlannedRound("checkout", minutes=5),
    ),
    tables=7,
)

ONE_TWO_FOUR_ALL = Template(
    "1-2-4-all",
    (
        PlannedRound("ideas", minutes=12, settings={"silent": True, "at_table": True}),
        PlannedRound("clustering", minutes=8),
        PlannedRound("dots", minutes=5),
        PlannedRound("checkout", minutes=5),
    ),
    tables=6,
)

SHORT_VOTE = Template(
    "korte-stemming",
    (
        PlannedRound("ideas", minutes=10, settings={"silent": True, "at_table": False}),
        PlannedRound("clustering", minutes=10),
        PlannedRound("dots", minutes=5),
        PlannedRound("poll", minutes=5),
    ),
)

BIG_ROOM = Template(
    "grote-zaal",
    (
        PlannedRound("introductions", minutes=15),
        PlannedRound("ideas", minutes=15, settings={"silent": True, "at_table": False}),
        PlannedRound("clustering", minutes=20, settings={"together": True}),
        PlannedRound("dots", minutes=8),
        PlannedRound("poll", minutes=10),
        PlannedRound("elaboration", minutes=25),
        PlannedRound("workgroups", minutes=17),
        PlannedRound("checkout", minutes=5),
    ),
)

DECISIONS = Template(
    "besluiten",
    (
        PlannedRound("ideas", minutes=12, settings={"silent": True, "at_table": False}),
        PlannedRound("clustering", minutes=15, settings={"together": True}),
        PlannedRound("ballot", minutes=8, settings={"method": "ranked", "shortlist": 5}),
        PlannedRound("elaboration", minutes=20),
        PlannedRound("ballot", minutes=15, settings={"method": "consent"}),
        PlannedRound("ballot", minutes=15, settings={"method": "consent"}),
        PlannedRound("workgroups", minutes=15),
        PlannedRound("checkout", minutes=5),
    ),
)

_OFFERED = (BREWERY, BIG_ROOM, DECISIONS, ONE_TWO_FOUR_ALL, SHORT_VOTE)
TEMPLATES = {template.name: template for template in _OFFERED}
"""The plans an organiser can start from, by name."""
