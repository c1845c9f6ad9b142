"""Since when the oldest letter waits that is ours to answer."""

from datetime import datetime, timedelta

from answerable.response.letters.models import Letter
from answerable.response.letters.rules.states import OWED

#: Inspectors look at the messages of a year (国办秘函〔2019〕19号).
LOOK_BACK = timedelta(days=365)


def oldest_owed(*, at: datetime) -> datetime | None:
    """Give when the oldest letter of the last year came in that nobody has answered yet."""
    rows = Letter.objects.filter(state__in=OWED, received_at__gte=at - LOOK_BACK, received_at__lte=at)
    return rows.order_by("received_at").values_list("received_at", flat=True).first()
