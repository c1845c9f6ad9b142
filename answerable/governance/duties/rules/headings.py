"""The headings of a text: what a new paper takes over from the last one."""

import re

#: Markdown headings, and the four levels of GB/T 9704: 一、 （一） 1. （1）.
_HEADING = re.compile(
    r"^\s*(#{1,6}\s+\S|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]\s*\S|（\d{1,2}）)"
)
#: A numbered line longer than this is a paragraph.
LONGEST = 40


def headings(text: str) -> str:
    """Keep the headings of a text with room below each, and nothing of what it said."""
    kept = [
        line.strip() for line in text.splitlines() if _HEADING.match(line) and len(line.strip()) <= LONGEST
    ]
    return "".join(f"{line}\n\n" for line in kept)
