"""The months ahead under a version, in this house, and what changes from one version to another."""

from dataclasses import dataclass
from datetime import date, datetime

from answerable.governance.plan.models import PlanVersion
from answerable.governance.plan.queries.calendar import calendar_for
from answerable.governance.plan.queries.house import Town, town
from answerable.governance.plan.queries.standing import reading_of
from answerable.governance.plan.queries.versions import VersionPage, version_row
from answerable.governance.plan.rules.diff import Difference, compare
from answerable.governance.plan.rules.document import PlanDocument
from answerable.governance.plan.rules.preview import Ahead, look_ahead
from answerable.governance.plan.rules.states import State
from answerable.kernel.actor import Actor
from answerable.office.people.queries import day_of


@dataclass(frozen=True, slots=True)
class AheadPage:
    """Twelve months of a version: the runs, the units by code, and the plan."""

    version: int
    document: PlanDocument
    ahead: Ahead
    units: dict[str, str]
    calendar: str
    provisional: bool


def year_from(day: date) -> tuple[date, date]:
    """Give twelve whole months from the first of a day's month."""
    begin = day.replace(day=1)
    return begin, begin.replace(year=begin.year + 1)


def ahead_of(page: VersionPage, *, at: datetime) -> AheadPage | None:
    """Look twelve months ahead under a version; None where it cannot be read."""
    document, here = page.document, page.town
    if document is None or here is None:
        return None
    calendar = calendar_for(document)
    begin, end = year_from(max(day_of(at), document.effective or date.min))
    found = look_ahead(document, calendar, units_by_post(document, here), begin, end)
    names = {unit.code: unit.name for unit in here.units}
    return AheadPage(
        page.row.id, document, found, names, calendar.version, calendar.is_provisional(begin, end)
    )


def units_by_post(document: PlanDocument, here: Town) -> dict[str, tuple[str, ...]]:
    """Give the codes of the units in which each post is found."""
    return {code: tuple(unit.code for unit in here.units_of(post)) for code, post in document.posts.items()}


@dataclass(frozen=True, slots=True)
class ChangePage:
    """What changes from an older version to a newer one."""

    old: PlanVersion
    new: PlanVersion
    before: PlanDocument
    after: PlanDocument
    difference: Difference
    units: dict[str, str]


def changes_between(actor: Actor, old: int | None, new: int, *, at: datetime) -> ChangePage | None:
    """Compare a version with an older one: the one named, the one it follows, or the one in force."""
    row = version_row(actor, new)
    former = version_row(actor, old) if old is not None else _former(row)
    if former is None:
        return None
    before, after = reading_of(former).document, reading_of(row).document
    if before is None or after is None:
        return None
    here = town()
    begin, end = year_from(max(day_of(at), after.effective or date.min))
    ahead = (
        look_ahead(before, calendar_for(before), units_by_post(before, here), begin, end),
        look_ahead(after, calendar_for(after), units_by_post(after, here), begin, end),
    )
    names = {unit.code: unit.name for unit in here.units}
    return ChangePage(former, row, before, after, compare(before, after, ahead), names)


def _former(row: PlanVersion) -> PlanVersion | None:
    if row.supersedes_id is not None:
        return row.supersedes
    return PlanVersion.objects.filter(state=State.IN_FORCE).exclude(pk=row.pk).first()
