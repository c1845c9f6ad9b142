"""The vocabulary of every paper: frozen values without a trace of where they came from or how they will be set."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from answerable.reports.charts.chart import Chart, Mark, Series
from answerable.reports.rules.told import Told

__all__ = [
    "Block",
    "Chart",
    "Document",
    "Figure",
    "Form",
    "Heading",
    "KeyFigure",
    "KeyFigures",
    "Language",
    "ListBlock",
    "Mark",
    "Missing",
    "PageBreak",
    "Paragraph",
    "Rendered",
    "Run",
    "Series",
    "Source",
    "Table",
    "Told",
    "Value",
]

Form = Literal["docx", "pdf", "html", "xlsx", "csv"]
Language = Literal["zh-hans", "en"]
#: What a cell may hold; None is "not known", shown as a dash and never as a nought.
Value: TypeAlias = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Source:
    """A cited source: its title, and where it lies (an address, or a path of this installation)."""

    title: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text."""

    text: str
    strong: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is 一、 level 2 （一） level 3 1. level 4 （1）; the sign is part of the text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, given as one text or as runs, with the sources that it rests on."""

    runs: str | tuple[Run, ...]
    sources: tuple[Source, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return self.runs if isinstance(self.runs, str) else "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its caption; the table behind it is printed too unless the body of the paper already has it."""

    chart: Chart
    caption: str
    note: str = ""
    with_table: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; numbers stand right. `widths` are shares of the line, none: by content."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    caption: str = ""
    note: str = ""
    widths: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a row that does not stand under its heads."""
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} under {len(self.columns)} heads in {self.caption!r}")


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list, numbered where the order says something."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure with what it rests on: how many it was counted from, over which period, and the rows behind it."""

    name: str
    value: Value
    n: int | None = None
    period: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The figures of a paper, one a line."""

    rows: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What could not be said, and why; printed as such, never smoothed over."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = Heading | Paragraph | Figure | Table | ListBlock | KeyFigures | Missing | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper ready to be set: official by GB/T 9704-2012 with head and colophon, plain with a title and its text."""

    kind: Literal["official", "plain"]
    language: Language
    title: str
    body: tuple[Block, ...]
    #: Who issues it, as the head and the signature name the body.
    issuer: str = ""
    #: The sender's own number, "青政办发〔2026〕3号"; square brackets become hexagonal ones.
    number: str = ""
    #: Of a plain paper: the line under the title (period, edition).
    subtitle: str = ""
    #: Who signs it out; printed in the head of papers that go upward.
    signer: str = ""
    addressees: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    urgency: str = ""
    secrecy: str = ""
    #: The six digits of a numbered copy.
    serial: str = ""
    attachments: tuple[str, ...] = ()
    dated: date | None = None
    #: The note under the date in round brackets (contact, how far it may be spread).
    note: str = ""
    #: Who prints it and when, in the colophon; none: the issuer and the date.
    printer: str = ""
    printed_on: date | None = None
    #: What a reader must know of how this paper was made: "Draft", "prepared by a program", ...
    notices: tuple[str, ...] = ()
    #: Where links that begin with "/" lead: "https://answerable.example"; none: they stay words.
    site: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file, and what its maker must notice (a font or a sign that is missing)."""

    content: bytes
    media_type: str
    name: str
    notices: tuple[Told, ...] = ()
