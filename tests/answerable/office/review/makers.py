"""An office with enough people for a gate, and reviews of theirs."""

from dataclasses import dataclass
from datetime import timedelta

from answerable.kernel.actor import Actor
from answerable.office.people.rules import PostKind
from answerable.office.review import actions, queries
from answerable.office.review.rules import hash_of
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_unit

TEXT = "No water in Mill Lane until six.\nA tank lorry stands at the school.\n"


@dataclass(frozen=True)
class Office:
    """The cast in one body: Chen writes, Ada, Emil and Boris read, Dana sits in another unit."""

    unit: int
    chen: Actor
    ada: Actor
    emil: Actor
    boris: Actor
    dana: Actor


def make_office() -> Office:
    """The body with its communications office, a department, and oversight apart."""
    body = make_unit(code="bureau", name="Water Bureau")
    office = make_unit(body, code="office", name="Office")
    supply = make_unit(body, code="supply", name="Supply")
    apart = make_unit(code="apart", name="Oversight")
    return Office(
        unit=supply.pk,
        ada=actor_of(make_member("Ada", PostKind.OFFICE, office)),
        boris=actor_of(make_member("Boris", PostKind.LEAD, body)),
        chen=actor_of(make_member("Chen", PostKind.LIAISON, supply)),
        dana=actor_of(make_member("Dana", PostKind.INSPECTOR, apart)),
        emil=actor_of(make_member("Emil", PostKind.SPOKESPERSON, body)),
    )


def hand_in(office: Office, text: str = TEXT, **changes) -> int:
    """Chen hands a text in."""
    fields = {
        "gate": "g-response",
        "subject": "answer:1",
        "title": "No water in Mill Lane",
        "link": "/respond/answers/1/",
        "content_hash": hash_of(text),
        "unit": office.unit,
        "author": office.chen.person,
        "text": text,
        **changes,
    }
    return actions.open_review(actions.Request(**fields), by=office.chen, at=NOON)


def take(
    review: int, by: Actor, *, text: str = TEXT, at=NOON + timedelta(hours=1), comment: str = ""
) -> None:
    """Read the text, tick everything and pass the step whose turn it is."""
    actions.note_reading(review, by=by, at=at)
    waiting = queries.review_page(by, review, at=at).current
    actions.pass_step(review, hash_of(text), waiting.checks if waiting else (), comment, by=by, at=at)
