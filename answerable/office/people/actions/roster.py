"""Rosters: kept as they were read, applied once after a person saw what they change, or dropped."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.trail.actions import record
from answerable.office.people import queries
from answerable.office.people.models import Holding, Person, Post, Roster, Unit
from answerable.office.people.rules.roster import Step
from answerable.office.people.rules.roster_cells import Line, as_record, columns_of, read_line
from answerable.office.people.rules.roster_reasons import FILE_REASONS, BadRoster, Refusal
from answerable.office.people.rules.roster_states import ROSTER_MOVES, RosterMove, RosterState

KEEP = "people.keep"


def file_refused(bad: BadRoster) -> Anticipated:
    """Say why a whole file is refused."""
    return Anticipated(str(FILE_REASONS[bad.code]) % bad.details, _("Nothing was changed."))


def hand_in(name: str, body: bytes, rows: Sequence[Sequence[str]], *, by: Actor, at: datetime) -> Roster:
    """Keep a roster's rows, checked cell by cell; nothing is changed yet. `rows` are what was read of `body`."""
    by.need(KEEP)
    filled = next((place for place, row in enumerate(rows) if any(str(cell).strip() for cell in row)), None)
    if filled is None:
        raise file_refused(BadRoster("empty"))
    try:
        columns, ignored = columns_of([str(cell) for cell in rows[filled]])
    except BadRoster as bad:
        raise file_refused(bad) from None
    read = [
        read_line(number, row, columns) for number, row in enumerate(rows[filled + 1 :], start=filled + 2)
    ]
    refused = [line for line in read if isinstance(line, Refusal)]
    with transaction.atomic():
        roster = Roster.objects.create(
            name=name[:200],
            sha256=hashlib.sha256(body).hexdigest(),
            lines=[as_record(line) for line in read if isinstance(line, Line)],
            refused=[[refusal.row, refusal.code, dict(refusal.details)] for refusal in refused],
            ignored_heads=list(ignored),
            handed_in_by_id=by.account,
            created_at=at,
        )
        record("people.hand_in_roster", f"roster:{roster.pk}", by=by, at=at, sha256=roster.sha256)
    return roster


def apply_roster(roster: int, *, sha256: str, plan_hash: str, by: Actor, at: datetime) -> Mapping[str, int]:
    """Carry out what the person saw and confirmed: this very file and this very plan, all of it or nothing."""
    by.need(KEEP)
    with transaction.atomic():
        row = queries.roster_for(by, roster)
        # Nobody gets a post between the look and the act: hold_post waits for the same rows.
        list(Post.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
        made = queries.plan_for(row, at=at)
        if row.sha256 != sha256 or queries.hash_of(made) != plan_hash:
            raise Moved(
                _("What the file would change is no longer what you saw."),
                _("Nothing was changed. Look at the preview again."),
            )
        ROSTER_MOVES.make(
            Roster.objects.filter(pk=row.pk), RosterState(row.state), RosterMove.APPLY, applied_at=at
        )
        counts = _Carrier().carry_out(made.steps)
        record(
            "people.apply_roster",
            f"roster:{row.pk}",
            by=by,
            at=at,
            sha256=sha256,
            counts=counts,
            refused=len(made.refused),
            steps=[[step.act, step.thing, step.key, step.name, dict(step.values)] for step in made.steps],
        )
    return counts


def drop_roster(roster: int, *, by: Actor, at: datetime) -> None:
    """Lay a roster aside without changing anything; its rows are forgotten."""
    with transaction.atomic():
        row = queries.roster_for(by, roster)
        ROSTER_MOVES.make(
            Roster.objects.filter(pk=row.pk), RosterState(row.state), RosterMove.DROP, lines=[], refused=[]
        )
        record("people.drop_roster", f"roster:{row.pk}", by=by, at=at)


@dataclass
class _Carrier:
    """Carries out steps one by one; knows by code and key what it has made."""

    persons: dict[str, int] = field(default_factory=dict)

    def carry_out(self, steps: Sequence[Step]) -> dict[str, int]:
        """Do every step; gives how many of each sort."""
        verbs: Mapping[tuple[str, str], Callable[[Step], object]] = {
            ("add", "unit"): self._add_unit,
            ("change", "unit"): lambda step: Unit.objects.filter(code=step.key).update(**step.values),
            ("add", "post"): self._add_post,
            ("change", "post"): lambda step: Post.objects.filter(code=step.key).update(**step.values),
            ("add", "person"): self._add_person,
            ("change", "person"): lambda step: Person.objects.filter(pk=step.key[1:]).update(**step.values),
            ("add", "holding"): self._add_holding,
        }
        counts: dict[str, int] = {}
        for step in steps:
            verbs[step.act, step.thing](step)
            counts[f"{step.thing}s {step.act}"] = counts.get(f"{step.thing}s {step.act}", 0) + 1
        return counts

    def _add_unit(self, step: Step) -> None:
        values: dict[str, Any] = dict(step.values)
        parent = values.pop("parent")
        unit = Unit(code=step.key, **values)
        if parent:
            Unit.objects.add_child(Unit.objects.get(code=parent), instance=unit)
        else:
            Unit.objects.add_root(instance=unit)

    def _add_post(self, step: Step) -> None:
        values: dict[str, Any] = dict(step.values)
        unit = Unit.objects.get(code=values.pop("unit"))
        Post.objects.create(code=step.key, unit=unit, **values)

    def _add_person(self, step: Step) -> None:
        self.persons[step.key] = Person.objects.create(**step.values).pk

    def _add_holding(self, step: Step) -> None:
        values: dict[str, Any] = dict(step.values)
        person = values.pop("person")
        Holding.objects.create(
            post=Post.objects.get(code=values.pop("post")),
            person_id=self.persons.get(person) or int(person[1:]),
            **values,
        )
