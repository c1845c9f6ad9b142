"""Rows many times over: a lived-in town's rows are copied with new ids, and what refers to a copied row follows."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Max, Model

Values = dict[str, Any]
#: Changes one copied row: the row and the number of its copy.
Change = Callable[[Values, int], None]
#: Rows of one statement's transaction: memory stays flat.
AT_ONCE = 5_000


def strides(group: tuple[type[Model], ...]) -> dict[type[Model], int]:
    """How far the ids of one copy lie from those of the copy before."""
    return {model: (model._default_manager.aggregate(top=Max("pk"))["top"] or 0) + 1 for model in group}


def copied(model: type[Model], row: Values, number: int, stride: dict[type[Model], int]) -> Values:
    """One row of copy `number`: own id, references within the group moved along, unique texts told apart."""
    new = dict(row)
    for field in model._meta.concrete_fields:
        value = new[field.attname]
        if value is None:
            continue
        if isinstance(field, models.ForeignKey):
            new[field.attname] = value + stride.get(field.related_model, 0) * number
        elif field.primary_key or (field.unique and isinstance(value, int)):
            new[field.attname] = value + stride[model] * number
        elif field.unique:
            mark = f"-{number}"
            new[field.attname] = value[: (field.max_length or 200) - len(mark)] + mark
    return new


def earlier(row: Values, by: timedelta) -> None:
    """Move every moment of a row back; days stay."""
    for name, value in row.items():
        if isinstance(value, date) and hasattr(value, "hour"):
            row[name] = value - by


def multiply(
    group: tuple[type[Model], ...], copies: int, change: dict[type[Model], Change] | None = None
) -> int:
    """Copy all rows of the group so many times, tables in the order given; says how many rows were made."""
    stride, made = strides(group), 0
    for model in group:
        rows = list(model._default_manager.order_by("pk").values())
        touch = (change or {}).get(model)
        made += stored(model, _copies(model, rows, copies, stride, touch))
    return made


def _copies(
    model: type[Model], rows: list[Values], copies: int, stride: dict[type[Model], int], touch: Change | None
) -> Iterator[Model]:
    for number in range(1, copies + 1):
        for row in rows:
            new = copied(model, row, number, stride)
            if touch is not None:
                touch(new, number)
            yield model(**new)


def stored(model: type[Model], rows: Iterator[Model]) -> int:
    """Write rows in portions; says how many."""
    made, portion = 0, []
    for row in rows:
        portion.append(row)
        if len(portion) == AT_ONCE:
            made += _write(model, portion)
            portion = []
    return made + _write(model, portion)


def _write(model: type[Model], portion: list[Model]) -> int:
    if portion:
        with transaction.atomic():
            model._default_manager.bulk_create(portion, batch_size=1000)
    return len(portion)
