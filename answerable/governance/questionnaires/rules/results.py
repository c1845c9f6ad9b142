"""The frozen results of a questionnaire: what is left when the sheets are gone."""

from dataclasses import dataclass

from answerable.governance.questionnaires.rules.tables import Shown


@dataclass(frozen=True, slots=True)
class Cell:
    """One count with its share and the 95 % interval of the share; all None where it is held back."""

    name: str
    count: Shown
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class ByGroup:
    """The cells of one part among the people of one group."""

    group: str
    n: Shown
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class PartResult:
    """One row of cells, and the same by group where that may be shown."""

    name: str
    cells: tuple[Cell, ...]
    groups: tuple[ByGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What was answered to one question: n, its parts, the mean with its interval; how many wrote something."""

    number: int
    sort: str
    words: str
    options: tuple[str, ...]
    n: Shown
    parts: tuple[PartResult, ...] = ()
    mean: tuple[float, float, float] | None = None
    remarks: Shown = None


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that is ever shown of a questionnaire. `n` is None when fewer than five answered."""

    n: Shown
    slips: int
    questions: tuple[QuestionResult, ...]
    group: int | None = None
