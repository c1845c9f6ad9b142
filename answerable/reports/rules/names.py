"""The name of a body in the language of a paper, where it is written in both: 云汀市水务局 Yunting Water Bureau."""

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff·]+")
_BOTH = re.compile(r"^(?P<zh>.*[\u3400-\u9fff）].*?)\s+(?P<en>[A-Za-z][^\u3400-\u9fff]*)$")


def name_in(name: str, language: str) -> str:
    """Give the part of a name in two languages that a paper prints; a name in one stays whole."""
    both = _BOTH.match(name.strip())
    if both is None:
        return name
    return both["zh"] if language.startswith("zh") else both["en"]


def person_in(name: str, language: str) -> str:
    """Give the part of a person's name that a paper prints, whichever stands first: Boris He 何博."""
    chinese = "".join(_CHINESE.findall(name))
    other = _CHINESE.sub("", name).strip()
    if not chinese or not other:
        return name
    return chinese if language.startswith("zh") else other


def swaps(names: Iterable[str], language: str) -> tuple[tuple[str, str], ...]:
    """Give what is printed for each name that is written in two languages, the longest name first."""
    found = {name: name_in(name, language) for name in names}
    pairs = [(name, printed) for name, printed in found.items() if name != printed]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def with_names_in(value: Any, pairs: tuple[tuple[str, str], ...]) -> Any:
    """Give a text, or whatever is made of texts in tuples and frozen dataclasses, with the names that are printed."""
    if isinstance(value, str):
        for name, printed in pairs:
            value = value.replace(name, printed)
        return value
    if isinstance(value, tuple):
        return tuple(with_names_in(one, pairs) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: with_names_in(getattr(value, field.name), pairs) for field in fields(value)}
        return replace(value, **changed)
    return value
