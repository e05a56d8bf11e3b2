"""The carried themes of a poll as one set: for how many people there is something in it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from brouwerij.domain import support
from brouwerij.domain.polls import Votes


class Slate(msgspec.Struct, frozen=True):
    """chosen: the carried themes, as they were put to the vote. covered: how many of the people
    support at least one of them. proposed: as many themes in which every part of the room has its
    share, by the Method of Equal Shares; fewer when no part can pay for one more. extra, missing:
    what the proposal has instead of what; nothing when it only leaves themes out."""

    chosen: list[str]
    covered: int
    people: int
    proposed: list[str]
    extra: list[str]
    missing: list[str]


def slate(given: Votes, found: Mapping[str, support.ThemeSupport]) -> Slate:
    """What the themes that a poll found carried are together. found: the measure of each theme."""
    supporters = {
        theme: [v for v, answer in given.answers(theme).items() if answer is support.Answer.SUPPORT]
        for theme in given.poll.themes
    }
    chosen = [theme for theme, of in found.items() if of.verdict.carried]
    people = len(given.people)
    proposed = support.equal_shares(supporters, list(given.people), len(chosen))
    extra = [theme for theme in proposed if theme not in chosen]
    return Slate(
        chosen=chosen,
        covered=int(support.coverage(chosen, supporters, people) * people) if people else 0,
        people=people,
        proposed=proposed,
        extra=extra,
        missing=[theme for theme in chosen if theme not in proposed] if extra else [],
    )
