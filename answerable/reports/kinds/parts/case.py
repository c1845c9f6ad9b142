"""One case as papers tell it: what happened, what is known and not known, what was done, by whom it was answered."""

from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.kinds.parts.response import LEVELS
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.cases.queries.room import CaseRoom, room

FINDINGS = {
    "confirmed": Told("confirmed", "属实"),
    "not_so": Told("not so", "不实"),
    "partly": Told("partly true", "部分属实"),
    "unknown": Told("not known yet", "尚待核实"),
}


def case_of(period: Period, *, at: datetime) -> CaseRoom:
    """Read the case that the paper is about."""
    return room(MACHINE, period.number, at=at)


def matter_part(found: CaseRoom) -> Part:
    """Say what it is about and when it was seen, registered, acknowledged, answered and judged."""
    times = found.times
    link = found.case.link
    level = LEVELS.get(str(found.level.value) if found.level else "", Told("", ""))
    stamps = (
        (Told("Seen", "发现"), times.seen_at),
        (Told("Registered", "登记"), times.registered_at),
        (Told("Acknowledged", "先行告知"), times.acknowledged_at),
        (Told("Answered in public", "公开回应"), times.answered_at),
        (Told("Judged by the asker", "诉求人评价"), times.judged_at),
    )
    return Part(
        "matter",
        Told("What happened", "基本情况"),
        (Said(Told(found.matter, found.matter), (Source(found.case.title, link),)),),
        (
            Count(Told("Level", "等级"), None if not found.level else f"{level.zh} / {level.en}", None, link),
            Count(
                Told("Publications", "媒体数"),
                sum(row.publications for row in found.stories),
                len(found.stories),
                link,
            ),
            Count(Told("Letters", "来信"), len(found.letters), len(found.letters), link),
        ),
        (
            Rows(
                (Told("Step", "环节"), Told("Day", "日期"), Told("UTC", "世界时")),
                tuple(
                    (name, when.date() if when else None, f"{when:%H:%M}" if when else None)
                    for name, when in stamps
                ),
                Told("Five times", "五个时点"),
            ),
        ),
        tuple(
            Told(f"{name.en}: not yet.", f"{name.zh}：尚未。") for name, when in stamps[:4] if when is None
        ),
    )


def facts_part(found: CaseRoom) -> Part:
    """Say what is known, and what is not known yet and until when."""
    rows = tuple(
        (
            row.claim,
            FINDINGS.get(row.finding.value, Told(row.finding.value, row.finding.value)),
            row.words or None,
            row.checked_by or None,
        )
        for row in found.facts
    )
    sources = tuple(
        Source(one.words or one.kind, one.link) for row in found.facts for one in row.evidence if one.link
    )
    missing = () if rows else (Told("No fact has been checked.", "尚未核实任何事实。"),)
    said = (Said(Told("Facts and what they rest on.", "事实核查情况及其依据。"), sources),) if rows else ()
    heads = (
        Told("Claim", "说法"),
        Told("Finding", "核查结论"),
        Told("Words", "说明"),
        Told("Checked by", "核查人"),
    )
    return Part("facts", Told("Facts", "事实核查"), said, (), (Rows(heads, rows),), missing)


def done_part(found: CaseRoom) -> Part:
    """Say what was done and what is still to do."""
    tasks = tuple(
        (row.words, row.unit, row.due_at.date(), row.done_at.date() if row.done_at else None)
        for row in found.tasks
    )
    open_ = sum(row.done_at is None for row in found.tasks)
    heads = (Told("Task", "任务"), Told("Unit", "单位"), Told("Due", "期限"), Told("Done", "完成"))
    return Part(
        "done",
        Told("What was done", "处置情况"),
        tuple(
            Said(
                Told(
                    f"Answer: {row.title}, {row.spokesperson}.",
                    f"已回应：{row.title}（{row.spokesperson}）。",
                ),
                (Source(row.title, row.link),),
            )
            for row in found.answers
        ),
        (Count(Told("Tasks not done", "未完成任务"), open_, len(tasks), found.case.link),),
        (Rows(heads, tasks),),
        () if found.answers else (Told("Nothing has been published in answer.", "尚未公开回应。"),),
    )


def course_part(found: CaseRoom) -> Part:
    """Tell its course, step by step."""
    rows = tuple(
        (
            step.at.date(),
            f"{step.at:%H:%M}",
            step.happened.value.replace("_", " "),
            step.who or None,
            step.words or None,
        )
        for step in found.steps
    )
    heads = (
        Told("Day", "日期"),
        Told("UTC", "世界时"),
        Told("Step", "环节"),
        Told("Who", "经办"),
        Told("Words", "说明"),
    )
    return Part("course", Told("Course", "办理过程"), rows=(Rows(heads, rows),))


def reports_part(found: CaseRoom) -> Part:
    """List the reports upward that were written while it was handled, as they stand."""
    rows = tuple(
        (row.number or None, row.title, row.to or None, row.sent_at.date() if row.sent_at else None)
        for row in found.papers
    )
    last = found.papers[-1:] if found.papers else ()
    heads = (Told("Number", "编号"), Told("Title", "标题"), Told("To", "报送"), Told("Sent", "发出"))
    return Part(
        "reports",
        Told("Reports upward", "上报情况"),
        tuple(
            Said(Told(row.text, row.text), (Source(row.title, f"/respond/cases/papers/{row.id}/"),))
            for row in last
        ),
        rows=(Rows(heads, rows),),
        missing=() if rows else (Told("Nothing has been reported upward.", "尚未上报。"),),
    )
