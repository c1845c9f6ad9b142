"""Cutting text into grams, and a person's words into a query."""

import re
import unicodedata
from dataclasses import dataclass

#: Runs of Han, kana, Hangul, Thai and the like have no spaces: they are cut into pairs.
_UNSPACED = (
    r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f"
    r"\U00020000-\U0003ffff"
)
_RUN = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
#: PostgreSQL keeps positions up to 16,383 (its documentation, chapter on text search limits).
MOST_GRAMS = 15_000
#: A gram longer than this is no word anybody searches for.
LONGEST_GRAM = 40


def plain(text: str) -> str:
    """Fold width, case and accents: what is searched for is what was meant."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFC", "".join(c for c in folded if not unicodedata.combining(c)))


def _of_run(run: str) -> list[str]:
    if not _IS_UNSPACED.match(run):
        return [run[:LONGEST_GRAM]]
    return [run[i : i + 2] for i in range(len(run))]


def grams(text: str) -> list[str]:
    """Cut a text into its grams in order; the last character of a run stands alone, so single ones are found."""
    found: list[str] = []
    for run in _RUN.findall(plain(text)):
        found += _of_run(run)
        if len(found) >= MOST_GRAMS:
            break
    return found[:MOST_GRAMS]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Grams that stand side by side; `prefix` lets the one gram be the beginning of another."""

    grams: tuple[str, ...]
    prefix: bool = False


def phrases(query: str) -> tuple[Phrase, ...]:
    """Read a person's query: every phrase must occur. Nothing to search for gives an empty tuple."""
    found: list[Phrase] = []
    for run in _RUN.findall(plain(query)):
        pieces = _of_run(run)
        if len(pieces) > 1:
            found.append(Phrase(tuple(pieces[:-1])))
        else:
            found.append(Phrase((pieces[0],), prefix=True))
    return tuple(dict.fromkeys(found))
