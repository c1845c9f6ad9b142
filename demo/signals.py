"""What the town's duty officer did with the signals of the past days; those of today wait for whoever looks."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.listening.signals import actions
from answerable.listening.signals.models import Signal
from answerable.listening.signals.rules.states import Reason

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

#: So long a matter of the bureau's own stays on the desk: whenever the town is opened, the burst main lies there.
HANDLED_IN = timedelta(hours=30)
#: How soon somebody looked.
LOOKED = timedelta(minutes=35)
#: What the water bureau is concerned with, as its stories say it.
OURS = ("water", "drain", "river", "main", "水", "河", "塌陷")


def load(cast: Cast, *, at: datetime) -> None:
    """Put aside what is no matter of the bureau, and end what was handled."""
    for row in Signal.objects.filter(raised_at__lt=at - LOOKED).order_by("raised_at"):
        looked = row.raised_at + LOOKED
        if not any(word in row.title.lower() for word in OURS):
            actions.dismiss(row.pk, Reason.NOT_OURS, by=cast["ada"], at=looked)
        elif row.raised_at < at - HANDLED_IN - LOOKED:
            actions.acknowledge(row.pk, by=cast["ada"], at=looked)
            actions.end(row.pk, "已按程序处置。", by=cast["ada"], at=looked + HANDLED_IN)
