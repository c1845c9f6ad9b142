"""One case as papers tell it: what happened, how grave it was found, what is known and not known."""

from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.kinds.parts.response import level_of
from answerable.reports.kinds.wording import day_of, day_words, hour_of, in_both
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.cases.queries.names import FactRow
from answerable.response.cases.queries.room import CaseRoom, room
from answerable.response.cases.rules.findings import FINDING_NAMES, Finding
from answerable.response.cases.rules.states import STATE_NAMES

DAY, HOUR = Told("Day", "日期"), Told("Hour", "时间")


def case_of(period: Period, *, at: datetime) -> CaseRoom:
    """Read the case that the paper is about."""
    return room(MACHINE, period.number, at=at)


def last_report(found: CaseRoom) -> datetime | None:
    """Say when the last report upward about a case went out."""
    return max((row.sent_at for row in found.papers if row.sent_at), default=None)


def matter_part(found: CaseRoom) -> Part:
    """Say what it is about and when it was seen, registered, acknowledged, answered and judged."""
    times = found.times
    link = found.case.link
    stamps = (
        (Told("The event became known", "获知事件"), found.event_known_at),
        (Told("Seen", "发现"), times.seen_at),
        (Told("Registered", "登记"), times.registered_at),
        (Told("Acknowledged in public", "先行告知"), times.acknowledged_at),
        (Told("Answered in public", "公开回应"), times.answered_at),
        (Told("Judged by a reader", "公众评价"), times.judged_at),
    )
    level = level_of(found.level.value if found.level else "")
    state = in_both(STATE_NAMES[found.state])
    summary = Told(
        f"Level: {level.en}. Lead: {found.unit_name}. It stands: {state.en}.",
        f"等级：{level.zh}；牵头单位：{found.unit_name}；目前状态：{state.zh}。",
    )
    carried = sum(row.publications for row in found.stories)
    return Part(
        "matter",
        Told("What happened", "基本情况"),
        (Said(Told(found.matter, found.matter), (Source(found.case.title, link),)), Said(summary)),
        (
            Count(
                Told("Stories that carry it", "相关舆情事件（件）"),
                len(found.stories),
                len(found.stories),
                link,
            ),
            Count(
                Told("Publications, story by story", "报道媒体（家次）"), carried, len(found.stories), link
            ),
            Count(Told("Letters", "相关来信（件）"), len(found.letters), len(found.letters), link),
        ),
        (
            Rows(
                (Told("Step", "环节"), DAY, HOUR),
                tuple(
                    (name, day_of(when) if when else None, hour_of(when) if when else None)
                    for name, when in stamps
                ),
                Told("When", "主要时点"),
            ),
        ),
        tuple(
            Told(f"{name.en}: not yet.", f"{name.zh}：尚未。") for name, when in stamps[2:5] if when is None
        ),
    )


def assessed_part(found: CaseRoom) -> Part:
    """Say how its level came about, the dissent with it."""
    heading = Told("Assessment", "会商研判情况")
    one = found.assessment
    if one is None or one.level is None:
        return Part("assessed", heading, missing=(Told("No level is settled yet.", "尚未研判定级。"),))
    level = level_of(one.level.value)
    day = day_of(one.settled_at) if one.settled_at else None
    said = [
        Said(
            Told(
                f"{one.given} people assessed it; settled as {level.en} by {one.settled_by}"
                f"{f' on {day.isoformat()}' if day else ''}. {one.reasons}",
                f"经{one.given}人会商，{day_words(day) if day else ''}由{one.settled_by}确定为{level.zh}。"
                f"{one.reasons}",
            )
        )
    ]
    if one.dissent:
        said.append(
            Said(
                Told(
                    f"Dissent of {one.dissent_by}: {one.dissent}",
                    f"不同意见（{one.dissent_by}）：{one.dissent}",
                )
            )
        )
    return Part("assessed", heading, tuple(said))


def facts_part(found: CaseRoom, *, since: datetime | None = None) -> Part:
    """Say what is known, and what is not known yet and until when; only what was checked since, where asked."""
    facts = [row for row in found.facts if since is None or row.checked_at > since]
    heads = (
        Told("Claim", "说法"),
        Told("Finding", "核查结论"),
        Told("Words", "说明"),
        Told("Checked by", "核查人"),
        Told("Checked", "核查日期"),
    )
    rows = tuple(
        (
            row.claim,
            in_both(FINDING_NAMES[row.finding]),
            row.words or None,
            row.checked_by or None,
            day_of(row.checked_at),
        )
        for row in facts
    )
    known = [row for row in facts if row.finding is not Finding.UNKNOWN]
    sources = tuple(Source(one.words or row.claim, one.link) for row in facts for one in row.evidence)
    summary = Told(
        f"{len(facts)} claims were looked at; {len(known)} are settled, {len(facts) - len(known)} are not known yet.",
        f"共核查{len(facts)}项，已查明{len(known)}项，尚待查明{len(facts) - len(known)}项。",
    )
    missing = tuple(_unknown(row) for row in facts if row.finding is Finding.UNKNOWN)
    missing += tuple(
        Told(f"No evidence is kept for: {row.claim}", f"缺少依据：{row.claim}")
        for row in known
        if not row.evidence
    )
    if not facts:
        missing = (
            (Told("No fact has been checked.", "尚未核实任何事实。"),)
            if since is None
            else (Told("No fact was checked since the last report.", "上次报告以来没有新核查的事实。"),)
        )
    return Part(
        "facts",
        Told("What is known, and what is not", "事实核查情况"),
        (Said(summary, sources),) if facts else (),
        (),
        (Rows(heads, rows),),
        missing,
    )


def _unknown(row: FactRow) -> Told:
    until = day_of(row.known_by) if row.known_by else None
    english = f", to be known by {until.isoformat()}" if until else ", and nobody has said by when"
    chinese = f"，预计{day_words(until)}前查明" if until else "，查明时间未定"
    return Told(f"Not known yet: {row.claim}{english}.", f"尚待查明：{row.claim}{chinese}。")
