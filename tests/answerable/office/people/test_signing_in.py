"""Signing in: accounts of the office only, a lock-out that grows and ends, out at once when disabled."""

import subprocess
import sys
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import encrypt
from axes.models import AccessAttempt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.module_loading import import_string

from answerable.kernel.actor import MACHINE
from answerable.office.people import actions
from answerable.office.people.models import Account
from answerable.office.people.rules import Role
from answerable.office.people.signing_in import FIRST_DELAY, LONGEST_DELAY, delay_after, display_name
from answerable.project import signin
from tests.answerable.office.people.makers import NOON, actor_of, make_account, make_person, make_unit

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


def test_an_address_that_several_share_opens_none_of_them(client):
    make_account("ada", email="office@bureau.example")
    make_account("boris", email="office@bureau.example")
    assert sign_in(client, "office@bureau.example").status_code == 200
    assert sign_in(client, "boris").status_code == 302


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


def test_the_rest_doubles_with_each_failure_that_follows_and_never_lasts(client):
    make_account("ada")
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(5):
            sign_in(client, password="wrong")
        for number, minutes in enumerate((1, 2, 4, 8), start=6):
            clock.shift(timedelta(minutes=minutes, seconds=-5))
            assert sign_in(client).status_code == 429
            clock.shift(timedelta(seconds=5))
            sign_in(client, password="wrong")
            assert AccessAttempt.objects.get().failures_since_start == number
        clock.shift(timedelta(minutes=16))
        assert sign_in(client).status_code == 302
        assert AccessAttempt.objects.count() == 0


def test_whoever_guesses_slowly_gets_no_more_tries_than_the_delays_allow(client):
    make_account("ada")
    counted = 0
    with time_machine.travel(NOON, tick=False) as clock:
        for _ in range(24 * 4):
            before = sum(AccessAttempt.objects.values_list("failures_since_start", flat=True))
            sign_in(client, password="wrong")
            counted += sum(AccessAttempt.objects.values_list("failures_since_start", flat=True)) > before
            clock.shift(timedelta(minutes=15))
    assert counted <= 5 + 7 + 24


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


def test_passwords_are_kept_by_argon2id():
    hasher = import_string(signin.PASSWORD_HASHERS[0])()
    assert hasher.encode(PASSWORD, hasher.salt()).startswith("argon2$argon2id$")


class CountingHasher(MD5PasswordHasher):
    """A quick hasher that counts."""

    algorithm = "counting"
    count = 0

    def encode(self, password, salt):
        CountingHasher.count += 1
        return super().encode(password, salt)


@pytest.mark.parametrize(
    "login", ["ada", "ada@bureau.example", "nobody", "nobody@bureau.example", "closed", "new"]
)
def test_whatever_name_is_tried_one_password_is_hashed(client, settings, login):
    """Who measures the time of an answer learns nothing about names: hashing takes nearly all of it."""
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    make_account("ada", email="ada@bureau.example")
    make_account("closed", is_active=False)
    Account.objects.filter(pk=make_account("new").pk).update(password="!")
    CountingHasher.count = 0
    sign_in(client, login, "wrong")
    assert CountingHasher.count == 1


def code_at(secret, moment):
    return format_hotp_value(hotp_value(secret, int(moment.timestamp()) // 30))


def test_a_code_of_another_half_minute_opens_nothing(client):
    account = make_account("ada")
    secret = "JBSWY3DPEHPK3PXP"
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": encrypt(secret)})
    with time_machine.travel(NOON, tick=False):
        sign_in(client)
        for seconds in (-60, -30, 30, 60):
            code = code_at(secret, NOON + timedelta(seconds=seconds))
            assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 200
        assert "_auth_user_id" not in client.session


def test_a_recovery_code_works_once(client):
    account = make_account("ada")
    data = {"secret": encrypt("JBSWY3DPEHPK3PXP")}
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data=data)
    codes = RecoveryCodes.activate(account).get_unused_codes()
    sign_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 302
    client.logout()
    sign_in(client)
    assert client.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code == 200


ENDS = {
    "disabled": lambda account, by: actions.disable_account(account.pk, by=by, at=NOON),
    "another role": lambda account, by: actions.change_role(account.pk, Role.READER, by=by, at=NOON),
    "new link": lambda account, by: actions.new_password_link(account.pk, by=by, at=NOON),
    "signed out everywhere": lambda account, by: actions.end_sessions(by=actor_of(account), at=NOON),
}


@pytest.mark.parametrize("end", ENDS)
def test_sessions_end_at_the_next_click(client, end):
    account = make_account("ada")
    sign_in(client)
    assert client.get(reverse("people:mine")).status_code == 200
    ENDS[end](account, MACHINE)
    assert client.get(reverse("people:mine")).status_code == 302


def test_signing_out_everywhere_keeps_the_device_that_asks(client):
    make_account("ada")
    other = Client()
    sign_in(client)
    sign_in(other)
    assert client.post(reverse("people:end-sessions"), follow=True).status_code == 200
    assert client.get(reverse("people:mine")).status_code == 200
    assert other.get(reverse("people:mine")).status_code == 302


def test_changing_the_password_ends_every_other_session(client):
    make_account("ada")
    other = Client()
    sign_in(client)
    sign_in(other)
    given = {
        "oldpassword": PASSWORD,
        "password1": "an even longer phrase",
        "password2": "an even longer phrase",
    }
    assert client.post(reverse("account_change_password"), given).status_code == 302
    assert other.get(reverse("people:mine")).status_code == 302


def test_links_for_a_new_password_cannot_be_asked_for_without_end(client, settings):
    settings.MAIL_URL = "smtp://127.0.0.1:1"
    make_account("ada", email="ada@bureau.example")
    given = {"email": "ada@bureau.example"}
    codes = [client.post(reverse("account_reset_password"), given).status_code for _ in range(8)]
    assert codes[0] == 302
    assert codes[-1] == 429
    assert len(mail.outbox) <= 5


def test_a_newer_link_ends_the_older_one(client):
    account = make_account("ada")
    old = actions.new_password_link(account.pk, by=MACHINE, at=NOON)
    new = actions.new_password_link(account.pk, by=MACHINE, at=NOON)
    assert b"password1" not in client.get(old, follow=True).content
    assert b"password1" in client.get(new, follow=True).content


def test_a_link_ends_after_three_days(client):
    with time_machine.travel(NOON, tick=False) as clock:
        link = actions.new_password_link(make_account("ada").pk, by=MACHINE, at=NOON)
        clock.shift(timedelta(days=3, minutes=1))
        assert b"password1" not in client.get(link, follow=True).content


def test_a_weak_password_is_refused_by_the_link(client):
    link = actions.new_password_link(make_account("ada").pk, by=MACHINE, at=NOON)
    page = client.get(link, follow=True)
    answer = client.post(page.redirect_chain[-1][0], {"password1": "short", "password2": "short"})
    assert b"at least 12 characters" in answer.content


def test_where_to_go_next_never_leads_out_of_the_house(client):
    make_account("ada")
    given = {"login": "ada", "password": PASSWORD, "next": "https://evil.example/"}
    assert client.post(reverse("account_login"), given).url == "/"


PAGES = ["account_login", "account_reset_password", "account_logout", "account_signup", "account_inactive"]
OWN_PAGES = [
    "mfa_index",
    "account_change_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
]


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", PAGES + OWN_PAGES)
def test_every_page_of_signing_in_stands_in_the_shell(client, name, language):
    if name in OWN_PAGES:
        make_account("ada")
        sign_in(client)
    answer = client.get(reverse(name), headers={"Accept-Language": language}, follow=True)
    text = answer.content.decode()
    assert "an-brand" in text
    assert text.count("<h1") == 1
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert " style=" not in text
    assert "<script>" not in text


def test_without_mail_the_page_for_a_new_password_says_whom_to_ask(client):
    text = client.get(reverse("account_reset_password")).content.decode()
    assert "Ask the administrator" in text
    assert 'name="email"' not in text


def test_the_name_at_the_providers_door_is_that_of_the_settings(monkeypatch):
    """With an issuer in the environment the settings name the provider, its client and its secret from a file."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "from answerable.project import signin as s; print(s.SOCIALACCOUNT_PROVIDERS)",
        ],
        env={
            "ANSWERABLE_OIDC_ISSUER": "https://sso.body.example",
            "ANSWERABLE_OIDC_CLIENT": "answerable",
            "PYTHONPATH": ".",
        },
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "'server_url': 'https://sso.body.example'" in told
    assert "'client_id': 'answerable'" in told


def test_nothing_congratulates_on_signing_in(client):
    make_account("ada")
    sign_in(client)
    assert "Successfully" not in client.get(reverse("people:mine")).content.decode()


@pytest.mark.parametrize(
    ("password", "refused"),
    [
        ("the Water Bureau since 1998", True),
        ("我在供水处上班一二三四五", True),
        ("localhost-localhost-1", True),
        ("a long and quiet sentence", False),
        # Too short to say anything: two signs of a unit's short name.
        ("write it in full, please", False),
    ],
)
def test_a_password_holds_no_word_of_the_body(password, refused):
    make_unit(name="Water Bureau", short_name="供水处")
    make_unit(name="Planning", short_name="it")
    if refused:
        with pytest.raises(ValidationError, match="a word of this body"):
            validate_password(password, make_account("ada"))
    else:
        validate_password(password, make_account("ada"))
