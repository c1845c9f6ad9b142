"""Prepared answers lie beside the cases that open, and become drafts of answers there."""

import pytest

from answerable.kernel.errors import Anticipated, NotFound
from answerable.response.answers import queries as answers
from answerable.response.answers.models import Version
from answerable.response.cases.actions import link_stories
from answerable.response.foresight import actions
from answerable.response.foresight.jobs import look_all
from answerable.response.foresight.models import Lying, Use
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.cases.makers import make_case
from tests.answerable.response.foresight.makers import DAY, HOUR, NOON, finished, released, row_of

RISE = "The water price is a rise for all"


def test_a_case_whose_words_speak_of_a_watched_release_finds_its_answers(cast) -> None:
    release = released(cast, at=NOON)
    case = make_case(cast, title="Bills", matter="The new price of water is not understood.", at=NOON + HOUR)
    lies = Lying.objects.get()
    assert (lies.release_id, lies.case_id, lies.found_by) == (release, case, "water price")


def test_a_case_from_a_story_that_speaks_of_it_finds_them_too(cast) -> None:
    released(cast, at=NOON)
    story = make_story((RISE,), at=NOON + HOUR)
    look_all(at=NOON + HOUR)
    case = make_case(cast, title="Unrest", matter="", stories=(story.pk,), at=NOON + 2 * HOUR)
    assert Lying.objects.get().case_id == case


def test_a_story_that_joins_a_case_later_is_found_at_the_next_look(cast) -> None:
    released(cast, at=NOON)
    case = make_case(cast, title="Unrest", matter="", at=NOON + HOUR)
    story = make_story((RISE,), at=NOON + HOUR)
    link_stories(case, (story.pk,), by=cast.chen, at=NOON + HOUR)
    assert not Lying.objects.exists()
    look_all(at=NOON + 2 * HOUR)
    look_all(at=NOON + 3 * HOUR)
    assert Lying.objects.get().case_id == case


def test_other_cases_and_cases_of_other_times_find_nothing(cast) -> None:
    make_case(cast, title="The water price", at=NOON)
    released(cast, at=NOON + HOUR)
    make_case(cast, title="The bridge", at=NOON + 2 * HOUR)
    assert not Lying.objects.exists()
    finished(cast, at=NOON + 2 * HOUR, title="Second")
    make_case(cast, title="The water price", at=NOON + 30 * DAY)
    assert not Lying.objects.exists()


def test_a_prepared_answer_becomes_a_draft_with_its_basis_and_its_speaker(cast) -> None:
    release = released(cast, at=NOON)
    case = make_case(cast, title="The water price", at=NOON + HOUR)
    prepared = row_of(release).prepared.get(kind="question")
    answer = actions.take_up(prepared.pk, case, by=cast.chen, at=NOON + HOUR)
    version = Version.objects.get(answer=answer)
    assert (version.title, version.body) == ("Why does the price rise?", "The costs of treatment rose.")
    assert version.spokesperson_name == "Emil"
    assert [row.id for row in answers.answers_of_case(cast.chen, case)] == [answer]
    assert Use.objects.get().prepared_id == prepared.pk


def test_a_holding_line_becomes_a_first_release(cast) -> None:
    release = released(cast, at=NOON)
    case = make_case(cast, title="The water price", at=NOON + HOUR)
    line = row_of(release).prepared.get(kind="holding")
    answer = actions.take_up(line.pk, case, by=cast.chen, at=NOON + HOUR)
    assert [row.kind for row in answers.answers_of_case(cast.chen, case) if row.id == answer] == [
        "first_release"
    ]


def test_an_answer_is_begun_only_beside_its_case_and_only_from_words(cast) -> None:
    release = released(cast, at=NOON)
    prepared = row_of(release).prepared.get(kind="question")
    other = make_case(cast, title="The bridge", at=NOON + HOUR)
    with pytest.raises(NotFound):
        actions.take_up(prepared.pk, other, by=cast.chen, at=NOON + HOUR)
    case = make_case(cast, title="The water price", at=NOON + HOUR)
    prepared.text = ""
    prepared.save()
    with pytest.raises(Anticipated, match="No answer was prepared"):
        actions.take_up(prepared.pk, case, by=cast.chen, at=NOON + HOUR)
    with pytest.raises(NotFound):
        actions.take_up(prepared.pk, case, by=cast.fang, at=NOON + HOUR)
