"""A paper whose every place holds hostile texts; run as a program, it says how much memory the renderer took at most.

python -m tests.battery.hostile_paper                     nothing but the program itself
python -m tests.battery.hostile_paper fill 300            the same, and 300 MB written to
python -m tests.battery.hostile_paper render http://...   all five forms, official and plain
"""

import re
import sys
from pathlib import Path

from answerable.reports.layouts.document import (
    Chart,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Missing,
    Paragraph,
    Run,
    Series,
    Source,
    Table,
)
from answerable.reports.layouts.rendering import FORMS, render
from tests.answerable.reports.layouts.makers import make_document
from tests.battery import papers

_MB = 1024 * 1024


def hostile_texts(url):
    """Sixty texts that some renderer fetches or calculates."""
    return (*papers.fetching(url), *papers.CALCULATING)


def loaded(payloads, make=make_document, **changes):
    """A paper whose every place holds hostile texts."""
    chart = Chart(
        "bars", payloads[0], payloads[:20], (Series(payloads[17], tuple(range(20))),), unit=payloads[3]
    )
    body = (
        *(
            Paragraph((Run(text, link=text), Run(text, strong=True)), sources=(Source(text, text),))
            for text in payloads
        ),
        *(Heading(place % 4 + 1, text) for place, text in enumerate(payloads)),
        Figure(chart, payloads[1], note=payloads[2], with_table=True),
        Table(payloads[:3], (payloads[3:6], payloads[6:9]), caption=payloads[9], note=payloads[10]),
        KeyFigures((KeyFigure(payloads[11], payloads[12], 3, payloads[13], payloads[14]),)),
        ListBlock(payloads, ordered=True),
        Missing(payloads[15]),
    )
    given = {
        "title": " ".join(payloads[:6]),
        "issuer": payloads[0],
        "number": payloads[40],
        "signer": payloads[41],
        "addressees": payloads[:2],
        "copies": payloads[2:4],
        "attachments": payloads[:2],
        "notices": payloads[40:42],
        "note": payloads[5],
        "body": body,
        "site": "",
    }
    return make(**{**given, **changes})


def peak():
    """The most memory that this program held, in KB."""
    return int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text()).group(1))


def main(what="", how=""):
    """Do what is asked, then say the peak."""
    if what == "fill":
        room = bytearray(int(how) * _MB)
        room[::4096] = b"x" * len(room[::4096])
    elif what == "render":
        for kind in ("official", "plain"):
            for form in FORMS:
                render(loaded(hostile_texts(how), kind=kind), form)
    sys.stdout.write(f"{peak()}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
