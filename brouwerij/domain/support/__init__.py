"""The measure of broad support: dots for the shortlist, a poll for the verdict.

docs/support.md tells it in words, with the formulas and their sources.
"""

from brouwerij.domain.support.chart import Placed, Spot, spots
from brouwerij.domain.support.consensus import Tally, group_aware_consensus
from brouwerij.domain.support.dots import (
    DotTally,
    default_dots,
    rank_by_supporters,
    shortlist,
    tally_dots,
)
from brouwerij.domain.support.grouping import opinions_in
from brouwerij.domain.support.poll import (
    Answer,
    Rule,
    SegmentSupport,
    ThemeSupport,
    Verdict,
    is_vanguard,
    judge,
    measure,
    order,
    wilson,
)
from brouwerij.domain.support.slate import coverage, equal_shares

__all__ = [
    "Answer", "DotTally", "Placed", "Rule", "SegmentSupport", "Spot", "Tally", "ThemeSupport",
    "Verdict", "coverage", "default_dots", "equal_shares", "group_aware_consensus", "is_vanguard",
    "judge", "measure", "opinions_in", "order", "rank_by_supporters", "shortlist", "spots",
    "tally_dots", "wilson",
]  # fmt: skip
