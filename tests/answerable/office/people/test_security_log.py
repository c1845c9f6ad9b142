"""The log says who signed in, who was refused and what changed about a key; never what was typed."""

import io
import json
import logging
import logging.config

import pytest
from django.conf import settings
from django.urls import reverse

from answerable.office.people.rules.posts import PostKind
from tests.answerable.office.people.makers import make_account, make_member

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def said(caplog):
    """The events that were logged, with the account each names."""
    caplog.set_level(logging.INFO, logger="answerable.security")
    return lambda: [
        (line.event, line.account) for line in caplog.records if line.name == "answerable.security"
    ]


def sign_in(client, login="ada", password=PASSWORD):
    return client.post(reverse("account_login"), {"login": login, "password": password})


def test_coming_and_going_is_noted_with_the_account(client, said):
    ada = make_account("ada")
    sign_in(client)
    client.post(reverse("account_logout"))
    assert said() == [("signed_in", ada.pk), ("signed_out", ada.pk)]


def test_a_failed_attempt_is_noted_without_what_was_typed(client, said, caplog):
    make_account("ada")
    sign_in(client, login="my secret phrase", password="wrong and secret")
    assert said() == [("sign_in_failed", None)]
    assert "secret" not in caplog.text
    assert "from=127.0.0.1" in caplog.text


def test_a_name_that_rests_is_noted(client, said):
    make_account("ada")
    for _try in range(6):
        sign_in(client, password="wrong")
    assert ("locked_out", None) in said()


def test_a_new_password_is_noted(client, said):
    ada = make_account("ada")
    sign_in(client)
    given = {
        "oldpassword": PASSWORD,
        "password1": "an even longer phrase",
        "password2": "an even longer phrase",
    }
    client.post(reverse("account_change_password"), given)
    assert ("password_changed", ada.pk) in said()


def test_who_is_refused_is_noted_with_the_route_and_without_codes(client, said, caplog):
    actor = make_member("Chen", PostKind.LIAISON)
    client.force_login(actor)
    assert client.get("/people/units/7/change/?code=secret").status_code == 403
    assert said() == [("refused", actor.pk)]
    assert "route=people/units/<int:unit>/change/ of={'unit': 7}" in caplog.text
    assert "secret" not in caplog.text


def test_an_event_is_one_line_of_json_whatever_stands_in_it():
    out = io.StringIO()
    told = settings.LOGGING["formatters"]["json"]
    formatter = logging.config.DictConfigurator({}).configure_formatter(dict(told))
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter)
    record = logging.LogRecord("answerable", logging.INFO, "", 0, 'a\n{"level": "x"}\x1b[0m', (), None)
    record.event, record.account = "signed_in", 7
    handler.emit(record)
    (line,) = out.getvalue().splitlines()
    assert json.loads(line)["message"] == record.msg
    assert (json.loads(line)["event"], json.loads(line)["account"]) == ("signed_in", 7)
