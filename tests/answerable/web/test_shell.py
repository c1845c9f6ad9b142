"""The rail shows the pages that a person may open, and nothing to a stranger."""

from types import SimpleNamespace

from django.test import RequestFactory, override_settings
from django.urls import include, path

from answerable.kernel.actor import NOBODY, Actor
from answerable.web.shell import WINGS, context, rail

ADA = Actor(kind="person", name="Ada", abilities=frozenset({"listen.read", "notices.read", "people.read"}))

urlpatterns = [path("listen/", include(([path("stories/", lambda _: None, name="board")], "stories")))]


def names(wings):
    return {str(wing.name): [str(link.name) for link in wing.links] for wing in wings}


def test_the_rail_holds_only_what_the_posts_allow():
    shown = names(rail(ADA, "/"))
    assert "Stories" in shown["Listen"]
    assert "Accounts" not in shown.get("Office", [])


def test_a_wing_without_pages_is_not_drawn():
    assert {str(wing.name) for wing in WINGS} > set(names(rail(ADA, "/")))
    assert rail(Actor(kind="person", name="Guest"), "/") == ()


def test_the_page_that_is_open_is_marked_and_so_are_those_below_it():
    here = [link for wing in rail(ADA, "/listen/stories/7/") for link in wing.links if link.here]
    assert [str(link.name) for link in here] == ["Stories"]


def test_the_longest_address_is_where_we_are():
    reader = Actor(kind="person", name="Chen", abilities=frozenset({"duties.read"}))
    here = [link for wing in rail(reader, "/govern/duties/matrix/") for link in wing.links if link.here]
    assert [str(link.name) for link in here] == ["Clauses and units"]


@override_settings(ROOT_URLCONF=__name__)
def test_a_page_that_is_not_built_yet_is_left_out():
    assert names(rail(ADA, "/")) == {"Listen": ["Stories"]}


def test_the_menu_leads_to_the_pages_of_the_signed_in_person():
    request = RequestFactory().get("/")
    request.actor = ADA
    assert next(link.address for link in context(request)["my_links"]) == "/notices/"


def test_a_stranger_and_a_request_without_an_actor_see_no_links():
    for request in (SimpleNamespace(path="/"), SimpleNamespace(path="/", actor=NOBODY)):
        assert context(request) == {"rail": (), "my_links": ()}
