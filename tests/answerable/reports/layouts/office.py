"""LibreOffice as a second reader of our files, and a ruler for the pages that come out."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTLayoutContainer, LTPage

MM = 72 / 25.4


def find_office() -> str:
    """Find LibreOffice; a machine of the continuous integration must have it, any other may skip."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found and os.environ.get("CI"):
        pytest.fail("LibreOffice is not installed on the machine of the continuous integration")
    if not found:
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer-nogui libreoffice-calc-nogui)")
    return found


def convert(files: dict[str, bytes], to: str, folder: Path, *, reading: str = "") -> dict[str, bytes]:
    """Let LibreOffice open files and save them as another form, in a profile of their own; `reading` is its filter."""
    office = find_office()
    made = folder / "made"
    made.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--norestore", "--convert-to", to, "--outdir", str(made)]
        + ([f"--infilter={reading}"] if reading else [])
        + [str(folder / name) for name in files],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {path.name: path.read_bytes() for path in made.iterdir()}


@dataclass(frozen=True)
class Line:
    """One line of a page: its words, and where it stands in mm from the left and from above."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def pages_of(pdf: bytes) -> list[list[Line]]:
    """Read the lines of each page, from above; signs of one height and base are one line."""
    pages = []
    for page in extract_pages(BytesIO(pdf), laparams=LAParams(all_texts=True)):
        rows: list[list[LTChar]] = []
        for sign in sorted(_signs(page), key=lambda one: (-one.matrix[5], one.x0)):
            if rows and abs(rows[-1][0].matrix[5] - sign.matrix[5]) < 2:
                rows[-1].append(sign)
            else:
                rows.append([sign])
        pages.append([_line(row, page) for row in rows])
    return pages


def _signs(container: LTLayoutContainer) -> list[LTChar]:
    found: list[LTChar] = []
    for one in container:
        if isinstance(one, LTChar) and one.get_text().strip():
            found.append(one)
        elif hasattr(one, "__iter__") and not isinstance(one, LTChar):
            found += _signs(one)
    return found


def _line(row: list[LTChar], page: LTPage) -> Line:
    row = sorted(row, key=lambda one: one.x0)
    base, size = row[0].matrix[5], max(one.size for one in row)
    # The base of a Chinese face lies 0.12 of its height above the lower edge of the character.
    type_size = (
        max(abs(one.matrix[3]) * (one.fontsize if hasattr(one, "fontsize") else 1) for one in row) or size
    )
    type_size = type_size if 4 < type_size < 100 else size
    return Line(
        "".join(one.get_text() for one in row),
        row[0].x0 / MM,
        row[-1].x1 / MM,
        (page.height - base - 0.88 * type_size) / MM,
        (page.height - base + 0.12 * type_size) / MM,
        round(type_size, 2),
    )
