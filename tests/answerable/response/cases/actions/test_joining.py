"""Merging and splitting lose nothing and win no time."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.office.clocks import queries as clocks
from answerable.response.cases import actions
from answerable.response.cases.actions import Splitting
from answerable.response.cases.models import Answer, Assessment, Case, CaseSignal, CaseStory, Fact, Task
from answerable.response.cases.queries import subject_of
from answerable.response.cases.rules.states import State
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assessed,
    assigned,
    closed,
    fact,
    make_case,
    make_cast,
    registered,
)
from tests.answerable.response.letters.makers import make_letter

pytestmark = pytest.mark.django_db
LATER = {"seen_at": NOON + HOUR, "at": NOON + HOUR}


def test_the_case_seen_first_stands_whichever_way_round_it_is_asked() -> None:
    cast = make_cast()
    older, newer = make_case(cast), make_case(cast, **LATER)
    assert actions.merge(older, newer, by=cast.ada, at=NOON + 2 * HOUR) == older
    gone = Case.objects.get(pk=newer)
    assert (gone.state, gone.merged_into_id) == (State.MERGED, older)
    assert Case.objects.get(pk=older).state == State.SEEN


def test_everything_of_the_merged_case_moves_and_what_both_have_stays_once() -> None:
    cast, story, other = make_cast(), make_story(), make_story(("A second story", "A second story again"))
    letter, signal = make_letter(), make_signal(watch=None, story=story)
    older = make_case(cast, stories=(story.pk,))
    newer = make_case(cast, stories=(story.pk, other.pk), letters=(letter.pk,), signals=(signal.pk,), **LATER)
    actions.add_fact(newer, fact(), by=cast.ada, at=NOON + HOUR)
    actions.set_task(
        newer, actions.TaskDraft(cast.repair.pk, "Flush.", NOON + 9 * HOUR), by=cast.ada, at=NOON + HOUR
    )
    actions.merge(newer, older, by=cast.ada, at=NOON + 2 * HOUR)
    assert set(CaseStory.objects.values_list("case", "story")) == {(older, story.pk), (older, other.pk)}
    assert (
        Fact.objects.get().case_id == Task.objects.get().case_id == CaseSignal.objects.get().case_id == older
    )
    letter.refresh_from_db()
    assert letter.case == older


def test_the_graver_level_of_the_merged_case_holds_from_the_older_moment(rules_in_force: None) -> None:
    cast = make_cast()
    older = make_case(cast)
    newer = assessed(cast, marks={"harm": 3}, **LATER)
    actions.merge(newer, older, by=cast.ada, at=NOON + 2 * HOUR)
    row = Case.objects.get(pk=older)
    assert (row.level, row.state) == ("major", State.ASSESSED)
    found = {clock.stage: clock.since for clock in clocks.clocks_of(subject_of(older), at=NOON + 2 * HOUR)}
    assert found["publish_authoritative_info"] == NOON
    left = clocks.clocks_of(subject_of(newer), at=NOON + 2 * HOUR)
    assert not [clock for clock in left if clock.state in ("running", "breached")]


def test_a_lighter_level_of_the_merged_case_changes_nothing() -> None:
    cast = make_cast()
    older = assessed(cast, marks={"harm": 3})
    newer = assessed(cast, marks={}, **LATER)
    actions.merge(newer, older, by=cast.ada, at=NOON + 2 * HOUR)
    assert Case.objects.get(pk=older).level == "major"


def test_times_keep_the_earliest_and_counts_add_up() -> None:
    cast = make_cast()
    older, newer = make_case(cast), answered(cast, **LATER)
    actions.note_verdict(newer, True, by=cast.ada, at=NOON + 4 * HOUR)
    actions.merge(newer, older, by=cast.ada, at=NOON + 5 * HOUR)
    row = Case.objects.get(pk=older)
    assert (row.helped, row.judged_at) == (1, NOON + 4 * HOUR)
    assert Answer.objects.get().case_id == older


def test_an_answer_to_the_merged_case_answers_the_one_that_stands() -> None:
    cast = make_cast()
    older, newer = make_case(cast), answered(cast, **LATER)
    actions.merge(newer, older, by=cast.ada, at=NOON + 5 * HOUR)
    row = Case.objects.get(pk=older)
    assert (row.answered_at, row.spokesperson, row.state) == (NOON + HOUR, "Emil", State.ANSWERED)


def test_an_ended_case_cannot_be_merged() -> None:
    cast = make_cast()
    case, _review = closed(cast)
    with pytest.raises(Moved):
        actions.merge(case, make_case(cast), by=cast.ada, at=NOON + 50 * HOUR)


def test_a_case_cannot_be_merged_with_itself_or_with_what_is_out_of_reach() -> None:
    cast = make_cast()
    case = make_case(cast)
    with pytest.raises(Anticipated, match="itself"):
        actions.merge(case, case, by=cast.ada, at=NOON)
    hidden = make_case(cast, unit=cast.repair.pk)
    with pytest.raises(NotFound):
        actions.merge(case, hidden, by=cast.chen, at=NOON)


def test_a_part_split_off_was_seen_when_the_first_was_and_keeps_level_and_lead(rules_in_force: None) -> None:
    cast, story = make_cast(), make_story()
    case = assigned(cast, stories=(story.pk,))
    new = actions.split(
        case, Splitting("The school's water", "", stories=(story.pk,)), by=cast.chen, at=NOON + 5 * HOUR
    )
    row = Case.objects.get(pk=new)
    assert (row.seen_at, row.level, row.unit, row.split_from_id) == (NOON, "considerable", cast.supply, case)
    assert (row.state, list(row.stories.values_list("story", flat=True))) == (State.ASSESSED, [story.pk])
    found = {clock.stage: clock.since for clock in clocks.clocks_of(subject_of(new), at=NOON + 5 * HOUR)}
    assert found["publish_response"] == NOON
    assert Assessment.objects.get(case=new).taken_over


def test_what_is_split_off_an_answered_case_is_a_question_seen_now() -> None:
    cast = make_cast()
    new = actions.split(answered(cast), Splitting("The bill", ""), by=cast.ada, at=NOON + 5 * HOUR)
    row = Case.objects.get(pk=new)
    assert (row.seen_at, row.answered_at) == (NOON + 5 * HOUR, None)


def test_what_is_split_off_before_registering_is_registered_by_itself() -> None:
    cast = make_cast()
    new = actions.split(make_case(cast), Splitting("The bill", ""), by=cast.ada, at=NOON + HOUR)
    assert Case.objects.get(pk=new).state == State.SEEN


def test_what_is_split_off_before_assessing_waits_for_two_opinions_of_its_own() -> None:
    cast = make_cast()
    new = actions.split(registered(cast), Splitting("The bill", ""), by=cast.ada, at=NOON + HOUR)
    assert Case.objects.get(pk=new).state == State.REGISTERED
    assert Assessment.objects.get(case=new).state == "open"


def test_a_story_that_is_not_in_the_case_cannot_be_split_off() -> None:
    cast, story = make_cast(), make_story()
    case = make_case(cast)
    with pytest.raises(Anticipated, match="no longer in this case"):
        actions.split(case, Splitting("The bill", "", stories=(story.pk,)), by=cast.ada, at=NOON)
    assert Case.objects.count() == 1
