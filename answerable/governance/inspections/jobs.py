"""What the room does by itself: a round of the beacon that a draw waits for is fetched when it is out."""

import logging

from django.conf import settings
from django_tasks import task

from answerable.egress.beacon import beacon_signature
from answerable.egress.errors import EgressError
from answerable.governance.inspections import actions, queries
from answerable.governance.inspections.actions import Telling
from answerable.governance.inspections.rules.seeds import beacon_round
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE

log = logging.getLogger(__name__)


@task
def fetch_beacons() -> None:
    """Tell the rounds that are out, where the operator named a relay; whatever fails is tried again, or typed in."""
    if not settings.BEACON_RELAY:
        return
    now = clock.now()
    for draw, source in queries.beacons_waited_for(at=now):
        try:
            signature = beacon_signature(settings.BEACON_RELAY, beacon_round(source), settings.EGRESS_POLICY)
        except EgressError as error:
            log.info("%s of draw %s did not come: %s", source, draw, error)
            continue
        actions.tell_seed(draw, Telling(source, signature), by=MACHINE, at=now)
