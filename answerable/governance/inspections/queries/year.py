"""The year of the units: figures with n and weights. There is no page and no column of this kind for people."""

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.models import Assessment, Visit
from answerable.governance.inspections.queries.door import READ
from answerable.governance.inspections.rules import terms
from answerable.governance.inspections.rules.scores import Sheet, UnitScore, scores
from answerable.governance.inspections.rules.states import Stage, Trip
from answerable.kernel.actor import Actor
from answerable.office.people import queries as people


@dataclass(frozen=True, slots=True)
class YearRow:
    """A unit and its figures."""

    name: str
    score: UnitScore


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year: units in the order of the tree, the weights, and whether it was settled."""

    year: int
    rows: tuple[YearRow, ...]
    weights: tuple[tuple[str, Decimal], ...]
    settled: Assessment | None
    years: tuple[int, ...]


def scores_of_units(year: int) -> tuple[UnitScore, ...]:
    """Give the figures of every unit for a year, from the rounds that were reported in it."""
    rows = Visit.objects.filter(
        round__reported_at__year=year,
        round__state__in=(Stage.REPORTED, Stage.CLOSED),
        state=Trip.DONE,
        unit__isnull=False,
    ).values_list("unit", "round__method", "reached", "possible", "round__settings")
    return scores(
        Sheet(unit, method, reached or Decimal(0), possible or Decimal(0), _weight(settings))
        for unit, method, reached, possible, settings in rows
        if unit is not None
    )


def _weight(settings: Any) -> Decimal:
    return Decimal(terms.from_record(settings).weight)


def year_rows(year: int) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Give a year as plain values: what is frozen when it is settled."""
    found = scores_of_units(year)
    names = people.unit_names([score.unit for score in found])
    rows = [_plain({"name": names.get(score.unit, ""), **asdict(score)}) for score in found]
    return rows, {method.about.key: str(method.about.weight) for method in METHODS.values()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Decimal) else value


def year_page(actor: Actor, year: int) -> YearPage:
    """Show a year of the units to everybody of the house."""
    actor.need(READ)
    found = {score.unit: score for score in scores_of_units(year)}
    rows = tuple(YearRow(name, found[unit]) for unit, name in people.short_names(found))
    years = Visit.objects.filter(round__reported_at__isnull=False).dates("round__reported_at", "year")
    return YearPage(
        year,
        rows,
        tuple((key, method.about.weight) for key, method in METHODS.items()),
        Assessment.objects.filter(year=year).first(),
        tuple(day.year for day in years),
    )
