"""Which prepared question something that was asked comes closest to: a suggestion for a person, never a verdict."""

import re
from collections.abc import Mapping

#: Share of the shorter text's pairs of signs that the other holds, from which a question is suggested. Set by hand
#: so that the pairs in the tests fall on the right side; a person confirms each.
CLOSE = 0.34
_NOTHING = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z0-9]+")


def pairs(text: str) -> frozenset[str]:
    """Give what a text is compared by: words of alphabets, and pairs of neighbouring signs of Chinese."""
    plain = text.casefold()
    words = {word for word in _LATIN.findall(plain) if len(word) > 3}
    chinese = _NOTHING.sub("", _LATIN.sub(" ", plain))
    return frozenset(words | {chinese[place : place + 2] for place in range(len(chinese) - 1)})


def likeness(one: str, other: str) -> float:
    """Give the share of the shorter text that stands in the other, 0 to 1."""
    first, second = pairs(one), pairs(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def closest(text: str, questions: Mapping[int, str]) -> int | None:
    """Give the question that a text comes closest to; None where none is close."""
    found = {key: likeness(text, question) for key, question in questions.items()}
    best = max(found, key=lambda key: (found[key], -key), default=None)
    return best if best is not None and found[best] >= CLOSE else None


def speaks_of(text: str, terms: tuple[str, ...]) -> str:
    """Give the first of some terms all of whose words stand in a text; "" where none does."""
    plain = text.casefold()
    fitting = (
        term for term in terms if term.strip() and all(word in plain for word in term.casefold().split())
    )
    return next(fitting, "")
