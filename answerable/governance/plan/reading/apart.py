"""The parent's side: hands a paper to the limited child and believes nothing it says beyond its shape."""

from answerable.governance.plan.rules.numbering import Outline, outline
from answerable.governance.plan.rules.refusals import MOST_BYTES, BadPaper
from answerable.kernel.apart.parent import TooHeavy, ask_child


def read_outline(body: bytes) -> Outline:
    """Give the clauses and headings of a Word file, or raise BadPaper."""
    if len(body) > MOST_BYTES:
        raise BadPaper("too_large")
    try:
        told = ask_child("answerable.governance.plan.reading.child", body)
    except TooHeavy:
        raise BadPaper("too_heavy") from None
    if told.get("refused"):
        raise BadPaper(str(told["refused"]))
    found = outline(str(paragraph) for paragraph in told.get("paragraphs", []))
    if not found.sentences:
        raise BadPaper("no_clauses")
    return found
