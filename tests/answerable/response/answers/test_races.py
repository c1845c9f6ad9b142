"""Two people in the same moment, each with a connection of their own."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from answerable.kernel.errors import Anticipated
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.models import Step
from answerable.office.review.rules import StepState
from answerable.response.answers import actions
from answerable.response.answers.models import Answer, Version
from answerable.response.answers.queries.rows import hash_of_version
from answerable.response.answers.rules.states import VersionState
from tests.answerable.response.answers.makers import (
    LATER,
    make_content,
    make_draft,
    pass_gate,
    read,
    speaking_post,
)

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 4


def at_once(*acts: Callable[[], object]) -> list[bool]:
    """Do several things at the same time; give for each whether it was done, and let every surprise out."""
    done, surprises = [False] * len(acts), []
    start = threading.Barrier(len(acts))

    def run(place: int, act: Callable[[], object]) -> None:
        try:
            start.wait(timeout=30)
            act()
            done[place] = True
        except Anticipated:
            pass
        except Exception as surprise:  # noqa: BLE001 - handed to the test below
            surprises.append(surprise)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert surprises == []
    return done


def test_an_edit_and_a_publication_at_once_never_publish_what_nobody_read(office) -> None:
    for number in range(ROUNDS):
        answer = make_draft(office, title=f"Water {number}")
        pass_gate(office, answer)
        unread = actions.Edit(make_content(body="Nobody read this."), 1, speaking_post())
        edited, published = at_once(
            lambda a=answer, e=unread: actions.edit(a, e, by=office.chen, at=LATER),
            lambda a=answer: actions.publish(a, speaking_post(), by=office.emil, at=LATER),
        )
        assert edited + published == 1
        version = Version.objects.get(answer=answer)
        assert ("Nobody" in version.html) is False
        if published:
            assert hash_of_version(Answer.objects.get(pk=answer), version) == version.published_hash


def test_two_publications_at_once_are_one(office) -> None:
    for number in range(ROUNDS):
        answer = make_draft(office, title=f"Water {number}")
        pass_gate(office, answer)
        done = at_once(
            lambda a=answer: actions.publish(a, speaking_post(), by=office.emil, at=LATER),
            lambda a=answer: actions.publish(a, speaking_post(), by=office.ada, at=LATER),
        )
        assert sum(done) == 1
        assert Version.objects.filter(answer=answer, state=VersionState.PUBLISHED).count() == 1


def test_two_readers_at_the_same_step_are_one_reading(office) -> None:
    for number in range(ROUNDS):
        answer = make_draft(office, title=f"Water {number}")
        opened = actions.hand_in(answer, by=office.chen, at=LATER)
        for reader in (office.ada, office.emil):
            review.note_reading(opened, by=reader, at=LATER)
        page = reviews.review_page(office.ada, opened, at=LATER)
        said = (opened, page.review.content_hash, page.current.checks, "")
        done = at_once(
            lambda s=said: review.pass_step(*s, by=office.ada, at=LATER),
            lambda s=said: review.pass_step(*s, by=office.emil, at=LATER),
        )
        # The slower one may find the second step waiting, whose checks they have not ticked: then nothing is passed.
        assert sum(done) == 1
        assert Step.objects.filter(review=opened, state=StepState.PASSED).count() == 1


def test_a_reader_who_presses_twice_passes_once(office) -> None:
    answer = make_draft(office)
    opened = actions.hand_in(answer, by=office.chen, at=LATER)
    review.note_reading(opened, by=office.ada, at=LATER)
    page = reviews.review_page(office.ada, opened, at=LATER)
    checks = ("proofread", "wording", "links", "facts", "basis", "pii", "secrecy")
    press = lambda: review.pass_step(opened, page.review.content_hash, checks, "", by=office.ada, at=LATER)  # noqa: E731
    assert sum(at_once(press, press)) == 1


def test_the_last_reading_and_an_edit_at_once_leave_no_gate_passed_for_the_new_text(office) -> None:
    for number in range(ROUNDS):
        answer = make_draft(office, title=f"Water {number}")
        opened = actions.hand_in(answer, by=office.chen, at=LATER)
        read(answer, office.ada)
        read(answer, office.emil)
        review.note_reading(opened, by=office.boris, at=LATER)
        page = reviews.review_page(office.boris, opened, at=LATER)
        said = (opened, page.review.content_hash, page.current.checks, "")
        changed = actions.Edit(make_content(body="Changed."), 1, speaking_post())
        at_once(
            lambda s=said: review.pass_step(*s, by=office.boris, at=LATER),
            lambda a=answer, c=changed: actions.edit(a, c, by=office.chen, at=LATER),
        )
        version = Version.objects.get(answer=answer)
        content_hash = hash_of_version(Answer.objects.get(pk=answer), version)
        assert reviews.passage(f"answer:{answer}", content_hash) is None


def test_two_who_hand_in_at_once_open_one_review(office) -> None:
    answer = make_draft(office)
    done = at_once(
        lambda: actions.hand_in(answer, by=office.chen, at=LATER),
        lambda: actions.hand_in(answer, by=office.ada, at=LATER),
    )
    assert sum(done) == 1


def test_two_corrections_at_once_are_one(office) -> None:
    answer = make_draft(office)
    pass_gate(office, answer)
    actions.publish(answer, speaking_post(), by=office.emil, at=LATER)
    done = at_once(
        lambda: actions.correct(answer, "The hour.", by=office.chen, at=LATER),
        lambda: actions.withdraw(answer, "All of it.", by=office.ada, at=LATER),
    )
    assert sum(done) == 1
    assert Version.objects.filter(answer=answer, state=VersionState.WORK).count() == 1
