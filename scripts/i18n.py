"""Gather the messages of Python, templates and front end into the catalogues, and compile them.

    python scripts/i18n.py update    gather afresh, update the .po files
    python scripts/i18n.py compile   .po to .mo, for Python and templates
    python scripts/i18n.py json      print {language: {msgid: text}} of the front end's messages

Dutch is the source language: its catalogue holds a header and no messages.
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "brouwerij" / "locale"
SOURCE_LANGUAGE = "nl"
LANGUAGES = ("nl", "en")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "lazy_gettext": None,
    "lazy_ngettext": (1, 2),
    "t": None,
    "nt": (1, 2),
}
# One moment for all: a date that moves with every run would only make merges collide.
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
CALL = re.compile(r"(?<![\w.$])(?<!function )(nt|t)\(")
TEXTS = {
    "t": re.compile(rf"\s*({LITERAL})\s*[,)]"),
    "nt": re.compile(rf"\s*({LITERAL})\s*,\s*({LITERAL})\s*,"),
}


def typescript(
    file: IO[bytes], _keywords: Any, _tags: Any, options: dict[str, str]
) -> Iterator[tuple[int, str, list[str], list[str]]]:
    """Babel's extraction method for t() and nt() in TypeScript.

    Babel's own misses the calls within a call and within a template literal. This one reads no
    grammar: a call is seen wherever it stands, and one that has no plain text is refused, so that
    no text stays behind unseen.
    """
    script = file.read().decode("utf-8")
    for call in CALL.finditer(script):
        name, line = call[1], script.count("\n", 0, call.start()) + 1
        if not (found := TEXTS[name].match(script, call.end())):
            said = script[call.start() : call.start() + 60]
            raise ValueError(f'{getattr(file, "name", "?")}:{line}: no plain "text" in: {said}')
        yield line, name, [json.loads(text) for text in found.groups()], []


OWN_METHODS = {"typescript": typescript}
"""By the name that babel.cfg calls them."""


def extract(root: Path = ROOT) -> Catalog:
    """Every message in the tree as it is now, with the files it stands in."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as config:
        methods, options = parse_mapping_cfg(config)
    methods = [(path, OWN_METHODS.get(method, method)) for path, method in methods]
    template = Catalog(charset="utf-8")
    for file, _line, msgid, comments, context in extract_from_dir(
        root, methods, options, keywords=KEYWORDS, comment_tags=("i18n:",), strip_comment_tags=True
    ):
        if "node_modules" not in file:
            template.add(msgid, locations=[(file, 1)], auto_comments=comments, context=context)
    return template


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "messages.po"


def read(language: str) -> Catalog:
    """The catalogue of a language as it is on disk; a new one where there is none."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    template = extract()
    for language in LANGUAGES:
        catalog = read(language)
        if language != SOURCE_LANGUAGE:
            catalog.update(template, no_fuzzy_matching=True)
        write(language, catalog)


def write(language: str, catalog: Catalog) -> None:
    """Write a catalogue the same way each time: sorted, unwrapped, no dates, no line numbers."""
    catalog.project, catalog.version = "Brouwerij", "1"
    catalog.header_comment = "# Brouwerij: see scripts/i18n.py; the msgid is the Dutch text."
    catalog.creation_date = catalog.revision_date = EPOCH
    catalog.last_translator = catalog.language_team = "Brouwerij contributors"
    catalog.msgid_bugs_address = ""
    catalog.fuzzy = False
    text = io.BytesIO()
    write_po(text, catalog, width=0, sort_output=True, include_lineno=False, ignore_obsolete=True)
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue())


def compile_all() -> None:
    for language in LANGUAGES:
        with po_path(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))


def frontend_messages(language: str) -> dict[str, str | list[str]]:
    """The translated messages that stand in frontend/, by singular msgid; plurals as a list."""
    found: dict[str, str | list[str]] = {}
    for message in read(language):
        if not (message.id and message.string and _in_frontend(message)):
            continue
        if isinstance(message.id, str):
            found[message.id] = str(message.string)
        else:
            found[message.id[0]] = list(message.string)
    return found


def _in_frontend(message: Message) -> bool:
    return any(file.startswith("frontend/") for file, _line in message.locations)


def print_json() -> None:
    json.dump({lang: frontend_messages(lang) for lang in LANGUAGES}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    actions = {"update": update, "compile": compile_all, "json": print_json}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit(__doc__)
    actions[sys.argv[1]]()
