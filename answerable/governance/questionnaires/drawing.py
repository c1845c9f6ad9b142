"""What is drawn without a script: the code of a slip as a square to scan."""

from dataclasses import dataclass

import qrcode
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from answerable.governance.questionnaires.rules.codes import shown


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """A slip as it is printed: the code for a hand, and the square for a telephone."""

    code: str
    square: SafeString


def scanned(code: str, address: str) -> PrintedSlip:
    """Draw a slip. The code stands behind a # in the square's address: a browser never sends that part."""
    square = qrcode.make(f"{address}#{code}", image_factory=SvgPathImage, border=1, box_size=8)
    # Many lie on one page: without the library's name for the drawing, which would be there many times.
    drawn = str(square.to_string(encoding="unicode")).replace(' id="qr-path"', "")
    drawn = drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    return PrintedSlip(shown(code), mark_safe(drawn))  # noqa: S308 - our own drawing of our own code
