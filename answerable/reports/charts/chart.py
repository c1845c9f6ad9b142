"""What a chart shows: frozen plain values, which the drawing, the table behind it and its words are made from."""

from dataclasses import dataclass
from math import isfinite
from typing import Literal

Shape = Literal["line", "bars", "stacked", "multiples"]
#: More lines than this cannot be told apart without colour; more become small multiples.
SERIES_MAX = 5


@dataclass(frozen=True, slots=True)
class Series:
    """One line, or one row of bars: a value a label, None where there is none; a band where one is known."""

    name: str
    values: tuple[float | None, ...]
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()

    def __post_init__(self) -> None:
        """Take a value that is no number, or no finite one, for one that is not known: no scale holds it."""
        for name in ("values", "low", "high"):
            given: tuple[float | None, ...] = getattr(self, name)
            known = tuple(value if value is not None and isfinite(value) else None for value in given)
            object.__setattr__(self, name, known)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at a label: a signal, a case, an answer."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: labels along it, series up it; `from_label` is where the expected begins (drawn broken)."""

    shape: Shape
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    marks: tuple[Mark, ...] = ()
    expected_from: str = ""
    #: What a reader who cannot see it is told; empty: made from the values.
    alternative: str = ""
    #: What the labels are, as the head of the first column of the table behind it: "Week", "Unit".
    label_name: str = ""

    def __post_init__(self) -> None:
        """Refuse a chart whose values do not stand under its labels."""
        for series in self.series:
            for values in (series.values, series.low, series.high):
                if values and len(values) != len(self.labels):
                    raise ValueError(
                        f"{series.name!r} has {len(values)} values under {len(self.labels)} labels"
                    )
