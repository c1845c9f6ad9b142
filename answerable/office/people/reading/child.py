"""The limited child: `python -m answerable.office.people.reading.child`. One file in, one JSON object out."""

from answerable.kernel.apart.child import answer_once
from answerable.office.people.reading.table import rows_of
from answerable.office.people.rules.roster_reasons import BadRoster


def answer(body: bytes) -> dict[str, object]:
    """Read a file: its rows, or why not."""
    try:
        return {"rows": rows_of(body)}
    except BadRoster as bad:
        return {"refused": bad.code, "details": bad.details}
    except (MemoryError, RecursionError):
        return {"refused": "too_heavy", "details": {}}


if __name__ == "__main__":
    answer_once(answer)
