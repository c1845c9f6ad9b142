import pytest
from ninja import NinjaAPI
from ninja.testing import TestClient

from answerable.kernel.actor import MACHINE
from answerable.listening.sources.api import router
from tests.answerable.listening.sources.makers import make_item

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def api():
    """The router alone; who may use it is decided by the actor."""
    whole = NinjaAPI(urls_namespace="sources-test")
    whole.add_router("", router)
    return TestClient(whole)


def get(api, address):
    return api.get(address, actor=MACHINE).json()


def test_items_come_newest_first_in_pages(api):
    for number in range(3):
        make_item(title=str(number))
    first = get(api, "/items?limit=2")
    assert [item["title"] for item in first["items"]] == ["2", "1"]
    last = get(api, f"/items?limit=2&before={first['next']}")
    assert ([item["title"] for item in last["items"]], last["next"]) == (["0"], None)


def test_items_are_found_by_two_characters(api):
    make_item(title="老城区停水")
    make_item(title="Bridge")
    assert [item["title"] for item in get(api, "/items?q=停水")["items"]] == ["老城区停水"]


def test_one_item_has_its_source_and_its_versions(api):
    item = make_item()
    assert get(api, f"/items/{item.pk}")["publication_name"] == "Harbour Evening News"
    assert get(api, f"/items/{item.pk}/versions")[0]["version"] == 1


def test_no_answer_has_a_field_for_a_person(api):
    item = make_item()
    assert not {"author", "byline", "by", "account"} & set(get(api, f"/items/{item.pk}"))
