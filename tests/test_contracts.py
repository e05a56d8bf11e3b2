"""What one part declares, another has words for."""

import pytest
from flask import Flask

from brouwerij import texts
from brouwerij.domain import engine as engine
from brouwerij.domain.plans import TEMPLATES
from brouwerij.domain.refusals import CODES
from brouwerij.domain.rounds import KINDS
from brouwerij.domain.support.poll import Verdict
from brouwerij.i18n import init_i18n
from brouwerij.web.settings_form import choices_of, names_of


@pytest.fixture
def app() -> Flask:
    app = Flask("contracts")
    init_i18n(app)
    return app


def test_every_refusal_code_has_a_sentence():
    assert set(texts.REFUSALS) == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sentence_can_be_said_with_the_params_its_code_has(
    app: Flask, code: str, language: str
):
    params = {
        "limit": 3, "length": 300, "budget": 5, "kind": "ideas", "number": 7, "text": "Een kas",
        "where": "title",
    }  # fmt: skip
    with app.app_context():
        said = texts.sentence(code, params, language)
    assert said.endswith(".")
    assert "%(" not in said


def test_every_kind_of_round_has_its_name():
    assert set(texts.KINDS) == set(KINDS)


def test_every_setting_of_every_kind_has_its_label():
    assert set(texts.SETTINGS) == {name for kind in KINDS.values() for name in names_of(kind)}


def test_every_name_that_a_setting_may_have_has_its_words():
    chosen = {name: names for kind in KINDS.values() for name, names in choices_of(kind).items()}
    assert {name: set(words) for name, words in texts.CHOICES.items()} == chosen


def test_every_verdict_has_its_name():
    assert set(texts.VERDICTS) == {verdict.value for verdict in Verdict}


def test_every_template_has_its_name():
    assert set(texts.TEMPLATES) == set(TEMPLATES)
