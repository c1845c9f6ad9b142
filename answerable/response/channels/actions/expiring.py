"""Verifications of accounts that run out: the keeper and the office are told in time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy

from answerable.kernel.actor import Actor
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.response.channels.actions.telling import Line, tell
from answerable.response.channels.models import Channel
from answerable.response.channels.queries.door import FILE
from answerable.response.channels.queries.names import link_to_channel
from answerable.response.channels.rules.states import RUNNING

#: Platforms verify a body's account for a year and take some weeks to renew it.
AHEAD = timedelta(days=30)


def tell_expiring(*, by: Actor, at: datetime) -> int:
    """Tell once for each date that a verification runs out within thirty days. Gives how many channels."""
    rows = Channel.objects.filter(state__in=RUNNING, verified_until__lte=day_of(at) + AHEAD)
    told = 0
    for row in rows:
        if row.verification_told == row.verified_until:
            continue
        with transaction.atomic():
            Channel.objects.filter(pk=row.pk).update(verification_told=row.verified_until)
            holder = people.holder_of(row.keeper_post_id, at=at)
            to = [*([holder.person] if holder else []), *people.who_may(FILE, at=at, unit=row.unit_id)]
            line = Line(
                gettext_lazy("The platform's verification of the channel runs out:"),
                row.name,
                link_to_channel(row.pk),
                f"verification:{row.pk}:{row.verified_until}",
            )
            tell(line, to, by=by, at=at)
            told += 1
    return told
