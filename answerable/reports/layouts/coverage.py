"""Which signs a font file has: its character map is read, and nothing else of it."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from answerable.reports.layouts.typesetting import shelf
from answerable.reports.rules.fonts import Fonts

Span = tuple[int, int]
#: No font is larger (Noto Serif CJK with nine weights has 130 MB); what is, is no font.
FILE_MAX = 256 * 1024 * 1024
FILES = 512


def covered(fonts: Fonts) -> Callable[[int], bool]:
    """Give the question: does any font at hand have this sign?"""
    spans = _all_spans(fonts)
    starts = [start for start, _ in spans]

    def has(code: int) -> bool:
        place = bisect_right(starts, code) - 1
        return place >= 0 and code <= spans[place][1]

    return has


@lru_cache(maxsize=8)
def _all_spans(fonts: Fonts) -> tuple[Span, ...]:
    files = {(str(font.path), font.index) for font in shelf(fonts).fonts() if font.path}
    return joined(span for path, index in files for span in spans_of(path, index))


def covered_by(fonts: Fonts, family: str) -> Callable[[int], bool]:
    """Give the question for one family alone."""
    files = {
        (str(font.path), font.index) for font in shelf(fonts).fonts() if font.path and font.family == family
    }
    spans = joined(span for path, index in files for span in spans_of(path, index))
    return lambda code: any(start <= code <= end for start, end in spans)


def forget() -> None:
    """Read the fonts anew."""
    _all_spans.cache_clear()
    spans_of.cache_clear()


def joined(spans: Iterator[Span]) -> tuple[Span, ...]:
    """Join spans that touch, in order."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@lru_cache(maxsize=FILES)
def spans_of(path: str, index: int = 0) -> tuple[Span, ...]:
    """Read the spans of code points that one font of a file has; a broken file has none."""
    try:
        if Path(path).stat().st_size > FILE_MAX:
            return ()
        with Path(path).open("rb") as file:
            return joined(_map(_table(file.read, file.seek, index)))
    except (OSError, struct.error, IndexError, ValueError):
        return ()


def _table(read: Callable[[int], bytes], seek: Callable[[int], int], index: int) -> bytes:
    """Find the table "cmap" of a font, also inside a collection (OpenType 1.9, "Font File")."""
    head = read(12)
    start = 0
    if head[:4] == b"ttcf":
        seek(12 + 4 * index)
        start = struct.unpack(">I", read(4))[0]
        seek(start)
        head = read(12)
    for _ in range(struct.unpack(">H", head[4:6])[0]):
        tag, _sum, offset, length = struct.unpack(">4sIII", read(16))
        if tag == b"cmap":
            seek(offset)
            return read(length)
    return b"\0\0\0\0"


def _map(table: bytes) -> Iterator[Span]:
    """Read the subtables for Unicode: format 4 for the first plane, format 12 for all."""
    for place in range(struct.unpack_from(">H", table, 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * place)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            kind = struct.unpack_from(">H", table, offset)[0]
            if kind == 4:
                yield from _segments(table, offset)
            elif kind == 12:
                yield from _groups(table, offset)


def _groups(table: bytes, offset: int) -> Iterator[Span]:
    count = struct.unpack_from(">I", table, offset + 12)[0]
    for place in range(count):
        start, end, glyph = struct.unpack_from(">III", table, offset + 16 + 12 * place)
        yield (start + (glyph == 0), end)


def _segments(table: bytes, offset: int) -> Iterator[Span]:
    """A segment maps by a difference, or by a list in which nought means that the sign is lacking."""
    double = struct.unpack_from(">H", table, offset + 6)[0]
    ends, starts = offset + 14, offset + 16 + double
    for place in range(0, double, 2):
        start, end = (struct.unpack_from(">H", table, at + place)[0] for at in (starts, ends))
        delta, where = (
            struct.unpack_from(">H", table, starts + times * double + place)[0] for times in (1, 2)
        )
        if start == 0xFFFF:
            continue
        if where == 0:
            yield (start, end)
            continue
        listed = starts + 2 * double + place + where
        for code in range(start, end + 1):
            glyph = struct.unpack_from(">H", table, listed + 2 * (code - start))[0]
            if glyph and (glyph + delta) & 0xFFFF:
                yield (code, code)
