"""The file of a missed duty, read with the eyes of whoever makes it: excuses first, then each act in order."""

from datetime import datetime

from answerable.governance.accountability.queries.page import FilePage, file_page
from answerable.governance.accountability.words import EXCUSES, PAPERS, STATES, VERDICTS, facts_words
from answerable.governance.duties.queries.missed import findings_named
from answerable.reports.kinds.kind import About, Count, Gathered, Kind, Part, Rows, Said, nothing
from answerable.reports.kinds.wording import day_of, in_both, said_in_both
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period, Span
from answerable.reports.rules.told import Told


def gather(period: Period, *, at: datetime) -> Gathered:
    """Read the file as this person may see it."""
    page = file_page(period.eyes, period.number, at=at)
    return Gathered(
        Told(f"Accountability file {page.id}, {page.unit}", f"履责核查案卷（第{page.id}号）：{page.unit}"),
        (missed_part(page), excuses_part(page), acts_part(page)),
    )


def missed_part(page: FilePage) -> Part:
    """Say which duty was missed: the file is about that and nothing else."""
    one, state = findings_named([page.finding.id])[page.finding.id], in_both(STATES[page.state])
    due = day_of(one.due)
    words = Told(
        f"{one.name_en or one.name_zh} of {page.unit} was due on {due.isoformat()} and was missed. The file stands:"
        f" {state.en}.",
        f"{page.unit}“{one.name_zh or one.name_en}”应于{due.year}年{due.month}月{due.day}日完成，未按期履行。"
        f"目前状态：{state.zh}。",
    )
    reason = (Said(Told(page.reason, page.reason)),) if page.reason else ()
    link = Source(f"{one.name_zh or one.name_en}", f"/govern/duties/{page.run}/")
    return Part("missed", Told("The duty that was missed", "未履行的职责"), (Said(words, (link,)), *reason))


def excuses_part(page: FilePage) -> Part:
    """Say what speaks for the unit, before anything else is looked at."""
    yes, no = Told("yes", "存在"), Told("no", "不存在")
    rows = tuple(
        (
            in_both(EXCUSES.get(one.key, one.key)),
            yes if one.found else no,
            said_in_both(lambda one=one: facts_words(one.key, one.facts)) if one.found else None,  # type: ignore[misc]
            in_both(VERDICTS.get(one.verdict, one.verdict)),
            one.reason or None,
        )
        for one in page.excuses
    )
    found = [one for one in page.excuses if one.found]
    waiting = sum(not one.verdict for one in found)
    heads = (
        Told("Excuse", "情形"),
        Told("Found", "是否存在"),
        Told("By how much", "程度"),
        Told("Verdict", "认定"),
        Told("Reason", "理由"),
    )
    gaps = () if rows else nothing("No excuse was looked up yet.", "尚未查核免责情形。")
    if waiting:
        gaps += (
            Told(f"{waiting} excuses that were found are not judged.", f"有{waiting}项存在的情形尚未认定。"),
        )
    link = f"/govern/accountability/{page.id}/"
    return Part(
        "excuses",
        Told("What speaks for the unit", "免责情形查核"),
        counts=(Count(Told("Excuses found", "存在免责情形（项）"), len(found), len(rows), link),),
        rows=(Rows(heads, rows),),
        missing=gaps,
    )


def acts_part(page: FilePage) -> Part:
    """List the papers of the procedure with their hashes; whether the person was heard is said either way."""
    heads = (
        Told("Day", "日期"),
        Told("Paper", "文书"),
        Told("By", "经办"),
        Told("SHA-256", "SHA-256（前16位）"),
    )
    rows = tuple((day_of(one.at), in_both(PAPERS[one.kind]), one.by, one.sha256[:16]) for one in page.papers)
    heard = any(one.kind.value == "statement" for one in page.papers)
    gaps = () if rows else nothing("Nothing was written yet.", "尚无文书。")
    if not heard:
        gaps += (Told("No statement of the person concerned is in the file.", "案卷中尚无本人陈述和申辩。"),)
    return Part("acts", Told("Course of the procedure", "办理过程"), rows=(Rows(heads, rows),), missing=gaps)


KIND = Kind(
    About("accountability", Told("Accountability file", "履责核查案卷"), Span.DAY, "file", guarded=True),
    gather,
)
