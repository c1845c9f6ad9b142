"""Opening, changing and closing a channel: asked for, read at its gate, filed, and only then so in the register."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.people import queries as people
from answerable.office.review import actions as review
from answerable.office.review.rules import hash_of
from answerable.response.channels.models import Channel, ChannelChange
from answerable.response.channels.queries.door import KEEP, locked_channel
from answerable.response.channels.queries.names import subject_of_channel
from answerable.response.channels.rules.applying import Asked, wording_of
from answerable.response.channels.rules.belonging import REFUSAL_WORDS, Claim, Holder, refusals
from answerable.response.channels.rules.platforms import PLATFORMS
from answerable.response.channels.rules.states import (
    CHANNEL_GATE,
    CHANNEL_MOVES,
    ChangeKind,
    ChannelMove,
    ChannelState,
)

#: Kinds of posts that keep channels (office.people: "channels.keep").
KEEPING = ("keeper", "office")


@dataclass(frozen=True, slots=True)
class Application:
    """What the register shall say of a channel. `holder` is a unit: no person can stand there."""

    platform: str
    name: str
    address: str
    purpose: str
    unit: int
    keeper_post: int
    holder: int | None = None
    holder_kind: Holder = Holder.BODY
    language: str = "zh"
    interaction: bool = False
    verified_until: date | None = None


def apply(application: Application, reason: str, *, by: Actor, at: datetime) -> int:
    """Ask for a new channel: it stands in the register as applied for, and its gate begins. Gives the channel."""
    by.need(KEEP, unit=application.unit)
    asked = _checked(application, reason)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row = Channel.objects.create(
                    **_columns(application), state=ChannelState.APPLIED, since=at, created_at=at
                )
        except IntegrityError:
            raise Anticipated(
                _("This channel is already in the register."), _("Look for its address there.")
            ) from None
        _ask(row, ChangeKind.OPEN, application, asked, by=by, at=at)
        record(
            "channels.apply", subject_of_channel(row.pk), by=by, at=at, name=row.name, platform=row.platform
        )
    return row.pk


def ask_change(channel: int, application: Application, reason: str, *, by: Actor, at: datetime) -> int:
    """Ask for a change of the register; until it is filed the old entry stays. Gives the application."""
    with transaction.atomic():
        row = locked_channel(by, channel, KEEP)
        if row.state not in (ChannelState.LIVE, ChannelState.DORMANT, ChannelState.FILED):
            raise NotAllowed(_("Only a channel in use is changed."), _("Look where its application stands."))
        asked = _checked(replace(application, platform=row.platform), reason)
        made = _ask(row, ChangeKind.CHANGE, application, asked, by=by, at=at)
        record("channels.ask_change", subject_of_channel(row.pk), by=by, at=at, application=made)
    return made


def ask_close(channel: int, reason: str, *, by: Actor, at: datetime) -> int:
    """Ask to close a channel for good. Gives the application."""
    with transaction.atomic():
        row = locked_channel(by, channel, KEEP)
        CHANNEL_MOVES.make(
            Channel.objects.filter(pk=row.pk),
            ChannelState(row.state),
            ChannelMove.ASK_CLOSE,
            since=at,
            reason=reason.strip(),
        )
        application = application_of(row)
        made = _ask(row, ChangeKind.CLOSE, application, _checked(application, reason), by=by, at=at)
        record("channels.ask_close", subject_of_channel(row.pk), by=by, at=at, application=made)
    return made


def application_of(row: Channel) -> Application:
    """Give what the register says of a channel now."""
    return Application(
        platform=row.platform,
        name=row.name,
        address=row.address,
        purpose=row.purpose,
        unit=row.unit_id,
        keeper_post=row.keeper_post_id,
        holder=row.holder_id,
        language=row.language,
        interaction=row.interaction,
        verified_until=row.verified_until,
    )


def _checked(application: Application, reason: str) -> Asked:
    """Refuse what does not belong to the body, or is not complete; give what readers of the gate see."""
    claim = Claim(
        holder=application.holder_kind,
        name=application.name,
        address=application.address,
        texts=(application.purpose, reason),
        staff=people.names_within(application.name),
    )
    found = refusals(claim)
    if found:
        raise Anticipated(
            " ".join(str(REFUSAL_WORDS[one]) for one in found),
            _("The register holds channels of the body only, in the body's name."),
        )
    if not reason.strip():
        raise Anticipated(_("Say why."), _("Readers of the application see the reason."))
    units = {unit.id: unit.name for unit in people.units_here()}
    post = next((post for post in people.posts_of([application.keeper_post])), None)
    holder = application.holder or application.unit
    if application.unit not in units or holder not in units:
        raise Anticipated(
            _("The owner and the holder of a channel are units of the body."), _("Choose a unit.")
        )
    if post is None or post.kind not in KEEPING:
        raise Anticipated(
            _("A channel is kept by a keeper's post or by the office."), _("Choose the post, never a person.")
        )
    if application.platform not in PLATFORMS:
        raise Anticipated(_("Choose a platform."), _("There is one for every other place."))
    return Asked(
        name=application.name,
        platform=application.platform,
        address=application.address,
        purpose=application.purpose,
        unit=units[application.unit],
        holder=units[holder],
        keeper=post.title,
        language=application.language,
        interaction=application.interaction,
        verified_until=application.verified_until,
        reason=reason.strip(),
    )


def _columns(application: Application) -> dict[str, Any]:
    """Give what is written into the register."""
    return {
        "name": application.name.strip()[:120],
        "kind": PLATFORMS[application.platform].kind,
        "platform": application.platform,
        "address": application.address.strip()[:300],
        "language": application.language,
        "purpose": application.purpose.strip(),
        "unit_id": application.unit,
        "holder_id": application.holder or application.unit,
        "keeper_post_id": application.keeper_post,
        "interaction": application.interaction,
        "verified_until": application.verified_until,
    }


def columns_of(proposal: dict[str, Any]) -> dict[str, Any]:
    """Read what was proposed, for the register."""
    until = proposal["verified_until"]
    return _columns(
        Application(**{**proposal, "verified_until": date.fromisoformat(until) if until else None})
    )


def _ask(
    row: Channel, kind: ChangeKind, application: Application, asked: Asked, *, by: Actor, at: datetime
) -> int:
    """Write the application down and open its gate."""
    if by.person is None:
        raise NotAllowed(_("A channel is applied for by a person."), _("Sign in as one."))
    text = wording_of(kind, asked)
    until = application.verified_until
    proposal = {**asdict(application), "verified_until": until.isoformat() if until else None}
    try:
        with transaction.atomic():
            made = ChannelChange.objects.create(
                channel=row,
                kind=kind,
                proposal=proposal,
                reason=asked.reason,
                content_hash=hash_of(text),
                asked_by_id=by.person,
                asked_by_name=by.name,
                asked_at=at,
            )
    except IntegrityError:
        raise Moved(
            _("Something is already asked for this channel."), _("Wait until it is filed, or drop it.")
        ) from None
    made.review_id = review.open_review(
        review.Request(
            gate=CHANNEL_GATE,
            subject=subject_of_channel(row.pk),
            title=asked.name,
            link=reverse("channels:one", args=[row.pk]),
            content_hash=made.content_hash,
            unit=application.unit,
            author=by.person,
            text=text,
        ),
        by=by,
        at=at,
    )
    made.save(update_fields=["review"])
    return made.pk
