"""Figures of units for a year: with their n and their weights, and never of people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

#: With fewer visits a figure says more about the day than about the unit: it is shown, and said to be thin.
#: mysociety/fixmystreet#1957: the "most responsive body" had one case.
THIN = 3


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visit that counts: whose, by which method, and its points."""

    unit: int
    method: str
    reached: Decimal
    possible: Decimal
    weight: Decimal


@dataclass(frozen=True, slots=True)
class MethodScore:
    """What a unit reached by one method, on how many visits."""

    method: str
    percent: Decimal
    visits: int
    weight: Decimal


@dataclass(frozen=True, slots=True)
class UnitScore:
    """What a unit reached in a year: the weighted mean over methods, each of them the mean over its visits."""

    unit: int
    percent: Decimal | None
    visits: int
    parts: tuple[MethodScore, ...]

    @property
    def is_thin(self) -> bool:
        """Say whether the figure rests on too few visits to be leaned on."""
        return self.visits < THIN


def scores(sheets: Iterable[Sheet]) -> tuple[UnitScore, ...]:
    """Add up a year, unit by unit in the order of their ids: a list by figure would be a league table."""
    by_unit: dict[int, dict[str, list[Sheet]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        if sheet.possible:
            by_unit[sheet.unit][sheet.method].append(sheet)
    return tuple(_unit_score(unit, by_unit[unit]) for unit in sorted(by_unit))


def _unit_score(unit: int, by_method: Mapping[str, list[Sheet]]) -> UnitScore:
    parts = tuple(_method_score(method, by_method[method]) for method in sorted(by_method))
    counting = [part for part in parts if part.weight]
    weight = sum((part.weight for part in counting), Decimal(0))
    total = sum((part.percent * part.weight for part in counting), Decimal(0))
    percent = (total / weight).quantize(Decimal("0.1")) if weight else None
    return UnitScore(unit, percent, sum(part.visits for part in counting), parts)


def _method_score(method: str, sheets: list[Sheet]) -> MethodScore:
    percents = [100 * sheet.reached / sheet.possible for sheet in sheets]
    mean = sum(percents, Decimal(0)) / len(percents)
    weight = sum((sheet.weight for sheet in sheets), Decimal(0)) / len(sheets)
    return MethodScore(method, mean.quantize(Decimal("0.1")), len(sheets), weight.quantize(Decimal("0.01")))
