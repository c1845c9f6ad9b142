"""Signing in: accounts of the office only, a lock-out that grows and ends, out at once when disabled."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import encrypt
from django.urls import reverse

from answerable.office.people.signing_in import FIRST_DELAY, LONGEST_DELAY, delay_after, display_name
from tests.answerable.office.people.makers import NOON, make_account, make_person

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def sign_in(client, login="ada", password=PASSWORD):
    return client.post(reverse("account_login"), {"login": login, "password": password})


def test_the_right_password_opens_the_house_and_changes_the_session(client):
    make_account("ada")
    client.get(reverse("account_login"))
    client.session.save()
    before = client.session.session_key
    answer = sign_in(client)
    assert (answer.status_code, answer.url) == (302, "/")
    assert client.session["_auth_user_id"]
    assert client.session.session_key != before


def test_an_e_mail_address_signs_in_as_well(client):
    make_account("ada", email="ada@bureau.example")
    assert sign_in(client, "ada@bureau.example").status_code == 302


@pytest.mark.parametrize("login", ["ada", "nobody"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_words(client, login):
    make_account("ada")
    answer = sign_in(client, login, "wrong")
    assert answer.status_code == 200
    assert b"The username and/or password you specified are not correct" in answer.content
    assert f'value="{login}"'.encode() in answer.content


def test_nobody_signs_up_by_themselves(client):
    answer = client.get(reverse("account_signup"))
    assert b"password1" not in answer.content


def test_after_five_failures_even_the_right_password_waits_and_then_works_again(client):
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(5):
            last = sign_in(client, password="wrong")
        assert last.status_code == 429
        assert sign_in(client).status_code == 429
        clock.shift(FIRST_DELAY + timedelta(seconds=5))
        assert sign_in(client).status_code == 302


def test_one_name_locked_out_leaves_others_alone(client):
    make_account("ada")
    make_account("boris")
    for _ in range(6):
        sign_in(client, password="wrong")
    assert sign_in(client, "boris").status_code == 302


def test_the_delay_doubles_with_each_failure_up_to_an_hour():
    delays = [delay_after(failures, 5) for failures in range(5, 40)]
    assert delays == sorted(delays)
    assert delays[:3] == [FIRST_DELAY, FIRST_DELAY * 2, FIRST_DELAY * 4]
    assert delays[-1] == LONGEST_DELAY


def test_a_disabled_account_is_out_at_once(client):
    account = make_account("ada")
    sign_in(client)
    account.is_active = False
    account.save()
    assert client.get(reverse("mfa_index")).status_code == 302


def test_a_second_factor_is_asked_for_and_one_code_works_once(client):
    account = make_account("ada")
    secret = "JBSWY3DPEHPK3PXP"
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": encrypt(secret)})
    with time_machine.travel(NOON, tick=False):
        answer = sign_in(client)
        assert answer.url == reverse("mfa_authenticate")
        assert "_auth_user_id" not in client.session
        code = format_hotp_value(hotp_value(secret, int(NOON.timestamp()) // 30))
        assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
        assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
        assert client.session["_auth_user_id"] == str(account.pk)
        client.logout()
        sign_in(client)
        assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200
    assert TOTP(Authenticator.objects.get()).instance.user == account


@pytest.mark.parametrize(("language", "words"), [("en", "Sign in"), ("zh-hans", "登录")])
def test_the_page_speaks_both_languages(client, language, words):
    answer = client.get(reverse("account_login"), headers={"Accept-Language": language})
    assert words in answer.content.decode()


def test_a_person_is_named_by_their_name():
    assert display_name(make_account("ada", make_person(name="Ada Lin 林安"))) == "Ada Lin 林安"
    assert display_name(make_account("admin")) == "admin"
