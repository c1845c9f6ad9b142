"""The limited child: `python -m answerable.reports.templates_of_the_body.child`. One file in, one JSON object out."""

from answerable.kernel.apart.child import answer_once
from answerable.reports.templates_of_the_body.looking import look_at
from answerable.reports.templates_of_the_body.refusals import Reason, TemplateRefused


def answer(body: bytes) -> dict[str, object]:
    """Look at a file: its places, and every reason against it."""
    try:
        found = look_at(body)
    except TemplateRefused as refused:
        return {"places": [], "reasons": [_record(refused.reason)]}
    except (MemoryError, RecursionError):
        return {"places": [], "reasons": [_record(Reason("too-heavy"))]}
    return {"places": list(found.names), "reasons": [_record(one) for one in found.reasons]}


def _record(reason: Reason) -> list[object]:
    return [reason.code, [list(pair) for pair in reason.details]]


if __name__ == "__main__":
    answer_once(answer)
