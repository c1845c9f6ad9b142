"""The name of a body in the language of a paper, where it is written in both: 云汀市水务局 Yunting Water Bureau."""

import re

_BOTH = re.compile(r"^(?P<zh>.*[\u3400-\u9fff）].*?)\s+(?P<en>[A-Za-z][^\u3400-\u9fff]*)$")


def name_in(name: str, language: str) -> str:
    """Give the part of a name in two languages that a paper prints; a name in one stays whole."""
    both = _BOTH.match(name.strip())
    if both is None:
        return name
    return both["zh"] if language.startswith("zh") else both["en"]
