"""Every request knows who asks, and works it out only when somebody wants to know."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from answerable.office.people.middleware import ActorMiddleware
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db


def pass_through(user):
    request = RequestFactory().get("/")
    request.user = user
    answer = HttpResponse("ok")
    assert ActorMiddleware(lambda _request: answer)(request) is answer
    return request


def test_the_actor_is_worked_out_when_first_asked_for(django_assert_num_queries):
    with django_assert_num_queries(0):
        request = pass_through(AnonymousUser())
    assert request.actor.kind == "nobody"


def test_a_signed_in_member_is_who_their_posts_make_them():
    request = pass_through(make_member("Ada"))
    assert request.actor.name == "Ada"
    assert request.actor.may("sources.keep")


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def come_in(client, *methods):
    """Sign in as Ada, with what the library notes of how."""
    ada = make_member("Ada")
    client.force_login(ada)
    session = client.session
    session["account_authentication_methods"] = [{"method": method, "at": 1.0} for method in methods]
    session.save()
    return ada


def test_a_password_alone_is_enough_where_the_body_does_not_say_otherwise(client):
    come_in(client, "password")
    assert client.get("/").status_code == 200


@pytest.mark.usefixtures("required")
def test_a_password_alone_leads_to_setting_up_a_second_factor(client):
    come_in(client, "password")
    for address in ("/", "/respond/cases/", "/people/me/"):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (302, reverse("mfa_index"))
    page = client.get(reverse("mfa_index"), follow=True)
    assert "Set up a second factor first" in page.text
    # What a page asks by itself, signing out and the other language stay open.
    assert client.get("/system/standstill/").status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("method", ["mfa", "socialaccount"])
def test_who_came_with_a_second_factor_or_from_the_bodys_provider_goes_on(client, method):
    come_in(client, "password", method)
    assert client.get("/").status_code == 200


@pytest.mark.usefixtures("required")
def test_a_factor_set_up_now_opens_the_house_and_taken_away_closes_it(client):
    ada = come_in(client, "password")
    factor = Authenticator.objects.create(user=ada, type=Authenticator.Type.TOTP, data={"secret": "-"})
    assert client.get("/").status_code == 200
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/people/me/").status_code == 200
    assert not any("mfa_authenticator" in one["sql"] for one in asked)
    request = RequestFactory().get("/")
    request.session = client.session
    authenticator_removed.send(sender=Authenticator, request=request, user=ada, authenticator=factor)
    request.session.save()
    factor.delete()
    assert client.get("/").status_code == 302


@pytest.mark.usefixtures("required")
def test_recovery_codes_alone_are_no_second_factor(client):
    ada = come_in(client, "password")
    Authenticator.objects.create(user=ada, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "-"})
    assert client.get("/").status_code == 302


@pytest.mark.usefixtures("required")
def test_strangers_read_what_is_public(client):
    assert client.get("/accounts/login/").status_code == 200
    assert client.get("/healthz").status_code == 200
