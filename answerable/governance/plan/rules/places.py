"""Places of clauses: 三（二）1 taken apart into its numbers, and written as a paragraph begins."""

import re
from collections.abc import Iterator, Mapping

_TOKEN = re.compile(
    r"第[^条]{1,6}条|[（(][^（()）]{1,6}[)）]|\d+(?:\.\d+)+|\d+|[①-⑳]|[一二三四五六七八九十百零〇]+|[IVX]+|[A-Z]"
)
#: A heading whose words nobody kept still has its number.
NO_WORDS = "—"


def tokens(ref: str) -> tuple[str, ...]:
    """Take a place apart: 一（二）1 into 一, （二）, 1."""
    return tuple(_TOKEN.findall(ref))


def as_begun(token: str) -> str:
    """Write a number as a paragraph begins with it."""
    if token.startswith("第"):
        return f"{token}　"
    if token.startswith("（"):
        return token
    if token.startswith("("):
        return f"{token} "
    if token[0] in "一二三四五六七八九十百零〇":
        return f"{token}、"
    if "." in token or "①" <= token[0] <= "⑳":
        return f"{token} "
    return f"{token}. "


def headings_before(
    before: str, ref: str, headings: Mapping[str, str], known: set[str]
) -> Iterator[tuple[str, str]]:
    """Give the headings that open between two clauses, each as its place and its words.

    `known` are the places of clauses: what is below a clause needs no heading there.
    """
    here, there = tokens(ref), tokens(before)
    for depth in range(1, len(here)):
        place = "".join(here[:depth])
        if here[:depth] != there[:depth] and place not in known:
            yield place, headings.get(place, NO_WORDS)
    if len(here) == 1 and "." in here[0]:
        chapter = here[0].partition(".")[0]
        opened = there[0].partition(".")[0] if there else ""
        if chapter != opened and chapter in headings:
            yield chapter, headings[chapter]


def begins(ref: str) -> str:
    """Write the number with which a clause's own paragraph begins."""
    found = tokens(ref)
    return as_begun(found[-1]) if found else ""
