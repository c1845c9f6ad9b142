"""The list, its sheet, and the page of one answer."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from answerable.response.answers import actions
from answerable.response.answers.queries import published_answer
from tests.answerable.response.answers.makers import LATER, make_draft, make_published, pass_gate, sign_in


@pytest.fixture
def ada(office, client):
    """A browser in which Ada is signed in."""
    sign_in(client, "ada")
    return client


@pytest.fixture(params=["en", "zh-hans"])
def language(request, ada) -> str:
    """Every page is shown in both languages."""
    ada.cookies["django_language"] = request.param
    return str(request.param)


def test_a_draft_is_listed_under_what_is_being_written(office, ada, language) -> None:
    make_draft(office)
    page = ada.get("/respond/answers/")
    assert page.status_code == 200
    assert "When the water comes back in Mill Lane" in page.text


def test_each_state_has_its_tab(office, ada) -> None:
    make_draft(office, title="Draft of the morning")
    in_review = make_draft(office, title="Text before readers")
    actions.hand_in(in_review, by=office.chen, at=LATER)
    pass_gate(office, make_draft(office, title="Passed all"))
    make_published(office, title="Out already")
    titles = {
        "work": "Draft of the morning",
        "review": "Text before readers",
        "ready": "Passed all",
        "public": "Out already",
    }
    for tab, title in titles.items():
        shown = ada.get("/respond/answers/", {"tab": tab}).text
        assert [one for one in titles.values() if one in shown] == [title]


def test_the_sheet_holds_what_the_list_shows(office, ada) -> None:
    make_published(office, title="=1+1 litres of water")
    answer = ada.get("/respond/answers/xlsx/", {"tab": "public"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet["A2"].value == "=1+1 litres of water"
    assert sheet["A2"].data_type == "s"


def test_words_find_an_answer_by_its_text(office, ada) -> None:
    make_published(office)
    assert "When the water" in ada.get("/respond/answers/", {"tab": "public", "words": "repaired"}).text
    assert "When the water" not in ada.get("/respond/answers/", {"tab": "public", "words": "tram"}).text


def test_the_page_of_a_published_answer_shows_its_readers(office, ada, language) -> None:
    found = published_answer(make_published(office))
    page = ada.get(f"/respond/answers/{found.id}/")
    assert page.status_code == 200
    for name in ("Ada", "Emil", "Boris"):
        assert name in page.text


def test_a_ready_text_offers_to_publish_it(office, ada, language) -> None:
    answer = make_draft(office)
    pass_gate(office, answer)
    assert f'action="/respond/answers/{answer}/publish/"' in ada.get(f"/respond/answers/{answer}/").text


def test_a_stranger_is_led_to_sign_in(office, client) -> None:
    assert client.get("/respond/answers/").url.startswith("/accounts/login/")


def test_a_draft_of_another_unit_is_not_there(office, client) -> None:
    answer = make_draft(office)
    sign_in(client, "dana")
    assert client.get(f"/respond/answers/{answer}/").status_code == 404


def test_the_list_takes_the_same_queries_for_many_answers(office, ada, django_assert_max_num_queries) -> None:
    for number in range(12):
        make_draft(office, title=f"Draft {number}")
    with django_assert_max_num_queries(30):
        ada.get("/respond/answers/")
