"""Every request knows who asks, and works it out only when somebody wants to know."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

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
