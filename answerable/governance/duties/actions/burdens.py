"""“This is a burden”: counted for the office, with nobody's name and no moment.

The one kind of act of the house that writes no trail entry: an entry has a name and a time, and with either the count
would say who pressed the button.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from answerable.governance.duties.models import BurdenCount, BurdenRemark
from answerable.kernel.personal_data import mask
from answerable.office.people.queries import day_of


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that is demanded: its name in the trail of the plan, and in both languages."""

    thing: str
    name_en: str
    name_zh: str


def call_burden(demand: Demand, remark: str, *, at: datetime) -> None:
    """Count one more voice that a demanded thing is a burden. Takes no actor: it is not known here who speaks."""
    month = day_of(at).replace(day=1)
    with transaction.atomic():
        row, _is_new = BurdenCount.objects.get_or_create(
            thing=demand.thing[:200],
            month=month,
            defaults={"name_en": demand.name_en[:300], "name_zh": demand.name_zh[:300]},
        )
        BurdenCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
        if remark.strip():
            BurdenRemark.objects.create(
                thing=demand.thing[:200], month=month, text=mask(remark.strip()).text[:2000]
            )
