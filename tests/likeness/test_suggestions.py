"""Which themes a loose idea is suggested for."""

from __future__ import annotations

from brouwerij.likeness.embedding import CUE, KEPT, Embedding, Remembering
from brouwerij.likeness.subjects import fingerprint, learned_from
from brouwerij.likeness.suggestions import Sorted, themes_for

MONEY, PEACE, BUILDING, PRESS = themes = [
    Sorted("Samen financieren"),
    Sorted("Goed samenleven"),
    Sorted("Bouwen en verduurzamen"),
    Sorted("In de media komen"),
]


def test_themes_when_only_titles_are_known_then_meaning_decides(embedding: Embedding):
    ideas = [
        "Een lening bij de bank met lage rente",
        "Ruzie in de groep uitpraten",
        "Warmtepompen en dikke muren",
        "Een journalist een dag laten meelopen",
    ]
    best = [found[0] for found in themes_for(embedding, ideas, themes)]
    assert best == [0, 1, 2, 3]


def test_themes_when_an_idea_like_it_is_placed_then_they_follow_the_room(embedding: Embedding):
    idea = "Een moestuin achter het huis"
    before = themes_for(embedding, [idea], themes)[0]
    last = before[-1]
    taught = list(themes)
    taught[last] = Sorted(
        themes[last].title, ("Groente verbouwen in de tuin", "Een kas met tomaten en bonen")
    )
    assert themes_for(embedding, [idea], taught)[0][0] == last


def test_themes_when_asked_again_then_they_are_the_same(embedding: Embedding):
    ideas = ["Zonnepanelen", "Een notaris", "🎉", "Spare money for bad times"]
    assert themes_for(embedding, ideas, themes) == themes_for(embedding, ideas, themes)


def test_themes_when_there_are_fewer_than_asked_for_then_all_are_given(embedding: Embedding):
    assert sorted(themes_for(embedding, ["Geld"], themes[:2], top=3)[0]) == [0, 1]
    assert themes_for(embedding, ["Geld"], [], top=3) == [[]]
    assert themes_for(embedding, [], themes) == []


class Counting:
    """A model that says what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def query(self, texts: list[str]) -> list[list[float]]:
        self.asked += texts
        return [[1.0, float(len(text))] for text in texts]


def test_vectors_when_a_text_comes_back_then_the_model_is_not_asked_again(embedding: Embedding):
    model = Counting()
    remembering = Remembering(model)
    first = remembering.vectors(["een", "twee", "een"])
    again = remembering.vectors(["twee", "een"])
    assert model.asked == [f"{CUE}een", f"{CUE}twee"]
    assert first[[1, 0]].tolist() == again.tolist()
    remembering.vectors([str(number) for number in range(KEPT)])
    remembering.vectors(["een"])
    assert model.asked.count(f"{CUE}een") == 2


def test_lens_is_learned_from_the_subjects_that_lie_beside_it(embedding: Embedding):
    """Run `python -m brouwerij.likeness.subjects` after a change in subjects.csv."""
    assert learned_from() == fingerprint()
