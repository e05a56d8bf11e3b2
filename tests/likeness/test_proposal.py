"""A first proposal of themes and their names."""

from __future__ import annotations

import pytest

from brouwerij.likeness.embedding import Embedding
from brouwerij.likeness.proposal import MOST, how_many, propose
from brouwerij.likeness.words import words

MONEY = ["Lenen bij de bank", "Een lening van de bank", "Lage rente op onze hypotheek", "De bank"]
PEACE = ["Ruzie over de afwas", "Hoe los je ruzie op?", "Samen eten zonder ruzie", "Klusdag"]
ENERGY = ["Zonnepanelen op het dak", "Het dak isoleren", "Warmtepomp", "Groene stroom van het dak"]
IDEAS = MONEY + PEACE + ENERGY


def test_proposal_puts_every_idea_in_one_group(embedding: Embedding):
    groups = propose(embedding, IDEAS, 3)
    assert sorted(i for group in groups for i in group.ideas) == list(range(len(IDEAS)))
    money, energy = ({IDEAS.index(text) for text in texts[:2]} for texts in (MONEY, ENERGY))
    for together in (money, energy):
        assert any(together <= set(group.ideas) for group in groups)


def test_proposal_names_a_group_by_words_of_its_ideas(embedding: Embedding):
    for group in propose(embedding, IDEAS, 3):
        own = {word for i in group.ideas for word in words(IDEAS[i])}
        named = words(group.name)
        assert named
        assert set(named) - {"en"} <= own, group.name
        assert group.name[0].isupper()


def test_proposal_when_asked_again_then_is_the_same(embedding: Embedding):
    assert propose(embedding, IDEAS) == propose(embedding, IDEAS)


@pytest.mark.parametrize(
    ("ideas", "k", "groups"),
    [
        ([], 3, 0),
        (["Geld"], 3, 1),
        (["Geld", "Geld", "Geld"], 2, 1),
        (["Geld", "Ruzie"], 9, 2),
        (["🎉", "🎉🎉", "金", "Größe", "1"], 5, 5),
    ],
)
def test_proposal_never_has_more_groups_than_different_ideas(
    embedding: Embedding, ideas: list[str], k: int, groups: int
):
    found = propose(embedding, ideas, k)
    assert len(found) == groups
    assert all(group.name and group.ideas for group in found)


def test_proposal_in_english_leaves_out_english_words_that_say_nothing(embedding: Embedding):
    (group,) = propose(embedding, ["There should be more money", "Because of the money"], 1, "en")
    assert group.name == "Money"


def test_number_of_themes_grows_with_the_ideas_and_stays_within_what_a_room_oversees():
    assert [how_many(n) for n in (1, 8, 50, 200, 2000)] == [2, 2, 5, 10, MOST]
