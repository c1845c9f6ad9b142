"""What was found wrong, whatever room found it, with what has been done about each: never smoothed over."""

from dataclasses import dataclass
from datetime import date, datetime

from answerable.governance.duties.queries.missed import confirmed_findings
from answerable.governance.inspections.queries.door import findings_seen_by
from answerable.governance.inspections.rules.states import Found
from answerable.governance.inspections.words import FOUND
from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import SILENT, Count, Part, Rows, Said
from answerable.reports.kinds.parts.links import FINDINGS, every_state, listed
from answerable.reports.kinds.wording import day_of, in_both
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.channel_health import queries as health
from answerable.response.channel_health.rules.faults import FAULT_NAMES, Fault
from answerable.response.channel_health.rules.faults import STATE_NAMES as FAULT_STATES
from answerable.response.channel_health.rules.faults import State as FaultState
from answerable.response.channels import queries as channels

#: Problems in the table, and those said in words.
NAMED, SAID = 60, 10
#: What a unit was only asked about is no problem yet; what was dismissed is none any more.
STANDING = (Found.CONFIRMED, Found.RECTIFYING, Found.CORRECTED, Found.REPEATED, Found.CLOSED)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was found wrong: where it was seen, whose it is, how it stands, what is done about it."""

    title: Told
    origin: Told
    unit: str
    found: date
    stands: Told
    handled: str
    until: date | None
    put_right: bool
    link: str


MISSED = Told("duties", "职责履行")
INSPECTED = Told("inspection", "检查")
MEASURED = Told("channel check", "平台检测")
PUT_RIGHT, OPEN = Told("put right", "已整改"), Told("not put right", "未整改")


def problems_of(period: Period, *, at: datetime) -> tuple[Problem, ...]:
    """Give what was found wrong by the end of the period and was not gone before it began."""
    until = min(period.until, at)
    found = [*_missed(period, until), *_inspected(period, until), *_measured(period, until)]
    return tuple(sorted(found, key=lambda one: (one.put_right, one.found)))


def _missed(period: Period, until: datetime) -> list[Problem]:
    return [
        Problem(
            Told(f"{one.name_en or one.name_zh} was missed", f"未按期履行“{one.name_zh or one.name_en}”职责"),
            MISSED,
            one.unit_name,
            day_of(one.due),
            Told("filed since", "事后补报") if one.filed_at else OPEN,
            one.answer,
            None,
            one.filed_at is not None,
            f"/govern/duties/{one.occurrence}/",
        )
        for one in confirmed_findings()
        if period.since <= one.due <= until and period.unit in (None, one.unit)
    ]


def _inspected(period: Period, until: datetime) -> list[Problem]:
    rows = findings_seen_by(MACHINE).filter(found_at__lte=until, state__in=STANDING)
    rows = rows.exclude(closed_at__lt=period.since)
    if period.unit is not None:
        rows = rows.filter(unit=period.unit)
    return [
        Problem(
            Told(row.title, row.title),
            INSPECTED,
            row.unit.name,
            day_of(row.found_at),
            in_both(FOUND[Found(row.state)][0]),
            "；".join(one.measure for one in row.corrections.all()),
            day_of(row.due) if row.due else None,
            Found(row.state) is Found.CLOSED,
            f"/govern/inspections/findings/{row.pk}/",
        )
        for row in rows.select_related("unit").prefetch_related("corrections").order_by("found_at", "pk")
    ]


def _measured(period: Period, until: datetime) -> list[Problem]:
    """Faults of channels that a person has confirmed, and those put right since; a machine's word alone is not one."""
    units = {row.id: (row.unit, row.unit_name) for row in channels.channels(None, live=False)}
    found = []
    for one in health.findings(since=period.since, until=until):
        unit, name = units.get(one.channel, (None, ""))
        if FaultState(one.state) is FaultState.OPEN or period.unit not in (None, unit):
            continue
        fault = in_both(FAULT_NAMES[Fault(one.fault)])
        found.append(
            Problem(
                Told(f"{one.channel_name}: {fault.en}", f"{one.channel_name}：{fault.zh}"),
                MEASURED,
                name,
                day_of(one.found_at),
                in_both(FAULT_STATES[FaultState(one.state)]),
                one.reason,
                None,
                one.fixed_at is not None,
                one.link,
            )
        )
    return found


def problems_part(period: Period, *, at: datetime) -> Part:
    """Name what was found wrong and what is done about each; that nothing was found is said with what was looked at."""
    found = problems_of(period, at=at)
    every, waiting = every_state(FINDINGS, period), listed(FINDINGS, period, state="open")
    done = sum(one.put_right for one in found)
    counts = (
        Count(Told("Problems", "存在问题（个）"), len(found), len(found), every),
        Count(Told("Put right", "已整改（个）"), done, len(found), every),
        Count(Told("Not put right yet", "未整改（个）"), len(found) - done, len(found), waiting),
    )
    heading = Told("Problems, and how they are handled", "存在问题和处置情况")
    if not found:
        return Part("problems", heading, counts=counts, missing=(NONE_FOUND,))
    summary = Told(
        f"{len(found)} problems stood in this period: {done} are put right, {len(found) - done} are not.",
        f"本期存在问题{len(found)}个，已整改{done}个，未整改{len(found) - done}个。",
    )
    unsaid = sum(not one.handled and not one.put_right for one in found)
    gaps = (
        (Told(f"{unsaid} problems: nobody has said what is done.", f"{unsaid}个问题尚未填写处置措施。"),)
        if unsaid
        else ()
    )
    said = (Said(summary), *(_sentence(place, one) for place, one in enumerate(found[:SAID], 1)))
    return Part("problems", heading, said, counts, (_table(found),), gaps)


NONE_FOUND = Told(
    "No problem was confirmed in this period. That says what was looked at (duties, inspections, checks of channels),"
    " not that nothing was wrong.",
    "本期没有经确认的问题。查核范围为职责履行、检查和平台检测，不表示不存在其他问题。",
)


def _sentence(place: int, one: Problem) -> Said:
    handled = (f" {one.handled}", f"{one.handled.rstrip('。. ')}。") if one.handled else ("", "")
    return Said(
        Told(
            f"{place}. {one.title.en} ({one.unit}): {one.stands.en}.{handled[0]}",
            f"{place}．{one.title.zh}（{one.unit}），{one.stands.zh}。{handled[1]}",
        ),
        (Source(one.title.zh, one.link),),
    )


def _table(found: tuple[Problem, ...]) -> Rows:
    heads = (
        Told("Problem", "问题"),
        Told("Seen by", "来源"),
        Told("Unit", "责任单位"),
        Told("Found", "发现"),
        Told("Until", "整改期限"),
        Told("Stands", "处置情况"),
    )
    body = tuple(
        (one.title, one.origin, one.unit or None, one.found, one.until, one.stands) for one in found[:NAMED]
    )
    note = (
        SILENT
        if len(found) <= NAMED
        else Told(f"The first {NAMED} of {len(found)}.", f"共{len(found)}个，列前{NAMED}个。")
    )
    return Rows(heads, body, Told("Problems, those not put right first", "问题清单（未整改在前）"), note)
