"""A plan in force writes down what holds here."""

from datetime import datetime

from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.office.clocks.actions.recounting import ensure
from answerable.office.clocks.models import Adopted
from answerable.office.clocks.rules.sheet import Sheet, as_record, check


def adopt(sheet: Sheet, *, by: Actor, at: datetime) -> None:
    """Let a sheet hold from now on; clocks that run keep the rule they were born with.

    Raises ValueError when a limit or an offset in it cannot be read.
    """
    check(sheet)
    with transaction.atomic():
        ensure(sheet.calendar, sheet.zone, by=by, at=at)
        row = Adopted.objects.create(content=as_record(sheet), by_name=by.name, at=at)
        record(
            "clocks.adopt",
            f"sheet:{row.pk}",
            by=by,
            at=at,
            calendar=sheet.calendar,
            rules=sorted(sheet.rules),
            ladders=sorted(sheet.ladders),
        )
