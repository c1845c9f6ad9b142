"""A small quiz: read from plain lines, and judged without keeping anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: A quiz is small: it asks whether the point was taken, it examines nobody.
MOST_QUESTIONS = 12
#: The mark of the right option in the lines of a course.
RIGHT = "*"


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """One question with its options and the number of the right one."""

    words: str
    options: tuple[str, ...]
    right: int


class Unclear(ValueError):
    """A block of lines that makes no question; its number is the argument."""


def read_quiz(text: str) -> tuple[QuizQuestion, ...]:
    """Read blocks of lines: the question, then its options, the right one marked with a star. Raises Unclear."""
    blocks = [
        [line.strip() for line in block.splitlines() if line.strip()]
        for block in text.replace("\r\n", "\n").split("\n\n")
        if block.strip()
    ]
    return tuple(_question(number, lines) for number, lines in enumerate(blocks[:MOST_QUESTIONS], start=1))


def _question(number: int, lines: Sequence[str]) -> QuizQuestion:
    words, *options = lines
    right = [place for place, option in enumerate(options) if option.startswith(RIGHT)]
    if len(options) < 2 or len(right) != 1:
        raise Unclear(number)
    return QuizQuestion(words, tuple(option.lstrip(RIGHT).strip() for option in options), right[0])


def write_quiz(questions: Sequence[QuizQuestion]) -> str:
    """Write questions as the lines they are read from."""
    blocks = [
        [
            one.words,
            *(
                f"{RIGHT} {option}" if place == one.right else option
                for place, option in enumerate(one.options)
            ),
        ]
        for one in questions
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def wrong_ones(questions: Sequence[QuizQuestion], answers: Mapping[int, int]) -> tuple[int, ...]:
    """Give the numbers of the questions to look at again; a quiz is passed when there are none."""
    return tuple(number for number, one in enumerate(questions) if answers.get(number) != one.right)


def as_record(one: QuizQuestion) -> dict[str, object]:
    """Give a question as it is kept."""
    return {"words": one.words, "options": list(one.options), "right": one.right}


def from_record(record: Mapping[str, object]) -> QuizQuestion:
    """Read a question as it was kept."""
    options = record["options"]
    assert isinstance(options, list)
    return QuizQuestion(str(record["words"]), tuple(str(one) for one in options), int(str(record["right"])))
