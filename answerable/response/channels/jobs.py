"""What the room does by itself: looks at links, sends what is due, follows keepers and dates."""

from datetime import datetime

from django.conf import settings
from django_tasks import task

from answerable.egress import EgressPolicy, FetchRequest, fetch_many
from answerable.egress.errors import Disabled, EgressError, NotAccepted
from answerable.egress.exchange import Limits
from answerable.egress.webhooks import send_webhook
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.kernel.jobs.actions import enqueue_once
from answerable.response.channels.actions import (
    delivering,
    expiring,
    following_up,
    handing_over,
    looking,
    publishing,
)
from answerable.response.channels.actions.delivering import Outcome, Sending
from answerable.response.channels.events import DeliveryDue, LinksAsked
from answerable.response.channels.queries.crossing import Crossing, crossings_due
from answerable.response.channels.queries.looking import links_to_look_at
from answerable.response.channels.rules.delivering import message_id, payload
from answerable.response.channels.rules.interpreting import leads_to

#: Deliveries of one run; the next run takes the rest.
AT_ONCE = 20
#: A link is alive when it answers at all within this time; its text is not kept.
LOOK = Limits(total_s=15.0)
#: What says "there is such a page" though not to us: asked to sign in, forbidden to machines, too many calls.
ALIVE = frozenset({401, 403, 405, 406, 429, 503})


def egress_policy() -> EgressPolicy:
    """Give the way out that the installation allows."""
    policy = getattr(settings, "EGRESS_POLICY", None)
    return policy if isinstance(policy, EgressPolicy) else EgressPolicy()


@task
def look_at_links(piece: int) -> None:
    """Look whether the addresses in a piece open."""
    look_now(piece, egress_policy(), at=clock.now())


def look_now(piece: int, policy: EgressPolicy, *, at: datetime) -> None:
    """Look at the addresses of a piece that were not looked at yet, and write down what was found."""
    addresses = links_to_look_at(piece)
    asked = [FetchRequest(address, limits=LOOK, keep_body=False) for address in addresses]
    answers = fetch_many(asked, policy) if asked else []
    found = {
        address: _fault(answer.status if not isinstance(answer, EgressError) else answer)
        for address, answer in zip(addresses, answers, strict=True)
    }
    if found:
        looking.note_links(piece, found, by=MACHINE, at=at)


def _fault(answer: int | EgressError) -> str:
    """Say why an address is dead; "" when it opens."""
    if isinstance(answer, EgressError):
        return str(answer.sentence)
    return "" if answer < 400 or answer in ALIVE else f"HTTP {answer}"


def queue_links(event: LinksAsked) -> None:
    """Let a worker look at the links of a piece that was saved."""
    enqueue_once(look_at_links, f"channels.look_at_links:{event.piece}", piece=event.piece)


@task
def go_out() -> None:
    """Let out what was scheduled for now, and send what waits."""
    go_out_at(egress_policy(), at=clock.now())


def go_out_at(policy: EgressPolicy, *, at: datetime) -> int:
    """Publish and send as if it were `at`; gives how many messages were sent, well or not."""
    publishing.publish_due(by=MACHINE, at=at)
    claimed = delivering.claim(AT_ONCE, at=at)
    for sending in claimed:
        delivering.note_delivery(sending, _send(sending, policy, at=at), by=MACHINE, at=at)
    return len(claimed)


def _send(sending: Sending, policy: EgressPolicy, *, at: datetime) -> Outcome:
    parcel = sending.parcel
    try:
        send_webhook(
            sending.url,
            payload(parcel, at=at),
            secrets=[sending.secret],
            message_id=message_id(parcel.key, parcel.tell),
            at=at,
            policy=policy,
        )
    except Disabled as refusal:
        return Outcome(str(refusal.sentence), stop=True)
    except NotAccepted as refusal:
        return Outcome(str(refusal.sentence), refusal.retry_after_s)
    except EgressError as fault:
        return Outcome(str(fault.sentence))
    return Outcome()


def queue_delivery(event: DeliveryDue) -> None:
    """Let a worker send what waits."""
    enqueue_once(go_out, "schedule:channels.go_out")


@task
def look_around() -> None:
    """Follow the keepers' posts, the days of review and expiry, verifications, and links between policies."""
    look_around_at(egress_policy(), at=clock.now())


def look_around_at(policy: EgressPolicy, *, at: datetime) -> None:
    """Do the round as if it were `at`."""
    handing_over.look_for_changes(by=MACHINE, at=at)
    following_up.fall_due(by=MACHINE, at=at)
    expiring.tell_expiring(by=MACHINE, at=at)
    for crossing in crossings_due(at=at):
        _cross(crossing, policy, at=at)


def _cross(crossing: Crossing, policy: EgressPolicy, *, at: datetime) -> None:
    """Look whether the public pages of a policy and its interpretation link to each other."""
    asked = [FetchRequest(address, limits=LOOK) for address in (crossing.policy, crossing.material)]
    pages = [
        ""
        if isinstance(answer, EgressError) or answer.status != 200
        else answer.body.decode("utf-8", "replace")
        for answer in fetch_many(asked, policy)
    ]
    looking.note_crossing(
        crossing.plan,
        policy_links=leads_to(pages[0], crossing.material_addresses),
        material_links=leads_to(pages[1], crossing.policy_addresses),
        by=MACHINE,
        at=at,
    )
