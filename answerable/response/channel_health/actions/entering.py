"""What people say: about platforms that no machine may read, about grave faults, about what a machine suspects."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of
from answerable.response.channel_health.actions.closing import keep_finding, write_check
from answerable.response.channel_health.actions.judging import Found
from answerable.response.channel_health.actions.rounds import key_of
from answerable.response.channel_health.models import Check, Entered, Finding
from answerable.response.channel_health.queries.limits import limits_now
from answerable.response.channel_health.rules.faults import (
    GRAVE,
    METRIC_OF,
    MOVES,
    STANDS,
    Fault,
    Move,
    State,
    moves_by_hand,
)
from answerable.response.channel_health.rules.metrics import Metric, Standing, measure, raised
from answerable.response.channel_health.rules.sheet import Said
from answerable.response.channels import queries as channels

#: Who keeps a channel enters its figures; whoever inspects or keeps the register may confirm and dismiss.
KEEP = "channels.keep"
JUDGE = ("channels.file", "inspections.inspect")


def may_keep(actor: Actor, channel: channels.ChannelRow) -> bool:
    """Say whether an actor keeps a channel: it lies in their reach, or its keeper's post is theirs."""
    return actor.may(KEEP) and (actor.reaches(channel.unit) or channel.keeper_post in actor.posts)


def may_judge(actor: Actor) -> bool:
    """Say whether an actor may judge findings: the office that files channels, and inspectors."""
    return any(actor.may(ability) for ability in JUDGE)


def need_keeper(actor: Actor, channel: int) -> channels.ChannelRow:
    """Give a channel to whoever keeps it, or refuse."""
    row = channels.channel_of(actor, channel)
    if not may_keep(actor, row):
        raise NotAllowed(
            _("Your posts do not allow this."), _("Ask the keeper of the channel or the office.")
        )
    return row


def enter_figures(said: Iterable[Said], *, by: Actor, at: datetime) -> int:
    """Write down what people saw on closed platforms, all rows or none. Gives how many."""
    rows = list(said)
    with transaction.atomic():
        for one in rows:
            channel = need_keeper(by, one.channel)
            _enter(one, by=by)
            record(
                "channel_health.enter",
                f"channel:{channel.id}",
                by=by,
                at=at,
                day=one.day.isoformat(),
                posted_on=one.posted_on.isoformat() if one.posted_on else "",
                can_reply=one.can_reply,
            )
            measure_entered(channel.id, day_of(at), by=by, at=at)
    return len(rows)


def _enter(one: Said, *, by: Actor) -> None:
    row, is_new = Entered.objects.get_or_create(channel_id=one.channel, defaults={"entered_on": one.day})
    if not is_new and row.entered_on > one.day:
        return  # a later entry is there: an older sheet changes nothing
    row.entered_on, row.by_name = one.day, by.name
    row.posted_on = one.posted_on or row.posted_on
    row.waits_since = one.waits_since
    row.can_reply = one.can_reply if one.can_reply is not None else row.can_reply
    row.save()


def measure_entered(channel: int, day: date, *, by: Actor = MACHINE, at: datetime) -> None:
    """Measure a channel by what was last entered and by what our own log says went out."""
    limits = limits_now()
    with transaction.atomic():
        row = Entered.objects.filter(channel=channel).first()
        logged = channels.last_published([channel]).get(channel)
        posted = [one for one in (row.posted_on if row else None, day_of(logged) if logged else None) if one]
        age = float((day - max(posted)).days) if posted else None
        found = measure(Metric.POSTED, age, limits, note="" if posted else "not_entered")
        _settle(
            channel, Fault.NOT_POSTED, there=found.standing is Standing.FAIL, details={"days": age}, at=at
        )
        write_check(channel, day, found, method="manual", at=at, by_name=by.name)
        if row is not None:
            _measure_replies(channel, row, day, by=by, at=at)


def _measure_replies(channel: int, row: Entered, day: date, *, by: Actor, at: datetime) -> None:
    limits = limits_now()
    waits = float((day - row.waits_since).days) if row.waits_since else None
    known = row.can_reply is not None or waits is not None
    found = measure(Metric.INTERACTION, (waits or 0.0) if known else None, limits)
    late = waits is not None and limits.message_days is not None and waits > limits.message_days
    _settle(channel, Fault.MESSAGE_WAITS, there=late, details={"days": waits}, at=at)
    _settle(channel, Fault.NO_REPLY_THERE, there=row.can_reply is False, details={}, at=at)
    if row.can_reply is False:
        found = raised(found, Standing.FAIL)
    write_check(channel, day, found, method="manual", at=at, by_name=by.name)


def _settle(channel: int, fault: Fault, *, there: bool, details: dict[str, object], at: datetime) -> None:
    """Let a finding come, stay or go with what was entered."""
    row = Finding.objects.filter(channel=channel, fault=fault, key=key_of("")).first()
    if row is None:
        if there:
            keep_finding(channel, Found(fault, "", details), at=at)
        return
    rows = Finding.objects.filter(pk=row.pk)
    if there and row.state == State.FIXED:
        MOVES.make(rows, State.FIXED, Move.RETURN, details=details, found_at=at, times=row.times + 1)
    elif there:
        rows.update(details=details, seen_at=at)
    elif row.state != State.FIXED:
        MOVES.make(rows, State(row.state), Move.CLEAR, fixed_at=at)


def enter_grave(channel: int, fault: Fault, subject: str, reason: str, *, by: Actor, at: datetime) -> int:
    """Write down a grave fault that a person saw; it fails the channel until it is put right."""
    if fault not in GRAVE:
        raise Anticipated(_("This is not a grave fault."), _("Choose one of the list."))
    if not reason.strip():
        raise Anticipated(_("Say what was seen."), _("One sentence is enough; do not quote a secret."))
    with transaction.atomic():
        row = channels.channel_of(by, channel)
        if not may_keep(by, row) and not may_judge(by):
            raise NotAllowed(_("Your posts do not allow this."), _("Tell the keeper of the channel."))
        details = {"said": reason.strip()[:500]}
        known = Finding.objects.filter(channel=channel, fault=fault, key=key_of(subject)).first()
        if known is None:
            found = Found(fault, subject, details)
            finding = keep_finding(channel, found, state=State.CONFIRMED, at=at, by=by.name)
        else:
            finding = known.pk
            Finding.objects.filter(pk=finding).update(
                state=State.CONFIRMED,
                details=details,
                judged_by=by.name,
                found_at=at,
                seen_at=at,
                fixed_at=None,
            )
        record("channel_health.enter_grave", f"channel:{channel}", by=by, at=at, fault=fault, subject=subject)
        _measure_again(channel, Metric.GRAVE, by=by, at=at)
    return finding


def judge_finding(finding: int, move: Move, reason: str, *, by: Actor, at: datetime) -> None:
    """Confirm or dismiss what a machine found, open it again, or note that a grave fault is put right."""
    with transaction.atomic():
        row = Finding.objects.select_for_update().filter(pk=finding).first()
        if row is None:
            raise NotFound(_("There is no such finding."), _("Look at the channel."))
        channel = channels.channel_of(by, row.channel_id)
        if not may_judge(by) and not (move is Move.FIX and may_keep(by, channel)):
            raise NotAllowed(
                _("Your posts do not allow this."), _("The office or an inspector judges findings.")
            )
        if move not in moves_by_hand(Fault(row.fault), State(row.state)):
            raise Anticipated(
                _("This cannot be done with this finding."), _("Put it right and let it be looked at again.")
            )
        if move is Move.DISMISS and not reason.strip():
            raise Anticipated(_("Say why it is dismissed."), _("Whoever inspects next reads it."))
        changes: dict[str, object] = {"reason": reason.strip()[:300], "judged_by": by.name}
        if move is Move.FIX:
            changes["fixed_at"] = at
        MOVES.make(Finding.objects.filter(pk=row.pk), State(row.state), move, **changes)
        record(
            f"channel_health.{move}_finding",
            f"finding:{row.pk}",
            by=by,
            at=at,
            channel=row.channel_id,
            fault=row.fault,
            reason=reason.strip()[:300],
        )
        _measure_again(row.channel_id, METRIC_OF[Fault(row.fault)], by=by, at=at)


def _measure_again(channel: int, metric: Metric, *, by: Actor, at: datetime) -> None:
    """Let a judgement count at once: the measure of today is set anew from what stands."""
    limits, day = limits_now(), day_of(at)
    stands = Finding.objects.filter(
        channel=channel,
        state__in=STANDS,
        fault__in=[fault for fault, belongs in METRIC_OF.items() if belongs is metric],
    )
    count = stands.count()
    last = Check.objects.filter(channel=channel, metric=metric, day__gte=day - timedelta(days=7))
    newest = last.order_by("-day").first()
    if metric in (Metric.GRAVE, Metric.DATES):
        value: float | None = float(count)
    elif metric in (Metric.LINKS, Metric.ACCESS, Metric.COLUMNS, Metric.EMPTY):
        value = float(count) if newest is not None and newest.value is not None else None
    else:
        value = newest.value if newest is not None else None
    found = measure(metric, value, limits)
    if metric is Metric.DATES and stands.filter(state=State.CONFIRMED).exists():
        found = raised(found, Standing.FAIL)
    method = "manual" if metric is Metric.GRAVE else "auto"
    write_check(channel, day, found, method=method, at=at, by_name=by.name)
