"""Draws as other parts of the room and people outside read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db.models import QuerySet

from answerable.governance.inspections.models import Draw, Recusal, Round, Seed
from answerable.governance.inspections.queries.door import is_open_draw
from answerable.governance.inspections.rules import draw
from answerable.governance.inspections.rules.draw import FORMAT
from answerable.governance.inspections.rules.pairing import Pair
from answerable.governance.inspections.rules.seeds import BEACON, OFFICER, beacon_round, beacon_time, kind_of
from answerable.governance.inspections.rules.states import Lots, Stage


def last_pairs(row: Round) -> tuple[Pair, ...]:
    """Give who looked at whom in the last round of this method that was held: never the same again at once."""
    held = Draw.objects.filter(
        kind="pairing", state=Lots.DRAWN, round__method=row.method, round__pk__lt=row.pk
    ).exclude(round__state=Stage.CANCELLED)
    last = held.order_by("-round__begins_on", "-round").first()
    if last is None:
        return ()
    return tuple(sorted({pair for pairs in last.result["pairs"] for pair in pairs.items()}))


def recusals_of(lot: Draw) -> tuple[draw.Recusal, ...]:
    """Give who stepped aside from what."""
    rows = Recusal.objects.filter(draw=lot).values_list("inspector", "target")
    return tuple(draw.Recusal(inspector, target) for inspector, target in rows)


def bundle_of(lot: Draw) -> dict[str, Any]:
    """Give the one file of a draw: everything that recomputing it needs. Names of people are not in it."""
    return {
        "format": FORMAT,
        "title": lot.round.title,
        "state": lot.state,
        "announced": lot.announced,
        "commitment": {"text": lot.text, "sha256": lot.sha256, "at": moment(lot.committed_at)},
        "seeds": [_seed(part) for part in Seed.objects.filter(draw=lot).order_by("order")]
        if lot.seed
        else [],
        "seed": lot.seed,
        "recusals": [
            {"inspector": one.inspector, "target": one.target, "at": moment(one.at)}
            for one in Recusal.objects.filter(draw=lot)
        ],
        "result": lot.result,
        "drawn_at": moment(lot.drawn_at),
        "cancelled": {"at": moment(lot.cancelled_at), "why": lot.reason} if lot.cancelled_at else None,
    }


def _seed(part: Seed) -> dict[str, str]:
    return {
        "source": part.source,
        "committed": part.committed,
        "committed_at": moment(part.committed_at),
        "value": part.value,
        "told_at": moment(part.told_at),
    }


def moment(at: datetime | None) -> str:
    """Write a moment so that the order of texts is the order of time."""
    return at.astimezone(UTC).isoformat(timespec="microseconds") if at else ""


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a seed as the page shows it."""

    source: str
    kind: str
    by: str
    person: int | None
    committed: str
    committed_at: datetime | None
    value: str
    told_at: datetime | None
    out_at: datetime | None


@dataclass(frozen=True, slots=True)
class DrawRow:
    """A draw as lists and pages show it. `waits_for` names what has to come next."""

    id: int
    number: int
    kind: str
    state: Lots
    sha256: str
    committed_at: datetime
    committed_by: str
    parts: tuple[PartRow, ...]
    counts: tuple[tuple[str, int, int], ...]
    drawn_at: datetime | None
    reason: str
    cancelled_at: datetime | None
    result: Mapping[str, Any]
    round: int
    title: str
    is_open: bool

    @property
    def waits_for(self) -> str:
        """Say which step is next: seal, tell, hold, or nothing."""
        if self.state is not Lots.COMMITTED:
            return ""
        if any(part.kind == OFFICER and not part.committed for part in self.parts):
            return "seal"
        return "tell" if any(not part.value for part in self.parts) else "hold"


def draw_rows(rows: Any) -> tuple[DrawRow, ...]:
    """Show draws with their seeds; two queries, or none for draws loaded with both."""
    if isinstance(rows, QuerySet):
        rows = rows.select_related("round").prefetch_related("seeds")
    return tuple(_row(lot) for lot in rows)


def _row(lot: Draw) -> DrawRow:
    lists = [*lot.announced["lists"], *([lot.announced["inspectors"]] if lot.announced["inspectors"] else [])]
    return DrawRow(
        lot.pk,
        lot.number,
        lot.kind,
        Lots(lot.state),
        lot.sha256,
        lot.committed_at,
        lot.committed_by,
        tuple(_part(part) for part in lot.seeds.all()),
        tuple((one["name"], one["take"], len(one["members"])) for one in lists),
        lot.drawn_at,
        lot.reason,
        lot.cancelled_at,
        lot.result,
        lot.round_id,
        lot.round.title,
        is_open_draw(lot),
    )


def _part(part: Seed) -> PartRow:
    kind = kind_of(part.source)
    out = beacon_time(beacon_round(part.source)) if kind == BEACON else None
    return PartRow(
        part.source,
        kind,
        part.by_name,
        part.person_id,
        part.committed,
        part.committed_at,
        part.value,
        part.told_at,
        out,
    )


def all_draws() -> tuple[DrawRow, ...]:
    """List every draw there was, cancelled ones too, the newest first: the page that anyone may read."""
    return draw_rows(Draw.objects.order_by("-committed_at", "-pk")[:500])


def beacons_waited_for(*, at: datetime) -> tuple[tuple[int, str], ...]:
    """Give the draws that wait for a round of the beacon which is out, each with the round's name."""
    open_hashes = Seed.objects.filter(source__startswith=OFFICER, committed="").values("draw")
    waiting = Seed.objects.filter(source__startswith=f"{BEACON}:", value="", draw__state=Lots.COMMITTED)
    rows = waiting.exclude(draw__in=open_hashes).order_by("pk").values_list("draw", "source")
    return tuple((lot, source) for lot, source in rows if beacon_time(beacon_round(source)) <= at)
