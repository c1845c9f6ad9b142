"""A text index on whichever database is in use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.models.expressions import RawSQL

from answerable.kernel.search.grams import Phrase, grams, phrases


@dataclass(frozen=True)
class TextIndex:
    """Texts by row id, in a table of its own called `name`."""

    name: str

    def table(self, vendor: str) -> list[str]:
        """Give the statements that make the table, for the migration."""
        if vendor == "postgresql":
            return [
                f'CREATE TABLE "{self.name}" (rowid bigint PRIMARY KEY, grams tsvector NOT NULL)',
                f'CREATE INDEX "{self.name}_grams" ON "{self.name}" USING gin (grams)',
            ]
        shape = "grams, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'"
        return [f'CREATE VIRTUAL TABLE "{self.name}" USING fts5({shape})']

    def put(self, texts: Iterable[tuple[int, str]]) -> None:
        """Index texts under their ids, replacing what stood there."""
        rows = [(row, grams(text)) for row, text in texts]
        if not rows:
            return
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.executemany(
                    f'INSERT INTO "{self.name}" (rowid, grams) VALUES (%s, %s::tsvector) '  # noqa: S608 - our own name
                    "ON CONFLICT (rowid) DO UPDATE SET grams = excluded.grams",
                    [(row, _vector(pieces)) for row, pieces in rows],
                )
            else:
                cursor.executemany(
                    f'INSERT OR REPLACE INTO "{self.name}" (rowid, grams) VALUES (%s, %s)',  # noqa: S608 - our own name
                    [(row, " ".join(pieces)) for row, pieces in rows],
                )

    def drop(self, ids: Sequence[int]) -> None:
        """Take texts out of the index."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f'DELETE FROM "{self.name}" WHERE rowid = %s',  # noqa: S608 - our own name
                [(row,) for row in ids],
            )

    def matching(self, query: str) -> RawSQL | None:
        """Give a subquery of the ids whose text holds every phrase; None when nothing is asked for."""
        asked = phrases(query)
        if not asked:
            return None
        if connection.vendor == "postgresql":
            where, value = "grams @@ %s::tsquery", " & ".join(_tsquery(phrase) for phrase in asked)
        else:
            where, value = f'"{self.name}" MATCH %s', " AND ".join(_match(phrase) for phrase in asked)
        return RawSQL(f'SELECT rowid FROM "{self.name}" WHERE {where}', [value])  # noqa: S611, S608 - value is bound


def _vector(pieces: list[str]) -> str:
    """Write grams as a tsvector literal: positions by us, no parser and so no locale in between."""
    places: dict[str, list[int]] = {}
    for position, gram in enumerate(pieces, 1):
        places.setdefault(gram, []).append(position)
    # A lexeme keeps at most 255 positions (PostgreSQL documentation); more would be refused.
    return " ".join(f"'{gram}':{','.join(map(str, at[:255]))}" for gram, at in places.items())


def _tsquery(phrase: Phrase) -> str:
    if phrase.prefix:
        return f"'{phrase.grams[0]}':*"
    return "(" + " <-> ".join(f"'{gram}'" for gram in phrase.grams) + ")"


def _match(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.grams)}"' + (" *" if phrase.prefix else "")


class CreateTextIndex(Operation):
    """The migration step that makes the table of a TextIndex."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, name: str) -> None:
        self.name = name

    def deconstruct(self) -> tuple[str, list[object], dict[str, object]]:
        """Tell the migration writer how to write this step."""
        return (type(self).__name__, [], {"name": self.name})

    def state_forwards(self, app_label: str, state: object) -> None:
        """Change nothing in the models: the table stands beside them."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: object, to_state: object
    ) -> None:
        """Make the table."""
        for statement in TextIndex(self.name).table(schema_editor.connection.vendor):
            schema_editor.execute(statement)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: object, to_state: object
    ) -> None:
        """Drop the table."""
        schema_editor.execute(f'DROP TABLE "{self.name}"')

    def describe(self) -> str:
        """Say what the step does."""
        return f"Create the text index {self.name}"
