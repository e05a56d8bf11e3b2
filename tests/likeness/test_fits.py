"""Which success factors may help with what others need."""

from __future__ import annotations

from brouwerij.likeness.embedding import Embedding
from brouwerij.likeness.fits import MOST, Told, fits

HAS = [
    Told("Een penningmeester die boekhouder is", "club"),
    Told("Zonnepanelen op het dak, betaald door leden", "dorp"),
    Told("Samen met een notaris statuten gemaakt", "huis"),
    Told("Elke week samen soep eten", "straat"),
]
NEEDS = [
    Told("Hoge energierekening van het clubhuis", "club"),
    Told("Wij komen niet uit onze boekhouding", "huis"),
    Told("Geen jurist die onze statuten begrijpt", "dorp"),
]


def test_fits_when_said_in_other_words_then_are_found_by_meaning_only(embedding: Embedding):
    assert {(1, 0), (0, 1), (2, 2)} <= set(fits(HAS, NEEDS, embedding))
    assert not set(fits(HAS, NEEDS)) & {(1, 0), (0, 1)}


def test_fits_when_one_has_what_the_other_lacks_then_the_contrary_is_no_hindrance():
    assert fits([Told("Een bank die meedoet", "a")], [Told("Geen bank die meedoet", "b")])


def test_fits_when_both_are_of_the_same_initiative_then_are_not_offered(embedding: Embedding):
    one, other, same = Told("Een goede bank", "a"), Told("Geen goede bank", "b"), "a"
    for model in (None, embedding):
        assert fits([one], [other], model) == [(0, 0)]
        assert fits([one], [Told(other.text, same)], model) == []


def test_fits_when_many_suit_a_need_then_the_likeliest_come_first_and_not_all():
    texts = ["Een bank in de buurt", "Een bank in de straat hier", "Een bank", "Een bank in Bonn"]
    found = fits([Told(text, "a") for text in texts], [Told("Een bank in de buurt?", "b")])
    assert len(found) == MOST
    assert found[0] == (0, 0)


def test_fits_when_there_is_nothing_then_nothing(embedding: Embedding):
    for model in (None, embedding):
        assert fits([], NEEDS, model) == fits(HAS, [], model) == []
        assert fits([Told("🎉", "a")], [Told("", "b")], model) == []
