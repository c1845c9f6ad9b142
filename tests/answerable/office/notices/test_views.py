"""The pages of notices: mine, in both languages, with what was typed kept on an error."""

import pytest
from django.urls import reverse

from answerable.office.notices.models import Address, Wish
from tests.answerable.office.notices.makers import tell
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(client):
    account = make_member("Ada")
    client.force_login(account)
    return account


@pytest.mark.parametrize(("language", "words"), [("en", "Notices"), ("zh-hans", "通知")])
@pytest.mark.parametrize("count", [0, 1, 120])
def test_the_inbox_shows_none_one_and_many(client, ada, language, words, count):
    for number in range(count):
        tell(ada.person, key=f"k{number}")
    answer = client.get(reverse("notices:inbox"), headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_the_inbox_costs_few_queries(client, ada, django_assert_max_num_queries):
    for number in range(60):
        tell(ada.person, key=f"k{number}")
    with django_assert_max_num_queries(12):
        client.get(reverse("notices:inbox"))


def test_the_key_of_a_webhook_is_shown_once(client, ada):
    given = {"name": "Group", "sort": "webhook", "address": "https://hook.example/x"}
    answer = client.post(reverse("notices:add-address"), given, follow=True)
    assert "whsec_" in answer.content.decode()
    assert "whsec_" not in client.get(reverse("notices:settings")).content.decode()


@pytest.mark.parametrize(
    ("sort", "address"), [("webhook", "ftp://x"), ("message", "exec://rm"), ("message", "wecom://x")]
)
def test_an_address_that_cannot_be_sent_to_is_refused_and_kept_in_the_form(client, ada, sort, address):
    answer = client.post(reverse("notices:add-address"), {"name": "Group", "sort": sort, "address": address})
    assert answer.status_code == 422
    assert address in answer.content.decode()
    assert Address.objects.count() == 0


def test_wishes_are_kept(client, ada):
    given = {
        "rhythm": "digest",
        "digest_at": "16:00，08:00",
        "quiet_from": "22:00",
        "quiet_until": "07:00",
        "zone": "Asia/Shanghai",
    }
    assert client.post(reverse("notices:set-wishes"), given).status_code == 302
    assert Wish.objects.get().digest_at == "08:00,16:00"


@pytest.mark.parametrize(
    "wrong", [{"zone": "Mars/Base"}, {"digest_at": "eight"}, {"rhythm": "digest", "digest_at": ""}]
)
def test_wishes_that_make_no_sense_are_refused(client, ada, wrong):
    given = {"rhythm": "at_once", "digest_at": "08:00", "zone": "Asia/Shanghai", **wrong}
    assert client.post(reverse("notices:set-wishes"), given).status_code == 422


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client):
    assert client.get(reverse("notices:inbox")).status_code == 302


def test_all_are_acknowledged_by_one_button(client, ada):
    tell(ada.person)
    client.post(reverse("notices:acknowledge-all"))
    assert "Acknowledge</button>" not in client.get(reverse("notices:inbox")).content.decode()
