"""Opening a case on its page."""

import pytest

from answerable.response.cases.models import Case, CaseSignal, CaseStory
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.cases.makers import make_case
from tests.answerable.response.letters.makers import make_letter

pytestmark = pytest.mark.django_db


def typed(cast, **changes) -> dict[str, object]:
    """What somebody types."""
    said = {
        "title": "Brown water",
        "matter": "Since noon.",
        "seen_at": "2026-03-02T12:00",
        "unit": cast.supply.pk,
    }
    return {**said, **changes}


def test_a_signal_fills_the_form_and_becomes_part_of_the_case(cast, as_) -> None:
    story = make_story()
    signal = make_signal(watch=None, story=story, title="Water grows")
    client = as_("ada")
    page = client.get(f"/respond/cases/open/?signal={signal.pk}").content.decode()
    assert 'value="Water grows"' in page
    assert story.title in page
    answer = client.post("/respond/cases/open/", typed(cast, signal=signal.pk))
    case = Case.objects.get()
    assert answer["Location"] == f"/respond/cases/{case.pk}/"
    assert CaseSignal.objects.get().signal_id == signal.pk
    assert CaseStory.objects.get().story_id == story.pk


def test_a_signal_that_has_a_case_leads_there(cast, as_) -> None:
    signal = make_signal(watch=None, story=make_story())
    case = make_case(cast, signals=(signal.pk,))
    answer = as_("ada").get(f"/respond/cases/open/?signal={signal.pk}")
    assert answer["Location"] == f"/respond/cases/{case}/"


def test_a_story_shows_the_open_cases_about_it(cast, as_) -> None:
    story = make_story()
    make_case(cast, title="The very same", stories=(story.pk,))
    assert "The very same" in as_("ada").get(f"/respond/cases/open/?story={story.pk}").content.decode()


def test_a_letter_comes_along(cast, as_) -> None:
    letter = make_letter()
    as_("ada").post("/respond/cases/open/", typed(cast, letter=letter.pk))
    letter.refresh_from_db()
    assert letter.case == Case.objects.get().pk


def test_a_telephone_number_is_asked_about_and_nothing_typed_is_lost(cast, as_) -> None:
    client, words = as_("ada"), "Call 13812345678 since noon."
    page = client.post("/respond/cases/open/", typed(cast, matter=words)).content.decode()
    assert words in page
    assert 'name="personal"' in page
    assert not Case.objects.exists()
    client.post("/respond/cases/open/", typed(cast, matter=words, personal="mask"))
    assert Case.objects.get().matter == "Call *** since noon."


def test_a_clean_form_asks_nothing_about_persons(cast, as_) -> None:
    assert 'name="personal"' not in as_("ada").get("/respond/cases/open/").content.decode()


def test_an_empty_title_is_an_error_beside_its_field(cast, as_) -> None:
    page = as_("ada").post("/respond/cases/open/", typed(cast, title="")).content.decode()
    assert "id_title-error" in page
    assert "Since noon." in page


def test_who_only_reads_is_refused(cast, as_) -> None:
    assert as_("dana").get("/respond/cases/open/").status_code == 403
