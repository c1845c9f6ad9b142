"""A drawing as PNG, for files that hold no drawing of lines."""

import json

from answerable.reports.layouts.typesetting import typeset
from answerable.reports.rules.fonts import Fonts

#: On a line of 156 mm this gives about 200 dots an inch (640 pt at 140), and 30 to 60 KB a chart (measured).
DOTS = 140
_PAGE = b"""#let size = json("size.json")
#set page(width: size.width * 1pt, height: auto, margin: 0pt, fill: white)
#image("drawing.svg", width: 100%)
"""


def png_of(svg: str, fonts: Fonts, width: float = 640) -> bytes:
    """Draw an SVG of our own as PNG."""
    size = json.dumps({"width": width}).encode()
    files = {"main.typ": _PAGE, "drawing.svg": svg.encode(), "size.json": size}
    return typeset(files, "png", fonts, dots=DOTS).content
