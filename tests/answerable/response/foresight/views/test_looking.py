"""The list, the page of a release, past stories, and what lies beside a case."""

import hashlib

import pytest
from django.urls import reverse

from answerable.response.foresight.jobs import look_all
from answerable.response.foresight.models import Release, SimilarStory, Use
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.cases.makers import make_case
from tests.answerable.response.foresight.makers import (
    DAY,
    NOON,
    PLANNED,
    agreed,
    finished,
    handed_in,
    make_release,
    released,
    write_all,
)

LIST = "/respond/foresight/"


@pytest.fixture(params=["en", "zh-hans"])
def language(request) -> str:
    """Both languages of the house."""
    return request.param


def get(client, address: str, language: str = "en"):
    """Open a page in a language."""
    return client.get(address, headers={"accept-language": language})


def test_an_empty_list_says_why_and_offers_the_first_step(as_, language: str) -> None:
    page = get(as_("ada"), LIST, language)
    assert page.status_code == 200
    assert reverse("foresight:enter") in page.content.decode()


def test_who_does_not_work_on_releases_is_offered_none(as_) -> None:
    page = get(as_("dana"), LIST)
    assert (page.status_code, reverse("foresight:enter") in page.content.decode()) == (200, False)


def test_the_list_shows_each_release_in_its_tab(cast, as_, language: str) -> None:
    make_release(cast, title="Tariff")
    released(cast, title="Bridge")
    client = as_("ada")
    assert "Tariff" in get(client, LIST, language).content.decode()
    watched = get(client, f"{LIST}?tab=watched", language).content.decode()
    assert "Bridge" in watched
    assert "Tariff" not in watched


def test_words_and_kind_filter_the_list(cast, as_) -> None:
    make_release(cast, title="Tariff")
    make_release(cast, title="Festival", kind="event")
    found = get(as_("ada"), f"{LIST}?words=tari&kind=price").content.decode()
    assert "Tariff" in found
    assert "Festival" not in found
    assert "No release fits" in get(as_("ada"), f"{LIST}?words=nothing").content.decode()


def test_ten_thousand_releases_are_listed_fifty_a_page_with_few_queries(
    cast, as_, django_assert_max_num_queries
) -> None:
    one = Release.objects.get(pk=make_release(cast))
    Release.objects.bulk_create(
        [
            Release(
                title=f"Release {number}",
                kind="policy",
                summary="Something",
                unit_id=one.unit_id,
                planned_at=PLANNED,
                entered_at=NOON,
                entered_by="Chen",
            )
            for number in range(9_999)
        ],
        batch_size=500,
    )
    client = as_("ada")
    with django_assert_max_num_queries(40):
        page = get(client, f"{LIST}?page=200").content.decode()
    assert "10,000" in page
    assert page.count("data-an-open=") == 50


@pytest.mark.parametrize("make", [make_release, handed_in, agreed, released, finished])
def test_a_release_is_shown_in_every_state(cast, as_, language: str, make) -> None:
    release = make(cast)
    for who in ("ada", "boris", "chen", "emil"):
        page = get(as_(who), f"{LIST}{release}/", language)
        assert page.status_code == 200


def test_a_release_of_another_unit_is_not_there(cast, as_) -> None:
    release = make_release(cast)
    assert get(as_("fang"), f"{LIST}{release}/").status_code == 404


def test_the_page_says_what_is_still_missing(cast, as_) -> None:
    release = make_release(cast)
    page = get(as_("chen"), f"{LIST}{release}/").content.decode()
    assert "Still missing" in page
    assert "who is concerned" in page
    write_all(cast, release)
    page = get(as_("chen"), f"{LIST}{release}/").content.decode()
    assert "who is concerned" not in page
    assert "two people" in page


def test_the_first_view_is_not_shown_before_the_second_is_in(cast, as_) -> None:
    release = make_release(cast)
    write_all(cast, release)
    said = {"level": "high", "reasons": "Everybody remembers the last one."}
    assert as_("ada").post(f"{LIST}{release}/level/", said).status_code == 302
    page = get(as_("chen"), f"{LIST}{release}/").content.decode()
    assert "One view is in" in page
    assert "remembers" not in page


def test_past_stories_are_searched_and_linked_with_why(cast, as_, language: str) -> None:
    story = make_story(("Water price rises in the neighbouring town",))
    release, client = make_release(cast), as_("chen")
    address = f"{LIST}{release}/similar/"
    assert story.title in get(client, f"{address}?words=price", language).content.decode()
    assert client.post(address, {"story": story.pk, "why": ""}).status_code == 200
    assert client.post(address, {"story": story.pk, "why": "The same step was misread."}).status_code == 302
    assert SimilarStory.objects.get().why == "The same step was misread."
    assert "The same step" in get(client, address, language).content.decode()


def test_prepared_answers_lie_in_the_case_and_begin_a_draft(cast, as_, language: str) -> None:
    release = released(cast, at=NOON)
    case = make_case(cast, title="Why does the water price rise for all?", at=NOON + DAY)
    room = get(as_("chen"), f"/respond/cases/{case}/", language).content.decode()
    address = f"{LIST}{release}/prepared/{case}/"
    assert address in room
    page = get(as_("chen"), address, language).content.decode()
    assert "The costs of treatment rose." in page
    row = Release.objects.get().prepared.get(kind="question")
    begun = as_("chen").post(f"{address}{row.pk}/")
    assert begun.url == reverse("answers:one", args=[Use.objects.get().answer_id])


def test_nothing_lies_beside_another_case(cast, as_) -> None:
    release = released(cast, at=NOON)
    case = make_case(cast, at=NOON + DAY)
    assert get(as_("chen"), f"{LIST}{release}/prepared/{case}/").status_code == 404


def test_the_closed_file_is_given_as_it_was_hashed(cast, as_) -> None:
    release = finished(cast)
    page = get(as_("ada"), f"{LIST}{release}/file/")
    assert hashlib.sha256(page.content).hexdigest() == Release.objects.get().file_hash
    assert get(as_("ada"), f"{LIST}{make_release(cast)}/file/").status_code == 404


def test_the_watch_is_shown_with_its_stories(cast, as_, language: str) -> None:
    release = released(cast, at=NOON - DAY)
    story = make_story(("The water price is a rise for all",))
    look_all(at=NOON + DAY / 24)
    assert story.title in get(as_("ada"), f"{LIST}{release}/", language).content.decode()
