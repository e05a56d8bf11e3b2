"""What a report is made of. Building it is model.py's work, saying it in words is words/'s.

No ids and no language in here: names, numbers, and people's own words.
"""

from brouwerij.report.shapes.afternoon import (
    CheckoutLine,
    FitLine,
    IntroductionLine,
    NeedLine,
    Origin,
    PointLine,
    RoundLine,
)
from brouwerij.report.shapes.appearance import Appearance, Logo
from brouwerij.report.shapes.base import Edition, Shape
from brouwerij.report.shapes.groups import GroupLine, Member, Reach
from brouwerij.report.shapes.reasons import Reason
from brouwerij.report.shapes.report import Report
from brouwerij.report.shapes.themes import CardLines, IdeaLine, ThemeLine
from brouwerij.report.shapes.votes import (
    BallotFacts,
    BallotLine,
    DotFacts,
    Dots,
    PollFacts,
    Segment,
    Slate,
    Support,
)

__all__ = [
    "Appearance",
    "BallotFacts",
    "BallotLine",
    "CardLines",
    "CheckoutLine",
    "DotFacts",
    "Dots",
    "Edition",
    "FitLine",
    "GroupLine",
    "IdeaLine",
    "IntroductionLine",
    "Logo",
    "Member",
    "NeedLine",
    "Origin",
    "PointLine",
    "PollFacts",
    "Reach",
    "Reason",
    "Report",
    "RoundLine",
    "Segment",
    "Shape",
    "Slate",
    "Support",
    "ThemeLine",
]
