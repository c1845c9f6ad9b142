"""How letters were answered: shares stand beside what they are of, and are left out where too few."""

from datetime import datetime

from answerable.reports.kinds.kind import Count, Part, Said
from answerable.reports.kinds.parts.links import LETTERS, listed
from answerable.reports.rules.periods import Period
from answerable.reports.rules.told import Told
from answerable.response.letters import queries as letters
from answerable.response.letters.queries.figures import LEAST, Share


def letters_part(period: Period, *, at: datetime) -> Part:
    """Say how letters were answered; shares stand beside what they are of and are left out where too few."""
    found = letters.figures(period.since, min(period.until, at), unit=period.unit)
    heading = Told("Letters and messages", "群众来信办理情况")
    if not found.received:
        gap = (Told("No letter came in, or none was entered.", "本期没有收到或者登记来信。"),)
        return Part(
            "letters",
            heading,
            counts=(
                Count(Told("Letters received", "收到来信（件）"), 0, 0, listed(LETTERS, period, tab="all")),
            ),
            missing=gap,
        )
    gaps = [
        Told(
            f"{name.en}: {share.count} of {share.of}; under {LEAST} no share is given.",
            f"{name.zh}：{share.of}件中{share.count}件；不足{LEAST}件不计比例。",
        )
        for name, share in _shares(found)
        if share.percent is None and share.of
    ]
    middle = round(found.middle_days, 1) if found.middle_days is not None else None
    every, owed = (listed(LETTERS, period, tab=tab, days=period) for tab in ("all", "now"))
    counts = [
        Count(Told("Letters received", "收到来信（件）"), found.received, found.received, every),
        Count(Told("Answered", "办结（件）"), found.answered.count, found.answered.of, every),
        Count(
            Told("Still owed", "尚未办结（件）"),
            found.still_owed,
            found.received,
            owed,
        ),
        Count(Told("Days to the answer, middle", "办理天数中位数"), middle, found.answered.count, every),
    ]
    counts += [
        Count(Told(f"{name.en}, per cent", f"{name.zh}（%）"), round(share.percent, 1), share.of, every)
        for name, share in _shares(found)
        if share.percent is not None
    ]
    summary = Told(
        f"{found.received} letters came in; {found.answered.count} of {found.answered.of} that were ours to answer were"
        f" answered, {found.on_time.count} of {found.on_time.of} within the limit; {found.still_owed} are still owed.",
        f"本期收到来信{found.received}件，属本单位职责的{found.answered.of}件，已答复{found.answered.count}件，"
        f"有时限的{found.on_time.of}件中按时答复{found.on_time.count}件；尚未办结{found.still_owed}件。",
    )
    return Part("letters", heading, (Said(summary),), tuple(counts), missing=tuple(gaps))


def _shares(found: letters.Figures) -> tuple[tuple[Told, Share], ...]:
    return (
        (Told("Share answered", "办结率"), found.answered),
        (Told("Share answered in time", "按时办结率"), found.on_time),
        (Told("Share judged by the asker", "参评率"), found.judged),
        (Told("Found answered, of those judged", "参评者认为已解决"), found.found_answered),
    )
