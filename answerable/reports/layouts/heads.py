"""The lines of an official document outside its body, worded once for every form (GB/T 9704-2012, 7.2 to 7.4)."""

from dataclasses import dataclass

from answerable.reports.layouts.document import Document
from answerable.reports.layouts.titles import lines_of_title
from answerable.reports.layouts.values import day, hexagonal
from answerable.reports.layouts.words import words_of
from answerable.reports.rules.signs import ems, line

#: The mark fills at most the text area of 156 mm (442 pt); no mark is set larger than this (chosen by eye).
MARK_MAX = 48.0
MARK_ROOM = 430.0
#: The date stands four characters in from the right where a seal is set (7.3.5.1).
DATE_IN = 4.0
#: A last paragraph of up to six lines goes to the page of the signature as a whole; a longer one is broken by itself.
HELD_MAX = 168


@dataclass(frozen=True, slots=True)
class Heads:
    """The head, the signature and the colophon as lines; empty is left out."""

    mark: str
    mark_size: float
    corner: tuple[str, ...]
    number: str
    signer_label: str
    signer: str
    title: str
    title_lines: tuple[str, ...]
    addressees: str
    attachments_label: str
    attachments: tuple[str, ...]
    issuer: str
    issuer_in: float
    dated: str
    date_in: float
    note: str
    copies: str
    printer: str
    printed: str
    notices: tuple[str, ...]


def heads_of(document: Document) -> Heads:
    """Word the head and the foot of an official document."""
    words, chinese = words_of(document.language), document.language.startswith("zh")
    issuer = line(document.issuer)
    mark = issuer if not words.mark or issuer.endswith(words.mark) or not issuer else f"{issuer}{words.mark}"
    dated = day(document.dated, document.language) if document.dated else ""
    printed_on = document.printed_on or document.dated
    printed = f"{day(printed_on, document.language)}{words.issued}" if printed_on else ""
    if not chinese and printed:
        printed = f"{words.issued} {day(printed_on, document.language)}" if printed_on else ""
    addressees = words.comma.join(line(one) for one in document.addressees)
    copies = words.comma.join(line(one) for one in document.copies)
    names = tuple(line(one) for one in document.attachments)
    title = line(document.title)
    return Heads(
        mark=mark,
        mark_size=round(min(MARK_MAX, MARK_ROOM / max(ems(mark), 1.0)), 1),
        corner=tuple(line(one) for one in (document.serial, document.secrecy, document.urgency) if one),
        number=hexagonal(document.number) if chinese else line(document.number),
        signer_label=words.signer,
        signer=line(document.signer),
        title=title,
        title_lines=lines_of_title(title) if chinese else (title,),
        addressees=f"{addressees}{words.colon}" if addressees else "",
        attachments_label=words.attachments,
        attachments=tuple(f"{place}. {one}" for place, one in enumerate(names, 1))
        if len(names) > 1
        else names,
        issuer=issuer,
        issuer_in=max(0.0, DATE_IN + (ems(dated) - ems(issuer)) / 2),
        dated=dated,
        date_in=DATE_IN,
        note=f"{words.brackets[0]}{line(document.note)}{words.brackets[1]}" if document.note else "",
        copies=f"{words.copies}{copies}{words.stop}" if copies else "",
        printer=line(document.printer) or issuer,
        printed=printed,
        notices=tuple(line(one) for one in document.notices),
    )
