"""The rule of the verdicts, told in words with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from brouwerij.domain.support import Rule


def told(rule: Rule) -> Sequence[str]:
    """The rule in sentences; the first that holds is the verdict."""
    everywhere = f"at least {_share(rule.weakest)} in every group"
    calm = f"at most {_share(rule.objection)} of the answers an open objection"
    return (
        f"low_turnout: fewer than {_share(rule.turnout)} of the electorate answered.",
        f"everyone: at least {_share(rule.tolerance)} support it or can live with it, at least "
        f"{_share(rule.everyone_breadth)} support it, {everywhere}, and no open objection.",
        f"broad: at least {_share(rule.broad_breadth)} support it, {everywhere}, and {calm}.",
        f"partly: at least {_share(rule.partly_breadth)} support it, {everywhere}, and {calm}.",
        f"divided: at least {_share(rule.partly_breadth)} support it otherwise.",
        "narrow: less.",
        f"Groups of fewer than {rule.segment_min} people count together as one; "
        "no answer is no support.",
    )


def _share(share: str) -> str:
    return f"{share} ({float(100 * Fraction(share)):.4g}%)"
