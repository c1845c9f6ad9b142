"""What a paper holds now: its passages, its words for the gate, and the document that layouts set."""

import hashlib
from collections.abc import Iterable

from answerable.office.people import queries as people
from answerable.office.people.queries import day_of
from answerable.reports.kinds.composing import Passage as Composed
from answerable.reports.kinds.composing import body_of
from answerable.reports.kinds.records import block_of
from answerable.reports.layouts.document import Block, Document, Source
from answerable.reports.models import Paper, Passage
from answerable.reports.rules.names import name_in
from answerable.reports.rules.passages import Kept
from answerable.reports.rules.periods import named
from answerable.reports.rules.told import Told

DRAFTED = Told(
    "Some passages were drafted by a language model and nobody has taken them over.",
    "部分段落由语言模型起草，尚未经人工确认。",
)
DRAFT = Told("Draft", "草稿")


def kept_of(row: Passage) -> Kept:
    """Give a passage as plain values."""
    return Kept(row.machine, row.before, row.own, row.own_from, row.gone)


def shown_blocks(row: Passage) -> tuple[Block, ...]:
    """Give the blocks below a passage: what is not written yet goes where a person has written."""
    return tuple(block_of(record) for record in row.blocks if not (record["is"] == "missing" and row.own))


def composed(rows: Iterable[Passage]) -> tuple[Composed, ...]:
    """Give passages as they are printed: a person's words where they wrote some."""
    return tuple(
        Composed(
            row.key,
            row.heading,
            kept_of(row).words,
            tuple(Source(title, link) for title, link in row.sources),
            shown_blocks(row),
        )
        for row in rows
    )


def wording(row: Paper) -> str:
    """Give the words that the readers of the gate see and sign: head, passages, and the figures below them."""
    lines = [row.title, row.addressee, row.copies, row.signer]
    # Only where there are any: what was signed before there were such marks keeps its hash.
    lines += [row.urgency] if row.urgency else []
    lines += [f"{row.layout} (SHA-256 {row.layout.sha256})"] if row.layout else []
    for passage in row.passages.all():
        lines += ["", passage.heading, kept_of(passage).words]
        lines += [_line(record) for record in passage.blocks]
    return "\n".join(lines)


def _line(record: dict[str, object]) -> str:
    held = record.get("rows") or record.get("items") or record.get("text")
    rows = held if isinstance(held, list) else [held]
    return "\n".join(
        " | ".join("—" if cell is None else _plain(cell) for cell in row)
        if isinstance(row, list)
        else str(row)
        for row in rows
    )


def _plain(cell: object) -> str:
    return str(cell["day"]) if isinstance(cell, dict) else str(cell)


def hash_of(row: Paper) -> str:
    """Give the SHA-256 of a paper's words."""
    return hashlib.sha256(wording(row).encode()).hexdigest()


def document_of(row: Paper, *, number: str = "", site: str = "") -> Document:
    """Give the document that layouts set."""
    passages = list(row.passages.all())
    notices = []
    if row.signed_at is None:
        notices.append(DRAFT.said(row.language))
    if any(passage.drafted for passage in passages):
        notices.append(DRAFTED.said(row.language))
    given = number or (row.numbered.written if hasattr(row, "numbered") else "")
    body = people.body()
    return Document(
        kind="official" if row.official else "plain",
        language="zh-hans" if row.language.startswith("zh") else "en",
        title=row.title,
        body=body_of(composed(passages)),
        issuer=name_in(body.name if body else row.unit.name, row.language),
        number=given,
        subtitle=named(row.period_begin, row.period_end).said(row.language),
        signer=row.signer,
        addressees=(row.addressee,) if row.addressee else (),
        urgency=row.urgency,
        copies=tuple(one.strip() for one in row.copies.split("\n") if one.strip()),
        dated=day_of(row.signed_at) if row.signed_at else None,
        notices=tuple(notices),
        site=site,
    )
