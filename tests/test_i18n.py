"""Every text on a screen exists in English too, and its placeholders survive translation."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from flask import Flask
from flask.testing import FlaskClient

from brouwerij.i18n import gettext, init_i18n, ngettext
from scripts import i18n

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(scope="module")
def in_the_tree() -> Catalog:
    return i18n.extract()


@pytest.fixture(scope="module")
def english() -> Catalog:
    return i18n.read("en")


def extracted(folder: Path, script: str) -> set[str]:
    """The texts found in one TypeScript file; of a plural the singular."""
    (folder / "frontend").mkdir()
    (folder / "frontend" / "a.tsx").write_text(script, "utf-8")
    return {sources(message)[0] for message in i18n.extract(folder) if message.id}


@pytest.fixture
def client() -> FlaskClient:
    app = Flask("words")
    init_i18n(app)
    app.add_url_rule("/", view_func=lambda: gettext("Even geduld …"))
    return app.test_client()


def texts(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if message.pluralizable else (message.string,)


def sources(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if message.pluralizable else (message.id,)


def test_english_catalogue_has_every_text_in_the_tree(in_the_tree: Catalog, english: Catalog):
    """`make i18n` gathers new texts; a person then translates them in the en catalogue."""
    missing = []
    for message in in_the_tree:
        found = english.get(message.id, message.context)
        if message.id and (found is None or found.fuzzy or not all(texts(found))):
            missing.append(f"{message.id!r} in {message.locations[0][0]}")
    assert not missing, "no English for:\n" + "\n".join(missing)


def test_extraction_when_it_reads_a_tree_finds_python_templates_and_typescript(tmp_path: Path):
    """The guard of the tests here: an extractor that finds nothing would let them all pass."""
    for path, text in {
        "brouwerij/a.py": "_('uit Python'); TEXT = N_('gemerkt')",
        "templates/a.html": "<p>{{ _('uit %(what)s', what='een sjabloon') }}</p>",
        "frontend/a.ts": 'const a = /[\'"]/.test(b) ? t("uit script") : c;',
        "frontend/b.tsx": """const View = ({ n }: Props<string>) =>
            <p aria-label={t("een label")} title="nee">{n < 3 && nt("één", "meer", n)}</p>;""",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    found = {sources(message) for message in i18n.extract(tmp_path) if message.id}
    assert found >= {
        ("uit Python",),
        ("gemerkt",),
        ("uit %(what)s",),
        ("uit script",),
        ("een label",),
        ("één", "meer"),
    }


@pytest.mark.parametrize(
    ("script", "messages"),
    [
        ('announce(t("in een aanroep"), act(nt("één", "meer", n)))', {"in een aanroep", "één"}),
        ('const a = `${b} ${t("in een sjabloon")} ${nt("één", "meer", n)}`;', {"in een sjabloon"}),
        ('t("om %(what)s heen", { what: t("erin") })', {"om %(what)s heen", "erin"}),
        ('t(\n  "op een nieuwe regel",\n  { n },\n)', {"op een nieuwe regel"}),
        (r't("met \"aanhaling\" erin")', {'met "aanhaling" erin'}),
        ('<p title={t("een label")}>{list.map((x) => <i>{t("in JSX")}</i>)}</p>', {"in JSX"}),
    ],
)
def test_extraction_when_a_call_stands_anywhere_in_typescript_sees_it(
    tmp_path: Path, script: str, messages: set[str]
):
    assert extracted(tmp_path, script) >= messages


@pytest.mark.parametrize(
    "script",
    ['const a = at("nee")', 'a.t("nee")', '$t("nee")', "export function t(text: string) {}"],
)
def test_extraction_when_a_function_only_looks_like_ours_leaves_it(tmp_path: Path, script: str):
    assert extracted(tmp_path, script) == set()


@pytest.mark.parametrize(
    "script",
    ["t(word)", "t(`met ${a}`)", "t('enkel')", 't("a" + b)', 'nt("één", n)', 'nt("één", meer, n)'],
)
def test_extraction_when_a_call_has_no_plain_text_refuses(tmp_path: Path, script: str):
    """A text that cannot be read here would show up in Dutch only, and nobody would know."""
    with pytest.raises(ValueError, match="plain"):
        extracted(tmp_path, script)


def test_catalogues_have_no_text_that_is_gone(in_the_tree: Catalog, english: Catalog):
    gone = [m.id for m in english if m.id and in_the_tree.get(m.id, m.context) is None]
    assert not gone, f"run `make i18n`: no longer in the tree: {gone}"


def test_translations_keep_their_placeholders(english: Catalog):
    wrong = [
        f"{source!r} -> {text!r}"
        for message in english
        if message.id
        for source, text in zip(sources(message), texts(message), strict=True)
        if text and sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(text))
    ]
    assert not wrong, "other placeholders than the Dutch:\n" + "\n".join(wrong)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_catalogue_when_written_again_stays_the_same(language: str, tmp_path: Path, monkeypatch):
    before = i18n.po_path(language).read_bytes()
    catalog = i18n.read(language)
    monkeypatch.setattr(i18n, "LOCALE", tmp_path)
    i18n.write(language, catalog)
    assert i18n.po_path(language).read_bytes() == before


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_plurals_when_counted_are_singular_for_one_only(language: str):
    assert i18n.read(language).num_plurals == 2
    app = Flask("words")
    init_i18n(app)
    with app.test_request_context(f"/?lang={language}"):
        one, two, none = (ngettext("%(num)s zaak", "%(num)s zaken", n) for n in (1, 2, 0))
    assert (one, two, none) == ("1 zaak", "2 zaken", "0 zaken")


@pytest.mark.parametrize(
    ("address", "browser", "spoken"),
    [
        ("/", None, "nl"),
        ("/", "en-GB,en;q=0.9", "en"),
        ("/", "fr", "nl"),
        ("/?lang=en", "nl", "en"),
        ("/?lang=xx", "en", "en"),
    ],
)
def test_language_when_asked_follows_the_address_then_the_browser(
    client: FlaskClient, address: str, browser: str | None, spoken: str
):
    answer = client.get(address, headers={"Accept-Language": browser} if browser else {})
    dutch = "Even geduld …"
    expected = {"nl": dutch, "en": i18n.read("en").get(dutch).string}[spoken]
    assert answer.text == expected


def test_language_when_chosen_is_remembered(client: FlaskClient):
    chosen = client.get("/?lang=en").text
    assert client.get("/", headers={"Accept-Language": "nl"}).text == chosen
    assert chosen != client.get("/?lang=nl").text
