"""The list that a page holds: its lines with where they lead and the days they bear."""

from collections.abc import Callable
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from answerable.response.channel_health.reading.days import day_of_line
from answerable.response.channel_health.reading.facts import Entry
from answerable.response.channel_health.reading.tree import ancestors, is_around, words

LINES = frozenset({"li", "tr", "dd", "dt", "article"})
#: An entry's line holds its own link and perhaps a section's and an attachment's; more is a menu.
MOST_LINKS = 3
SHORTEST_WORDS = 4
MOST_ENTRIES = 200
#: Words by which a list is turned over, not an entry of it.
PAGERS = frozenset(
    {
        "next",
        "previous",
        "first",
        "last",
        "more",
        "more…",
        "下一页",
        "上一页",
        "首页",
        "尾页",
        "更多",
        "更多>>",
    }
)


def entries_of(
    tree: LexborHTMLParser, selector: str, today: date, address_of: Callable[[str], str]
) -> tuple[Entry, ...]:
    """List the entries of a page: those with a day where any has one, else all lines that lead somewhere."""
    found: dict[int, tuple[Entry, bool]] = {}
    for anchor in tree.css(f"{selector} a[href]" if selector else "a[href]"):
        if not selector and is_around(anchor):
            continue
        line = _line(anchor)
        entry = _entry(anchor, line, today, address_of)
        if entry is None:
            continue
        known = found.get(line.mem_id)
        if known is None or len(entry.words) > len(known[0].words):
            found[line.mem_id] = (entry, line.tag in LINES)
        if len(found) > MOST_ENTRIES:
            break
    dated = tuple(entry for entry, _in_list in found.values() if entry.day)
    return dated or tuple(entry for entry, in_list in found.values() if in_list or selector)


def _line(anchor: LexborNode) -> LexborNode:
    for above in ancestors(anchor):
        if above.tag in LINES:
            return above
        if above.tag in ("ul", "ol", "table", "body", "main", "section"):
            break
    return anchor.parent if anchor.parent is not None else anchor


def _entry(
    anchor: LexborNode, line: LexborNode, today: date, address_of: Callable[[str], str]
) -> Entry | None:
    name = words(anchor)
    address = address_of(str(anchor.attributes.get("href") or ""))
    if len(name) < SHORTEST_WORDS or name.lower() in PAGERS or not address:
        return None
    if len(line.css("a[href]")) > MOST_LINKS:
        return None
    day = day_of_line(words(line), today)
    return Entry(address, name[:200], day.isoformat() if day else "")
