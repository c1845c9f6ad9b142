"""The pages of training, each rendered, each only for those it is for."""

import pytest
from django.urls import get_resolver

from answerable.governance.training.models import Certificate, Course, Exercise, Session
from answerable.kernel import clock
from tests.answerable.governance.training.makers import (
    HOUR,
    QUIZ,
    attended,
    make_cast,
    make_course,
    make_session,
)

pytestmark = pytest.mark.django_db
HOME = "/govern/training/"


@pytest.fixture
def cast():
    """The cast."""
    return make_cast()


def test_empty_pages_say_so(client, cast):
    client.force_login(cast.accounts["ada"])
    assert "No session is planned." in client.get(HOME).content.decode()
    assert "No course has been written down yet." in client.get(HOME + "courses/").content.decode()
    assert "Every post holds what it must hold." in client.get(HOME + "short/").content.decode()
    assert "No exercise waits for your words." in client.get(HOME + "exercises/").content.decode()


def test_a_course_is_written_in_a_form_that_keeps_what_was_typed(client, cast):
    client.force_login(cast.accounts["ada"])
    typed = {
        "name": "Press",
        "unit": cast.body.pk,
        "hours": "2.5",
        "required_for": ["spokesperson"],
        "certifies": "on",
        "valid_months": "12",
        "quiz": "Who?\nyes\nno",
        "mock_minutes": "8",
        "is_given": "on",
        "about": "",
        "mock_question": "Is it safe?",
    }
    assert client.get(HOME + "courses/add/").status_code == 200
    assert "needs two options" in client.post(HOME + "courses/add/", typed).content.decode()
    assert client.post(HOME + "courses/add/", {**typed, "quiz": "Who?\n* yes\nno"}).status_code == 302
    course = Course.objects.get()
    assert course.required_for == ["spokesperson"]
    shown = client.get(f"{HOME}courses/{course.pk}/edit/").content.decode()
    assert "* yes" in shown
    assert client.get(f"{HOME}courses/{course.pk}/").status_code == 200
    plan = {"begins_at": "2026-12-01T09:00", "hours": "2", "place": "Hall", "trainer": "", "trainer_name": ""}
    assert "Nobody is named" in client.post(f"{HOME}courses/{course.pk}/plan/", plan).content.decode()
    assert (
        client.post(f"{HOME}courses/{course.pk}/plan/", {**plan, "trainer_name": "Ms Gao"}).status_code == 302
    )
    assert client.get(f"{HOME}sessions/{Session.objects.get().pk}/").status_code == 200


def test_a_session_from_taking_a_place_to_the_record(client, cast):
    session = make_session(cast, make_course(cast, certifies=True, valid_months=12))
    client.force_login(cast.accounts["emil"])
    page = f"{HOME}sessions/{session}/"
    client.post(page + "enter/")
    client.post(page + "leave/")
    client.post(page + "enter/")
    assert "Emil" not in client.get(page).content.decode().split("<main")[1]
    client.force_login(cast.accounts["dana"])
    assert "Emil" in client.get(page).content.decode()
    client.post(page + "signed/", {"person": [cast.emil.person]})
    client.force_login(cast.accounts["emil"])
    assert "in your record" in client.get(page).content.decode()
    record = client.get(HOME + "record/?year=2026").content.decode()
    assert "Speaking to the press" in record
    assert "Emil" in client.get(f"{HOME}certificates/{Certificate.objects.get().pk}/").content.decode()


def test_a_record_is_seen_by_its_person_and_the_office(client, cast):
    attended(cast, make_course(cast, certifies=True), cast.emil)
    certificate = Certificate.objects.get().pk
    for name, status in (("emil", 200), ("ada", 200), ("fang", 403)):
        client.force_login(cast.accounts[name])
        assert client.get(f"{HOME}record/{cast.emil.person}/").status_code == status
    assert client.get(f"{HOME}certificates/{certificate}/").status_code == 404
    assert client.get(HOME + "short/").status_code == 403


def test_a_quiz_marks_what_to_look_at_and_then_passes(client, cast):
    course = make_course(cast, quiz=QUIZ)
    client.force_login(cast.accounts["emil"])
    page = f"{HOME}courses/{course}/quiz/"
    assert client.get(page).status_code == 200
    assert "look again" in client.post(page, {"q0": "0", "q1": "0"}).content.decode()
    assert client.post(page, {"q0": "1", "q1": "0"}).status_code == 302
    assert "You passed on" in client.get(f"{HOME}courses/{course}/").content.decode()


def test_an_exercise_from_the_question_to_the_deleted_words(client, cast):
    course = make_course(cast, mock_question="Is the water safe?")
    make_session(cast, course)
    client.force_login(cast.accounts["emil"])
    assert client.post(f"{HOME}courses/{course}/exercise/").status_code == 302
    page = f"{HOME}exercises/{Exercise.objects.get().pk}/"
    assert "data-tr-due" in client.get(page).content.decode()
    assert "nothing to hand in" in client.post(page, {"text": ""}).content.decode()
    assert client.post(page, {"text": "Boil it first."}).status_code == 302
    client.force_login(cast.accounts["dana"])
    assert "Speaking to the press" in client.get(HOME + "exercises/").content.decode()
    client.post(page + "feedback/", {"words": "Say why."})
    client.force_login(cast.accounts["fang"])
    assert client.get(page).status_code == 404
    client.force_login(cast.accounts["emil"])
    assert "Say why." in client.get(page).content.decode()
    assert "the trainer has written" in client.get(HOME).content.decode()
    client.post(page + "delete/")
    assert "Boil it first." not in client.get(page).content.decode()


def test_no_address_of_the_room_takes_an_order_by_amount(client, cast):
    attended(cast, make_course(cast, required_for=("inspector",)), cast.emil)
    client.force_login(cast.accounts["ada"])
    plain = client.get(HOME + "short/").content.decode().split("<main")[1].split('name="csrf')[0]
    for wish in ("sort=hours", "sort=-hours", "order=hours", "rank=1"):
        asked = client.get(f"{HOME}short/?{wish}").content.decode().split("<main")[1].split('name="csrf')[0]
        assert asked.count("<tr") == plain.count("<tr")
        assert "hours" not in asked.split("<tbody")[1].split("</tbody")[0]
    words = " ".join(
        str(pattern.pattern) for pattern in get_resolver("answerable.governance.training.urls").url_patterns
    )
    assert not {"rank", "league", "score", "top", "best"} & set(words.replace("/", " ").split())


def test_others_are_entered_and_a_session_called_off_by_the_office(client, cast):
    session = make_session(cast, make_course(cast))
    client.force_login(cast.accounts["ada"])
    page = f"{HOME}sessions/{session}/"
    client.post(page + "people/", {"person": [cast.emil.person, cast.fang.person]})
    assert "Fang" in client.get(page).content.decode()
    client.post(page + "cancel/", {"reason": "Nobody can come."})
    assert "Nobody can come." in client.get(page).content.decode()


def test_a_person_signs_for_themself_from_the_list(client, cast):
    session = make_session(cast, make_course(cast), begins_at=clock.now() - HOUR)
    client.force_login(cast.accounts["emil"])
    assert "I was there: sign" in client.get(HOME).content.decode()
    assert client.post(f"{HOME}sessions/{session}/sign/").status_code == 302
