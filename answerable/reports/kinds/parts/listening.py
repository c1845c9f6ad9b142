"""What was said in public: stories, signals, and their key sentences with sources."""

from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.listening.signals import queries as signals
from answerable.listening.signals.queries.door import signals_of
from answerable.listening.stories import queries as stories
from answerable.reports.kinds.kind import Count, Part, Rows, Said
from answerable.reports.layouts.document import Source
from answerable.reports.rules.periods import Period
from answerable.reports.rules.sentences import key_sentences
from answerable.reports.rules.told import Told

#: Stories named in a paper; all others are behind the link.
NAMED = 10
KEY = 5


def stories_part(period: Period, *, at: datetime) -> Part:
    """Say which stories were new, which grew, and what most of them say."""
    until = min(period.until, at)
    seen = stories.morning(MACHINE, at=until, since=period.since, limit=NAMED)
    titles = [row.title for row in (*seen.growing, *seen.new)]
    links = [f"/listen/stories/{row.id}/" for row in (*seen.growing, *seen.new)]
    said = tuple(
        Said(Told(one.text, one.text), (Source(titles[one.source], links[one.source]),))
        for one in key_sentences(titles, KEY)
    )
    named = {row.id: row for row in (*seen.growing, *seen.new)}.values()
    table = Rows(
        (
            Told("Story", "舆情事件"),
            Told("Publications", "媒体数"),
            Told("Items", "篇数"),
            Told("First seen", "首见"),
        ),
        tuple((row.title, row.publications, row.items, row.first_at.date()) for row in list(named)[:NAMED]),
        Told("Stories by growth, then by arrival", "舆情事件（先列上升，后列新增）"),
    )
    return Part(
        "stories",
        Told("What the public is worried about", "公众关切"),
        said,
        (
            Count(Told("Items read", "采集篇数"), seen.items, seen.items, "/listen/stories/"),
            Count(
                Told("New stories", "新增舆情事件"), seen.new_total, seen.items, "/listen/stories/?tab=new"
            ),
            Count(
                Told("Stories that grow", "上升舆情事件"),
                seen.growing_total,
                seen.items,
                "/listen/stories/?tab=growing",
            ),
        ),
        (table,),
        ()
        if seen.items
        else (
            Told(
                "Nothing was read in this period: either no source was polled or nothing was published.",
                "本期没有采集到内容：信息源未运行或者没有发布。",
            ),
        ),
    )


def signals_part(period: Period, *, at: datetime) -> Part:
    """Say which signals were raised and what became of them."""
    rows = signals_of(MACHINE).filter(raised_at__gte=period.since, raised_at__lt=min(period.until, at))
    states = list(rows.values_list("state", flat=True))
    waiting = signals.morning(MACHINE, at=min(period.until, at), limit=1).open_total
    return Part(
        "signals",
        Told("Signals", "预警信号"),
        counts=(
            Count(Told("Signals raised", "发出预警"), len(states), len(states), "/listen/signals/"),
            Count(
                Told("Of these dismissed", "其中排除"),
                states.count("dismissed"),
                len(states),
                "/listen/signals/",
            ),
            Count(Told("Waiting for a decision", "待处置"), waiting, None, "/listen/signals/"),
        ),
    )
