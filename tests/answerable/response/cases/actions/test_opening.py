"""A case opens from whatever it starts with, holds the matter and never its author, and is one case only."""

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.queries import entries_of
from answerable.listening.signals.models import Signal
from answerable.office.clocks import queries as clocks
from answerable.response.cases import actions
from answerable.response.cases.models import Case, CaseLetter, CaseStory
from answerable.response.cases.queries import subject_of
from answerable.response.cases.rules.free_text import PointsAtPerson
from answerable.response.cases.rules.states import State
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, make_case, make_cast, opening
from tests.answerable.response.letters.makers import make_letter

pytestmark = pytest.mark.django_db


def test_a_case_opened_by_hand_is_seen_and_led_by_the_unit_that_was_chosen() -> None:
    cast = make_cast()
    row = Case.objects.get(pk=make_case(cast, at=NOON + HOUR))
    assert (row.state, row.unit, row.seen_at, row.opened_by) == (State.SEEN, cast.supply, NOON, "Ada")


def test_without_a_choice_the_unit_of_whoever_opens_it_leads() -> None:
    cast = make_cast()
    row = Case.objects.get(pk=make_case(cast, by=cast.chen, unit=None))
    assert row.unit == cast.supply


def test_a_telephone_number_in_the_matter_is_asked_about_and_then_masked() -> None:
    cast = make_cast()
    told = {"matter": "A reader called from 13812345678 about brown water."}
    with pytest.raises(PointsAtPerson) as asked:
        make_case(cast, **told)
    assert asked.value.counts == {"mobile": 1}
    assert not Case.objects.exists()
    row = Case.objects.get(pk=make_case(cast, personal="mask", **told))
    assert row.matter == "A reader called from *** about brown water."


def test_a_number_that_somebody_says_is_an_office_s_stays() -> None:
    cast = make_cast()
    row = Case.objects.get(pk=make_case(cast, matter="Office: 13812345678", personal="keep"))
    assert "13812345678" in row.matter
    assert entries_of(subject_of(row.pk))[0].payload["personal"] == "keep"  # type: ignore[index]


def test_a_case_cannot_have_been_seen_after_it_was_opened() -> None:
    cast = make_cast()
    row = Case.objects.get(pk=make_case(cast, seen_at=NOON + 5 * HOUR, at=NOON))
    assert row.seen_at == NOON


def test_stories_and_letters_belong_to_the_case() -> None:
    cast, story = make_cast(), make_story()
    letter = make_letter()
    case = make_case(cast, stories=(story.pk, story.pk, 999_999), letters=(letter.pk,))
    assert list(CaseStory.objects.values_list("case", "story")) == [(case, story.pk)]
    assert list(CaseLetter.objects.values_list("case", "letter")) == [(case, letter.pk)]
    letter.refresh_from_db()
    assert letter.case == case


def test_a_signal_is_taken_on_with_its_case() -> None:
    cast, signal = make_cast(), make_signal(watch=None, story=make_story())
    make_case(cast, signals=(signal.pk,))
    assert Signal.objects.get(pk=signal.pk).state == "taken"


def test_a_signal_leads_to_one_case_only_and_the_second_names_the_first() -> None:
    cast, signal = make_cast(), make_signal(watch=None, story=make_story())
    first = make_case(cast, signals=(signal.pk,))
    with pytest.raises(Anticipated, match=f"number {first}"):
        make_case(cast, signals=(signal.pk,))
    assert Case.objects.count() == 1


def test_a_letter_has_one_case_only() -> None:
    cast, letter = make_cast(), make_letter()
    make_case(cast, letters=(letter.pk,))
    with pytest.raises(Anticipated, match="about this already"):
        make_case(cast, letters=(letter.pk,))


def test_the_clocks_of_registering_and_assessing_run_from_when_it_was_seen(rules_in_force: None) -> None:
    cast = make_cast()
    case = make_case(cast, at=NOON + 2 * HOUR)
    found = clocks.clocks_of(subject_of(case), at=NOON + 2 * HOUR)
    assert {clock.stage for clock in found} == {"register", "assess"}
    assert {clock.since for clock in found} == {NOON}


def test_who_only_reads_cannot_open_one() -> None:
    cast = make_cast()
    with pytest.raises(NotAllowed):
        make_case(cast, by=cast.dana)


def test_a_title_is_needed() -> None:
    cast = make_cast()
    with pytest.raises(Anticipated, match="needs a title"):
        make_case(cast, title="  ")


def test_a_story_added_later_counts_once() -> None:
    cast, story = make_cast(), make_story()
    case = make_case(cast)
    actions.link_stories(case, (story.pk,), by=cast.ada, at=NOON)
    actions.link_stories(case, (story.pk,), by=cast.ada, at=NOON)
    assert CaseStory.objects.count() == 1


def test_an_opening_without_a_moment_was_seen_now() -> None:
    cast = make_cast()
    case = actions.open_case(opening(seen_at=None, unit=cast.supply.pk), by=cast.ada, at=NOON + HOUR)
    assert Case.objects.get(pk=case).seen_at == NOON + HOUR
