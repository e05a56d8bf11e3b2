"""How the afternoon was liked, when these readers may know."""

from __future__ import annotations

from brouwerij.domain.rounds import checkout
from brouwerij.report.reading import Reading
from brouwerij.report.shapes import CheckoutLine


def closing(reading: Reading) -> CheckoutLine | None:
    round = reading.last_told("checkout")
    if round is None:
        return None
    all_given = reading.board.all(checkout.Checkout).values()
    found = checkout.result([c for c in all_given if c.round == round.id])
    if not any(found.marks):
        return None
    return CheckoutLine(marks=tuple(found.marks), mean=found.mean, sentences=tuple(found.sentences))
