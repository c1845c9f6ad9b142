"""Writing the tables anew when a questionnaire is over, so that their pages keep no order and no leftovers."""

from datetime import datetime

from django.db import connection, transaction

from answerable.governance.questionnaires.models import Questionnaire, Remark, SealedSheet, Slip
from answerable.governance.questionnaires.rules.states import State
from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record

OVER = (State.CLOSED, State.CANCELLED)


def wipe(*, by: Actor, at: datetime) -> int:
    """Rewrite what is left of questionnaires that are over; gives how many were. Needs to run outside a transaction.

    SQLite: the whole file (VACUUM) and an empty write-ahead log. PostgreSQL: the three tables, in the order of their
    random keys (CLUSTER), which drops dead rows and with them who was written in one transaction with whom.
    """
    due = list(Questionnaire.objects.filter(state__in=OVER, wiped_at=None).values_list("pk", flat=True))
    if not due:
        return 0
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for model in (Slip, SealedSheet, Remark):
                table = model._meta.db_table
                cursor.execute(f"CLUSTER {table} USING {table}_pkey")
    with transaction.atomic():
        Questionnaire.objects.filter(pk__in=due).update(wiped_at=at)
        record("questionnaires.wipe", "questionnaires:tables", by=by, at=at, questionnaires=len(due))
    return len(due)
