"""Answers of the office: drafts, texts that passed their gate, published ones."""

from datetime import timedelta

from django.test import Client

from answerable.kernel.actor import Actor
from answerable.office.people.models import Account, Post
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.answers import actions
from answerable.response.answers.models import Answer
from answerable.response.answers.rules.states import Kind
from answerable.response.answers.rules.wording import Content, Known
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import Office

LATER = NOON + timedelta(hours=2)


def make_content(**changes) -> Content:
    """An answer about the water in Mill Lane."""
    fields = {
        "kind": Kind.ANSWER,
        "language": "en",
        "title": "When the water comes back in Mill Lane",
        "summary": "Water is back at six.",
        "question": "When do we have water again?",
        "body": "The main in Mill Lane is **repaired**. Water is back at six this evening.",
        "known": (Known("A main burst at 5:40", "Repair log of 2 March", "https://water.example/log"),),
        "topics": ("Water supply",),
        **changes,
    }
    return Content(**fields)


def speaking_post() -> int:
    """The post of the spokesperson."""
    return Post.objects.get(kind="spokesperson").pk


def make_draft(office: Office, **changes) -> int:
    """Chen's draft, which names Emil."""
    beginning = {"unit": office.unit, "spokesperson_post": speaking_post()}
    beginning |= {name: changes.pop(name) for name in ("cases", "translation_of", "unit") if name in changes}
    return actions.draft(
        actions.Beginning(content=make_content(**changes), **beginning), by=office.chen, at=NOON
    )


def change(
    office: Office, answer: int, *, by: Actor | None = None, at=LATER, note: str = "", **changes
) -> int:
    """Change the text that is being worked on."""
    version = Answer.objects.get(pk=answer).versions.get(state="work")
    edit = actions.Edit(make_content(**changes), version.edit, speaking_post(), note or version.note)
    return actions.edit(answer, edit, by=by or office.chen, at=at)


def read(answer: int, by: Actor, *, at=LATER) -> None:
    """Read an answer that was handed in and pass the step whose turn it is."""
    found = reviews.review_of(f"answer:{answer}")
    assert found is not None
    review.note_reading(found.id, by=by, at=at)
    step = reviews.review_page(by, found.id, at=at).current
    review.pass_step(found.id, found.content_hash, step.checks if step else (), "", by=by, at=at)


def pass_gate(office: Office, answer: int, *, at=LATER) -> None:
    """Hand a text in, and let three people read it."""
    actions.hand_in(answer, by=office.chen, at=at)
    for reader in (office.ada, office.emil, office.boris):
        read(answer, reader, at=at)


def publish(office: Office, answer: int, *, at=LATER) -> str:
    """Let a text pass its gate and publish it."""
    pass_gate(office, answer, at=at)
    return actions.publish(answer, speaking_post(), by=office.emil, at=at)


def make_published(office: Office, **changes) -> str:
    """A published answer; gives its address."""
    return publish(office, make_draft(office, **changes))


def sign_in(client: Client, name: str) -> None:
    """Sign somebody of the cast in."""
    client.force_login(Account.objects.get(username=name))
