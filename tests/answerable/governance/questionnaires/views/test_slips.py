"""Answering: no cookie, no session, no code in any address; used once."""

import logging

import pytest

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.models import SealedSheet, Slip
from answerable.kernel import clock
from answerable.office.people.models import WebSession
from answerable.office.people.queries import account_named, day_of
from tests.answerable.governance.questionnaires.makers import NOON, draft, make_keeper

pytestmark = pytest.mark.django_db
PAGE = "/govern/questionnaires/answer/en/"
SHEET = {"sheet": "1", "q0": "0", "q1": "4", "q2": ["0", "2"], "q3": "Fewer forms. Call 13812345678."}


@pytest.fixture
def codes():
    """The codes of an open questionnaire of today."""
    ada = make_keeper()
    questionnaire = actions.open_questionnaire(draft(closes_on=day_of(clock.now())), by=ada, at=NOON)
    return actions.make_slips(questionnaire, 12, by=ada, at=NOON)


def test_the_page_leads_to_a_language_and_asks_for_the_code(client):
    answer = client.get("/govern/questionnaires/answer/", headers={"accept-language": "en"})
    assert answer["Location"] == PAGE
    assert "Code on the slip" in client.get(PAGE).content.decode()
    chinese = client.get("/govern/questionnaires/answer/zh/").content.decode()
    assert 'lang="zh-Hans"' in chinese


def test_a_slip_opens_the_sheet_and_burns_with_it(client, codes):
    typed = codes[0].lower()
    page = client.post(PAGE, {"code": typed}).content.decode()
    assert "Does the morning brief help you?" in page
    assert "Your answers are taken in" in client.post(PAGE, {"code": typed, **SHEET}).content.decode()
    assert (Slip.objects.count(), SealedSheet.objects.count()) == (11, 1)
    again = client.post(PAGE, {"code": typed, **SHEET})
    assert again.status_code == 422
    assert "This code opens no questionnaire." in again.content.decode()
    assert SealedSheet.objects.count() == 1


def test_a_used_code_and_one_that_never_was_are_told_alike(client, codes):
    client.post(PAGE, {"code": codes[0], **SHEET})
    used, never = (
        client.post(PAGE, {"code": code}).content.decode() for code in (codes[0], "ABCD-EFGH-JKMN")
    )
    assert used.replace(codes[0], "") == never.replace("ABCD-EFGH-JKMN", "")


def test_nothing_typed_is_lost_on_an_error(client, codes):
    wrong = client.post(PAGE, {"code": codes[0], **SHEET, "q0": "9"})
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "Choose one of what is offered." in page
    assert "Fewer forms." in page
    empty = client.post(PAGE, {"code": codes[0], "sheet": "1"}).content.decode()
    assert "The sheet is empty." in empty


def test_no_cookie_is_set_and_no_session_touched_even_for_somebody_signed_in(client, codes):
    client.force_login(account_named("ada"))
    before = list(WebSession.objects.values_list("session_key", "session_data", "expire_date"))
    for answer in (
        client.get(PAGE),
        client.post(PAGE, {"code": codes[0]}),
        client.post(PAGE, {"code": codes[0], **SHEET}),
    ):
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
    assert list(WebSession.objects.values_list("session_key", "session_data", "expire_date")) == before


def test_the_headers_keep_the_page_to_itself(client):
    answer = client.get(PAGE)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_a_code_in_the_path_is_answered_without_being_repeated_and_never_logged(client, codes, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = client.get(f"/govern/questionnaires/answer/{codes[0]}/")
        client.post(PAGE, {"code": "ABCD-EFGH-JKMN"})
    assert answer.status_code == 404
    assert codes[0] not in answer.content.decode()
    said = [
        record.getMessage()
        for record in caplog.records
        if record.name.startswith(("django.request", "django.server"))
    ]
    assert said == []


def test_other_verbs_are_refused(client):
    assert client.put(PAGE).status_code == 405
