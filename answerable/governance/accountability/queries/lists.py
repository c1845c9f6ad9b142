"""Lists: the files that an actor may see, and the findings on which one could be opened. Never a list of people."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from answerable.governance.accountability.models import File
from answerable.governance.accountability.queries.door import READ, WORK, seen_by
from answerable.governance.accountability.rules.states import State
from answerable.governance.accountability.words import name_of
from answerable.governance.duties.queries.missed import MissedDuty, confirmed_findings, findings_named
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed

PAGE = 50


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file in a list: its number, the duty, the unit and where it stands; whom it concerns is not in a list."""

    id: int
    duty: str
    unit: str
    period_begin: date
    period_end: date
    state: State
    since: datetime
    opened_at: datetime
    mine: bool


def files(actor: Actor, *, page: str | int = 1) -> "Page[FileRow]":
    """List the files that an actor may see, the newest first; a fixed number of queries. Refuses who is nobody here."""
    if actor.kind == "nobody" or not (actor.posts or actor.person or actor.may(READ)):
        raise NotAllowed(
            _("This page is for people of the body."), _("Sign in, or ask the office for a post.")
        )
    rows = seen_by(actor).select_related("unit").order_by("-opened_at", "-pk")
    chosen: Page[File] = Paginator(rows, PAGE).get_page(page)
    missed = findings_named([row.finding_id for row in chosen])
    shown: Page[FileRow] = chosen  # type: ignore[assignment] # the same page, with rows that are ready to show
    shown.object_list = [_row(row, missed[row.finding_id], actor) for row in chosen]
    return shown


def _row(row: File, missed: MissedDuty, actor: Actor) -> FileRow:
    return FileRow(
        id=row.pk,
        duty=name_of(missed.name_en, missed.name_zh),
        unit=row.unit.name,
        period_begin=missed.period_begin,
        period_end=missed.period_end,
        state=State(row.state),
        since=row.state_since,
        opened_at=row.opened_at,
        mine=actor.person is not None and row.person_id == actor.person,
    )


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A confirmed finding without a file: nothing follows from it by itself."""

    id: int
    duty: str
    unit: str
    period_begin: date
    period_end: date
    answer: str
    decision: str
    decided_by: str


def findings_to_look_at(actor: Actor) -> tuple[FindingRow, ...]:
    """List the confirmed findings in reach on which there is no file, newest first."""
    if actor.kind != "person" or not actor.may(WORK):
        return ()
    filed = set(File.objects.values_list("finding_id", flat=True))
    return tuple(
        finding_row(one)
        for one in confirmed_findings()
        if one.finding not in filed and actor.reaches(one.unit) and one.person not in (None, actor.person)
    )


def finding_row(one: MissedDuty) -> FindingRow:
    """Show one finding."""
    return FindingRow(
        one.finding,
        name_of(one.name_en, one.name_zh),
        one.unit_name,
        one.period_begin,
        one.period_end,
        one.answer,
        one.decision,
        one.decided_by,
    )
