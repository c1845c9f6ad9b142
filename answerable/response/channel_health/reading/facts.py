"""What is read out of a page or a sitemap, and how it passes between the parent and the child. Plain values."""

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: where it leads, and its words."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: what it leads to, its words, and the day it bears ("" where it bears none)."""

    address: str
    words: str
    day: str


@dataclass(frozen=True, slots=True)
class Barrier:
    """What keeps somebody from using a page: the rule, how often, and the first place."""

    rule: str
    times: int
    sample: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page says about itself. Days are ISO dates as the page writes them, "" where it does not."""

    title: str = ""
    day: str = ""
    print: str = ""
    letters: int = 0
    says_missing: bool = False
    takes_messages: bool = False
    links: tuple[Link, ...] = ()
    entries: tuple[Entry, ...] = ()
    barriers: tuple[Barrier, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One address of a sitemap and the day of its last change."""

    address: str
    day: str


def line_of(facts: PageFacts | tuple[Place, ...]) -> bytes:
    """Write what was read as one line."""
    if isinstance(facts, PageFacts):
        return json.dumps({"page": asdict(facts)}).encode() + b"\n"
    return json.dumps({"places": [asdict(place) for place in facts]}).encode() + b"\n"


def refusal_line(code: str) -> bytes:
    """Write that a document cannot be read, and why."""
    return json.dumps({"refused": code}).encode() + b"\n"


def read_page(told: dict[str, Any]) -> PageFacts:
    """Read a page's facts; anything of another shape raises ValueError, TypeError or KeyError."""
    page = told["page"]
    return PageFacts(
        title=str(page["title"]),
        day=str(page["day"]),
        print=str(page["print"]),
        letters=int(page["letters"]),
        says_missing=bool(page["says_missing"]),
        takes_messages=bool(page["takes_messages"]),
        links=tuple(Link(str(one["address"]), str(one["words"])) for one in page["links"]),
        entries=tuple(
            Entry(str(one["address"]), str(one["words"]), str(one["day"])) for one in page["entries"]
        ),
        barriers=tuple(
            Barrier(str(one["rule"]), int(one["times"]), str(one["sample"])) for one in page["barriers"]
        ),
    )


def read_places(told: dict[str, Any]) -> tuple[Place, ...]:
    """Read a sitemap's places."""
    return tuple(Place(str(one["address"]), str(one["day"])) for one in told["places"])
