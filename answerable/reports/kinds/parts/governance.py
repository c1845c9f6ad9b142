"""How duties stand: runs of a period, findings, and the plan's sentences one by one."""

from datetime import datetime

from django.utils.translation import override

from answerable.governance.duties.queries.coverage import clause_status
from answerable.governance.duties.queries.door import seen_by
from answerable.governance.duties.queries.missed import confirmed_findings
from answerable.governance.duties.queries.rows import RunRow, rows_of
from answerable.governance.duties.rules.standing import Tone, Word
from answerable.governance.duties.rules.states import State
from answerable.governance.plan import queries as plan
from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told

#: Runs that are named; what is late or missed comes first.
NAMED = 60
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


def runs_of(period: Period, *, post: int | None = None, at: datetime) -> tuple[RunRow, ...]:
    """Give the runs whose due date lies in the period, of a unit or a post where one is named."""
    rows = seen_by(MACHINE).filter(due__gte=period.since, due__lt=period.until).exclude(state=State.CANCELLED)
    if period.unit is not None:
        rows = rows.filter(unit=period.unit)
    if post is not None:
        rows = rows.filter(post=post)
    return rows_of(rows.order_by("due", "pk"), at=at)


def duties_part(period: Period, *, post: int | None = None, at: datetime) -> Part:
    """Count the runs of a period and name those that are late or missed."""
    runs = runs_of(period, post=post, at=at)
    filed = [run for run in runs if run.filed_at]
    waived = sum(run.standing.word is Word.WAIVED for run in runs)
    behind = [run for run in runs if run.standing.tone is Tone.LATE]
    link = f"/govern/duties/matrix/?begin={period.begin}&end={period.end}"
    gaps: tuple[Told, ...] = ()
    if not runs:
        gaps = (Told("The plan asks for nothing in this period.", "方案在本期没有应履行的职责。"),)
    return Part(
        "duties",
        Told("Duties carried out", "职责履行情况"),
        tuple(
            Said(
                Told(
                    f"{run.name_en} of {run.unit}, due {run.due.date()}: {WORDS[run.standing.word].en}.",
                    f"{run.unit}“{run.name_zh}”应于{run.due.date()}完成，{WORDS[run.standing.word].zh}。",
                )
            )
            for run in behind[:10]
        ),
        (
            Count(Told("Runs due", "应履行"), len(runs), len(runs), link),
            Count(Told("Filed", "已报送"), len(filed), len(runs), link),
            Count(
                Told("Filed in time", "按时报送"), sum(bool(run.on_time) for run in filed), len(filed), link
            ),
            Count(Told("Late or missed now", "逾期或者未履行"), len(behind), len(runs), link),
        ),
        (
            Rows(
                (
                    Told("Duty", "职责"),
                    Told("Unit", "单位"),
                    Told("Due", "期限"),
                    Told("Filed", "报送"),
                    Told("Stands", "状态"),
                ),
                tuple(
                    (
                        Told(run.name_en, run.name_zh),
                        run.unit,
                        run.due.date(),
                        run.filed_at.date() if run.filed_at else None,
                        WORDS[run.standing.word],
                    )
                    for run in sorted(runs, key=lambda run: (run.standing.tone is not Tone.LATE, run.due))[
                        :NAMED
                    ]
                ),
                Told("Duties, the late ones first", "职责清单（逾期在前）"),
                Told("", "")
                if len(runs) <= NAMED
                else Told(f"The first {NAMED} of {len(runs)}.", f"共{len(runs)}项，列前{NAMED}项。"),
            ),
        ),
        (*gaps, *_waived(waived)),
    )


def _waived(waived: int) -> tuple[Told, ...]:
    if not waived:
        return ()
    return (Told(f"{waived} runs were waived.", f"其中{waived}项已免除。"),)


def problems_part(period: Period, *, at: datetime) -> Part:
    """Name the confirmed findings on missed duties of the period, each with its clause."""
    found = [
        one
        for one in confirmed_findings()
        if period.since <= one.due < min(period.until, at) and period.unit in (None, one.unit)
    ]
    return Part(
        "problems",
        Told("Problems", "存在问题"),
        tuple(
            Said(
                Told(
                    f"{one.name_en} was missed (due {one.due.date()}).",
                    f"未按期履行“{one.name_zh}”（应于{one.due.date()}完成）。",
                )
            )
            for one in found[:20]
        ),
        (Count(Told("Confirmed findings", "确认的问题"), len(found), len(found), "/govern/duties/matrix/"),),
        missing=()
        if found
        else (
            Told(
                "No finding was confirmed in this period. That says what was looked at, not that nothing was wrong.",
                "本期没有确认的问题。这只说明查过的范围，不表示没有问题。",
            ),
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
    bare = [one for one in clauses if not one.gives and not one.none]
    return Part(
        "clauses",
        heading,
        counts=(
            Count(Told("Sentences", "条款"), len(clauses), len(clauses), "/govern/plan/"),
            Count(
                Told("With duties that ran", "已有履行记录"),
                len(status),
                len(clauses),
                "/govern/duties/matrix/",
            ),
            Count(Told("That nobody carries out", "无人承担"), len(bare), len(clauses), "/govern/plan/"),
        ),
        rows=(
            Rows(
                (Told("Clause", "条"), Told("Sentence", "内容"), Told("Stands", "状态")),
                tuple(
                    (
                        one.ref,
                        one.text,
                        Told(status[one.id].word, chinese[one.id].word) if one.id in status else None,
                    )
                    for one in clauses
                ),
                Told(f"Plan {standing.number}", f"方案{standing.number}"),
                Told(
                    "A dash: nothing of it has run yet, or nothing recurs.",
                    "“—”表示尚未开始或者没有定期职责。",
                ),
            ),
        ),
        missing=tuple(Told(f"Nobody carries out: {one.text}", f"无人承担：{one.text}") for one in bare),
    )
