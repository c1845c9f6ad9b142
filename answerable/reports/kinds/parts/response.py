"""What the body did: cases, answers and letters of a period, in words and figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from answerable.kernel.actor import MACHINE
from answerable.kernel.together import Asked, told
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.rules.states import Shown
from answerable.reports.kinds.kind import SILENT, Count, Part, Rows, Said
from answerable.reports.kinds.parts.links import ANSWERS, CASES, listed
from answerable.reports.kinds.wording import day_of, in_both
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.answers import queries as answers
from answerable.response.answers.queries.door import answers_of
from answerable.response.answers.rules.states import CHANGE_NAMES
from answerable.response.cases.queries.door import cases_of
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.answering import AUTHORITATIVE
from answerable.response.cases.rules.levels import LEVEL_NAMES, Level
from answerable.response.cases.rules.states import STATE_NAMES, State
from answerable.response.letters.queries.figures import Share

#: Cases and corrections named in a paper.
NAMED = 50
#: Cases whose clocks are read for the share in time: more than any period of such a body has.
TIMED = 2_000
#: Stages of a clock that only a published answer meets.
ANSWERING = (*AUTHORITATIVE, "publish_response")
NOT_ASSESSED = Told("not assessed", "未研判")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as a paper counts it."""

    id: int
    title: str
    level: str
    seen_at: datetime
    answered_at: datetime | None
    state: str
    unit: str

    @property
    def hours(self) -> float | None:
        """Hours from the moment it was seen to its answer in public."""
        return (self.answered_at - self.seen_at).total_seconds() / 3600 if self.answered_at else None


def cases_in(period: Period, *, at: datetime) -> tuple[CaseLine, ...]:
    """Give the cases that were seen in the period, the gravest first; one query."""
    return tuple(CaseLine(*row) for row in _seen_in(period, at=at))


def _seen_in(period: Period, *, at: datetime) -> Any:
    rows = cases_of(MACHINE).filter(
        seen_at__gte=period.since, seen_at__lte=min(period.until, at), merged_into=None
    )
    if period.unit is not None:
        rows = rows.filter(unit=period.unit)
    fields = ("pk", "title", "level", "seen_at", "answered_at", "state", "unit__name")
    return rows.order_by("-rank", "seen_at", "pk").values_list(*fields)


def cases_part(period: Period, *, at: datetime) -> Part:
    """Say how many concerns were seen and answered, how fast, and name them."""
    return told(cases_asked(period, at=at))


def cases_asked(period: Period, *, at: datetime) -> Asked[Part]:
    """Say what is to be read for the passage on concerns; telling it asks once more, for their limits."""
    rows = _seen_in(period, at=at)
    return Asked((rows,), lambda: _cases_part(tuple(CaseLine(*row) for row in rows), period, at=at))


def _cases_part(found: tuple[CaseLine, ...], period: Period, *, at: datetime) -> Part:
    heading = Told("Concerns handled", "关切事项办理情况")
    link = listed(CASES, period, tab="all", days=period)
    if not found:
        gap = (Told("No case was opened in this period.", "本期没有登记关切事项。"),)
        return Part(
            "cases", heading, counts=(Count(Told("Cases", "关切事项（件）"), 0, 0, link),), missing=gap
        )
    hours = [row.hours for row in found if row.hours is not None]
    in_time = answered_in_time(found, at=at)
    middle = round(median(hours), 1) if hours else None
    counts = (
        Count(Told("Cases", "关切事项（件）"), len(found), len(found), link),
        Count(Told("Answered in public", "已公开回应（件）"), len(hours), len(found), link),
        Count(Told("Answered within the limit", "按时回应（件）"), in_time.count, in_time.of, link),
        Count(Told("Hours to the answer, middle", "回应用时中位数（小时）"), middle, len(hours), link),
    )
    return Part(
        "cases",
        heading,
        (_summary(found, len(hours), middle),),
        counts,
        (_case_rows(found),),
        _case_gaps(found, len(hours), in_time),
    )


def _summary(found: tuple[CaseLine, ...], answered: int, middle: float | None) -> Said:
    levels = Counter(row.level for row in found)
    named = [(level, levels[level.value]) for level in LEVEL_NAMES if levels[level.value]]
    names = {level: in_both(LEVEL_NAMES[level]) for level, _count in named}
    english = ", ".join(f"{count} {names[level].en}" for level, count in named)
    chinese = "、".join(f"{names[level].zh}{count}件" for level, count in named)
    took = (
        (f", in the middle {middle} hours after they were seen", f"，回应用时中位数{middle}小时")
        if answered
        else ("", "")
    )
    return Said(
        Told(
            f"{len(found)} cases were opened{f' ({english})' if english else ''}; {answered} were answered in"
            f" public{took[0]}.",
            f"本期登记关切事项{len(found)}件{f'，其中{chinese}' if chinese else ''}；已公开回应{answered}件{took[1]}。",
        ),
        tuple(Source(row.title, f"/respond/cases/{row.id}/") for row in found[:3]),
    )


def _case_rows(found: tuple[CaseLine, ...]) -> Rows:
    heads = (
        Told("Case", "关切事项"),
        Told("Lead unit", "牵头单位"),
        Told("Level", "等级"),
        Told("Seen", "发现"),
        Told("Answered", "回应"),
        Told("Stands", "状态"),
    )
    return Rows(
        heads,
        tuple(
            (
                row.title,
                row.unit,
                level_of(row.level),
                day_of(row.seen_at),
                day_of(row.answered_at) if row.answered_at else None,
                in_both(STATE_NAMES[State(row.state)]),
            )
            for row in found[:NAMED]
        ),
        Told("Cases by level", "关切事项清单（按等级排列）"),
        SILENT
        if len(found) <= NAMED
        else Told(f"The first {NAMED} of {len(found)}.", f"共{len(found)}件，列前{NAMED}件。"),
    )


def level_of(level: str) -> Told:
    """Name a level, or say that there is none yet."""
    return in_both(LEVEL_NAMES[Level(level)]) if level else NOT_ASSESSED


def _case_gaps(found: tuple[CaseLine, ...], answered: int, in_time: Share) -> tuple[Told, ...]:
    gaps = []
    open_ = sum(not row.level for row in found)
    if open_:
        gaps.append(
            Told(
                f"{open_} of {len(found)} cases have no agreed level.",
                f"{len(found)}件中有{open_}件尚未研判定级。",
            )
        )
    if not answered:
        gaps.append(Told("None of these cases has been answered in public.", "上述事项均未公开回应。"))
    if answered and in_time.of < answered:
        gaps.append(
            Told(
                f"{answered - in_time.of} answered cases had no limit running, so nothing is said of their time.",
                f"已回应事项中有{answered - in_time.of}件没有适用的时限，不计入按时回应。",
            )
        )
    return tuple(gaps)


def answered_in_time(found: Iterable[CaseLine], *, at: datetime) -> Share:
    """Count the cases whose limit for an answer was kept, of those whose limit has been met or has run out."""
    subjects = [subject_of(row.id) for row in found][:TIMED]
    kept = of = 0
    for rows in clocks.clocks_of_many(subjects, at=at).values():
        ended = [row.state for row in rows if row.stage in ANSWERING and row.state in ENDED]
        of += bool(ended)
        kept += bool(ended) and all(state == Shown.MET for state in ended)
    return Share(kept, of)


ENDED = (Shown.MET, Shown.MET_LATE, Shown.BREACHED)


def units_part(period: Period, *, at: datetime) -> Part:
    """Say what each unit led, in the order of the names: units are counted here, and nobody is ranked."""
    by: dict[str, list[CaseLine]] = defaultdict(list)
    for row in cases_in(period, at=at):
        by[row.unit].append(row)
    body = []
    for unit in sorted(by):
        hours = [row.hours for row in by[unit] if row.hours is not None]
        body.append((unit, len(by[unit]), len(hours), round(median(hours), 1) if hours else None))
    heads = (
        Told("Unit", "单位"),
        Told("Cases led", "牵头事项（件）"),
        Told("Answered", "已回应（件）"),
        Told("Hours, middle", "用时中位数（小时）"),
    )
    note = Told("Units stand by name, not by figures.", "按单位名称排列，不作排名。")
    gap = () if body else (Told("No unit led a case.", "本期没有单位牵头办理事项。"),)
    return Part(
        "units", Told("By unit", "各单位办理情况"), rows=(Rows(heads, tuple(body), note=note),), missing=gap
    )


#: An answer of a period: its state, when the concern was seen, when it went out, when it was changed last.
Published = tuple[str, datetime | None, datetime | None, datetime | None]


def answers_part(period: Period, *, at: datetime) -> Part:
    """Say what was published in answer, and what was corrected since."""
    return told(answers_asked(period, at=at))


def answers_asked(period: Period, *, at: datetime) -> Asked[Part]:
    """Say what is to be read for the passage on answers."""
    until = min(period.until, at)
    rows = answers_of(MACHINE).filter(published_at__gte=period.since, published_at__lte=until)
    if period.unit is not None:
        rows = rows.filter(unit=period.unit)
    found = rows.values_list("state", "concern_seen_at", "published_at", "updated_at")
    return Asked((found,), lambda: _answers_part(list(found), period))


def _answers_part(found: list[Published], period: Period) -> Part:
    hours = [(out - seen).total_seconds() / 3600 for _state, seen, out, _changed in found if seen and out]
    public = listed(ANSWERS, tab="all", days=period)
    withdrawn = sum(state == "withdrawn" for state, *_times in found)
    updated = sum(changed is not None for *_rest, changed in found)
    middle = round(median(hours), 1) if hours else None
    summary = Told(
        f"{len(found)} answers were published; {updated} were updated or corrected since, {withdrawn} withdrawn.",
        f"本期公开发布回应{len(found)}篇，其后更新更正{updated}篇，撤回{withdrawn}篇。",
    )
    return Part(
        "answers",
        Told("Answers published", "公开回应情况"),
        (Said(summary),) if found else (),
        (
            Count(Told("Answers published", "发布回应（篇）"), len(found), len(found), public),
            Count(Told("Updated or corrected since", "其后更新更正（篇）"), updated, len(found), public),
            Count(
                Told("Withdrawn", "撤回（篇）"),
                withdrawn,
                len(found),
                listed(ANSWERS, tab="withdrawn", days=period),
            ),
            Count(
                Told("Hours from concern to answer, middle", "从发现关切到回应用时中位数（小时）"),
                middle,
                len(hours),
                public,
            ),
        ),
        missing=() if found else (Told("No answer was published.", "本期没有发布回应。"),),
    )


def changes_part(period: Period, *, at: datetime) -> Part:
    """List what was corrected, updated or withdrawn, with the reason that was published."""
    until = min(period.until, at)
    rows = [one for one in answers.changes(limit=1_000) if period.since <= one.at <= until]
    heads = (Told("Answer", "回应"), Told("Change", "变动"), Told("Day", "日期"), Told("Why", "说明"))
    names = {change: in_both(name) for change, name in CHANGE_NAMES.items()}
    body = tuple((one.title, names[one.change], day_of(one.at), one.note or None) for one in rows[:NAMED])
    gap = (
        ()
        if rows
        else (Told("Nothing was corrected, updated or withdrawn.", "本期没有更正、更新或者撤回。"),)
    )
    counts = (Count(Told("Changes", "变动（次）"), len(rows), len(rows), listed(ANSWERS, tab="all")),)
    return Part(
        "changes",
        Told("Corrections and withdrawals", "更正和撤回情况"),
        (),
        counts,
        (Rows(heads, body),),
        gap,
    )
