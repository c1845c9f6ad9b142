"""Hand-written makers of courses and sessions, and the cast that learns."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

from answerable.governance.training import actions
from answerable.governance.training.actions import CourseDraft, SessionDraft
from answerable.governance.training.rules.quiz import QuizQuestion
from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_unit

QUIZ = (
    QuizQuestion("Who answers to a rumour?", ("nobody", "the named spokesperson"), 1),
    QuizQuestion("What is said first?", ("what is known", "who is to blame"), 0),
)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def make_cast():
    """Ada of the office, Dana who inspects, Emil and Fang who speak."""
    body = make_unit(name="Bureau")
    accounts = {
        "ada": make_member("Ada", PostKind.OFFICE, body),
        "dana": make_member("Dana", PostKind.INSPECTOR, body),
        "emil": make_member("Emil", PostKind.SPOKESPERSON, body),
        "fang": make_member("Fang", PostKind.KEEPER, body),
    }
    actors = {name: actor_of(account) for name, account in accounts.items()}
    return SimpleNamespace(body=body, accounts=accounts, **actors)


def make_course(cast, **changes):
    """A course of two hours."""
    fields = {"name": "Speaking to the press", "unit": cast.body.pk, "hours": Decimal(2)}
    return actions.save_course(CourseDraft(**{**fields, **changes}), by=cast.ada, at=NOON)


def make_session(cast, course, *, begins_at=NOON + HOUR, **changes):
    """A session that Dana gives."""
    fields = {"course": course, "begins_at": begins_at, "trainer": cast.dana.person}
    return actions.plan_session(SessionDraft(**{**fields, **changes}), by=cast.ada, at=NOON)


def attended(cast, course, *people, at=NOON + 3 * HOUR, **changes):
    """A session that took place, signed by its trainer."""
    session = make_session(cast, course, **changes)
    persons = [person.person for person in people]
    actions.enter(session, persons, by=cast.ada, at=NOON)
    actions.sign_for(session, persons, by=cast.dana, at=at)
    return session
