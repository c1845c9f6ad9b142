"""What a language model is asked for one passage, and which of its answers are not taken.

It may say again what the system knows, in better sentences. It may not add: an answer with a figure that does not
stand in what it was given is refused. Names of people and everything that points at a person never leave.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from answerable.kernel.personal_data import mask

#: An answer that is so many times longer than what was given adds something.
LONGEST = 2.0
SPARE = 200
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")

INSTRUCTIONS = {
    "en": (
        "You write one passage of an official report of a public body, in plain English. Use only what you are given. "
        "Add no figure, name, date, cause or opinion. Keep every figure as it is written. Marks such as [[1]] stand "
        "for names: keep them as they are. Answer with the passage alone, without heading, list marks or markup."
    ),
    "zh": (
        "请为公共机关的一份正式报告改写其中一段，用规范、平实的公文语言。只能使用所给的内容，不得增加任何数字、姓名、日期、"
        "原因或评价；所有数字照原样保留；[[1]]之类的记号代表姓名，原样保留。只回答这一段正文，不写标题，不用列表符号和标记。"
    ),
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent: the instruction and the passage, and the names that its marks stand for (these stay here)."""

    instruction: str
    text: str
    names: tuple[str, ...]


def question_of(heading: str, machine: str, names: Iterable[str], *, language: str) -> Question:
    """Write the question for one passage, with names as marks and whatever points at a person masked."""
    known = tuple(sorted(set(names), key=lambda name: (-len(name), name)))
    text = f"{heading}\n\n{machine}"
    for place, name in enumerate(known, 1):
        text = re.sub(re.escape(name), f"[[{place}]]", text, flags=re.IGNORECASE)
    return Question(INSTRUCTIONS["zh" if language.startswith("zh") else "en"], mask(text).text, known)


def with_names(words: str, names: Iterable[str]) -> str:
    """Put the names back for their marks."""
    for place, name in enumerate(names, 1):
        words = words.replace(f"[[{place}]]", name)
    return words


def added_figures(words: str, given: str) -> tuple[str, ...]:
    """Give the figures that do not stand in what was given."""
    known = set(FIGURE.findall(_plain(given)))
    return tuple(dict.fromkeys(figure for figure in FIGURE.findall(_plain(words)) if figure not in known))


def is_too_long(words: str, given: str) -> bool:
    """Say whether an answer is so long that it must hold more than was given."""
    return len(words) > LONGEST * len(given) + SPARE


def _plain(text: str) -> str:
    """Give a text with figures in one form: full-width digits and marks as ASCII, no commas between thousands."""
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", unicodedata.normalize("NFKC", text))
