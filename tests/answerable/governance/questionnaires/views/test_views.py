"""The pages of the office: every one is rendered, in every state, and only for those who may."""

import pytest

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.models import Questionnaire, Remark
from answerable.kernel import clock
from answerable.office.people.queries import account_named, day_of
from answerable.office.people.rules import PostKind
from tests.answerable.governance.questionnaires.makers import answered, draft, make_keeper, opened, twelve
from tests.answerable.office.people.makers import NOON, make_member

pytestmark = pytest.mark.django_db
HOME = "/govern/questionnaires/"


@pytest.fixture
def ada(client):
    """Ada, signed in."""
    actor = make_keeper()
    client.force_login(account_named("ada"))
    return actor


def test_an_empty_list_says_so_and_offers_the_button_that_fills_it(client, ada):
    shown = client.get(HOME).content.decode()
    assert "Nothing has been asked yet." in shown
    assert f'href="{HOME}add/"' in shown


def test_a_questionnaire_is_written_row_by_row_and_nothing_typed_is_lost(client, ada):
    page = client.get(HOME + "add/")
    assert page.status_code == 200
    typed = {
        "title": "How the house works",
        "language": "en",
        "unit": str(next(iter(ada.units))),
        "closes_on": "2099-01-01",
        "q-TOTAL_FORMS": "1",
        "q-INITIAL_FORMS": "1",
        "q-0-sort": "single",
        "q-0-words": "Is it clear?",
        "q-0-options": "yes\nno",
        "q-0-points": "5",
    }
    more = client.post(HOME + "add/", {**typed, "more": "1", "from": "shipped:en:0"}).content.decode()
    assert "Is it clear?" in more
    assert "How easy was it to find the answer you needed?" in more
    wrong = client.post(HOME + "add/", {**typed, "q-0-options": "yes"}).content.decode()
    assert "give between 2 and 12 options" in wrong
    assert "How the house works" in wrong
    assert client.post(HOME + "add/", typed).status_code == 302
    row = Questionnaire.objects.get()
    assert row.questions[0]["options"] == ["yes", "no"]
    assert client.get(f"{HOME}{row.pk}/edit/").status_code == 200


def test_slips_are_shown_once_with_their_squares_and_the_code_behind_the_hash(client, ada):
    questionnaire = actions.open_questionnaire(draft(closes_on=day_of(clock.now())), by=ada, at=NOON)
    for form in ("slips", "paper"):
        page = client.post(f"{HOME}{questionnaire}/slips/", {"count": "6", "form": form}).content.decode()
        assert page.count('class="qn-code"') == 6
        assert page.count("<svg") >= 6
    assert client.get(f"{HOME}{questionnaire}/slips/").status_code == 405


def test_the_page_before_the_end_shows_questions_and_no_result(client, ada):
    questionnaire = answered(ada, twelve()[:9] + twelve()[:3])
    page = client.get(f"{HOME}{questionnaire}/").content.decode()
    assert "Nobody sees a result before the end" in page
    assert "12 answered" not in page
    assert client.get(f"{HOME}{questionnaire}/record/").status_code == 422


def test_closing_shows_bars_intervals_and_remarks_and_a_record_that_stands_alone(client, ada):
    questionnaire = answered(ada, twelve())
    assert client.post(f"{HOME}{questionnaire}/close/").status_code == 302
    page = client.get(f"{HOME}{questionnaire}/").content.decode()
    assert "12 answered; 12 slips were made." in page
    assert page.count('qn-bar"') == 5
    assert "Remark 3" in page
    record = client.get(f"{HOME}{questionnaire}/record/").content.decode()
    assert "58%" in record
    assert "Remark 3" not in record
    assert "<script" not in record


def test_a_remark_that_points_at_a_person_is_taken_out_with_a_reason(client, ada):
    questionnaire = answered(ada, twelve())
    actions.close(questionnaire, by=ada, at=NOON)
    key = Remark.objects.first().pk
    assert client.post(f"{HOME}remarks/{key}/withhold/", {"reason": ""}).status_code == 422
    assert client.post(f"{HOME}remarks/{key}/withhold/", {"reason": "names a colleague"}).status_code == 302
    assert not Remark.objects.filter(pk=key).exists()


def test_a_reader_sees_what_is_open_and_keeps_nothing(client, ada):
    questionnaire, _codes = opened(ada)
    drafted = actions.save(draft(title="Not yet"), by=ada, at=NOON)
    client.force_login(make_member("Dana", PostKind.INSPECTOR))
    assert "How the house works" in client.get(HOME).content.decode()
    assert client.get(f"{HOME}{drafted}/").status_code == 404
    assert client.get(HOME + "add/").status_code == 403
    assert client.get(HOME + "bank/").status_code == 200
    for deed in ("open", "slips", "close", "cancel"):
        assert client.post(f"{HOME}{questionnaire}/{deed}/", {"count": "5", "reason": "x"}).status_code in (
            403,
            404,
        )


def test_a_draft_is_opened_and_an_open_one_cancelled(client, ada):
    closes_on = day_of(clock.now())
    drafted = actions.save(draft(closes_on=closes_on), by=ada, at=NOON)
    assert client.post(f"{HOME}{drafted}/open/").status_code == 302
    assert client.post(f"{HOME}{drafted}/cancel/", {"reason": "a wrong question"}).status_code == 302
    assert "destroyed unread" in client.get(f"{HOME}{drafted}/").content.decode()
