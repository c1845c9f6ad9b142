"""Channels and pieces in every state, through the room's own actions."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.test import Client

from answerable.kernel.actor import Actor
from answerable.office.people.models import Account, Unit
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.channels import actions
from answerable.response.channels.actions.handing_over import begin
from answerable.response.channels.models import Channel, HandOver, Piece
from answerable.response.channels.rules.hand_over import STEPS
from answerable.response.channels.rules.interpreting import Form
from answerable.response.channels.rules.states import Delivery, PieceKind
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import Office

HOUR = timedelta(hours=1)
LATER = NOON + 2 * HOUR
FILED_ON = date(2026, 3, 2)


@dataclass(frozen=True)
class Desk:
    """The office and Fay, who keeps the channels of the department that Chen writes in."""

    office: Office
    fay: Actor

    @property
    def post(self) -> int:
        """The keeper's post."""
        return min(self.fay.posts)

    @property
    def body(self) -> int:
        """The unit that is the body."""
        return Unit.objects.get(code="bureau").pk


def make_application(desk: Desk, **changes) -> actions.Application:
    """An application for the bureau's page on the web."""
    fields = {
        "platform": "web",
        "name": "Water Bureau online",
        "address": "https://water.example/",
        "purpose": "Notices, services and answers for everybody who uses our water.",
        "unit": desk.office.unit,
        "keeper_post": desk.post,
        "holder": desk.body,
        "language": "en",
        "interaction": True,
        **changes,
    }
    return actions.Application(**fields)


def make_applied(desk: Desk, **changes) -> int:
    """A channel that Fay has applied for."""
    return actions.apply(make_application(desk, **changes), "People look for us there.", by=desk.fay, at=NOON)


def read(subject: str, by: Actor, *, at=LATER, comment: str = "") -> None:
    """Read what was handed in and pass the step whose turn it is."""
    found = reviews.review_of(subject)
    assert found is not None
    review.note_reading(found.id, by=by, at=at)
    step = reviews.review_page(by, found.id, at=at).current
    review.pass_step(found.id, found.content_hash, step.checks if step else (), comment, by=by, at=at)


def agree(desk: Desk, channel: int, *, at=LATER) -> None:
    """Let an application pass its gate, and tell the room as the house's wiring does."""
    for reader in (desk.office.ada, desk.office.emil, desk.office.boris):
        read(f"channel:{channel}", reader, at=at)


def make_filed(desk: Desk, **changes) -> int:
    """A channel that was agreed and filed; it waits for its keeper."""
    channel = make_applied(desk, **changes)
    agree(desk, channel)
    actions.file(channel, actions.Filing("W-2026-01", FILED_ON), by=desk.office.ada, at=LATER)
    return channel


def take_over(channel: int, by: Actor, *, at=LATER) -> None:
    """Tick every step of the open hand-over."""
    row = HandOver.objects.get(channel=channel, state="open")
    actions.finish(row.pk, STEPS, by=by, at=at)


def make_channel(desk: Desk, **changes) -> int:
    """A channel in use, kept by Fay."""
    delivery = changes.pop("delivery", Delivery.COPY)
    channel = make_filed(desk, **changes)
    take_over(channel, desk.fay)
    if delivery is not Delivery.COPY:
        hook = "https://hook.example/in" if delivery is Delivery.WEBHOOK else ""
        actions.set_delivery(channel, delivery, hook, chance=lambda n: b"k" * n, by=desk.fay, at=LATER)
    return channel


def quick_channel(desk: Desk, number: int = 1, **changes) -> Channel:
    """A row of the register as it stands after its gate; for tests that are not about the gate."""
    fields = {
        "name": f"Channel {number}",
        "kind": "site",
        "platform": "web",
        "address": f"https://water.example/{number}",
        "purpose": "News.",
        "unit_id": desk.office.unit,
        "holder_id": desk.body,
        "keeper_post_id": desk.post,
        "keeper_id": desk.fay.person,
        "filing_no": f"W-{number}",
        "filed_on": FILED_ON,
        "state": "live",
        "since": NOON,
        "created_at": NOON,
        "language": "en",
        **changes,
    }
    return Channel.objects.create(**fields)


def make_text(channels: tuple[int, ...] = (), **changes) -> actions.Text:
    """A notice about the works in Mill Lane."""
    text = actions.Text(
        PieceKind.NOTICE,
        "Works in Mill Lane from 9 March 2026",
        summary="Water is off for four hours.",
        body="On Monday, 9 March 2026 we replace the main in Mill Lane. Water is off from nine to one.",
        basis="Works order 12/2026",
        channels=channels,
        review_on=date(2026, 6, 1),
    )
    return replace(text, **changes)


def make_piece(desk: Desk, channels: tuple[int, ...], **changes) -> int:
    """Chen's draft."""
    return actions.draft(
        make_text(channels, **changes), unit=desk.office.unit, language="en", by=desk.office.chen, at=NOON
    )


def edit(desk: Desk, piece: int, text: actions.Text, *, at=LATER, by: Actor | None = None) -> int:
    """Change a text."""
    seen = Piece.objects.get(pk=piece).edit
    return actions.edit(piece, text, seen_edit=seen, by=by or desk.office.chen, at=at)


def pass_gate(desk: Desk, piece: int, *, at=LATER) -> None:
    """Hand a piece in, and let three people read it."""
    actions.hand_in(piece, by=desk.office.chen, at=at)
    for reader in (desk.office.ada, desk.office.emil, desk.office.boris):
        read(f"piece:{piece}", reader, at=at)


def make_published(desk: Desk, channels: tuple[int, ...], *, at=LATER, **changes) -> int:
    """A piece that is out."""
    piece = make_piece(desk, channels, **changes)
    pass_gate(desk, piece, at=at)
    actions.publish(piece, by=desk.fay, at=at)
    return piece


def make_policy(desk: Desk, channels: tuple[int, ...], *, planned: bool = True) -> tuple[int, int]:
    """A policy and the interpretation that explains it, both drafts; gives both."""
    policy = make_piece(desk, channels, kind=PieceKind.POLICY, title="Tariff rules", disclosure="active")
    material = make_piece(desk, channels, kind=PieceKind.INTERPRETATION, title="What the tariff rules change")
    if planned:
        plan = actions.InterpretationPlan(
            Form.QUESTIONS, desk.office.unit, "Who pays what.", date(2026, 3, 20), material
        )
        actions.plan_interpretation(policy, plan, by=desk.office.chen, at=NOON)
    return policy, material


def new_keeper(desk: Desk, channel: int, actor: Actor) -> None:
    """Begin the hand-over to whoever holds the post now."""
    assert begin(Channel.objects.get(pk=channel), by=actor, at=LATER)


def sign_in(client: Client, name: str) -> None:
    """Sign somebody of the cast in."""
    client.force_login(Account.objects.get(username=name))
