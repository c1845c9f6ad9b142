"""Knows numbered paragraphs (第一条, 一、, （一）, 1., （1）, ①, Part 1, 1.1, (a), (i)) and makes clauses of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_ZH = "[一二三四五六七八九十百零〇]{1,6}"
#: How a paragraph can begin: a name for the sort of number, its pattern, and how its place is quoted.
_SORTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(rf"第({_ZH}|\d{{1,3}})[章编部分节]\s*")),
    ("article", re.compile(rf"第({_ZH}|\d{{1,3}})条[\s、：:]*")),
    ("zh", re.compile(rf"({_ZH})、\s*")),
    ("zh-paren", re.compile(rf"[（(]({_ZH})[）)][、.]?\s*")),
    ("part", re.compile(r"(?:Part|Section|Chapter|Article)\s+(\d{1,3}|[A-Z]|[IVX]{1,6})\b[.:：\s–-]*")),
    ("dotted", re.compile(r"(\d{1,3}(?:[.．]\d{1,3}){1,4})[.．、]?(?=[\s\u4e00-\u9fff])\s*")),
    ("number", re.compile(r"(\d{1,3})(?:[.．、](?!\d)|\)|）)\s*")),
    ("number-paren", re.compile(r"[（(](\d{1,3})[）)]\s*")),
    ("circle", re.compile(r"([①-⑳])\s*")),
    ("letter", re.compile(r"[（(]([a-z])[）)]\s*|([a-z])[.)]\s+")),
    ("roman", re.compile(r"[（(]([ivx]{2,5})[）)]\s*")),
)
_HEADING_SORTS = frozenset({"chapter", "part"})
ENDS = "。；;.！!？?：:"
#: Headings in official documents are one line; a longer line without an end mark is a clause that lost it.
LONGEST_HEADING = 40
MOST_CLAUSES = 2000
LONGEST_CLAUSE = 6000


@dataclass(frozen=True, slots=True)
class Label:
    """The number a paragraph begins with: its sort, the number itself, and as it is quoted."""

    sort: str
    number: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One clause of the written document: where it stands, word by word."""

    ref: str
    text: str


def label_of(text: str) -> tuple[Label, str] | None:
    """Split a paragraph into its number and its words; None where it begins with no number."""
    for sort, pattern in _SORTS:
        found = pattern.match(text)
        if found is None or not text[found.end() :].strip():
            continue
        number = next(group for group in found.groups() if group)
        sort = f"dotted-{number.count('.') + number.count('．')}" if sort == "dotted" else sort
        return Label(sort, number, _quoted(sort, number)), text[found.end() :].strip()
    return None


def _quoted(sort: str, number: str) -> str:
    if sort == "article":
        return f"第{number}条"
    if sort == "zh-paren":
        return f"（{number}）"
    if sort == "number-paren":
        return f"（{number}）"
    if sort in ("letter", "roman"):
        return f"({number})"
    return number


@dataclass(frozen=True, slots=True)
class Outline:
    """A written document: its clauses, and the words of its headings by their place."""

    sentences: tuple[Sentence, ...]
    headings: Mapping[str, str]


def sentences(paragraphs: Iterable[str]) -> tuple[Sentence, ...]:
    """Make clauses of the paragraphs of a document."""
    return outline(paragraphs).sentences


def outline(paragraphs: Iterable[str]) -> Outline:
    """Make clauses and headings of the paragraphs of a document.

    A numbered line without an end mark that has deeper numbers below it is a heading. A paragraph without a number
    belongs to the clause above it if it is a sentence; titles, addressees, signatures and dates are not.
    """
    found = list(_grouped([" ".join(paragraph.split()) for paragraph in paragraphs]))
    made = []
    headings: dict[str, str] = {}
    for place, (path, text) in enumerate(found):
        following = found[place + 1][0] if place + 1 < len(found) else ()
        if not _is_heading(path, text, following):
            made.append(Sentence(_reference(path), text[:LONGEST_CLAUSE]))
        elif path[-1].sort not in _HEADING_SORTS:
            headings[_reference(path)] = text
    return Outline(tuple(made[:MOST_CLAUSES]), headings)


def _grouped(paragraphs: Sequence[str]) -> Iterator[tuple[tuple[Label, ...], str]]:
    path: tuple[Label, ...] = ()
    text = ""
    for paragraph in paragraphs:
        split = label_of(paragraph)
        if split is None:
            if text and paragraph and paragraph[-1] in ENDS:
                text = f"{text}\n{paragraph}"
            continue
        if text:
            yield path, text
        path, text = _below(path, split[0]), split[1]
    if text:
        yield path, text


def _below(path: tuple[Label, ...], label: Label) -> tuple[Label, ...]:
    """Put a number below the numbers above it: a sort seen before goes back to its own level."""
    sort = label.sort
    if sort == "letter" and path and path[-1].sort == "roman" and label.number in "ivx":
        sort = "roman"
    label = Label(sort, label.number, label.quoted)
    for level, above in enumerate(path):
        if above.sort == sort:
            return (*path[:level], label)
    if sort.startswith("dotted"):
        kept = [above for above in path if not above.sort.startswith("dotted") or above.sort < sort]
        return (*(above for above in kept if above.sort not in ("letter", "roman")), label)
    return (*path, label)


def _reference(path: tuple[Label, ...]) -> str:
    """Quote a place: 三（二）1, 第三条（二）, 2.1(a). Articles run through all chapters, which are left out."""
    dotted = [place for place, label in enumerate(path) if label.sort.startswith("dotted")]
    shown = path[dotted[-1] :] if dotted else path
    if len(shown) > 1:
        shown = tuple(label for label in shown if label.sort != "part")
    if any(label.sort == "article" for label in shown):
        shown = tuple(label for label in shown if label.sort != "chapter")
    return "".join(label.quoted for label in shown)


def _is_heading(path: tuple[Label, ...], text: str, following: tuple[Label, ...]) -> bool:
    if path[-1].sort in _HEADING_SORTS:
        return len(text) <= LONGEST_HEADING * 2 and text[-1] not in "。；;"
    is_short = len(text) <= LONGEST_HEADING * (2 if text.isascii() else 1) and text[-1] not in ENDS
    return is_short and len(following) > len(path)
