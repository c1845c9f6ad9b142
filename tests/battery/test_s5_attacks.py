"""S5: attacks on signing in, many times over: codes sent again, a day of guessing, a session put under somebody.

Each control is signing in as a first draft has it: a code is right whenever it is right, wrong words cost nothing, the
session keeps its key, and only a known name costs the hashing of a password.
"""

import random
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import encrypt
from axes.models import AccessAttempt
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse

from answerable.office.people.models import Account
from tests.answerable.office.people.makers import NOON, make_account
from tests.answerable.office.people.test_signing_in import CountingHasher, sign_in

pytestmark = pytest.mark.django_db
CODES = 30
#: Guesses in a day, one each other minute.
GUESSES = 24 * 30


def code_at(secret, moment):
    """The six digits of this half minute."""
    return format_hotp_value(hotp_value(secret, int(moment.timestamp()) // 30))


def second_step(secret, moment, code):
    """A stranger who knows the password tries a code; says whether the house opened."""
    client = Client()
    with time_machine.travel(moment, tick=False):
        sign_in(client)
        client.post(reverse("mfa_authenticate"), {"code": code})
        return "_auth_user_id" in client.session


@pytest.fixture
def secret():
    """Ada's second factor."""
    made = generate_totp_secret()
    account = make_account("ada")
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={"secret": encrypt(made)})
    return made


def test_no_code_opens_the_house_twice(secret, tally):
    chance, opened_twice = random.Random(20_261_123), 0
    for number in range(CODES):
        moment = NOON + timedelta(minutes=10 * number, seconds=chance.randint(0, 15))
        code = code_at(secret, moment)
        assert second_step(secret, moment, code), "the right code opens once"
        opened_twice += second_step(secret, moment + timedelta(seconds=chance.randint(0, 10)), code)
    assert opened_twice == 0
    tally(cases=2 * CODES, faults=CODES, lost=opened_twice)


def test_the_control_that_only_compares_codes_takes_one_twice(tally):
    chance, opened_twice = random.Random(20_261_123), 0
    for number in range(CODES):
        made, moment = generate_totp_secret(), NOON + timedelta(minutes=10 * number)
        moment -= timedelta(seconds=int(moment.timestamp()) % 30)
        code = code_at(made, moment)
        later = moment + timedelta(seconds=chance.randint(0, 10))
        opened_twice += code == code_at(made, moment) and code == code_at(made, later)
    assert opened_twice == CODES
    tally(cases=CODES, faults=CODES, control=True)


def guessed(try_one):
    """How many guesses of a password were looked at in a day."""
    looked_at = 0
    with time_machine.travel(NOON, tick=False) as clock:
        for _guess in range(GUESSES):
            looked_at += try_one()
            clock.shift(timedelta(minutes=2))
    return looked_at


def test_a_day_of_guessing_gets_a_few_guesses(client, tally):
    make_account("ada")

    def try_one():
        before = sum(AccessAttempt.objects.values_list("failures_since_start", flat=True))
        sign_in(client, password="wrong")
        return sum(AccessAttempt.objects.values_list("failures_since_start", flat=True)) > before

    looked_at = guessed(try_one)
    assert 5 <= looked_at <= 5 + 7 + 24
    tally(cases=GUESSES, faults=GUESSES)


def test_the_control_where_wrong_words_cost_nothing_looks_at_every_guess(tally):
    kept = make_account("ada").password
    assert guessed(lambda: not check_password("wrong", kept)) == GUESSES
    tally(cases=GUESSES, faults=GUESSES, control=True)


def opens(key):
    """Whether a session's key, put into another browser, opens a page of the house."""
    thief = Client()
    thief.cookies["sessionid"] = key
    return thief.get(reverse("people:mine")).status_code == 200


def with_a_session_put_under():
    """A browser that was given a session's key before anybody signed in, and that key."""
    client = Client()
    client.get(reverse("account_login"))
    client.session.save()
    session = client.session
    session["seen"] = 1
    session.save()
    return client, session.session_key


def test_a_session_that_was_put_under_somebody_opens_nothing(settings, tally):
    settings.SESSION_COOKIE_NAME = "sessionid"
    make_account("ada")
    client, key = with_a_session_put_under()
    assert sign_in(client).status_code == 302
    assert client.get(reverse("people:mine")).status_code == 200
    assert not opens(key)
    tally(cases=1, faults=1)


def test_the_control_that_keeps_the_key_of_the_session_is_opened(settings, tally):
    """What was put under somebody is theirs when signing in leaves the key as it was."""
    settings.SESSION_COOKIE_NAME = "sessionid"
    make_account("ada")
    signed_in = Client()
    sign_in(signed_in)
    client, key = with_a_session_put_under()
    session = client.session
    session.update(dict(signed_in.session.items()))
    session.save()
    assert opens(key)
    tally(cases=1, faults=1, control=True)


NAMES = [*(f"known{number}" for number in range(10)), *(f"unknown{number}" for number in range(10))]


def hashed(check):
    """The names that cost another number of hashed passwords than the rest."""
    counts = {}
    for name in NAMES:
        CountingHasher.count = 0
        check(name)
        counts[name] = CountingHasher.count
    usual = counts[NAMES[0]]
    assert usual >= 1
    return [name for name, count in counts.items() if count != usual]


@pytest.fixture
def known(settings):
    settings.PASSWORD_HASHERS = ["tests.answerable.office.people.test_signing_in.CountingHasher"]
    for name in NAMES[:10]:
        make_account(name)


@pytest.mark.usefixtures("known")
def test_no_name_is_told_by_the_work_of_an_answer(client, tally):
    assert hashed(lambda name: sign_in(client, name, "wrong")) == []
    tally(cases=len(NAMES))


@pytest.mark.usefixtures("known")
def test_the_control_that_hashes_for_known_names_alone_tells_them(tally):
    def naive(name):
        account = Account.objects.filter(username=name).first()
        return account is not None and check_password("wrong", account.password)

    assert hashed(naive) == NAMES[10:]
    tally(cases=len(NAMES), faults=10, control=True)
