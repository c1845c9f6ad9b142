"""Moving everything from one database to another, row by row as it stands, and proving that both are equal."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models, transaction
from django.db.models.sql import InsertQuery
from django.utils.translation import gettext_lazy as _

from answerable.kernel.errors import Anticipated

#: Rows a statement: PostgreSQL takes 65,535 values a statement, our widest table has about 40 columns.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Moved:
    """One table that was moved: its rows and the digest that both databases gave."""

    table: str
    rows: int
    digest: str


def tables() -> list[type[models.Model]]:
    """List every table of the application, those that are pointed at before those that point."""
    every = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    real = [model for model in every if not model._meta.proxy]
    placed: list[type[models.Model]] = []
    while real:
        free = [model for model in real if not _waits_for(model, real)]
        # Rooms that point at each other in a ring go in as they come: constraints are looked at in the end.
        step = free or real[:1]
        placed += step
        real = [model for model in real if model not in step]
    return placed


def _waits_for(model: type[models.Model], others: Sequence[type[models.Model]]) -> bool:
    pointed = {field.related_model for field in model._meta.concrete_fields if field.related_model}
    return any(other in pointed for other in others if other is not model)


def _rows(model: type[models.Model], alias: str) -> Iterator[list[models.Model]]:
    batch: list[models.Model] = []
    for row in model._base_manager.using(alias).order_by("pk").iterator(chunk_size=BATCH):
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _plain(value: object) -> str:
    """Write a value the same whichever engine gave it."""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    return repr(float(value)) if isinstance(value, float | Decimal) else str(value)


def digest(model: type[models.Model], alias: str) -> tuple[int, str]:
    """Count the rows of a table and hash every value as Python sees it.

    The digests of rows are sorted: a key of text sorts by each engine's own rules, and these differ.
    """
    names = [field.attname for field in model._meta.concrete_fields]
    lines = [
        hashlib.sha256(
            "\x1f".join(_plain(row.__dict__[name]) for name in names).encode("utf-8", "surrogatepass")
        ).digest()
        for batch in _rows(model, alias)
        for row in batch
    ]
    return len(lines), hashlib.sha256(b"".join(sorted(lines))).hexdigest()


def move(source: str, target: str, *, tell: Callable[[str], None]) -> list[Moved]:
    """Copy every table from one database to the other, which must be migrated and hold nothing of ours.

    All or nothing: the target is filled in one transaction and compared before it ends. Texts for search are no
    tables of the application; they are made anew by their rooms afterwards.
    """
    with transaction.atomic(using=target):
        ours = tables()
        _refuse_full(target)
        _empty(ours, target)
        moved = []
        for model in ours:
            _copy(model, source, target)
            here, there = digest(model, source), digest(model, target)
            if here != there:
                raise Anticipated(
                    _("%s did not arrive as it left; nothing was moved.") % model._meta.db_table,
                    _("Stop the application and move again: nobody may write meanwhile."),
                )
            moved.append(Moved(model._meta.db_table, *here))
            if here[0]:
                tell(f"{model._meta.db_table}: {here[0]} rows")
        connections[target].check_constraints()
    _set_sequences(ours, target)
    return moved


def _refuse_full(target: str) -> None:
    entry = apps.get_model("trail", "Entry")
    if entry._base_manager.using(target).exists():
        raise Anticipated(
            _("The other database already holds a trail of acts."), _("Move into an empty database.")
        )


def _empty(ours: Sequence[type[models.Model]], target: str) -> None:
    """Remove what the migrations themselves wrote (types of content, permissions, first rows)."""
    for model in reversed(ours):
        model._base_manager.using(target)._raw_delete(target)


def _copy(model: type[models.Model], source: str, target: str) -> None:
    fields = list(model._meta.concrete_fields)
    for batch in _rows(model, source):
        # The raw insert keeps every value as it stands: no clock is read, no default is applied.
        query = InsertQuery(model)
        query.insert_values(fields, batch, raw=True)
        query.get_compiler(using=target).execute_sql(None)


def _set_sequences(ours: Sequence[type[models.Model]], target: str) -> None:
    connection = connections[target]
    statements = connection.ops.sequence_reset_sql(no_style(), ours)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
