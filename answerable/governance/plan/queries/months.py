"""Rows of the page of twelve months: every run with how it was counted, and the load of every post."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils import formats
from django.utils.translation import get_language

from answerable.governance.plan.queries.ahead import AheadPage
from answerable.governance.plan.rules.preview import DutyAhead
from answerable.governance.plan.rules.recurring import Run
from answerable.governance.plan.rules.saying import due_words, named, rhythm

#: Rows of the preview on one page.
PAGE = 50


def _language() -> str:
    return get_language() or "en"


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run to come."""

    duty: str
    name: str
    owner: str
    unit: str
    due: datetime
    period: str
    rule: str
    steps: tuple[tuple[str, str, bool], ...]
    provisional: bool


def ahead_rows(
    found: AheadPage, *, post: str, unit: str, month: str, page: str, daily: str
) -> dict[str, Any]:
    """Give the runs of twelve months, narrowed, a page at a time, with the load of every post by month.

    What recurs every day is counted, and listed only where somebody asks for it.
    """
    ahead, document = found.ahead, found.document
    wanted = [
        (one, where, run)
        for one, where, run in ahead.rows(post=post, unit=unit)
        if (daily or "FREQ=DAILY" not in one.duty.rrule)
        and (not month or "{:04d}-{:02d}".format(*ahead.month_of(run.due)) == month)
    ]
    wanted.sort(key=lambda row: (row[2].due, row[0].duty.id, row[1]))
    shown: Page[Any] = Paginator(wanted, PAGE).get_page(page or 1)
    rows = [_run(one, where, run, found) for one, where, run in shown.object_list]
    load = ahead.load(unit=unit)
    months = ahead.months
    labels = [formats.date_format(datetime(year, number, 1), "Y-m") for year, number in months]  # noqa: DTZ001 - a label
    table = [
        (code, named(document, code), [counts.get(one, 0) for one in months], sum(counts.values()))
        for code, counts in load.items()
    ]
    sums = [sum(row[2][place] for row in table) for place in range(len(months))]
    busiest = max(range(len(sums)), key=sums.__getitem__, default=0) if sums else 0
    return {
        "rows": rows,
        "shown": shown,
        "load": table,
        "labels": labels,
        "figures": {"times": labels, "series": [{"name": "", "values": sums}]},
        "total": sum(sums),
        "busiest": labels[busiest] if labels else "",
        "posts": [(code, named(document, code)) for code in load],
        "unit_choices": [
            (code, found.units.get(code, code))
            for code in sorted({where for one in ahead.duties for where in one.units})
        ],
        "wanted": {"post": post, "unit": unit, "month": month, "daily": daily},
        "faults": [one for one in ahead.duties if one.fault],
    }


def _run(one: DutyAhead, where: str, run: Run, found: AheadPage) -> RunRow:
    local = found.ahead.local
    period = (
        run.period_begin.isoformat()
        if run.period_begin == run.period_end
        else f"{run.period_begin:%Y-%m-%d} – {run.period_end:%Y-%m-%d}"
    )
    return RunRow(
        one.duty.id,
        one.duty.name(_language()),
        named(found.document, one.duty.owner),
        found.units.get(where, where),
        local(run.due),
        period,
        f"{rhythm(one.duty.rrule)} · {due_words(one.duty.due)}",
        tuple(
            (formats.date_format(step.day.day, "Y-m-d D"), step.day.name or step.day.kind.value, step.counted)
            for step in run.derivation
        ),
        run.provisional,
    )
