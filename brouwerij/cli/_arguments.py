"""Values that the commands take: what is wrong is said before anything is done."""

from __future__ import annotations

import argparse
from collections.abc import Callable


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number from `least` to `most`."""

    def read(text: str) -> int:
        if not text.lstrip("-").isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"it is a whole number from {least} to {most}")
        return int(text)

    return read


def seconds(text: str) -> float:
    """A number of seconds, 0 or more, that is not endless."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 3600:
        raise argparse.ArgumentTypeError("it is a number of seconds from 0 to 3600")
    return number


def day(text: str) -> str:
    """A calendar day as 2017-01-21."""
    from brouwerij.domain.dates import is_date

    if text and not is_date(text):
        raise argparse.ArgumentTypeError("it is a day such as 2017-01-21")
    return text


PEOPLE, SEED = 50, 2017


def crowd(parser: argparse.ArgumentParser, *, pace: float) -> None:
    """Who is simulated, and how fast they are."""
    parser.add_argument(
        "--people", type=whole(1, 5000), default=PEOPLE, metavar="N", help=f"how many ({PEOPLE})"
    )
    parser.add_argument(
        "--seed",
        type=whole(0, 10**9),
        default=SEED,
        metavar="N",
        help=f"the same seed gives the same people ({SEED})",
    )
    parser.add_argument(
        "--pace",
        type=seconds,
        default=pace,
        metavar="SECONDS",
        help=f"how long a person takes per act; 0 is as fast as it goes ({pace:g})",
    )
