"""What the body did: cases, answers and letters of a period."""

from collections import Counter
from datetime import datetime
from statistics import median

from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.answers.queries.door import answers_of
from answerable.response.cases.queries.door import cases_of
from answerable.response.letters import queries as letters
from answerable.response.letters.queries.figures import LEAST, Share

#: Cases and answers named in a paper.
NAMED = 50
LEVELS = {
    "grave": Told("grave", "特别重大"),
    "major": Told("major", "重大"),
    "considerable": Told("considerable", "较大"),
    "ordinary": Told("ordinary", "一般"),
    "": Told("not assessed", "未研判"),
}


def cases_part(period: Period, *, at: datetime) -> Part:
    """Say how many concerns were seen and answered, how fast, and name them."""
    rows = cases_of(MACHINE).filter(
        seen_at__gte=period.since, seen_at__lt=min(period.until, at), merged_into=None
    )
    if period.unit is not None:
        rows = rows.filter(unit=period.unit)
    found = list(
        rows.order_by("-rank", "seen_at", "pk").values_list(
            "pk", "title", "level", "seen_at", "answered_at", "state"
        )
    )
    answered = [(row[4] - row[3]).total_seconds() / 3600 for row in found if row[4]]
    link = "/respond/cases/"
    levels = Counter(row[2] for row in found)
    table = Rows(
        (Told("Case", "事项"), Told("Level", "等级"), Told("Seen", "发现"), Told("Answered", "回应")),
        tuple(
            (
                row[1],
                LEVELS.get(row[2], Told(row[2], row[2])),
                row[3].date(),
                row[4].date() if row[4] else None,
            )
            for row in found[:NAMED]
        ),
        Told("Cases by level", "关切事项（按等级）"),
        Told("", "")
        if len(found) <= NAMED
        else Told(f"The first {NAMED} of {len(found)}.", f"共{len(found)}件，列前{NAMED}件。"),
    )
    gaps = []
    if found and not answered:
        gaps.append(Told("None of these cases has been answered in public.", "上述事项均未公开回应。"))
    if levels[""]:
        gaps.append(
            Told(
                f"{levels['']} of {len(found)} cases have no agreed level.",
                f"{len(found)}件中有{levels['']}件尚未研判定级。",
            )
        )
    return Part(
        "cases",
        Told("Concerns handled", "关切办理情况"),
        tuple(
            Said(Told(f"Case: {row[1]}", f"事项：{row[1]}"), (Source(row[1], f"/respond/cases/{row[0]}/"),))
            for row in found[:3]
        ),
        (
            Count(Told("Cases", "事项"), len(found), len(found), link),
            Count(Told("Answered in public", "已公开回应"), len(answered), len(found), link),
            Count(
                Told("Hours to the answer, middle", "回应用时中位数（小时）"),
                round(median(answered), 1) if answered else None,
                len(answered),
                link,
            ),
        ),
        (table,),
        tuple(gaps),
    )


def answers_part(period: Period, *, at: datetime) -> Part:
    """Say what was published in answer, and what was corrected."""
    rows = answers_of(MACHINE).filter(published_at__gte=period.since, published_at__lt=min(period.until, at))
    if period.unit is not None:
        rows = rows.filter(unit=period.unit)
    states = list(rows.values_list("state", flat=True))
    updated = rows.exclude(updated_at=None).count()
    return Part(
        "answers",
        Told("Answers published", "公开回应"),
        counts=(
            Count(Told("Answers published", "发布回应"), len(states), len(states), "/respond/answers/"),
            Count(
                Told("Updated or corrected since", "其后更新更正"), updated, len(states), "/respond/answers/"
            ),
            Count(Told("Withdrawn", "撤回"), states.count("withdrawn"), len(states), "/respond/answers/"),
        ),
    )


def letters_part(period: Period, *, at: datetime) -> Part:
    """Say how letters were answered; shares stand beside what they are of and are left out where too few."""
    found = letters.figures(period.since, min(period.until, at))
    link = "/respond/letters/"
    gaps = [
        Told(
            f"{name.en}: {share.count} of {share.of}; under {LEAST} no share is given.",
            f"{name.zh}：{share.of}件中{share.count}件；不足{LEAST}件不计比例。",
        )
        for name, share in _shares(found)
        if share.percent is None and share.of
    ]
    counts = [
        Count(Told("Letters received", "收到来信"), found.received, found.received, link),
        Count(Told("Still owed", "尚未办结"), found.still_owed, found.received, link),
        Count(
            Told("Days to the answer, middle", "办理天数中位数"),
            found.middle_days,
            found.answered.count,
            link,
        ),
    ]
    counts += [
        Count(Told(f"{name.en}, per cent", f"{name.zh}（%）"), round(share.percent, 1), share.of, link)
        for name, share in _shares(found)
        if share.percent is not None
    ]
    gaps += (
        [Told("No letter came in, or none was entered.", "本期没有收到或者登记来信。")]
        if not found.received
        else []
    )
    return Part(
        "letters", Told("Letters and messages", "群众来信"), counts=tuple(counts), missing=tuple(gaps)
    )


def _shares(found: letters.Figures) -> tuple[tuple[Told, Share], ...]:
    return (
        (Told("Answered", "办结率"), found.answered),
        (Told("Answered in time", "按时办结率"), found.on_time),
        (Told("Judged by the asker", "参评率"), found.judged),
        (Told("Found answered, of those judged", "参评者认为已解决"), found.found_answered),
    )
