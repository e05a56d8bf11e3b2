"""The same idea said twice, and its contrary."""

from __future__ import annotations

import pytest

from brouwerij.likeness.duplicates import duplicates
from brouwerij.likeness.embedding import Embedding

OPPOSED = [
    ("Meer auto's in de straat", "Minder auto's in de straat"),
    ("Wel huisdieren in huis", "Geen huisdieren in huis"),
    ("Wij zijn voor verkoop", "Wij zijn tegen verkoop"),
    ("Roken binnen toestaan", "Roken binnen verbieden"),
    ("Hogere huur voor jongeren", "Lagere huur voor jongeren"),
    ("Een inleg van 100 euro", "Een inleg van 500 euro"),
    ("More cars in our street", "Fewer cars in our street"),
    ("Allow pets in the house", "Forbid pets in the house"),
]


def pairs(ideas: list[str], embedding: Embedding | None = None) -> list[tuple[int, int]]:
    return [(pair.one, pair.other) for pair in duplicates(ideas, embedding)]


def test_duplicates_by_letters_see_through_capitals_accents_and_endings():
    ideas = ["Een coöperatieve bank!", "een cooperatieve banken", "Samen zingen", "🎉", "🎉"]
    assert sorted(pairs(ideas)) == [(0, 1), (3, 4)]


def test_duplicates_come_with_the_most_alike_first():
    found = duplicates(["Samen eten", "Samen eten", "Samen eten?", "Samen te eten"])
    assert [pair.likeness for pair in found] == sorted((p.likeness for p in found), reverse=True)
    assert (found[0].one, found[0].other, found[0].likeness) == (0, 1, 1.0)


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_duplicates_never_offer_what_may_be_the_contrary(one: str, other: str):
    assert pairs([one, other]) == []
    assert pairs([one, one]) == [(0, 1)]


def test_duplicates_by_meaning_find_other_words_and_still_no_contrary(embedding: Embedding):
    same = ["Elke week samen eten", "Wekelijks een gezamenlijke maaltijd"]
    assert pairs(same) == []
    assert pairs(same, embedding) == [(0, 1)]
    for pair in OPPOSED:
        assert pairs(list(pair), embedding) == []


def test_duplicates_by_meaning_when_ideas_differ_then_there_are_none(embedding: Embedding):
    assert pairs(["Een notaris zoeken", "Samen zingen op zondag"], embedding) == []
    assert pairs(["Alleen"], embedding) == pairs([], embedding) == []
