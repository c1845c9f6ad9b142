"""What a kind of paper is, and the frozen values that it gathers: figures with n and period, rows, words, gaps."""

from collections.abc import Callable
from dataclasses import dataclass

from answerable.reports.charts.chart import Shape
from answerable.reports.layouts.document import Source, Value
from answerable.reports.rules.periods import Span
from answerable.reports.rules.told import Told

SILENT = Told("", "")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure: what, how many, of how many it was counted, and the rows behind it. None is not known."""

    name: Told
    value: Value | Told
    n: int | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; `widths` are shares of the line, none: by content."""

    columns: tuple[Told, ...]
    rows: tuple[tuple[Value | Told, ...], ...]
    caption: Told = SILENT
    note: Told = SILENT
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart: its labels, and a value a label for each named series; what lies from `expected_from` on is expected."""

    caption: Told
    label_name: Told
    labels: tuple[str, ...]
    series: tuple[tuple[Told, tuple[float | None, ...]], ...]
    unit: Told = SILENT
    note: Told = SILENT
    shape: Shape = "line"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or a few, and where they come from."""

    words: Told
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One passage of a paper: its heading, what is said, the figures and rows under it, and what is missing."""

    key: str
    heading: Told
    said: tuple[Said, ...] = ()
    counts: tuple[Count, ...] = ()
    rows: tuple[Rows, ...] = ()
    missing: tuple[Told, ...] = ()
    drawn: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything a paper is made from. `when` names the time of its figures where that is not the paper's period."""

    title: Told
    parts: tuple[Part, ...]
    when: Told | None = None


@dataclass(frozen=True, slots=True)
class About:
    """A kind in menus: its key, names, how long it looks back, and what it asks for.

    `subject` is the sort of thing a paper of it is about ("case"); `duties` are the duties of a plan that it carries
    out; `document` is the kind of official document that it goes out as, "" for a plain paper; `direction` where to.
    """

    key: str
    name: Told
    span: Span
    subject: str = ""
    duties: tuple[str, ...] = ()
    document: str = ""
    direction: str = "up"
    #: Read by a person's own eyes and shown to nobody else: no machine gathers it.
    guarded: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper: what it is, and how it is gathered. Every kind is composed the same way."""

    about: About
    #: gather(period, *, at) -> Gathered
    gather: Callable[..., Gathered]


def nothing(en: str, zh: str) -> tuple[Told, ...]:
    """Say that something is missing."""
    return (Told(en, zh),)
