"""What is done with a case on its pages."""

import pytest

from answerable.response.cases.models import Case, CaseStory
from answerable.response.cases.rules.states import State
from answerable.response.cases.views.deeds import DEEDS, MOVES
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.cases.makers import answered, assessed, assigned, make_case

pytestmark = pytest.mark.django_db


def state_of(case: int) -> str:
    """Where a case stands."""
    return Case.objects.get(pk=case).state


def test_a_case_is_registered_with_one_button(cast, as_) -> None:
    case = make_case(cast)
    assert as_("chen").post(f"/respond/cases/{case}/move/register/").status_code == 302
    assert state_of(case) == State.REGISTERED
    assert set(MOVES) == {"register", "respond", "follow"}


def test_a_move_nobody_knows_and_a_move_by_link_are_refused(cast, as_) -> None:
    case = make_case(cast)
    assert as_("ada").post(f"/respond/cases/{case}/move/answer/").status_code == 404
    assert as_("ada").get(f"/respond/cases/{case}/move/register/").status_code == 405
    assert as_("ada").get(f"/respond/cases/{case}/nonsense/").status_code == 404


@pytest.mark.parametrize("name", sorted(DEEDS))
def test_every_deed_has_a_page_with_one_form(cast, as_, name: str) -> None:
    case = assigned(cast)
    page = as_("boris").get(f"/respond/cases/{case}/{name}/").content.decode()
    assert page.count("<h1") == 1
    assert str(DEEDS[name].button) in page


def test_a_case_is_assigned_acknowledged_and_closed_with_words(cast, as_) -> None:
    case, client = assessed(cast), as_("boris")
    client.post(f"/respond/cases/{case}/assign/", {"unit": cast.repair.pk})
    assert Case.objects.get(pk=case).unit == cast.repair
    client.post(f"/respond/cases/{case}/acknowledge/", {"words": "On the site."})
    assert Case.objects.get(pk=case).acknowledged_how == "On the site."
    page = client.post(f"/respond/cases/{case}/close/", {"words": ""}).content.decode()
    assert "id_words-error" in page
    client.post(f"/respond/cases/{case}/close/", {"words": "Read twice."})
    assert state_of(case) == State.CLOSED
    client.post(f"/respond/cases/{case}/reopen/", {"words": "Once more."})
    assert state_of(case) == State.RESPONDING


def test_a_handover_is_made_and_confirmed(cast, as_) -> None:
    case, client = assigned(cast), as_("boris")
    client.post(f"/respond/cases/{case}/hand_over/", {"to": "County", "reason": "Theirs."})
    assert state_of(case) == State.HANDED_OVER
    client.post(f"/respond/cases/{case}/confirm/", {"words": "They said so."})
    assert Case.objects.get(pk=case).handovers.get().confirmed_how == "They said so."


def test_the_words_of_a_case_are_changed(cast, as_) -> None:
    case = make_case(cast)
    as_("ada").post(f"/respond/cases/{case}/matter/", {"title": "Iron", "matter": "From the main."})
    row = Case.objects.get(pk=case)
    assert (row.title, row.matter) == ("Iron", "From the main.")


def test_a_refusal_stands_in_the_form_with_what_was_typed(cast, as_) -> None:
    case, client = answered(cast), as_("ada")
    client.post(f"/respond/cases/{case}/acknowledge/", {"words": "On the site."})
    page = client.post(f"/respond/cases/{case}/acknowledge/", {"words": "On the account."}).content.decode()
    assert "On the account." in page
    assert "already" in page


def test_two_cases_are_merged_and_one_is_split(cast, as_) -> None:
    story = make_story()
    older, newer, client = make_case(cast, stories=(story.pk,)), make_case(cast), as_("ada")
    assert str(older) in client.get(f"/respond/cases/{newer}/merge/").content.decode()
    answer = client.post(f"/respond/cases/{newer}/merge/", {"into": older})
    assert answer["Location"] == f"/respond/cases/{older}/"
    assert story.title in client.get(f"/respond/cases/{older}/split/").content.decode()
    answer = client.post(f"/respond/cases/{older}/split/", {"title": "A part", "stories": [story.pk]})
    part = Case.objects.get(split_from=older)
    assert answer["Location"] == f"/respond/cases/{part.pk}/"
    assert CaseStory.objects.get().case == part


def test_with_no_other_case_there_is_nothing_to_merge_with(cast, as_) -> None:
    case = make_case(cast)
    assert "There is no other open case." in as_("ada").get(f"/respond/cases/{case}/merge/").content.decode()


def test_a_story_is_added_by_its_address(cast, as_) -> None:
    case, story, client = make_case(cast), make_story(), as_("ada")
    client.post(f"/respond/cases/{case}/stories/", {"story": f"https://a.example/listen/stories/{story.pk}/"})
    assert CaseStory.objects.get().story_id == story.pk
    page = client.post(f"/respond/cases/{case}/stories/", {"story": "what?"}, follow=True).content.decode()
    assert "paste its address" in page
