"""What was done about one case and how it ended: answers, tasks, its course, reports upward, what hangs together."""

from datetime import datetime
from functools import partial

from answerable.office.clocks.words import stage_name
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.kinds.parts.case import DAY, HOUR
from answerable.reports.kinds.wording import day_of, day_words, hour_of, in_both, said_in_both
from answerable.reports.layouts.document import Source
from answerable.reports.rules.told import Told
from answerable.response.cases.queries.room import CaseRoom, TaskRow
from answerable.response.cases.rules.answering import ANSWER_NAMES, AnswerKind
from answerable.response.cases.rules.course import HAPPENED_NAMES
from answerable.response.cases.rules.papers import PAPER_NAMES
from answerable.response.cases.words import loudness_words


def done_part(found: CaseRoom, *, since: datetime | None = None) -> Part:
    """Say what was answered and done and what is still to do; only what is new since, where asked."""
    answers = [row for row in found.answers if since is None or row.published_at > since]
    tasks = [row for row in found.tasks if since is None or row.is_open or _changed(row, since)]
    open_ = sum(row.is_open for row in tasks)
    heads = (
        Told("Task", "任务"),
        Told("Unit", "责任单位"),
        Told("Due", "期限"),
        Told("Done", "完成"),
        Told("Result", "结果"),
    )
    rows = tuple(
        (
            row.words,
            row.unit,
            day_of(row.due_at),
            day_of(row.done_at) if row.done_at else None,
            row.result or row.dropped or None,
        )
        for row in tasks
    )
    nothing = (
        Told("Nothing has been published in answer.", "尚未公开回应。")
        if not found.answers
        else Told("Nothing new was published since the last report.", "上次报告以来没有新的公开回应。")
    )
    return Part(
        "done",
        Told("What was done", "处置和回应情况"),
        tuple(
            Said(
                Told(
                    f"{_answer(row.kind).en}, {day_of(row.published_at).isoformat()} {hour_of(row.published_at)}:"
                    f" {row.title} ({row.spokesperson}, {row.post}).",
                    f"{day_words(day_of(row.published_at))}{hour_of(row.published_at)}，"
                    f"{_answer(row.kind).zh}：{row.title}（{row.post}{row.spokesperson}）。",
                ),
                (Source(row.title, row.link),),
            )
            for row in answers
        ),
        (
            Count(Told("Answers published", "公开回应（篇）"), len(answers), len(answers), found.case.link),
            Count(Told("Tasks not done", "未完成任务（项）"), open_, len(tasks), found.case.link),
        ),
        (Rows(heads, rows),),
        () if answers else (nothing,),
    )


def _changed(row: TaskRow, since: datetime) -> bool:
    return row.set_at > since or (row.done_at is not None and row.done_at > since)


def _answer(kind: str) -> Told:
    return in_both(ANSWER_NAMES[AnswerKind(kind)]) if kind in set(AnswerKind) else Told(kind, kind)


def course_part(found: CaseRoom, *, since: datetime | None = None) -> Part:
    """Tell its course, step by step; only the steps since, where asked."""
    heads = (DAY, HOUR, Told("Step", "环节"), Told("Who", "经办"), Told("Words", "说明"))
    rows = tuple(
        (
            day_of(step.at),
            hour_of(step.at),
            in_both(HAPPENED_NAMES[step.happened]),
            step.who or None,
            step.words or None,
        )
        for step in found.steps
        if since is None or step.at > since
    )
    gap = () if rows else (Told("Nothing happened since the last report.", "上次报告以来没有新的进展。"),)
    return Part("course", Told("Course", "办理过程"), rows=(Rows(heads, rows),), missing=gap)


def effect_part(found: CaseRoom) -> Part:
    """Say how loud it was before and after the answer, and what that does not show."""
    heading = Told("Before and after the answer", "回应前后传播情况")
    if found.loudness.compared is None:
        gap = Told(
            "Nothing can be compared: there is no answer, or its stories were not heard around it.",
            "无法比较：尚未回应，或者回应前后没有采集到相关报道。",
        )
        return Part("effect", heading, missing=(gap,))
    told = said_in_both(lambda: loudness_words(found.loudness))
    link = found.case.link
    compared = found.loudness.compared
    return Part(
        "effect",
        heading,
        (Said(told),),
        (
            Count(
                Told("Publications an hour before", "回应前媒体（家次）"),
                compared.before,
                found.loudness.hours,
                link,
            ),
            Count(
                Told("Publications an hour after", "回应后媒体（家次）"),
                compared.after,
                found.loudness.hours,
                link,
            ),
        ),
    )


def reports_part(found: CaseRoom) -> Part:
    """List the reports upward that were written while it was handled, and what of them is not sent."""
    rows = tuple(
        (
            row.number or None,
            in_both(PAPER_NAMES[row.kind]),
            row.title,
            row.to or None,
            day_of(row.sent_at) if row.sent_at else None,
            row.receipt or None,
        )
        for row in found.papers
    )
    heads = (
        Told("Number", "编号"),
        Told("Kind", "类别"),
        Told("Title", "标题"),
        Told("To", "报送机关"),
        Told("Sent", "报送日期"),
        Told("Receipt", "回执"),
    )
    said = tuple(
        Said(
            Told(
                f"Reported on {day_of(row.sent_at).isoformat()} to {row.to}.",
                f"{day_words(day_of(row.sent_at))}报送{row.to}。",
            ),
            (Source(row.title, f"/respond/cases/papers/{row.id}/"),),
        )
        for row in found.papers
        if row.sent_at
    )
    return Part(
        "reports",
        Told("Reports upward", "上报情况"),
        said[-1:],
        rows=(Rows(heads, rows),),
        missing=() if said else (Told("Nothing has been reported upward.", "尚未上报。"),),
    )


def kept_part(found: CaseRoom) -> Part:
    """List what hangs together with the case: its stories, limits and handovers, for the archive."""
    stories = tuple(
        (row.title, row.publications, row.items, day_of(row.first_at), day_of(row.last_at))
        for row in found.stories
    )
    limits = tuple(
        (
            said_in_both(partial(stage_name, row.stage)),
            day_of(row.due),
            hour_of(row.due),
            day_of(row.met_at) if row.met_at else None,
            hour_of(row.met_at) if row.met_at else None,
        )
        for row in (*found.clocks, *found.past_clocks)
    )
    handed = tuple((row.to, row.reason, day_of(row.at), row.confirmed_how or None) for row in found.handovers)
    lacking = (
        (stories, Told("No story hangs together with it.", "没有关联的舆情事件。")),
        (limits, Told("No limit was running.", "没有计时的时限。")),
    )
    return Part(
        "kept",
        Told("What hangs together with it", "关联材料"),
        rows=(
            Rows(
                (
                    Told("Story", "舆情事件"),
                    Told("Publications", "媒体（家）"),
                    Told("Items", "信息（篇）"),
                    Told("First", "首次出现"),
                    Told("Last", "最近出现"),
                ),
                stories,
                Told("Stories", "舆情事件"),
            ),
            Rows(
                (Told("Limit", "时限事项"), Told("Due", "期限"), HOUR, Told("Met", "完成"), HOUR),
                limits,
                Told("Limits", "时限执行情况"),
            ),
            Rows(
                (Told("To", "移交单位"), Told("Why", "理由"), DAY, Told("Confirmed", "确认方式")),
                handed,
                Told("Handed over", "移交情况"),
            ),
        ),
        missing=tuple(gap for rows, gap in lacking if not rows),
    )


def closing_words_part(found: CaseRoom) -> Part:
    """Say what it came to, in the words of whoever closed it."""
    heading = Told("What it came to", "处置结果")
    if not found.closing_words:
        return Part("result", heading, missing=(Told("The case is not closed yet.", "该事项尚未办结。"),))
    return Part("result", heading, (Said(Told(found.closing_words, found.closing_words)),))
