"""How duties stand: runs of a period and the plan's sentences one by one."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import override

from answerable.governance.duties.queries.coverage import clause_status, coverage
from answerable.governance.duties.queries.door import seen_by
from answerable.governance.duties.queries.rows import RunRow, rows_of
from answerable.governance.duties.rules.coverage import Gap
from answerable.governance.duties.rules.matrix import worst
from answerable.governance.duties.rules.standing import Tone, Word
from answerable.governance.duties.rules.states import State
from answerable.governance.plan import queries as plan
from answerable.governance.plan.rules.document import Clause
from answerable.kernel.actor import MACHINE
from answerable.kernel.together import Asked, told
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.kinds.wording import day_of, day_words
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told

#: Rows of duties; what is late or missed comes first.
NAMED = 60
#: Late ones that are said in words; the table has all.
SAID = 10
WORDS = {
    Word.PLANNED: Told("planned", "未到期"),
    Word.OPEN: Told("open", "办理中"),
    Word.DUE_SOON: Told("due soon", "临近期限"),
    Word.RETURNED: Told("sent back", "已退回"),
    Word.FILED: Told("filed", "已报送"),
    Word.FILED_LATE: Told("filed late", "逾期报送"),
    Word.DONE: Told("done", "已办结"),
    Word.DONE_LATE: Told("done late", "逾期办结"),
    Word.LATE: Told("late", "逾期"),
    Word.MISSED: Told("missed", "未履行"),
    Word.WAIVED: Told("waived", "已免除"),
    Word.CANCELLED: Told("cancelled", "已取消"),
}

GAPS = {
    Gap.GIVES_NOTHING: Told("it gives rise to nothing", "没有对应的职责、岗位或者流程"),
    Gap.NO_POST: Told("a unit lacks the post", "有单位未设岗位"),
    Gap.POST_EMPTY: Told("the post is empty", "岗位空缺"),
    Gap.NO_RUN: Told("it has never run", "没有履行记录"),
    Gap.ALL_MISSED: Told("every run was missed", "历次均未履行"),
    Gap.NONE_DONE: Told("no run was finished", "历次均未办结"),
}


def matrix_link(period: Period) -> str:
    """Give the address of the matrix of the quarter that a period begins in."""
    unit = f"&unit={period.unit}" if period.unit is not None else ""
    return f"/govern/duties/matrix/?from={period.begin.isoformat()}{unit}"


def runs_of(
    period: Period, *, post: int | None = None, duties: tuple[str, ...] = (), at: datetime
) -> tuple[RunRow, ...]:
    """Give the runs due in the period, of a unit, of a post, of some duties where named; one query."""
    return rows_of(_due_in(period, post=post, duties=duties), at=at)


def _due_in(period: Period, *, post: int | None = None, duties: tuple[str, ...] = ()) -> Any:
    rows = seen_by(MACHINE).filter(due__range=(period.since, period.until)).exclude(state=State.CANCELLED)
    if period.unit is not None and post is None:
        rows = rows.filter(unit=period.unit)
    if post is not None:
        rows = rows.filter(post=post)
    if duties:
        rows = rows.filter(duty__in=duties)
    return rows.order_by("due", "pk")


def duties_part(period: Period, *, at: datetime) -> Part:
    """Count the runs of a period and name those that are late or missed."""
    return told(duties_asked(period, at=at))


def duties_asked(period: Period, *, at: datetime) -> Asked[Part]:
    """Say what is to be read for the passage on duties."""
    rows = _due_in(period).select_related("unit", "post")
    return Asked((rows,), lambda: _duties_part(rows_of(list(rows), at=at), period, at=at))


def _duties_part(runs: tuple[RunRow, ...], period: Period, *, at: datetime) -> Part:
    return runs_part(
        Told("Duties carried out", "职责履行情况"),
        runs,
        matrix_link(period),
        Told("The plan asks for nothing in this period.", "方案在本期没有应履行的职责。"),
        at=at,
    )


def runs_part(
    heading: Told, runs: tuple[RunRow, ...], link: str, none: Told, *, key: str = "duties", at: datetime
) -> Part:
    """Say how some runs stand, in words, in figures and one by one."""
    if not runs:
        return Part(
            key, heading, counts=(Count(Told("Runs due", "应履行（项）"), 0, 0, link),), missing=(none,)
        )
    filed = [run for run in runs if run.filed_at]
    in_time = sum(bool(run.on_time) for run in filed)
    behind = [run for run in runs if run.standing.tone is Tone.LATE]
    waived = sum(run.standing.word is Word.WAIVED for run in runs)
    due = sum(
        run.due <= at or run.filed_at is not None for run in runs if run.standing.word is not Word.WAIVED
    )
    coming = len(runs) - waived - due
    summary = Told(
        f"{due} runs of duties were due; {len(filed)} were filed, {in_time} of them in time; {len(behind)} are late or"
        f" missed{f'; {coming} more are to come' if coming else ''}.",
        f"本期应履行职责{due}项，已报送{len(filed)}项，其中按时报送{in_time}项；逾期或者未履行{len(behind)}项"
        f"{f'；另有{coming}项未到期' if coming else ''}。",
    )
    return Part(
        key,
        heading,
        (Said(summary), *_behind(groups_of(behind))),
        (
            Count(Told("Runs due", "应履行（项）"), due, len(runs), link),
            Count(Told("Filed", "已报送（项）"), len(filed), due, link),
            Count(Told("Filed in time", "按时报送（项）"), in_time, len(filed), link),
            Count(Told("Late or missed now", "逾期或者未履行（项）"), len(behind), due, link),
        ),
        (_run_rows(runs),),
        _waived(waived),
    )


def groups_of(runs: Iterable[RunRow]) -> tuple[tuple[RunRow, ...], ...]:
    """Put the runs of one duty in one unit together: a daily duty is told once, with how often."""
    found: dict[tuple[str, int], list[RunRow]] = {}
    for run in runs:
        found.setdefault((run.duty, run.unit_id), []).append(run)
    return tuple(tuple(group) for group in found.values())


def _behind(groups: tuple[tuple[RunRow, ...], ...]) -> Iterator[Said]:
    for group in groups[:SAID]:
        yield _late_once(group[0]) if len(group) == 1 else _late_often(group)


def _late_once(run: RunRow) -> Said:
    due, stands = day_of(run.due), WORDS[run.standing.word]
    reason = (f" Reason given: {run.reason}", f"原因：{run.reason}") if run.reason else ("", "")
    return Said(
        Told(
            f"{_name(run).en} of {run.unit}, due {due.isoformat()}: {stands.en}.{reason[0]}",
            f"{run.unit}“{_name(run).zh}”应于{day_words(due)}完成，{stands.zh}。{reason[1]}",
        ),
        (Source(f"{_name(run).zh}（{due.isoformat()}）", f"/govern/duties/{run.id}/"),),
    )


def _late_often(group: tuple[RunRow, ...]) -> Said:
    first, last = day_of(group[0].due), day_of(group[-1].due)
    return Said(
        Told(
            f"{_name(group[0]).en} of {group[0].unit}: late or missed {len(group)} times between {first.isoformat()}"
            f" and {last.isoformat()}.",
            f"{group[0].unit}“{_name(group[0]).zh}”在{day_words(first)}至{day_words(last)}期间逾期或者未履行{len(group)}次。",
        )
    )


def _name(run: RunRow) -> Told:
    return Told(run.name_en or run.name_zh, run.name_zh or run.name_en)


def _run_rows(runs: tuple[RunRow, ...]) -> Rows:
    groups = sorted(groups_of(runs), key=lambda group: (not _late(group), group[0].due, group[0].id))
    heads = (
        Told("Duty", "职责"),
        Told("Unit", "单位"),
        Told("Due", "期限"),
        Told("Runs", "本期安排（次）"),
        Told("Filed", "已报送（次）"),
        Told("Late", "逾期（次）"),
        Told("Stands", "状态"),
    )
    return Rows(
        heads,
        tuple(
            (
                _name(group[0]),
                group[0].unit,
                day_of(group[0].due) if len(group) == 1 else None,
                len(group),
                sum(run.filed_at is not None for run in group),
                _late(group),
                WORDS[worst(run.standing.word for run in group) or group[0].standing.word],
            )
            for group in groups[:NAMED]
        ),
        Told("Duties by unit, the late ones first", "职责履行清单（逾期在前）"),
        Told("The state is the worst of a duty's runs.", "“状态”为该职责各次中最差的一次。")
        if len(groups) <= NAMED
        else Told(f"The first {NAMED} of {len(groups)} rows.", f"共{len(groups)}行，列前{NAMED}行。"),
        (2.6, 2.6, 2.2, 1.4, 1.4, 1.2, 1.5),
    )


def _late(group: tuple[RunRow, ...]) -> int:
    return sum(run.standing.tone is Tone.LATE for run in group)


def _waived(waived: int) -> tuple[Told, ...]:
    if not waived:
        return ()
    return (
        Told(
            f"{waived} runs were waived and are not counted as due.", f"另有{waived}项已免除，不计入应履行。"
        ),
    )


def clauses_part(_period: Period, *, at: datetime) -> Part:
    """List every sentence of the plan with how it stands, those without a duty among them."""
    standing = plan.in_force(at=at)
    heading = Told("The plan, sentence by sentence", "方案逐条落实情况")
    if standing is None:
        return Part("clauses", heading, missing=(Told("No plan is in force.", "目前没有生效的方案。"),))
    with override("en"):
        status = clause_status(MACHINE, standing.version_id, at=at)
    with override("zh-hans"):
        chinese = clause_status(MACHINE, standing.version_id, at=at)
    clauses = standing.document.clauses
    late = sum(one.tone == Tone.LATE for one in status.values())
    _plan, open_ = coverage(MACHINE, at=at)
    bare = {hole.clause.id for hole in open_}
    return Part(
        "clauses",
        heading,
        (_clauses_said(len(clauses), len(status), late),),
        (
            Count(Told("Sentences", "条款（条）"), len(clauses), len(clauses), "/govern/plan/"),
            Count(
                Told("With duties that ran", "有定期职责记录（条）"),
                len(status),
                len(clauses),
                "/govern/duties/matrix/",
            ),
            Count(
                Told("Of these with something late or missed", "其中有逾期或者未履行（条）"),
                late,
                len(status),
                "/govern/duties/matrix/",
            ),
            Count(
                Told("That nobody carries out", "未落实（条）"),
                len(bare),
                len(clauses),
                "/govern/duties/coverage/",
            ),
        ),
        (
            Rows(
                (
                    Told("Clause", "条款"),
                    Told("Sentence", "内容"),
                    Told("Stands", "状态"),
                    Told("Figures", "履行情况"),
                ),
                tuple(
                    (
                        one.ref,
                        _sentence(one),
                        Told(status[one.id].word, chinese[one.id].word) if one.id in status else None,
                        Told(status[one.id].figures, chinese[one.id].figures) if one.id in status else None,
                    )
                    for one in clauses
                ),
                Told(f"Plan {standing.number}", f"方案第{standing.number}版"),
                Told(
                    "A dash: nothing of it has run yet, or nothing recurs.",
                    "“—”表示尚未开始，或者没有定期职责。",
                ),
                (1.3, 5.0, 1.5, 3.0),
            ),
        ),
        tuple(
            Told(
                f"Nobody carries out {hole.clause.ref} ({GAPS[hole.gap].en}): {hole.clause.title('en')}",
                f"{hole.clause.ref}未落实（{GAPS[hole.gap].zh}）：{hole.clause.text}",
            )
            for hole in open_[:NAMED]
        ),
    )


def _sentence(clause: Clause) -> Told:
    return Told(clause.title("en"), clause.text)


def _clauses_said(clauses: int, ran: int, late: int) -> Said:
    return Said(
        Told(
            f"Of {clauses} sentences, {ran} have duties that ran; {late} of these have something late or missed.",
            f"方案共{clauses}条，{ran}条已有定期职责履行记录，其中{late}条存在逾期或者未履行。",
        )
    )
