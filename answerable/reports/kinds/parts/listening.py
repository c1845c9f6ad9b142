"""What was said in public: stories with their key sentences and sources, publications, and signals."""

from collections import Counter
from datetime import datetime

from answerable.kernel.actor import MACHINE
from answerable.kernel.together import Asked, told
from answerable.listening.signals.queries.door import signals_of
from answerable.listening.signals.queries.figures import waiting_asked
from answerable.listening.signals.rules.states import STATE_NAMES
from answerable.listening.signals.rules.states import State as SignalState
from answerable.listening.sources import queries as sources
from answerable.listening.sources.queries.items import ItemRow
from answerable.listening.stories.queries.trend import (
    ReadSpan,
    ReadStory,
    publications_read,
    read_between_asked,
)
from answerable.reports.kinds.kind import SILENT, Count, Part, Rows, Said
from answerable.reports.kinds.parts.links import SIGNALS, listed
from answerable.reports.kinds.wording import day_of, in_both
from answerable.reports.layouts.document import Source, Value
from answerable.reports.rules.periods import Period
from answerable.reports.rules.sentences import key_sentences
from answerable.reports.rules.told import Told

#: Stories, publications and signals named in a paper; all others are behind the link.
NAMED = 10
#: Key sentences of a paper: more would be read by nobody.
KEY = 5
#: How much of a text is looked through: what matters stands at its beginning.
LOOKED_THROUGH = 4_000
BOARD = "/listen/stories/?tab=all"


def stories_part(period: Period, *, at: datetime) -> Part:
    """Say which stories were told most widely, and what most of them say, word by word."""
    return told(stories_asked(period, at=at))


def stories_asked(period: Period, *, at: datetime) -> Asked[Part]:
    """Say what is to be read for the passage on stories."""
    read = read_between_asked(since=period.since, until=min(period.until, at), most=NAMED)
    return Asked(read.reads, lambda: _stories_part(read.tell()))


def _stories_part(found: ReadSpan) -> Part:
    heading = Told("What the public is worried about", "公众关切情况")
    if not found.items:
        gap = Told(
            "Nothing was read in this period: either no source was polled or nothing was published.",
            "本期没有采集到内容：信息源未运行或者没有发布。",
        )
        empty = (Count(Told("Items read", "采集信息（篇）"), 0, 0, BOARD),)
        return Part("stories", heading, counts=empty, missing=(gap,))
    summary = Told(
        f"{found.items} items of {found.publications} publications were read; they told {found.told} stories, of which"
        f" {found.begun} were new.",
        f"本期共采集公开信息{found.items}篇，涉及媒体{found.publications}家，归并为舆情事件{found.told}件，"
        f"其中新增{found.begun}件。",
    )
    counts = (
        Count(Told("Items read", "采集信息（篇）"), found.items, found.publications, BOARD),
        Count(Told("Stories told", "舆情事件（件）"), found.told, found.items, BOARD),
        Count(Told("Of these new", "其中新增（件）"), found.begun, found.told, "/listen/stories/?tab=new"),
    )
    return Part(
        "stories",
        heading,
        (Said(summary), *_key(found.stories)),
        counts,
        (_stories(found.stories, found.told),),
    )


def _stories(rows: tuple[ReadStory, ...], of: int) -> Rows:
    heads = (
        Told("Story", "舆情事件"),
        Told("Publications", "媒体（家）"),
        Told("Items", "信息（篇）"),
        Told("First seen", "首次出现"),
        Told("New", "是否新增"),
    )
    yes, no = Told("new", "新增"), Told("went on", "延续")
    body = tuple(
        (row.title, row.publications, row.items, day_of(row.first_at), yes if row.is_new else no)
        for row in rows
    )
    note = (
        Told(f"The first {len(rows)} of {of}.", f"共{of}件，列前{len(rows)}件。")
        if of > len(rows)
        else SILENT
    )
    return Rows(
        heads,
        body,
        Told("Stories by how many publications carried them", "舆情事件（按报道媒体数排列）"),
        note,
    )


def _key(rows: tuple[ReadStory, ...]) -> tuple[Said, ...]:
    """Choose sentences that stand in the items which told these stories first, each with where it stands."""
    items = sources.items([row.first_item for row in rows])
    told = [items[row.first_item] for row in rows if row.first_item in items]
    chosen = key_sentences([_text(item) for item in told], KEY)
    return tuple(_quoted(one.text, told[one.source]) for one in chosen)


def _text(item: ItemRow) -> str:
    return f"{item.title}\n{item.text[:LOOKED_THROUGH]}"


def _quoted(words: str, item: ItemRow) -> Said:
    day = day_of(item.published_at or item.first_seen_at)
    return Said(
        Told(
            f"“{words}” ({item.publication_name}, {day.day} {day:%B})",
            f"“{words}”（{item.publication_name}，{day.month}月{day.day}日）",
        ),
        (Source(f"{item.publication_name}: {item.title}", f"/listen/items/{item.id}/"),),
    )


def publications_part(period: Period, *, at: datetime) -> Part:
    """Say where it was told, against as long a time before."""
    until = min(period.until, at)
    rows = publications_read(since=period.since, until=until, most=NAMED)
    heads = (
        Told("Publication", "媒体"),
        Told("Items", "本期（篇）"),
        Told("Before", "上期（篇）"),
        Told("Times as many", "与上期之比"),
    )
    body = tuple(
        (row.name, row.items, row.before, round(row.items / row.before, 2) if row.before else None)
        for row in rows
    )
    table = Rows(
        heads,
        body,
        Told("Publications of which most was read", "主要媒体报道情况"),
        Told(
            "Before: as long a time just before. A dash: nothing then.",
            "“上期”为紧邻的等长时段；“—”表示上期为零。",
        ),
    )
    gap = () if rows else (Told("No publication was read.", "本期没有采集到媒体内容。"),)
    return Part("publications", Told("Where it was told", "传播渠道分布"), rows=(table,), missing=gap)


#: What becomes of a signal in the end.
SETTLED = (SignalState.TAKEN, SignalState.DISMISSED, SignalState.ENDED)


def _expected(number: float) -> Value:
    """Round an expected count; so little that it would be written as nought is said to be little."""
    return "<0.1" if 0 < number < 0.1 else round(number, 1)


def signals_part(period: Period, *, at: datetime) -> Part:
    """Say which signals were raised and what became of them."""
    return told(signals_asked(period, at=at))


def signals_asked(period: Period, *, at: datetime) -> Asked[Part]:
    """Say what is to be read for the passage on signals."""
    until = min(period.until, at)
    rows = (
        signals_of(MACHINE)
        .filter(raised_at__gte=period.since, raised_at__lte=until)
        .order_by("-raised_at", "-pk")
    )
    found = rows.values_list("pk", "title", "raised_at", "seen", "expected", "state")
    waiting = waiting_asked(at=until)
    return Asked((found, *waiting.reads), lambda: _signals_part(list(found), waiting.tell(), period))


def _signals_part(
    found: list[tuple[int, str, datetime, float, float, str]], waiting: int, period: Period
) -> Part:
    states = Counter(row[5] for row in found)
    every = listed(SIGNALS, state="all", days=period)
    names = {state.value: in_both(name) for state, name in STATE_NAMES.items()}
    table = Rows(
        (
            Told("Signal", "预警"),
            Told("Day", "日期"),
            Told("Publications seen", "实际媒体数"),
            Told("Expected", "预期"),
            Told("Stands", "处置情况"),
        ),
        tuple(
            (title, day_of(raised), seen, _expected(expected), names.get(state, Told(state, state)))
            for _pk, title, raised, seen, expected, state in found[:NAMED]
        ),
        Told("Signals, the newest first", "预警清单"),
        Told(f"The first {NAMED} of {len(found)}.", f"共{len(found)}条，列前{NAMED}条。")
        if len(found) > NAMED
        else SILENT,
    )
    taken, dismissed, ended = (states[one] for one in SETTLED)
    words = [names[one.value] for one in SETTLED]
    summary = Told(
        f"{len(found)} signals were raised: {taken} taken on, {dismissed} dismissed, {ended} ended by themselves;"
        f" {waiting} wait for a decision.",
        f"本期发出预警{len(found)}条，其中{words[0].zh}{taken}条、{words[1].zh}{dismissed}条、{words[2].zh}{ended}条；"
        f"目前待处置{waiting}条。",
    )
    return Part(
        "signals",
        Told("Signals", "预警处置情况"),
        (Said(summary),),
        (
            Count(Told("Signals raised", "发出预警（条）"), len(found), len(found), every),
            *(
                Count(
                    Told(word.en.capitalize(), f"{word.zh}（条）"),
                    states[one],
                    len(found),
                    listed(SIGNALS, state=one, days=period),
                )
                for word, one in zip(words, SETTLED, strict=True)
            ),
            Count(
                Told("Waiting for a decision", "待处置（条）"), waiting, None, listed(SIGNALS, state="open")
            ),
        ),
        (table,),
        () if found else (Told("No signal was raised.", "本期没有发出预警。"),),
    )
