"""The signs a drawing is made of, and how series differ without colour: by dash, by mark and by pattern."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from answerable.reports.rules.signs import ems, line

#: One quiet accent and greys; what tells series apart is the dash, the mark and the pattern.
INKS = ("#1b6b73", "#3c3c3c", "#6a6a6a", "#1b6b73", "#3c3c3c")
DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2")
FACES = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', 'Liberation Sans', sans-serif"
SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of a drawing and the scale of values inside it, upwards."""

    left: float
    top: float
    width: float
    height: float
    floor: float
    ceiling: float

    def y(self, value: float) -> float:
        """Place a value."""
        return self.top + self.height * (self.ceiling - value) / (self.ceiling - self.floor)

    def x(self, place: int, places: int) -> float:
        """Place the label with a number among so many."""
        return self.left + self.width * (place / (places - 1) if places > 1 else 0.5)


def steps(values: Iterable[float], most: int = 5) -> tuple[float, ...]:
    """Choose round steps from nought (or the least) to above the highest: 1, 2 or 5 times a power of ten."""
    known = [value for value in values if math.isfinite(value)]
    low, high = min([0.0, *known]), max([0.0, *known])
    span = (high - low) or 1.0
    raw = span / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= raw)
    first, last = math.floor(low / step), math.ceil((high or 1.0) / step)
    return tuple(round(step * place, 10) for place in range(first, max(last, first + 1) + 1))


def text(
    x: float, y: float, words: str, *, anchor: str = "start", size: float = SIZE, bold: bool = False
) -> str:
    """Write words at a place."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"{weight} '
        f'fill="currentColor">{escape(line(words))}</text>'
    )


def rule(x1: float, y1: float, x2: float, y2: float, *, thin: bool = True, dash: str = "") -> str:
    """Draw a straight line."""
    broken = f' stroke-dasharray="{dash}"' if dash else ""
    ink, width = ("#b5b5b5", 0.6) if thin else ("currentColor", 1.0)
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{ink}" '
        f'stroke-width="{width:g}"{broken}/>'
    )


def path(points: Iterable[tuple[float, float]], place: int, *, dash: str | None = None) -> str:
    """Draw the line of the series with a number."""
    where = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    pattern = DASHES[place % len(DASHES)] if dash is None else dash
    broken = f' stroke-dasharray="{pattern}"' if pattern else ""
    return (
        f'<polyline points="{where}" fill="none" stroke="{INKS[place % len(INKS)]}" stroke-width="2"'
        f' stroke-linejoin="round"{broken}/>'
    )


def area(points: Iterable[tuple[float, float]]) -> str:
    """Fill a band of what is expected, light, so that lines stay readable on it."""
    where = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polygon points="{where}" fill="#808080" fill-opacity="0.22" stroke="#808080" stroke-width="0.5"/>'
    )


def dot(x: float, y: float, place: int) -> str:
    """Mark a point in the shape of its series: disc, square, triangle, ring, diamond."""
    ink = INKS[place % len(INKS)]
    shapes = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="{ink}"/>',
        f'<rect x="{x - 2.6:.1f}" y="{y - 2.6:.1f}" width="5.2" height="5.2" fill="{ink}"/>',
        f'<path d="M{x:.1f} {y - 3.4:.1f}l3.2 5.8h-6.4z" fill="{ink}"/>',
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="#fff" stroke="{ink}" stroke-width="1.4"/>',
        f'<path d="M{x:.1f} {y - 3.6:.1f}l3.4 3.6l-3.4 3.6l-3.4 -3.6z" fill="{ink}"/>',
    )
    return shapes[place % len(shapes)]


def box(x: float, y: float, width: float, height: float, *, place: int) -> str:
    """Draw a bar of the series with a number, told from its neighbours by its pattern."""
    ink = INKS[place % len(INKS)]
    width = max(width, 0.0)
    fill = ink if place % 5 == 0 else "#fff"
    where = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    lines = [f'<rect {where} fill="{fill}" stroke="{ink}" stroke-width="1"/>']
    lines += [
        f'<line x1="{a:.1f}" y1="{b:.1f}" x2="{c:.1f}" y2="{d:.1f}" stroke="{ink}" stroke-width="0.9"/>'
        for a, b, c, d in _hatch(x, y, width, height, place % 5)
    ]
    return "".join(lines)


def _hatch(
    x: float, y: float, width: float, height: float, kind: int
) -> list[tuple[float, float, float, float]]:
    """Give the strokes inside a bar: none, slanted, upright, level; drawn one by one, as every viewer knows lines."""
    if kind == 2:
        return [_clipped(x, y, width, height, start) for start in _places(-height, width, 5)]
    if kind == 3:
        return [(x + at, y, x + at, y + height) for at in _places(3, width, 4)]
    if kind == 4:
        return [(x, y + at, x + width, y + at) for at in _places(3, height, 4)]
    return []


def _places(start: float, stop: float, step: float) -> list[float]:
    return [start + step * count for count in range(1, max(0, math.ceil((stop - start) / step)))]


def _clipped(
    x: float, y: float, width: float, height: float, start: float
) -> tuple[float, float, float, float]:
    """Cut a stroke that rises from the lower edge at `start` to what lies inside the bar."""
    left, right = max(start, 0.0), min(start + height, width)
    return x + left, y + height - (left - start), x + right, y + height - (right - start)


def fitted(words: str, room: float, size: float = SIZE) -> str:
    """Shorten words to a room; the table behind the chart has them whole."""
    words = line(words)
    if ems(words) * size <= room:
        return words
    while words and (ems(words) + 1) * size > room:
        words = words[:-1]
    return f"{words}…"


def picture(width: float, height: float, parts: Iterable[str], alternative: str) -> str:
    """Put a drawing together."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'height="{height:g}" font-family={quoteattr(FACES)} role="img" aria-label={quoteattr(line(alternative))}>'
        f"{''.join(parts)}</svg>"
    )
