"""Clocks begin: one by one, or all stages of a rule of the plan."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.kernel.actor import Actor
from answerable.kernel.trail.actions import record
from answerable.office.clocks.actions import counting
from answerable.office.clocks.models import Clock
from answerable.office.clocks.queries import standing
from answerable.office.clocks.queries.recipients import post_for
from answerable.office.clocks.rules.ladders import Ladder
from answerable.office.clocks.rules.sheet import Sheet
from answerable.office.clocks.rules.staging import EventRule, Stage
from answerable.office.clocks.rules.states import OPEN


@dataclass(frozen=True, slots=True)
class Start:
    """One clock to start: with a limit that is counted, or with the date itself (`due`)."""

    subject: str
    title: str
    link: str
    stage: str
    since: datetime
    limit: str = ""
    due: datetime | None = None
    ladder: str = ""
    rule: str = ""
    unit: int | None = None
    post: int | None = None
    person: int | None = None
    #: The title in Chinese; "" where there is but one.
    title_zh: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the clocks of a rule run for."""

    subject: str
    title: str
    link: str
    unit: int | None = None
    post: int | None = None


#: What a clock takes over from a shorter limit for the same thing.
_TAKEN = (
    *("rule", "limit", "every", "since", "due", "original_due", "ladder", "rungs_born"),
    *("pause_reasons", "extension", "calendar", "calendar_version", "provisional", "derivation"),
)


def start(wanted: Start, *, by: Actor, at: datetime) -> int:
    """Start one clock and give its id.

    When one runs already for the same thing, the shorter limit holds and the clock says which gave way.
    """
    if not wanted.limit and wanted.due is None:
        raise ValueError("a clock needs a limit or a date")
    return _start(wanted, {}, standing.sheet(), by=by, at=at)


def start_rule(rule_id: str, matter: Matter, *, since: datetime, by: Actor, at: datetime) -> list[int]:
    """Start every stage of a rule in force; gives [] and does nothing where no such rule is in force.

    A rule whose clocks run already for this matter is not started twice: their ids are given.
    """
    sheet = standing.sheet()
    rule = sheet.rules.get(rule_id) if sheet else None
    if sheet is None or rule is None:
        return []
    with transaction.atomic():
        owed = Clock.objects.filter(subject=matter.subject, rule=rule_id, state__in=OPEN)
        there = list(owed.order_by("pk").values_list("pk", flat=True))
        if there:
            return there
        return [
            _start(_staged(stage, rule, matter, since, sheet), _born(stage, rule), sheet, by=by, at=at)
            for stage in rule.stages
            if stage.in_ or stage.every
        ]


def _staged(stage: Stage, rule: EventRule, matter: Matter, since: datetime, sheet: Sheet) -> Start:
    posts = sheet.posts.get(stage.by, ()) if stage.by else ()
    return Start(
        subject=matter.subject,
        title=matter.title,
        link=matter.link,
        stage=stage.do,
        since=since,
        limit=stage.in_ or stage.every,
        ladder=rule.ladder,
        rule=rule.id,
        unit=matter.unit,
        post=post_for(posts, matter.unit) or matter.post,
    )


def _born(stage: Stage, rule: EventRule) -> dict[str, Any]:
    """Give what a clock keeps of the rule it is born with."""
    extension = (
        {"limit": rule.extend.limit, "approver": rule.extend.approver} if rule.extend and stage.in_ else {}
    )
    return {
        "every": stage.every,
        "to": stage.to,
        "min_people": stage.min_people,
        "pause_reasons": list(rule.pause),
        "extension": extension,
    }


def _start(wanted: Start, born: dict[str, Any], sheet: Sheet | None, *, by: Actor, at: datetime) -> int:
    with transaction.atomic():
        clock = _new(wanted, born, sheet, at=at)
        calendar = standing.calendar_of(wanted.unit, at=at)
        counting.count(clock, calendar)
        clock.original_due = clock.due
        there = (
            Clock.objects.select_for_update()
            .filter(subject=wanted.subject, stage=wanted.stage, state__in=OPEN)
            .first()
        )
        if there is not None:
            return _shorter(there, clock, by=by, at=at)
        clock.save()
        counting.arm(clock, calendar, at=at)
        record("clocks.start", f"clock:{clock.pk}", by=by, at=at, **facts(clock))
    return clock.pk


def _new(wanted: Start, born: dict[str, Any], sheet: Sheet | None, *, at: datetime) -> Clock:
    ladder = sheet.ladders.get(wanted.ladder) if sheet else None
    return Clock(
        subject=wanted.subject,
        title=wanted.title[:300],
        title_zh=wanted.title_zh[:300],
        link=wanted.link,
        stage=wanted.stage,
        rule=wanted.rule,
        unit_id=wanted.unit,
        post_id=wanted.post,
        person_id=wanted.person,
        since=wanted.since,
        limit="" if wanted.due is not None else wanted.limit,
        due=wanted.due or wanted.since,
        ladder=wanted.ladder,
        rungs_born=rungs_of(ladder),
        started_at=at,
        **born,
    )


def rungs_of(ladder: Ladder | None) -> list[dict[str, Any]]:
    """Give the rungs of a ladder as a clock keeps them."""
    return [{"at": rung.at, "to": list(rung.to), "do": rung.do} for rung in ladder.rungs] if ladder else []


def facts(clock: Clock) -> dict[str, Any]:
    """Give what the trail keeps of a clock."""
    return {
        "subject": clock.subject,
        "stage": clock.stage,
        "rule": clock.rule,
        "limit": clock.limit,
        "since": clock.since,
        "due": clock.due,
        "calendar": f"{clock.calendar}-{clock.calendar_version}",
    }


def _shorter(there: Clock, clock: Clock, *, by: Actor, at: datetime) -> int:
    """Let the shorter of two limits for the same thing hold, and write down which gave way."""
    if (clock.rule, clock.limit, clock.since, clock.due) == (there.rule, there.limit, there.since, there.due):
        return there.pk
    loser = there if clock.due < there.due else clock
    gave_way = [loser.rule, loser.limit, loser.due.isoformat()]
    if gave_way in there.longer:
        return there.pk
    there.longer = [*there.longer, gave_way]
    if loser is clock:
        Clock.objects.filter(pk=there.pk).update(longer=there.longer)
        record("clocks.keep_shorter", f"clock:{there.pk}", by=by, at=at, **facts(clock))
        return there.pk
    for name in _TAKEN:
        setattr(there, name, getattr(clock, name))
    counting.disarm(there)
    there.turn += 1
    there.save(update_fields=[*_TAKEN, "longer", "turn"])
    counting.arm(there, counting.calendar_for(there), at=at)
    record("clocks.take_shorter", f"clock:{there.pk}", by=by, at=at, **facts(there))
    return there.pk
