"""The version in force, the next one, and any earlier one that open duties were born under."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db.models import QuerySet

from answerable.governance.plan.models import Bound, PlanVersion
from answerable.governance.plan.packs import shipped_packs
from answerable.governance.plan.rules.document import Parameter, PlanDocument
from answerable.governance.plan.rules.packs import from_record
from answerable.governance.plan.rules.reader import Reading, read_plan
from answerable.governance.plan.rules.states import State


@dataclass(frozen=True, slots=True)
class Standing:
    """A version that stands, or stood: its number, since when, and the whole plan."""

    version_id: int
    number: str
    effective: date | None
    document: PlanDocument
    in_force_at: datetime | None = None
    ended_at: datetime | None = None


def packs_at_hand() -> dict[str, Mapping[str, Parameter]]:
    """Give the figures of every pack that ships."""
    return {key: pack.params for key, pack in shipped_packs().items()}


def packs_of(version: PlanVersion) -> dict[str, Mapping[str, Parameter]]:
    """Give the figures a version is read with: those kept at its approval, or the present ones."""
    if version.figures is None:
        return packs_at_hand()
    return {key: from_record(record) for key, record in version.figures.items()}


@lru_cache(maxsize=16)
def _read(version: int, sha256: str, approved: str) -> Reading:
    """Read a version once; the arguments together name one text with one set of figures."""
    row = PlanVersion.objects.get(pk=version)
    return read_plan(row.text, packs_of(row), file=f"plan-{row.number}.yaml")


def reading_of(row: PlanVersion) -> Reading:
    """Read a version's text, from memory where it was read before."""
    return _read(row.pk, row.sha256, row.approved_sha256)


def _standing(row: PlanVersion | None) -> Standing | None:
    if row is None:
        return None
    document = reading_of(row).document
    if document is None:
        return None
    return Standing(row.pk, row.number, row.effective, document, row.in_force_at, row.ended_at)


def _light() -> "QuerySet[PlanVersion]":
    return PlanVersion.objects.defer("text", "figures", "sentences")


def in_force(*, at: datetime) -> Standing | None:
    """Give the version that was in force at a moment."""
    began = _light().filter(in_force_at__lte=at).exclude(ended_at__lte=at)
    return _standing(began.order_by("-in_force_at", "-id").first())


def standing_of(version_id: int) -> Standing | None:
    """Give one version, whatever became of it since."""
    return _standing(_light().filter(pk=version_id).first())


def upcoming(*, at: datetime) -> Standing | None:
    """Give the version that is approved and waits for its day."""
    waiting = _light().filter(state=State.APPROVED).order_by("effective", "id")
    return _standing(waiting.first())


def posts_bound(version_id: int) -> dict[tuple[str, int], int]:
    """Say which post stands for each plan post in each unit: (plan post code, unit id) -> post id."""
    rows = Bound.objects.filter(version=version_id).values_list("code", "unit_id", "post_id")
    return {(code, unit): post for code, unit, post in rows}
