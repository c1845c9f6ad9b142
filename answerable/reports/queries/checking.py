"""What the regulation on official documents says of a paper before it goes out."""

import re

from answerable.office.people import queries as people
from answerable.reports.kinds import KINDS
from answerable.reports.models import Paper
from answerable.reports.queries.content import composed
from answerable.reports.rules.names import name_in
from answerable.reports.rules.validator import Body, Draft, Remark, validate

#: Outside brackets: 各县（市、区）人民政府 is one.
_JOINED = re.compile(r"[、，,；;](?![^（(]*[）)])")


def bodies_in(addressee: str, direction: str) -> tuple[str, ...]:
    """Give the bodies to which a document goes upward one by one; below and beside they may be told in one word."""
    found = _JOINED.split(addressee) if direction == "up" else [addressee]
    return tuple(one.strip() for one in found if one.strip())


def remarks_of(row: Paper) -> tuple[Remark, ...]:
    """Look at an official paper; a plain one follows no such rules. Its number comes when it is sent."""
    if not row.official or not row.document_kind:
        return ()
    body, direction = people.body(), KINDS[row.kind].about.direction
    text = tuple(
        line for passage in composed(row.passages.all()) for line in passage.words.split("\n") if line.strip()
    )
    draft = Draft(
        kind=row.document_kind,
        direction=direction,  # type: ignore[arg-type]
        title=row.title,
        text=text,
        addressees=tuple(Body(one) for one in bodies_in(row.addressee, direction)),
        copies=tuple(Body(one) for one in row.copies.split("\n") if one.strip()),
        signer=row.signer,
        urgency=row.urgency,
        issuer=name_in(body.name if body else row.unit.name, row.language),
        number=row.numbered.written if hasattr(row, "numbered") else "",
    )
    return tuple(one for one in validate(draft) if one.code != "number" or hasattr(row, "numbered"))
