"""Words of ideas: which ones say something, and which ones turn a meaning around."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent

NEGATIONS = frozenset(
    (
        *("niet", "niets", "niemand", "nooit", "geen", "nergens", "zonder"),
        *("not", "no", "never", "nothing", "nobody", "without", "cannot"),
    )
)
OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("meer vaker more", "minder less fewer"),
        ("voor for", "tegen against"),
        ("wel", "niet geen"),
        ("met with", "zonder without"),
        ("hoger hogere hoge hoog higher high", "lager lagere lage laag lower low"),
        (
            "groter grotere grote groot larger big bigger",
            "kleiner kleinere kleine klein smaller small",
        ),
        ("langer langere lange lang longer long", "korter kortere korte kort shorter short"),
        (
            "sneller snellere snelle snel faster fast",
            "langzamer langzamere langzame langzaam slower slow",
        ),
        ("open openen opening", "dicht sluiten sluiting gesloten close closed"),
        ("kopen aankopen buy", "verkopen sell"),
        ("toestaan toelaten allow", "verbieden weren forbid ban"),
        ("verplicht verplichten mandatory", "vrijwillig voluntary"),
        ("beginnen starten start", "stoppen ophouden stop"),
        ("binnen inside", "buiten outside"),
        ("samen gezamenlijk together", "apart alleen separately alone"),
        ("nieuwe nieuw new", "oude oud bestaande old existing"),
        (
            "duurder duurdere dure duur expensive",
            "goedkoper goedkopere goedkope goedkoop cheap cheaper",
        ),
        ("altijd always", "nooit never"),
        ("jong jonge jongeren young", "oud oude ouderen old"),
        ("afschaffen abolish", "invoeren introduce"),
    )
)

STOP = {
    lang: frozenset((HERE / f"stop-{lang}.txt").read_text("utf-8").split()) for lang in ("nl", "en")
}
"""Words that name nothing, per language."""

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’\-](?=[^\W_]))*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def words(text: str) -> list[str]:
    """The words of a text, in small letters, in order."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def plain(text: str) -> str:
    """A text for comparing letters: small letters and digits, no accents, single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
    return " ".join(kept.split())


def trigrams(text: str) -> frozenset[str]:
    """The trigrams of a text, its words' edges included; of emoji alone, the text itself."""
    spaced = f" {plain(text)} "
    if not spaced.strip():
        return frozenset([text.strip()]) if text.strip() else frozenset()
    return frozenset(spaced[i : i + 3] for i in range(len(spaced) - 2))


def opposed(one: str, other: str) -> bool:
    """Whether one text may say the contrary of the other, however alike they look.

    So it is when a word of one has its opposite in the other (meer, minder), when only one denies
    something (niet, geen), or when they name different numbers.
    """
    mine, theirs = set(plain(one).split()), set(plain(other).split())
    only_mine, only_theirs = mine - theirs, theirs - mine
    if bool(mine & NEGATIONS) != bool(theirs & NEGATIONS):
        return True
    if set(_NUMBER.findall(one)) != set(_NUMBER.findall(other)):
        return True
    return any(
        (only_mine & left and only_theirs & right) or (only_mine & right and only_theirs & left)
        for left, right in OPPOSITES
    )
