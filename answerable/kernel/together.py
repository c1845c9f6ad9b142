"""Several reads in one statement.

A page that shows one thing with all that hangs on it (the room of a case, a release) reads a dozen small tables by
the same key. Each read alone is cheap; the way to the database and back is not, and on a server across a network it
is most of the time. Here the database is asked once and gives each set of rows as JSON, in the order it was asked
for. Rows come out of the same converters and become the same objects as if each had been asked for alone.

For a handful of rows each: a table of thousands is better read, and counted, by itself.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models.sql.compiler import SQLCompiler

#: How the two databases gather rows.
GATHER = {
    "sqlite": "SELECT json_group_array(json_array({columns})) FROM ({rows})",
    "postgresql": "SELECT json_agg(json_build_array({columns})) FROM ({rows}) AS gathered",
}
#: PostgreSQL's driver gives these as objects of Python, JSON as text: the columns that are read back from it.
NATIVE: dict[type[models.Field[Any, Any]], Callable[[Any], Any]] = {
    models.DateTimeField: datetime.fromisoformat,
    models.DateField: date.fromisoformat,
    models.TimeField: time.fromisoformat,
    models.DecimalField: Decimal,
    models.UUIDField: UUID,
}
#: Columns that PostgreSQL must write as text, so that no digit and no spelling is lost on the way.
AS_TEXT = (models.DecimalField, models.JSONField)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked(Generic[T]):
    """What is to be read for an answer, and the answer once it is read.

    So a room says what it wants of the database, and a page that gathers from many rooms reads for all of them at
    once: `read_together(one, other)`, then `one.tell()`, `other.tell()`. `tell` alone reads by itself.
    """

    reads: "tuple[models.QuerySet[Any], ...]"
    tell: Callable[[], T]


def told(asked: Asked[T]) -> T:
    """Read for one answer alone, in one statement, and give it."""
    read_together(asked)
    return asked.tell()


def read_together(*wanted: "models.QuerySet[Any] | Asked[Any]") -> None:
    """Evaluate several querysets in one statement; afterwards each is used as if it had been evaluated alone.

    Querysets that were evaluated before or can hold nothing are left as they are. All are of one database. A column
    of bytes is a TypeError.
    """
    flat = [each for one in wanted for each in (one.reads if isinstance(one, Asked) else (one,))]
    open_sets = [each for each in flat if each._result_cache is None]
    compiled: list[tuple[models.QuerySet[Any], SQLCompiler]] = []
    selects, params = [], []
    for each in open_sets:
        compiler = each.query.get_compiler(using=each.db)
        try:
            select, given = _gathered(compiler)
        except EmptyResultSet:
            continue
        compiled.append((each, compiler))
        selects.append(f"({select})")
        params += given
    if not compiled:
        return
    with connections[compiled[0][0].db].cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(selects), params)
        found = cursor.fetchone()
    for (each, compiler), told in zip(compiled, found, strict=True):
        _fill(each, compiler, told)


def _gathered(compiler: SQLCompiler) -> tuple[str, list[Any]]:
    """Write one read as a select that gives one value: its rows as JSON."""
    sql, params = compiler.as_sql(with_col_aliases=True)
    vendor = compiler.connection.vendor
    if any(
        isinstance(expression.output_field, models.BinaryField)
        for expression, _sql, _alias in compiler.select
    ):
        raise TypeError("JSON holds no bytes: read this queryset by itself")
    columns = [
        compiler.connection.ops.quote_name(alias)
        + ("::text" if vendor == "postgresql" and isinstance(expression.output_field, AS_TEXT) else "")
        for expression, _sql, alias in compiler.select
    ]
    return GATHER[vendor].format(columns=", ".join(columns), rows=sql), list(params)


def _fill(each: "models.QuerySet[Any]", compiler: SQLCompiler, told: Any) -> None:
    """Let the queryset find its rows where it would have asked for them."""
    rows = json.loads(told) if isinstance(told, str) else told or []
    if compiler.connection.vendor == "postgresql":
        rows = [_native(compiler, row) for row in rows]
    query = each.query
    compiler.execute_sql = lambda *_args, **_kwargs: [rows]  # type: ignore[method-assign, assignment]
    query.get_compiler = lambda *_args, **_kwargs: compiler  # type: ignore[method-assign]
    try:
        len(each)
    finally:
        del query.get_compiler


def _native(compiler: SQLCompiler, row: Iterable[Any]) -> list[Any]:
    fields = (expression.output_field for expression, _sql, _alias in compiler.select)
    return [_read_back(field, value) for field, value in zip(fields, row, strict=True)]


def _read_back(field: "models.Field[Any, Any]", value: Any) -> Any:
    if value is None:
        return None
    for kind, read in NATIVE.items():
        if isinstance(field, kind):
            return read(value)
    return value


def totals(rows: "models.QuerySet[Any]", **aggregates: Any) -> Any:
    """Give aggregates over rows as a read like others: one tuple of them, in their order, or none where no row is.

    `QuerySet.aggregate` asks at once; this can be read with the rest.
    """
    whole = rows.order_by().annotate(whole=models.Value(1)).values("whole")
    return whole.annotate(**aggregates).values_list(*aggregates)


def read_children(
    row: models.Model, *paths: str, beside: "Iterable[models.QuerySet[Any] | Asked[Any]]" = ()
) -> None:
    """Read what hangs on one row, in one statement: like `prefetch_related_objects([row], *paths)`.

    A path names rows that point to this one ("facts"), or what those have in turn ("facts__evidence",
    "tasks__unit"): two steps at most. Every first step of a path is read, too. What is asked for `beside` is read in
    the same statement.
    """
    firsts = {path.split("__")[0]: None for path in paths}
    children = {name: getattr(row, name).all() for name in firsts}
    further = [(first, second) for first, _, second in (path.partition("__") for path in paths) if second]
    deeper = {(first, second): _of_children(children[first], second) for first, second in further}
    read_together(*children.values(), *deeper.values(), *beside)
    for name, found in children.items():
        _keep(row, _cache_of(row, name), found)
    for (first, second), found in deeper.items():
        hand_out(children[first], second, found)


def _relation(model: Any, name: str) -> Any:
    return next(
        relation
        for relation in model._meta.get_fields()
        if name
        == (
            relation.get_accessor_name() if relation.auto_created and not relation.concrete else relation.name
        )
    )


def _cache_of(row: models.Model, name: str) -> str:
    return str(_relation(type(row), name).cache_name)


def _of_children(children: "models.QuerySet[Any]", name: str) -> Any:
    """Say which rows the children point to by this name, or which point to them."""
    relation = _relation(children.model, name)
    them = children.order_by()
    if relation.concrete:
        return relation.related_model._base_manager.filter(pk__in=them.values(relation.attname))
    return relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": them.values("pk")})


def hand_out(rows: "Iterable[models.Model]", name: str, found: "Iterable[models.Model]") -> None:
    """Give each row its own of what was found: what points to it, or what it points to by this name, asking nothing."""
    rows = list(rows)
    if not rows:
        return
    relation = _relation(type(rows[0]), name)
    if relation.concrete:
        by_key = {one.pk: one for one in found}
        for row in rows:
            setattr(row, name, by_key.get(getattr(row, relation.attname)))
        return
    own_of: dict[Any, list[models.Model]] = {}
    for one in found:
        own_of.setdefault(getattr(one, relation.field.attname), []).append(one)
    for row in rows:
        own = getattr(row, name).all()
        own._result_cache = own_of.get(row.pk, [])
        for one in own._result_cache:
            setattr(one, relation.field.name, row)
        _keep(row, relation.cache_name, own)


def _keep(row: Any, cache: str, found: Any) -> None:
    found._prefetch_done = True
    if not hasattr(row, "_prefetched_objects_cache"):
        row._prefetched_objects_cache = {}
    row._prefetched_objects_cache[cache] = found
