"""Questions of the press: taken in, acknowledged, answered with a passed text or a published answer, or declined."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as clock_queries
from answerable.office.people import queries as people
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.rules import hash_of
from answerable.response.letters.events import InquiryAnswered
from answerable.response.letters.models import Contact as ContactRow
from answerable.response.letters.models import Inquiry
from answerable.response.letters.queries.contacts import sealed
from answerable.response.letters.queries.door import WORK, inquiry_to_work
from answerable.response.letters.rules.clockwork import (
    CONTACT_DAYS,
    GATE,
    INQUIRY_RULE,
    days,
    inquiry_link,
    inquiry_subject,
)
from answerable.response.letters.rules.matter import Contact, cleaned, masked, one_line, shown_text
from answerable.response.letters.rules.references import Keys
from answerable.response.letters.rules.states import INQUIRY_MOVES, InquiryMove, InquiryState
from answerable.response.letters.rules.wording import Wording, is_address

STAGE = "press_answer"


@dataclass(frozen=True, slots=True)
class InquiryDraft:
    """A question as it was asked."""

    outlet: str
    title: str
    question: str
    received_at: datetime
    wanted_at: datetime
    unit: int
    contact: Contact
    keys: Keys
    case: int | None = None


@dataclass(frozen=True, slots=True)
class PressAnswer:
    """What the outlet is told: a text of our own, or the address of a published answer."""

    text: str = ""
    spokesperson: str = ""
    link: str = ""


def take_inquiry(draft: InquiryDraft, *, by: Actor, at: datetime) -> int:
    """Take a question of the press in; its clock ends when the outlet asked to have the answer."""
    by.need(WORK, unit=draft.unit)
    if draft.wanted_at <= draft.received_at:
        raise Anticipated(_("The deadline asked lies before the question."), _("Look at both times again."))
    own = draft.contact.own_words
    with transaction.atomic():
        row = Inquiry.objects.create(
            reference=draft.keys.reference.replace("L-", "Q-", 1),
            outlet=one_line(draft.outlet)[:200],
            title=masked(one_line(draft.title) or one_line(draft.question)[:60], own)[:200],
            question=shown_text(draft.question, own),
            unit_id=draft.unit,
            case=draft.case,
            received_at=min(draft.received_at, at),
            wanted_at=draft.wanted_at,
        )
        ContactRow.objects.create(inquiry=row, sealed=sealed(draft.contact))
        clocks.start(
            clocks.Start(
                subject=inquiry_subject(row.pk),
                title=f"{row.reference} {row.outlet}: {row.title}",
                link=inquiry_link(row.pk),
                stage=STAGE,
                since=row.received_at,
                due=row.wanted_at,
                ladder="fast",
                rule=INQUIRY_RULE,
                unit=row.unit_id,
            ),
            by=by,
            at=at,
        )
        _note("take_inquiry", row, by=by, at=at)
    return row.pk


def _note(act: str, row: Inquiry, *, by: Actor, at: datetime, **payload: object) -> None:
    record(f"letters.{act}", inquiry_subject(row.pk), by=by, at=at, reference=row.reference, **payload)


def acknowledge_inquiry(inquiry: int, *, by: Actor, at: datetime) -> None:
    """Note that the outlet was told that its question is being worked on; the clock runs on."""
    with transaction.atomic():
        row = inquiry_to_work(by, inquiry)
        rows = Inquiry.objects.filter(pk=row.pk)
        INQUIRY_MOVES.make(rows, InquiryState(row.state), InquiryMove.ACKNOWLEDGE, acknowledged_at=at)
        _note("acknowledge_inquiry", row, by=by, at=at)


def give_inquiry(inquiry: int, unit: int, *, by: Actor, at: datetime) -> None:
    """Let another unit own an inquiry."""
    with transaction.atomic():
        row = inquiry_to_work(by, inquiry)
        if unit not in people.unit_names([unit]) or row.state not in (
            InquiryState.RECEIVED,
            InquiryState.ACKNOWLEDGED,
        ):
            raise Anticipated(_("This inquiry can no longer be given to a unit."), _("Load the page again."))
        Inquiry.objects.filter(pk=row.pk).update(unit=unit)
        clocks.hand_on(inquiry_subject(row.pk), unit, by=by, at=at)
        _note("give_inquiry", row, by=by, at=at, unit=unit)


def tie_inquiry(inquiry: int, case: int, *, by: Actor, at: datetime) -> None:
    """Let an inquiry belong to a case."""
    with transaction.atomic():
        row = inquiry_to_work(by, inquiry)
        Inquiry.objects.filter(pk=row.pk).update(case=case)
        _note("tie_inquiry", row, by=by, at=at, case=case)


def press_wording(row: Inquiry) -> Wording:
    """Give what the outlet would be told, as its readers pass it."""
    return Wording(row.title, row.answer, row.spokesperson, row.link)


def press_text(row: Inquiry) -> str:
    """Give the text that is hashed and passed."""
    return press_wording(row).for_readers([row.reference])


def write_press_answer(inquiry: int, answer: PressAnswer, *, by: Actor, at: datetime) -> None:
    """Keep the text for the outlet and give it to its readers; what they passed of an older text is void."""
    with transaction.atomic():
        row = inquiry_to_work(by, inquiry)
        if row.state not in (InquiryState.RECEIVED, InquiryState.ACKNOWLEDGED):
            raise Anticipated(_("This inquiry is over."), _("Load the page again."))
        _check(answer)
        row.answer, row.spokesperson = cleaned(answer.text), one_line(answer.spokesperson)[:200]
        row.link = answer.link[:500]
        row.save(update_fields=["answer", "spokesperson", "link"])
        _note("write_press_answer", row, by=by, at=at)
        if row.answer:
            _to_readers(row, by=by, at=at)


def _check(answer: PressAnswer) -> None:
    if answer.link and not is_address(answer.link):
        raise Anticipated(
            _("This is no address of a published answer."), _("It begins with https:// or /answers/.")
        )
    if not answer.text.strip() and not answer.link.startswith("/answers/"):
        raise Anticipated(
            _("Write the answer, or give the address of one that the body has published."),
            _("A published answer begins with /answers/."),
        )
    if answer.text.strip() and not answer.spokesperson.strip():
        raise Anticipated(_("Say who answers: an outlet quotes a name."))


def _to_readers(row: Inquiry, *, by: Actor, at: datetime) -> None:
    text, subject = press_text(row), inquiry_subject(row.pk)
    open_already = reviews.review_of(subject) is not None
    if open_already:
        review.content_changed(subject, hash_of(text), text=text, title=row.title, by=by, at=at)
        return
    if by.person is None:
        raise Anticipated(
            pgettext_lazy("letter", "An answer is written by a person."),
            _("Sign in with the account of a person."),
        )
    request = review.Request(
        gate=GATE,
        subject=subject,
        title=f"{row.outlet}: {row.title}",
        link=inquiry_link(row.pk),
        content_hash=hash_of(text),
        unit=row.unit_id,
        author=by.person,
        text=text,
    )
    review.open_review(request, by=by, at=at)


def answer_inquiry(inquiry: int, *, by: Actor, at: datetime) -> None:
    """Note that the outlet has its answer: the text that passed its gate, or a published answer."""
    with transaction.atomic():
        row = inquiry_to_work(by, inquiry)
        if row.answer:
            reviews.require_passage(inquiry_subject(row.pk), hash_of(press_text(row)))
        elif not row.link:
            raise Anticipated(
                _("There is no answer yet."), _("Write it, or give the address of a published one.")
            )
        _end(row, InquiryMove.ANSWER, by=by, at=at)


def decline_inquiry(inquiry: int, reason: str, *, by: Actor, at: datetime) -> None:
    """Decline to answer, with the reason that the outlet is told."""
    with transaction.atomic():
        row = inquiry_to_work(by, inquiry)
        row.reason = masked(cleaned(reason)[:2000])
        if not row.reason:
            raise Anticipated(_("Give the reason: the outlet is told."))
        row.save(update_fields=["reason"])
        _end(row, InquiryMove.DECLINE, by=by, at=at)


def _end(row: Inquiry, move: InquiryMove, *, by: Actor, at: datetime) -> None:
    subject = inquiry_subject(row.pk)
    state = INQUIRY_MOVES.make(Inquiry.objects.filter(pk=row.pk), InquiryState(row.state), move, ended_at=at)
    clocks.meet(subject, STAGE, by=by, at=at)
    clocks.close(subject, by=by, at=at)
    kept = days(int(clock_queries.parameter("letters_contact_days", CONTACT_DAYS)))
    ContactRow.objects.filter(inquiry=row).update(delete_at=at + kept)
    _note(f"{move}_inquiry", row, by=by, at=at)
    publish(InquiryAnswered(row.pk, row.case, state.value, at))
