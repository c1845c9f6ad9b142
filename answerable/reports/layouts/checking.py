"""Looks at a document that was composed, before it is signed: its plain values go to the validator."""

from collections.abc import Iterator, Mapping

from answerable.reports.layouts.document import Document, Heading, ListBlock, Paragraph
from answerable.reports.layouts.values import hexagonal
from answerable.reports.rules.validator import Body, Draft, Remark, validate
from answerable.reports.rules.validator_kinds import Direction


def remarks_on(
    document: Document,
    kind: str,
    direction: Direction,
    *,
    level: int | None = None,
    levels: Mapping[str, int] | None = None,
    matters: tuple[str, ...] = (),
) -> tuple[Remark, ...]:
    """Say what a document of a kind lacks or must not hold; levels are those of the bodies that it names."""
    known = levels or {}
    return validate(
        Draft(
            kind=kind,
            direction=direction,
            title=document.title,
            text=tuple(_text(document)),
            addressees=tuple(Body(name, known.get(name)) for name in document.addressees),
            copies=tuple(Body(name, known.get(name)) for name in document.copies),
            number=hexagonal(document.number),
            signer=document.signer,
            issuer=document.issuer,
            dated=document.dated is not None,
            secrecy=document.secrecy,
            serial=document.serial,
            urgency=document.urgency,
            level=level,
            matters=matters,
        )
    )


def _text(document: Document) -> Iterator[str]:
    for block in document.body:
        if isinstance(block, (Heading, Paragraph)):
            yield block.text
        elif isinstance(block, ListBlock):
            yield from block.items
