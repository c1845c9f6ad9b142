"""The media exercise under its clock."""

import pytest

from answerable.governance.training import actions
from answerable.governance.training.models import Exercise
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from tests.answerable.governance.training.makers import HOUR, make_cast, make_course, make_session
from tests.answerable.office.people.makers import NOON

pytestmark = pytest.mark.django_db
QUESTION = "Is the water safe to drink, yes or no?"


def begun(cast):
    """An exercise of Emil's in a course that Dana teaches."""
    course = make_course(cast, mock_question=QUESTION, mock_minutes=10)
    make_session(cast, course)
    return actions.begin_exercise(course, by=cast.emil, at=NOON)


def test_the_clock_runs_from_the_moment_the_question_is_seen():
    cast = make_cast()
    row = Exercise.objects.get(pk=begun(cast))
    assert (row.due_at - row.begun_at).total_seconds() == 600
    assert actions.begin_exercise(row.course_id, by=cast.emil, at=NOON + HOUR / 12) == row.pk
    assert actions.begin_exercise(row.course_id, by=cast.emil, at=NOON + HOUR) != row.pk


def test_an_answer_is_taken_in_late_too_and_only_once():
    cast = make_cast()
    exercise = begun(cast)
    with pytest.raises(Anticipated, match="nothing"):
        actions.hand_in_exercise(exercise, " ", by=cast.emil, at=NOON)
    actions.hand_in_exercise(exercise, "Do not drink it yet.", by=cast.emil, at=NOON + HOUR)
    with pytest.raises(Anticipated):
        actions.hand_in_exercise(exercise, "Again.", by=cast.emil, at=NOON + HOUR)
    assert Exercise.objects.get().text == "Do not drink it yet."


def test_the_trainer_writes_to_it_and_nobody_else_sees_it():
    cast = make_cast()
    exercise = begun(cast)
    actions.hand_in_exercise(exercise, "Do not drink it yet.", by=cast.emil, at=NOON)
    with pytest.raises(NotAllowed):
        actions.give_feedback(exercise, "Good.", by=cast.emil, at=NOON)
    with pytest.raises(NotFound):
        actions.give_feedback(exercise, "Good.", by=cast.fang, at=NOON)
    actions.give_feedback(exercise, "Short and clear.", by=cast.dana, at=NOON)
    assert Exercise.objects.get().feedback == "Short and clear."


def test_the_person_deletes_their_words_and_what_was_written_to_them():
    cast = make_cast()
    exercise = begun(cast)
    actions.hand_in_exercise(exercise, "Do not drink it yet.", by=cast.emil, at=NOON)
    actions.give_feedback(exercise, "Short and clear.", by=cast.dana, at=NOON)
    with pytest.raises(NotAllowed):
        actions.delete_text(exercise, by=cast.dana, at=NOON)
    actions.delete_text(exercise, by=cast.emil, at=NOON)
    row = Exercise.objects.get()
    assert (row.text, row.feedback) == ("", "")
    with pytest.raises(Anticipated):
        actions.give_feedback(exercise, "Again.", by=cast.dana, at=NOON)
