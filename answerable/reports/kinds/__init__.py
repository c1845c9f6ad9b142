"""Kinds of papers: one folder and one line in KINDS each; `gather(period, *, at)` gives frozen values.

What it is not: keeping, editing, showing. Main words: *part* (one passage as gathered), *count* (a figure with its n
and link), *missing* (what could not be said). Menus, promises and the reference page are made from KINDS.
"""

from collections.abc import Mapping
from types import MappingProxyType

from answerable.reports.kinds.accountability import KIND as ACCOUNTABILITY
from answerable.reports.kinds.after_action import KIND as AFTER_ACTION
from answerable.reports.kinds.brief import KIND as BRIEF
from answerable.reports.kinds.case_file import KIND as CASE_FILE
from answerable.reports.kinds.circular import KIND as CIRCULAR
from answerable.reports.kinds.disclosure import KIND as DISCLOSURE
from answerable.reports.kinds.duty_report import KIND as DUTY_REPORT
from answerable.reports.kinds.event_final import KIND as EVENT_FINAL
from answerable.reports.kinds.event_first import KIND as EVENT_FIRST
from answerable.reports.kinds.event_follow_up import KIND as EVENT_FOLLOW_UP
from answerable.reports.kinds.foresight import KIND as FORESIGHT
from answerable.reports.kinds.health import KIND as HEALTH
from answerable.reports.kinds.inspection_round import KIND as INSPECTION_ROUND
from answerable.reports.kinds.inspection_year import KIND as INSPECTION_YEAR
from answerable.reports.kinds.kind import About, Gathered, Kind
from answerable.reports.kinds.monthly import KIND as MONTHLY
from answerable.reports.kinds.plan_status import KIND as PLAN_STATUS
from answerable.reports.kinds.quarter import KIND as QUARTER
from answerable.reports.kinds.study import KIND as STUDY
from answerable.reports.kinds.training import KIND as TRAINING
from answerable.reports.kinds.transparency import KIND as TRANSPARENCY
from answerable.reports.kinds.weekly import KIND as WEEKLY
from answerable.reports.kinds.year import KIND as YEAR

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.about.key: kind
        for kind in (
            BRIEF,
            WEEKLY,
            MONTHLY,
            STUDY,
            CIRCULAR,
            QUARTER,
            YEAR,
            DUTY_REPORT,
            EVENT_FIRST,
            EVENT_FOLLOW_UP,
            EVENT_FINAL,
            CASE_FILE,
            AFTER_ACTION,
            INSPECTION_ROUND,
            INSPECTION_YEAR,
            HEALTH,
            FORESIGHT,
            TRAINING,
            ACCOUNTABILITY,
            PLAN_STATUS,
            TRANSPARENCY,
            DISCLOSURE,
        )
    }
)

__all__ = ["KINDS", "About", "Gathered", "Kind"]
