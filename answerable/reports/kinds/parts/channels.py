"""How the channels stand: measures, vetoes, what was found, and what nobody measured."""

from datetime import datetime

from answerable.reports.kinds.kind import SILENT, Count, Part, Rows, Said
from answerable.reports.kinds.wording import day_of, in_both
from answerable.reports.layouts.document import Value
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.channel_health import queries as health
from answerable.response.channel_health.queries import ChannelHealth
from answerable.response.channel_health.rules.faults import FAULT_NAMES, STATE_NAMES, Fault, State
from answerable.response.channel_health.rules.metrics import METRIC_NAMES, STANDING_NAMES, Standing
from answerable.response.channels import queries as channels
from answerable.response.channels.queries import ChannelRow

#: Findings named in a paper.
NAMED = 50
LINK = "/respond/health/"


def channels_part(period: Period, *, at: datetime) -> Part:
    """Say how each channel stands by its newest measures, those that fail by a veto first."""
    now = min(at, period.until)
    rows = [row for row in channels.channels(None) if period.unit in (None, row.unit)]
    states = health.state_of([row.id for row in rows], at=now)
    measured = [row for row in rows if states[row.id].measured_on is not None]
    failed = [row for row in rows if states[row.id].vetoes]
    fine = sum(states[row.id].standing is Standing.OK for row in measured)
    heads = (
        Told("Channel", "平台"),
        Told("Unit", "主办单位"),
        Told("Stands", "状态"),
        Told("Veto", "单项否决情形"),
        Told("Measured", "检测日期"),
    )
    summary = Told(
        f"{len(rows)} channels are run; {len(measured)} were measured in the last eight days: {fine} are in order,"
        f" {len(failed)} fail by a veto.",
        f"在用平台{len(rows)}个，近八日已检测{len(measured)}个，其中运行正常{fine}个，触及单项否决{len(failed)}个。",
    )
    gaps = tuple(
        Told(f"Not measured: {row.name}", f"近期未检测：{row.name}") for row in rows if row not in measured
    )
    return Part(
        "channels",
        Told("How the channels stand", "平台运行情况"),
        (Said(summary),) if rows else (),
        (
            Count(Told("Channels run", "在用平台（个）"), len(rows), len(rows), "/respond/channels/"),
            Count(Told("In order", "运行正常（个）"), fine, len(measured), LINK),
            Count(Told("Fail by a veto", "单项否决（个）"), len(failed), len(measured), LINK),
        ),
        (Rows(heads, tuple(_channel(row, states[row.id]) for row in _worst_first(rows, states))),),
        gaps if rows else (Told("No channel is registered.", "没有登记的平台。"),),
    )


def _worst_first(rows: list[ChannelRow], states: dict[int, ChannelHealth]) -> list[ChannelRow]:
    return sorted(rows, key=lambda row: (not states[row.id].vetoes, row.name))


def _channel(row: ChannelRow, state: ChannelHealth) -> tuple[Value | Told, ...]:
    vetoes = [in_both(METRIC_NAMES[one]) for one in state.vetoes]
    return (
        row.name,
        row.unit_name or None,
        in_both(STANDING_NAMES[state.standing]),
        Told(", ".join(one.en for one in vetoes), "、".join(one.zh for one in vetoes)) if vetoes else None,
        state.measured_on,
    )


def faults_part(period: Period, *, at: datetime) -> Part:
    """List what was found on channels in the period; what only the machine saw is said to be so."""
    units = {row.id: row.unit for row in channels.channels(None, live=False)}
    found = [
        one
        for one in health.findings(since=period.since, until=min(at, period.until))
        if period.unit in (None, units.get(one.channel))
    ]
    fixed = sum(one.fixed_at is not None for one in found)
    unseen = sum(State(one.state) is State.OPEN for one in found)
    heads = (
        Told("Channel", "平台"),
        Told("What", "问题"),
        Told("Where", "位置"),
        Told("Found", "发现"),
        Told("Put right", "整改"),
        Told("Stands", "状态"),
    )
    body = tuple(
        (
            one.channel_name,
            in_both(FAULT_NAMES[Fault(one.fault)]),
            one.subject or None,
            day_of(one.found_at),
            day_of(one.fixed_at) if one.fixed_at else None,
            in_both(STATE_NAMES[State(one.state)]),
        )
        for one in found[:NAMED]
    )
    gaps = (
        [] if found else [Told("Nothing was found on the channels in this period.", "本期检测未发现问题。")]
    )
    if unseen:
        gaps.append(
            Told(
                f"{unseen} findings are the machine's alone: nobody has judged them.",
                f"有{unseen}个问题为系统检测结果，尚未人工核实。",
            )
        )
    note = (
        SILENT
        if len(found) <= NAMED
        else Told(f"The first {NAMED} of {len(found)}.", f"共{len(found)}个，列前{NAMED}个。")
    )
    return Part(
        "faults",
        Told("What was found", "发现问题和整改情况"),
        (
            Said(
                Told(
                    f"{len(found)} faults stood; {fixed} are put right.",
                    f"本期存在问题{len(found)}个，已整改{fixed}个。",
                )
            ),
        )
        if found
        else (),
        (
            Count(Told("Faults", "问题（个）"), len(found), len(units), LINK),
            Count(Told("Put right", "已整改（个）"), fixed, len(found), LINK),
            Count(Told("Not judged by anybody", "待人工核实（个）"), unseen, len(found), LINK),
        ),
        (Rows(heads, body, note=note),),
        tuple(gaps),
    )
