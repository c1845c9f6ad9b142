"""What stands before the first heading and after the last: on which sentence of the plan a paper rests, and its end."""

from datetime import datetime

from answerable.governance.plan import queries as plan
from answerable.reports.kinds.kind import Part, Said
from answerable.reports.kinds.wording import sender
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period, named
from answerable.reports.rules.told import Told

OPENING, CLOSING = Told("Opening words", "导语"), Told("Closing words", "结语")


def opening_part(
    period: Period, matter: Told, *, duties: tuple[str, ...] = (), when: Told | None = None, at: datetime
) -> Part:
    """Open a paper as offices do: by which sentence of the plan, of whom, of which time, of what it tells."""
    basis = _basis(duties, at=at)
    when = when or named(period.begin, period.end)
    name = sender(period)
    zh = f"现将我单位{when.zh}{matter.zh}报告如下。"
    en = f"This is the account of {name or 'the body'} on {matter.en}, {when.en}."
    if basis is None:
        return Part("opening", OPENING, (Said(Told(en, zh)),))
    title_en, title_zh, refs, key = basis
    words = Told(f"Under {title_en}, {refs}: {en[0].lower()}{en[1:]}", f"根据《{title_zh}》{refs}规定，{zh}")
    return Part(
        "opening", OPENING, (Said(words, (Source(f"《{title_zh}》{refs}", f"/govern/plan/#{key}"),)),)
    )


def _basis(duties: tuple[str, ...], *, at: datetime) -> tuple[str, str, str, str] | None:
    """Give titles of the plan, the signs of the sentences that ask for these duties, and where the first stands."""
    standing = plan.in_force(at=at) if duties else None
    if standing is None:
        return None
    clauses = [one for duty in duties for one in standing.document.clauses_of(f"duty:{duty}")]
    if not clauses:
        return None
    titles = standing.document.title
    title = titles.get("zh") or titles.get("en") or ""
    return (
        titles.get("en") or title,
        title,
        "、".join(dict.fromkeys(one.ref for one in clauses)),
        clauses[0].id,
    )


def closing_part() -> Part:
    """Close a report upward: it asks for nothing (条例, art. 15(4))."""
    return Part("closing", CLOSING, (Said(Told("", "特此报告。")),))
