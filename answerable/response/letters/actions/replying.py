"""The reply: one text for one letter or many, out only when its gate was passed on exactly this text."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.rules import hash_of
from answerable.response.letters import mails
from answerable.response.letters.actions import noting, telling, timing
from answerable.response.letters.events import LetterAnswered
from answerable.response.letters.models import Letter, Reply
from answerable.response.letters.queries.door import letter_to_work, reply_to_work
from answerable.response.letters.rules.clockwork import GATE, reply_link, reply_subject
from answerable.response.letters.rules.states import (
    MOVES,
    OWED,
    REPLY_MOVES,
    TOLD_BY_HAND,
    UNSENT,
    Move,
    ReplyMove,
    ReplyState,
    State,
    StepKind,
    Told,
    Way,
)
from answerable.response.letters.rules.wording import Wording, is_address, personal_strings


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """What somebody wrote, and the letters that it answers."""

    wording: Wording
    letters: tuple[int, ...]
    language: str = ""


def draft_reply(draft: ReplyDraft, *, by: Actor, at: datetime) -> int:
    """Begin a reply to one letter or to several that ask the same."""
    with transaction.atomic():
        letters = _letters(draft, None, by=by)
        reply = Reply.objects.create(
            **_fields(draft, letters),
            unit_id=letters[0].unit_id,
            drafted_by_id=by.person,
            created_at=at,
        )
        _tie(reply, letters)
        record("letters.draft_reply", reply_subject(reply.pk), by=by, at=at, letters=_ids(letters))
    return reply.pk


def edit_reply(reply: int, draft: ReplyDraft, *, by: Actor, at: datetime) -> None:
    """Change a reply or the letters it answers; what readers passed before is void."""
    with transaction.atomic():
        row = reply_to_work(by, reply)
        letters = _letters(draft, row, by=by)
        fields = _fields(draft, letters)
        REPLY_MOVES.make(Reply.objects.filter(pk=row.pk), ReplyState(row.state), ReplyMove.EDIT, **fields)
        row.refresh_from_db()
        row.letters.exclude(pk__in=_ids(letters)).update(reply=None)
        _tie(row, letters)
        if row.state == ReplyState.IN_REVIEW:
            text = draft.wording.for_readers(letter.reference for letter in letters)
            review.content_changed(
                reply_subject(row.pk), row.content_hash, text=text, title=row.title, by=by, at=at
            )
        record("letters.edit_reply", reply_subject(row.pk), by=by, at=at, letters=_ids(letters))


def _ids(letters: list[Letter]) -> list[int]:
    return [letter.pk for letter in letters]


def _letters(draft: ReplyDraft, reply: Reply | None, *, by: Actor) -> list[Letter]:
    """Give the letters of a draft, or say why one of them cannot be answered by it."""
    if not draft.letters:
        raise Anticipated(_("A reply answers at least one letter."), _("Choose the letters."))
    letters = [letter_to_work(by, letter) for letter in sorted(set(draft.letters))]
    for letter in letters:
        if letter.state not in OWED:
            raise Anticipated(
                _("The letter %(reference)s waits for no answer.") % {"reference": letter.reference},
                _("Take it out of the reply."),
            )
        other = letter.reply
        if other is not None and other != reply and other.state != ReplyState.DROPPED:
            raise Anticipated(
                _("Somebody is writing a reply to the letter %(reference)s already.")
                % {"reference": letter.reference},
                _("Open that reply, or take the letter out of yours."),
            )
    _check(draft.wording, len(letters))
    return letters


def _check(wording: Wording, count: int) -> None:
    if wording.link and not is_address(wording.link):
        raise Anticipated(
            _("This is no address of a published answer."), _("It begins with https:// or /answers/.")
        )
    if count > 1 and personal_strings(wording):
        raise Anticipated(
            _(
                "This text holds a telephone number, an address or the like of a person, and goes to several askers."
            ),
            _("Take it out, or answer that asker alone."),
        )


def _fields(draft: ReplyDraft, letters: list[Letter]) -> dict[str, object]:
    wording = draft.wording
    text = wording.for_readers(letter.reference for letter in letters)
    return {
        "title": wording.title[:200],
        "text": wording.text,
        "signature": wording.signature[:200],
        "link": wording.link[:500],
        "language": draft.language or letters[0].language,
        "content_hash": hash_of(text),
    }


def _tie(reply: Reply, letters: list[Letter]) -> None:
    Letter.objects.filter(pk__in=_ids(letters)).update(reply=reply)


def wording_of(reply: Reply) -> Wording:
    """Give a reply's words."""
    return Wording(reply.title, reply.text, reply.signature, reply.link)


def text_for_readers(reply: Reply) -> str:
    """Give the text that the readers of a reply pass."""
    return wording_of(reply).for_readers(reply.letters.values_list("reference", flat=True))


def hand_in_reply(reply: int, *, by: Actor, at: datetime) -> int:
    """Give a reply to its readers; gives the review."""
    with transaction.atomic():
        row = reply_to_work(by, reply)
        if row.drafted_by_id is None:
            raise Anticipated(
                _("A reply is written by a person."), _("Sign in with the account of a person.")
            )
        if not row.text.strip() or not row.signature.strip():
            raise Anticipated(
                _("A reply needs its text and who signs it."), _("Nobody is answered by nobody.")
            )
        REPLY_MOVES.make(Reply.objects.filter(pk=row.pk), ReplyState(row.state), ReplyMove.HAND_IN)
        request = review.Request(
            gate=GATE,
            subject=reply_subject(row.pk),
            title=row.title,
            link=reply_link(row.pk),
            content_hash=row.content_hash,
            unit=row.unit_id,
            author=row.drafted_by_id,
            text=text_for_readers(row),
            authors=(by.person,) if by.person is not None else (),
        )
        made = review.open_review(request, by=by, at=at)
        record("letters.hand_in_reply", reply_subject(row.pk), by=by, at=at, review=made)
    return made


def drop_reply(reply: int, *, by: Actor, at: datetime) -> None:
    """Lay a reply aside; its letters wait as before."""
    with transaction.atomic():
        row = reply_to_work(by, reply)
        found = reviews.review_of(reply_subject(row.pk))
        REPLY_MOVES.make(Reply.objects.filter(pk=row.pk), ReplyState(row.state), ReplyMove.DROP)
        if found is not None and found.state == "open":
            review.withdraw(found.id, by=by, at=at)
        row.letters.update(reply=None)
        record("letters.drop_reply", reply_subject(row.pk), by=by, at=at)


def send_reply(reply: int, *, by: Actor, at: datetime) -> int:
    """Send a reply to every asker who can be reached; gives how many were told, the others are told by hand."""
    with transaction.atomic():
        row = reply_to_work(by, reply)
        reviews.require_passage(reply_subject(row.pk), row.content_hash)
        if hash_of(text_for_readers(row)) != row.content_hash:
            raise Anticipated(
                _("This is not the text that was passed."), _("Save it again; its readers look at it anew.")
            )
        REPLY_MOVES.make(Reply.objects.filter(pk=row.pk), ReplyState(row.state), ReplyMove.SEND, sent_at=at)
        record("letters.send_reply", reply_subject(row.pk), by=by, at=at, content_hash=row.content_hash)
        told = 0
        # One that was handed over or set aside meanwhile waits for no answer any more.
        for letter in row.letters.filter(state__in=OWED).select_related("unit").order_by("pk"):
            how = _way_back(letter)
            if how is None:
                telling.tell_unit(letter, "tell the asker by hand", "请人工告知来信人", "by-hand", at=at)
                continue
            if how is Told.MAIL:
                telling.write_to_asker(letter, partial(_answer, letter.reference, row), at=at)
            _answered(letter, row, how, by=by, at=at)
            told += 1
    return told


def _way_back(letter: Letter) -> Told | None:
    """Say how the system itself reaches an asker: by mail, or on the page whose code they were given."""
    if letter.has_mail:
        return Told.MAIL
    return Told.PAGE if letter.way == Way.FORM else None


def _answer(reference: str, reply: Reply, sender: mails.Sender, language: str) -> mails.Words:
    link = f"{settings.PUBLIC_ADDRESS}{reply.link}" if reply.link.startswith("/") else reply.link
    return mails.answered(reference, wording_of(reply), link, sender, reply.language or language)


def _answered(letter: Letter, reply: Reply, how: Told, *, by: Actor, at: datetime) -> None:
    on_time = timing.meet(letter, by=by, at=at)
    rows = Letter.objects.filter(pk=letter.pk)
    MOVES.make(rows, State(letter.state), Move.ANSWER, answered_at=at, told=how.value, was_on_time=on_time)
    # The text stays with the letter: a second answer after opening again does not take the first one away.
    noting.note(letter, StepKind.ANSWERED, answer_text(reply), by=by, at=at, reply=reply.pk, told=how.value)
    publish(LetterAnswered(letter.pk, letter.case, reply.pk, at))


def note_told(letter: int, how: Told, *, by: Actor, at: datetime) -> None:
    """Note that a person has told the asker the reviewed text; only now is the letter answered."""
    with transaction.atomic():
        row = letter_to_work(by, letter)
        if row.reply is None or row.reply.state != ReplyState.SENT or how not in TOLD_BY_HAND:
            raise Anticipated(
                _("There is no sent reply for this letter yet."), _("Write one and have it reviewed.")
            )
        _answered(row, row.reply, how, by=by, at=at)


def answer_text(reply: Reply) -> str:
    """Give the answer as the asker reads it."""
    return "\n\n".join(part for part in (reply.text, reply.signature, reply.link) if part)


def unsent(reply: Reply) -> bool:
    """Say whether a reply is still being written."""
    return reply.state in UNSENT
