"""Inspections as papers tell them: rounds of a period, and one round with its draws, visits and findings."""

from datetime import datetime

from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.queries import RoundPage, RoundRow, rounds
from answerable.governance.inspections.rules.states import Found, Stage, Trip
from answerable.governance.inspections.words import FOUND, GRADES, STAGES, TRIPS
from answerable.kernel.actor import MACHINE
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.kinds.parts.links import FINDINGS, every_state, listed
from answerable.reports.kinds.wording import day_of, in_both
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told

BOARD = "/govern/inspections/"


def method_name(key: str) -> Told:
    """Name a method."""
    return in_both(METHODS[key].about.name) if key in METHODS else Told(key, key)


def rounds_of(period: Period, *, at: datetime) -> tuple[RoundRow, ...]:
    """Give the rounds that touched the period, the oldest first."""
    until = min(period.end, day_of(at))
    found = [
        one for one in rounds(MACHINE).object_list if one.begins_on <= until and one.ends_on >= period.begin
    ]
    return tuple(
        sorted(
            (one for one in found if one.state is not Stage.CANCELLED),
            key=lambda one: (one.begins_on, one.id),
        )
    )


def rounds_part(period: Period, *, at: datetime) -> Part:
    """Say which rounds ran and what came of them."""
    rows = rounds_of(period, at=at)
    visits, done = sum(one.visits for one in rows), sum(one.done for one in rows)
    findings, open_ = sum(one.findings for one in rows), sum(one.open_findings for one in rows)
    heads = (
        Told("Round", "检查"),
        Told("Method", "方式"),
        Told("From", "开始"),
        Told("Visits done", "已检查"),
        Told("Findings", "问题"),
        Told("Open", "未整改"),
        Told("Stands", "状态"),
    )
    body = tuple(
        (
            one.title,
            method_name(one.method),
            one.begins_on,
            one.done,
            one.findings,
            one.open_findings,
            in_both(STAGES[one.state][0]),
        )
        for one in rows
    )
    summary = Told(
        f"{len(rows)} rounds ran; {done} of {visits} visits are done; of {findings} findings {open_} are not closed.",
        f"本期开展检查{len(rows)}轮，已检查{done}家次（应检查{visits}家次），发现问题{findings}个，尚有{open_}个未销号。",
    )
    return Part(
        "rounds",
        Told("Inspections", "检查开展情况"),
        (Said(summary),) if rows else (),
        (
            Count(Told("Rounds", "检查（轮）"), len(rows), len(rows), BOARD),
            Count(Told("Visits done", "已检查（家次）"), done, visits, BOARD),
            Count(Told("Findings", "发现问题（个）"), findings, done, every_state(FINDINGS)),
            Count(
                Told("Findings not closed", "未销号问题（个）"),
                open_,
                findings,
                listed(FINDINGS, state="open"),
            ),
        ),
        (Rows(heads, body),),
        () if rows else (Told("No inspection ran in this period.", "本期没有开展检查。"),),
    )


def draw_part(page: RoundPage) -> Part:
    """Say how the round was drawn, so that anybody can draw it again."""
    link = f"{BOARD}{page.row.id}/"
    said = tuple(
        Said(
            Told(
                f"Draw {one.number}: its list was fixed beforehand with the SHA-256 {one.sha256}.",
                f"第{one.number}次抽取：抽取名单事先固定，SHA-256为{one.sha256}，任何人可以据此复核。",
            ),
            (Source(page.row.title, link),),
        )
        for one in page.draws
    )
    heads = (
        Told("Visited", "检查对象"),
        Told("Unit", "所属单位"),
        Told("Inspectors", "检查人员"),
        Told("Stands", "状态"),
    )
    body = tuple(
        (
            one.name,
            one.unit or None,
            "、".join(one.team) or one.visitor or None,
            in_both(TRIPS[Trip(one.state)][0]),
        )
        for one in page.visits
    )
    gaps = [] if said else [Told("Nothing was drawn by lot in this round.", "本轮未采用随机抽取。")]
    undone = page.row.visits - page.row.done
    if undone:
        gaps.append(Told(f"{undone} visits are not done.", f"尚有{undone}家次未检查。"))
    return Part(
        "draw",
        Told("How it was drawn and who was visited", "抽取和检查情况"),
        (
            Said(
                Told(
                    f"{method_name(page.row.method).en}, {page.row.begins_on} to {page.row.ends_on}:"
                    f" {page.row.done} of {page.row.visits} visits done.",
                    f"{method_name(page.row.method).zh}，{page.row.begins_on}至{page.row.ends_on}，"
                    f"应检查{page.row.visits}家次，已检查{page.row.done}家次。",
                )
            ),
            *said,
        ),
        (
            Count(Told("Visits", "应检查（家次）"), page.row.visits, page.row.visits, link),
            Count(Told("Visits done", "已检查（家次）"), page.row.done, page.row.visits, link),
            Count(Told("Stepped aside", "回避（人）"), len(page.aside), None, link),
        ),
        (Rows(heads, body),),
        tuple(gaps),
    )


NOTHING_FOUND = Told("Nothing was found in what was visited.", "所查范围内未发现问题。")
NOTHING_SEEN = Told(
    "Nothing has been visited yet: nothing can be said of what is there.",
    "尚未开展检查，不能说明是否存在问题。",
)


def findings_part(page: RoundPage) -> Part:
    """Say what was found and how it is put right; what a unit has not answered to yet is said to be so."""
    link = f"{BOARD}{page.row.id}/"
    heads = (
        Told("Finding", "问题"),
        Told("Unit", "责任单位"),
        Told("Clause", "条款"),
        Told("Grade", "程度"),
        Told("Until", "整改期限"),
        Told("Stands", "整改情况"),
    )
    rows = tuple(
        (
            one.title,
            one.unit,
            one.clause or None,
            in_both(GRADES.get(one.grade, one.grade)),
            day_of(one.due) if one.due else None,
            in_both(FOUND[one.state][0]),
        )
        for one in page.findings
        if one.state is not Found.DISMISSED
    )
    unheard = sum(one.state in (Found.OBSERVED, Found.PUT) for one in page.findings)
    gaps = [] if rows else [NOTHING_SEEN if not page.row.done else NOTHING_FOUND]
    if unheard:
        gaps.append(
            Told(
                f"To {unheard} findings the unit has not replied yet.",
                f"有{unheard}个问题被检查单位尚未反馈意见。",
            )
        )
    late = sum(one.is_late for one in page.findings)
    return Part(
        "findings",
        Told("What was found, and how it is put right", "发现问题和整改情况"),
        counts=(
            Count(Told("Findings", "发现问题（个）"), len(rows), page.row.done, link),
            Count(Told("Not closed", "未销号（个）"), page.row.open_findings, len(rows), link),
            Count(Told("Past their limit", "逾期未整改（个）"), late, len(rows), link),
            Count(
                Told("Found again", "重复出现（个）"),
                sum(one.repeats for one in page.findings),
                len(rows),
                link,
            ),
        ),
        rows=(Rows(heads, rows),),
        missing=tuple(gaps),
    )
