"""Reading rosters: what is there already, and the preview of what a file would change."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.office.people.models import Holding, Person, Post, Roster, Unit
from answerable.office.people.queries.access import day_of
from answerable.office.people.rules import HOLDING_NAMES, POST_NAMES, HoldingKind, PostKind, Span
from answerable.office.people.rules.roster import (
    Known,
    KnownHolding,
    KnownPerson,
    KnownPost,
    KnownUnit,
    Plan,
    known_key,
    plan,
)
from answerable.office.people.rules.roster_cells import COLUMNS, Line, from_record
from answerable.office.people.rules.roster_reasons import ROW_REASONS, Refusal
from answerable.office.people.rules.roster_states import RosterState

KEEP = "people.keep"
#: Shown on the page; the counts above the list are of all.
SHOWN = 500


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A refused row with its reason in words."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step in words."""

    row: int
    act: str
    thing: str
    name: str
    details: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a roster would change. `plan_hash` names this very plan: applying another one is refused."""

    id: int
    name: str
    sha256: str
    plan_hash: str
    state: RosterState
    rows: int
    steps: tuple[StepRow, ...]
    steps_total: int
    counts: tuple[tuple[str, int], ...]
    refused: tuple[RefusedRow, ...]
    ignored_heads: tuple[str, ...]
    created_at: datetime


def known_now() -> Known:
    """Take a picture of all units, posts, people and holdings, in four queries."""
    units = list(Unit.objects.order_by("path"))
    codes = {unit.path: unit.code for unit in units}
    holdings = Holding.objects.select_related("post", "person")
    return Known(
        {
            unit.code: KnownUnit(
                unit.name,
                codes.get(unit.path[: -Unit.steplen], ""),
                unit.short_name,
                unit.document_code,
                unit.state == "active",
            )
            for unit in units
        },
        {
            post.code: KnownPost(post.unit.code, post.title, PostKind(post.kind), post.state == "active")
            for post in Post.objects.select_related("unit")
        },
        [
            KnownPerson(person.pk, person.name, person.staff_number, person.email)
            for person in Person.objects.filter(state="active").order_by("pk")
        ],
        [
            KnownHolding(
                row.post.code,
                known_key(row.person_id),
                row.person.name,
                HoldingKind(row.kind),
                Span(row.begins_on, row.ends_on),
            )
            for row in holdings.order_by("pk")
        ],
    )


def plan_of(lines: Sequence[Line], *, at: datetime) -> Plan:
    """Work out what lines would change now."""
    return plan(lines, known_now(), today=day_of(at))


def plan_for(roster: Roster, *, at: datetime) -> Plan:
    """Work out what a roster would change now; rows that could not be read are refused beside the others."""
    made = plan_of([from_record(record) for record in roster.lines], at=at)
    unreadable = tuple(Refusal(row, code, details) for row, code, details in roster.refused)
    refused = sorted((*made.refused, *unreadable), key=lambda refusal: refusal.row)
    return Plan(made.steps, tuple(refused), made.rows + len(unreadable))


def hash_of(made: Plan) -> str:
    """Name a plan by its steps."""
    steps = [(step.act, step.thing, step.key, sorted(step.values.items())) for step in made.steps]
    return hashlib.sha256(json.dumps(steps, default=str, ensure_ascii=False).encode()).hexdigest()


def roster_for(actor: Actor, roster: int) -> Roster:
    """Give a roster to somebody who keeps people."""
    actor.need(KEEP)
    found = Roster.objects.filter(pk=roster).first()
    if found is None:
        raise NotFound(_("There is no such file."), _("Hand it in again."))
    return found


def preview(actor: Actor, roster: int, *, at: datetime) -> Preview:
    """Show what a roster would change, and every refused row with its reason."""
    row = roster_for(actor, roster)
    is_open = row.state == RosterState.READ
    made = plan_for(row, at=at) if is_open else Plan((), (), len(row.lines) + len(row.refused))
    return Preview(
        row.pk,
        row.name,
        row.sha256,
        hash_of(made),
        RosterState(row.state),
        made.rows,
        tuple(_step_row(step) for step in made.steps[:SHOWN]),
        len(made.steps),
        _counts(made),
        tuple(RefusedRow(refusal.row, reason_of(refusal)) for refusal in made.refused),
        tuple(row.ignored_heads),
        row.created_at,
    )


def _counts(made: Plan) -> tuple[tuple[str, int], ...]:
    return (
        (_("units added"), made.count("add", "unit")),
        (_("posts added"), made.count("add", "post")),
        (_("people added"), made.count("add", "person")),
        (_("holdings added"), made.count("add", "holding")),
        (_("changed"), sum(step.act == "change" for step in made.steps)),
        (_("refused rows"), len(made.refused)),
    )


def _step_row(step: Any) -> StepRow:
    things = {"unit": _("unit"), "post": _("post"), "person": _("person"), "holding": _("holding")}
    acts = {"add": _("added"), "change": _("changed")}
    pieces = [_word(name, value) for name, value in step.values.items() if value not in ("", None)]
    key = "" if step.thing == "person" else step.key
    return StepRow(
        step.row,
        acts[step.act],
        things[step.thing],
        f"{key} {step.name}".strip(),
        " · ".join(filter(None, pieces)),
    )


def _word(name: str, value: Any) -> str:
    """Say one value of a step; those that its name says already are left out."""
    if name in ("name", "title", "post", "person"):
        return ""
    if isinstance(value, PostKind):
        return str(POST_NAMES[value])
    if isinstance(value, HoldingKind):
        return str(HOLDING_NAMES[value])
    names = {"parent": COLUMNS["parent"].name, "unit": COLUMNS["unit"].name}
    column = names.get(name) or (COLUMNS[name].name if name in COLUMNS else name)
    return f"{column}: {value}"


def reason_of(refusal: Refusal) -> str:
    """Say why a row is refused, in the reader's language."""
    details = dict(refusal.details)
    if "column" in details:
        details["column"] = COLUMNS[details["column"]].name
    return str(ROW_REASONS[refusal.code]) % details


def recent_rosters(actor: Actor) -> tuple[Roster, ...]:
    """List the files handed in last."""
    actor.need(KEEP)
    return tuple(Roster.objects.select_related("handed_in_by").defer("lines").order_by("-pk")[:20])


def roster_now(actor: Actor, *, at: datetime) -> tuple[Line, ...]:
    """Write what is there as lines of a roster: handed in again, they change nothing."""
    actor.need(KEEP)
    known, today = known_now(), day_of(at)
    people = {known_key(person.id): person for person in known.people}
    lines: list[Line] = []
    of_post: dict[str, list[KnownHolding]] = {}
    for holding in known.holdings:
        if holding.person in people and (holding.span.ends_on is None or holding.span.ends_on >= today):
            of_post.setdefault(holding.post, []).append(holding)
    of_unit: dict[str, list[str]] = {}
    for code, post in known.posts.items():
        if post.active:
            of_unit.setdefault(post.unit, []).append(code)
    for code, unit in known.units.items():
        if not unit.active:
            continue
        place = Line(0, code, unit.name, unit.parent, unit.short_name, unit.document_code)
        mine = [
            line for post in of_unit.get(code, ()) for line in _lines_of(place, post, known, of_post, people)
        ]
        lines += mine or [place]
    return tuple(replace(line, row=number) for number, line in enumerate(lines, start=2))


def _lines_of(
    place: Line,
    post: str,
    known: Known,
    of_post: Mapping[str, Sequence[KnownHolding]],
    people: Mapping[str, KnownPerson],
) -> list[Line]:
    """Write one post: a line for each holding, or one line without."""
    there = known.posts[post]
    line = replace(place, post_code=post, post=there.title, kind=there.kind)
    return [
        replace(
            line,
            person=people[one.person].name,
            staff_number=people[one.person].staff_number,
            email=people[one.person].email,
            holding=one.kind,
            begins_on=one.span.begins_on,
            ends_on=one.span.ends_on,
        )
        for one in of_post.get(post, ())
    ] or [line]
