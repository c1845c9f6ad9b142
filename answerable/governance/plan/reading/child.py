"""The limited child: `python -m answerable.governance.plan.reading.child`. One file in, one JSON object out."""

import zipfile

from lxml import etree

from answerable.governance.plan.reading.word import paragraphs_of
from answerable.governance.plan.rules.refusals import BadPaper
from answerable.kernel.apart.child import answer_once


def answer(body: bytes) -> dict[str, object]:
    """Read a file: its paragraphs, or why not."""
    try:
        return {"paragraphs": paragraphs_of(body)}
    except BadPaper as bad:
        return {"refused": bad.code}
    except (MemoryError, RecursionError):
        return {"refused": "too_heavy"}
    except (
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        KeyError,
    ):
        return {"refused": "unreadable"}


if __name__ == "__main__":
    answer_once(answer)
