"""The typesetter: files in memory go in, pages come out. It opens no package, no address and no file but fonts."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import typst

from answerable.reports.rules.fonts import Fonts

#: Kept for reading in fifty years, with tags for who listens to it: both standards at once.
KEPT = ("a-2a", "ua-1")
#: The fonts that lie in folders are looked up once; so many sets of folders are remembered.
SETS = 8


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came out, and what the typesetter warns of."""

    content: bytes
    warnings: tuple[str, ...]


@lru_cache(maxsize=SETS)
def shelf(fonts: Fonts) -> typst.Fonts:
    """Find the fonts of the system, those that the typesetter brings, and those in the body's folders."""
    return typst.Fonts(font_paths=list(fonts.folders))


def forget_fonts() -> None:
    """Look for fonts anew: some were installed while the program ran."""
    shelf.cache_clear()


def typeset(
    files: dict[str, bytes],
    form: Literal["pdf", "png"],
    fonts: Fonts,
    *,
    standards: tuple[str, ...] = (),
    dots: float | None = None,
) -> Typeset:
    """Set files, "main.typ" first among them; raise typst.TypstError where they cannot be set."""
    given: Any = files
    wanted: Any = list(standards)
    content, warnings = typst.compile_with_warnings(
        given,
        format=form,
        font_paths=shelf(fonts),
        pdf_standards=wanted,
        ppi=dots,
        # A moment of its own for each run would give the same paper two hashes.
        timestamp=0,
    )
    if not isinstance(content, bytes):
        raise TypeError("a picture came out as several pages")
    return Typeset(content, tuple(warning.message for warning in warnings))
