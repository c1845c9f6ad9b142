"""A checklist: questions made from sentences of the plan and figures of the rule packs, and the answers to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.utils.translation import pgettext_lazy


class Way(StrEnum):
    """How a thing is looked at: the three methods of OSCAL's assessment plans."""

    EXAMINE = "examine"
    INTERVIEW = "interview"
    TEST = "test"


WAY_NAMES = {
    Way.EXAMINE: pgettext_lazy("way", "examined"),
    Way.INTERVIEW: pgettext_lazy("way", "asked"),
    Way.TEST: pgettext_lazy("way", "tried out"),
}
#: A sheet that takes an hour on site; longer ones are filled in by guessing.
MOST_QUESTIONS = 60


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to look at. `points` is what it is worth; a veto question alone decides when it fails."""

    key: str
    en: str
    zh: str
    clause: str = ""
    way: Way = Way.EXAMINE
    points: int = 10
    veto: bool = False

    def words(self, language: str) -> str:
        """Give its words in a language, or in whichever there is."""
        first, second = (self.zh, self.en) if language.startswith("zh") else (self.en, self.zh)
        return first or second


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause of the plan as a checklist takes it."""

    id: str
    ref: str
    text: str
    en: str = ""
    zh: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A limit of a rule pack as a checklist takes it: its names, its value, and whether it is the most or the least."""

    id: str
    en: str
    zh: str
    value: str
    bound: str
    source: str


def from_sentences(sentences: Iterable[Sentence]) -> tuple[Question, ...]:
    """Ask of each sentence whether it is kept."""
    return tuple(
        Question(
            f"clause.{one.id}",
            f"{one.ref} {one.en or one.text}".strip(),
            f"{one.ref} {one.zh or one.text}".strip(),
            clause=one.id,
        )
        for one in sentences
    )


def from_figures(figures: Iterable[Figure]) -> tuple[Question, ...]:
    """Ask of each limit whether it is kept, with the limit and where it stands."""
    bounds = {"most": ("at most", "不超过"), "least": ("at least", "不少于")}
    return tuple(
        Question(
            f"figure.{one.id}",
            f"{one.en}: {bounds.get(one.bound, ('', ''))[0]} {one.value} ({one.source})".replace(":  ", ": "),
            f"{one.zh}：{bounds.get(one.bound, ('', ''))[1]}{one.value}（{one.source}）",
            way=Way.TEST,
        )
        for one in figures
    )


def as_record(question: Question) -> dict[str, Any]:
    """Give a question as a round keeps it."""
    return asdict(question)


def from_record(record: Mapping[str, Any]) -> Question:
    """Read a question as a round kept it."""
    return Question(**{**record, "way": Way(record["way"])})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer that can be ticked: its share of the points, None where the question does not apply here."""

    key: str
    name: object
    share: Decimal | None
    tone: str = "idle"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was seen: a verdict, or a share of its own where nobody ticks, and on how many it rests."""

    question: str
    verdict: str = ""
    share: Decimal | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Failing:
    """An answer that asks for a finding."""

    question: Question
    grade: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What a method makes of a sheet: points reached of those possible, on how many answers, and what fell short."""

    reached: Decimal
    possible: Decimal
    answered: int
    failings: tuple[Failing, ...] = ()
    vetoes: tuple[str, ...] = ()

    @property
    def percent(self) -> Decimal | None:
        """Give the share of the points in per cent; None where nothing could be reached."""
        return (100 * self.reached / self.possible).quantize(Decimal("0.1")) if self.possible else None


def shares(
    questions: Sequence[Question], answers: Iterable[Answer], verdicts: Sequence[Verdict]
) -> tuple[tuple[Question, Decimal, int], ...]:
    """Give each answered question with its share; questions that do not apply or were not answered are left out."""
    scale = {verdict.key: verdict.share for verdict in verdicts}
    known = {question.key: question for question in questions}
    found = []
    for answer in answers:
        share = answer.share if answer.share is not None else scale.get(answer.verdict)
        if share is not None and answer.question in known:
            found.append((known[answer.question], share, answer.count))
    return tuple(found)


def added_up(weighed: Iterable[tuple[Question, Decimal, int]]) -> tuple[Decimal, Decimal, int]:
    """Add up points reached, points possible, and answers."""
    rows = tuple(weighed)
    reached = sum((question.points * share for question, share, _count in rows), Decimal(0))
    return reached, Decimal(sum(question.points for question, _share, _count in rows)), len(rows)
