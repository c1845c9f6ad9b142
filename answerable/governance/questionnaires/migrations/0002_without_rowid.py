"""On SQLite the three tables that must tell nothing are made anew WITHOUT ROWID.

A rowid numbers rows as they arrive; without one a row lies where its random key puts it. PostgreSQL keeps no such
number and is left as it is: what its pages tell of order is removed when a questionnaire closes (see jobs).
"""

from django.db import migrations

TABLES = ("questionnaires_slip", "questionnaires_sealedsheet", "questionnaires_remark")


def make_anew(apps, schema_editor):
    if schema_editor.connection.vendor != "sqlite":
        return
    with schema_editor.connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [table])
            made = cursor.fetchone()[0]
            if made.upper().endswith("WITHOUT ROWID"):
                continue  # the step was taken back once, which left the tables as they are
            cursor.execute(
                "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql IS NOT NULL",
                [table],
            )
            indexes = [row[0] for row in cursor.fetchall()]
            cursor.execute(f"CREATE TEMPORARY TABLE kept AS SELECT * FROM {table}")  # noqa: S608 - names from above
            cursor.execute(f"DROP TABLE {table}")
            cursor.execute(f"{made} WITHOUT ROWID")
            cursor.execute(f"INSERT INTO {table} SELECT * FROM kept")  # noqa: S608 - the same
            cursor.execute("DROP TABLE kept")
            for index in indexes:
                cursor.execute(index)


class Migration(migrations.Migration):
    dependencies = [("questionnaires", "0001_initial")]

    operations = [migrations.RunPython(make_anew, migrations.RunPython.noop)]
