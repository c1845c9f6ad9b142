"""Pages of stories: each answers for people who may read, and only for them."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from answerable.kernel import clock
from answerable.listening.stories.actions import merge_stories
from answerable.listening.stories.models import Placement, Story
from answerable.office.people.rules import PostKind
from tests.answerable.listening.stories.makers import BRIDGE, WATER, ada, group, make_story, publish
from tests.answerable.office.people.makers import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return clock.now().replace(microsecond=0)


@pytest.fixture
def as_ada(client):
    client.force_login(make_member("Ada", PostKind.OFFICE))
    return client


def text(response, status=200):
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def test_the_board_shows_a_story_with_its_publications_and_counts(as_ada, now):
    make_story(WATER, at=now - timedelta(hours=5))
    page = text(as_ada.get("/listen/stories/"))
    assert WATER[0] in page
    assert "Northfield Post" in page


@pytest.mark.parametrize("tab", ["new", "growing", "spread", "all"])
def test_every_tab_of_the_board_works_empty_and_in_chinese(as_ada, tab):
    page = text(as_ada.get(f"/listen/stories/?tab={tab}", headers={"accept-language": "zh-hans"}))
    assert "话题" in page


def test_filters_that_make_no_sense_are_left_out(as_ada, now):
    make_story(WATER, at=now - timedelta(hours=5))
    page = text(
        as_ada.get("/listen/stories/?publication=x&days=99999&language=%00&page=-1&tab=nonsense&search=7")
    )
    assert WATER[0] in page


def test_two_chinese_characters_find_a_story(as_ada, now):
    make_story(
        ("东桥片区主供水管爆裂", "东桥片区供水管爆裂 两万户停水"), at=now - timedelta(hours=3), language="zh"
    )
    make_story(BRIDGE, at=now - timedelta(hours=3))
    page = text(as_ada.get("/listen/stories/", {"words": "爆裂"}))
    assert "东桥" in page
    assert BRIDGE[0] not in page


def test_new_since_the_last_look_is_empty_after_everything_was_seen(as_ada, now):
    make_story(WATER, at=now - timedelta(hours=5))
    assert WATER[0] in text(as_ada.get("/listen/stories/?tab=new"))
    assert as_ada.post("/listen/stories/seen/").status_code == 302
    assert WATER[0] not in text(as_ada.get("/listen/stories/?tab=new"))


def test_the_page_of_a_story_shows_by_whom_when_and_why(as_ada, now):
    story = make_story(WATER, at=now - timedelta(hours=5))
    page = text(as_ada.get(f"/listen/stories/{story.pk}/"))
    for words in (*WATER, "City Radio", "Why one story", "The figures as a table"):
        assert words in page
    assert "water" in page


def test_a_merged_story_leads_to_the_one_it_became(as_ada, now):
    water, bridge = make_story(WATER, at=now), make_story(BRIDGE, at=now)
    merge_stories(water.pk, [bridge.pk], by=ada(), at=now)
    assert as_ada.get(f"/listen/stories/{bridge.pk}/").url == f"/listen/stories/{water.pk}/"
    text(as_ada.get(f"/listen/stories/{bridge.pk}/?stay"))


def test_stories_are_merged_split_and_put_back_from_the_pages(as_ada, now):
    water, bridge = make_story(WATER, at=now), make_story(BRIDGE, at=now)
    page = text(as_ada.get("/listen/stories/merge/", {"story": [water.pk, bridge.pk]}))
    assert BRIDGE[0] in page
    done = as_ada.post("/listen/stories/merge/", {"story": [water.pk, bridge.pk], "keep": bridge.pk})
    assert done.url == f"/listen/stories/{bridge.pk}/"
    assert Story.objects.get(pk=bridge.pk).items == 5
    shown = text(as_ada.get(f"/listen/stories/{bridge.pk}/"))
    assert "Take back" in shown
    undone = Story.objects.get(pk=bridge.pk).joined.get()
    assert as_ada.post(f"/listen/stories/undo/{undone.pk}/").status_code == 302
    assert Story.objects.get(pk=water.pk).items == 3
    item = water.placements.first().pk
    as_ada.post(f"/listen/stories/{water.pk}/split/", {"item": [item]})
    assert Story.objects.get(pk=water.pk).items == 2


def test_the_merge_page_finds_another_story_by_words(as_ada, now):
    water, bridge = make_story(WATER, at=now), make_story(BRIDGE, at=now)
    page = text(as_ada.get("/listen/stories/merge/", {"story": water.pk, "q": "harbour bridge"}))
    assert f"story={bridge.pk}" in page


def test_who_may_only_read_can_not_regroup(client, now):
    client.force_login(make_member("Chen", PostKind.LIAISON))
    story = make_story(WATER, at=now)
    assert "Merge with another" not in text(client.get(f"/listen/stories/{story.pk}/"))
    item = story.placements.first().pk
    assert client.post(f"/listen/stories/{story.pk}/split/", {"item": [item]}).status_code == 403
    assert client.get("/listen/stories/merge/").status_code == 403
    assert Story.objects.get(pk=story.pk).items == 3


@pytest.mark.parametrize(
    "address", ["/listen/stories/", "/listen/stories/1/", "/listen/search/?q=water", "/listen/stories/xlsx/"]
)
def test_who_has_no_post_sees_nothing(client, address):
    assert client.get(address).status_code in (302, 403)


def test_what_differs_between_a_copy_and_its_root_is_shown(as_ada, now):
    body = "The water company says that a main broke at dawn and that crews are on site in Mill Lane. " * 3
    root = publish(WATER[0], text=body, at=now)
    copy = publish(WATER[0], text=body + "Schools stay open.", paper="City Radio", at=now)
    group(at=now)
    story = Placement.objects.get(pk=root.pk).story
    page = text(as_ada.get(f"/listen/stories/{story.pk}/against/{copy.pk}/{root.pk}/"))
    assert "<ins>" in page
    assert "Schools stay open" in page


def test_the_story_of_an_item_is_found(as_ada, now):
    story = make_story(WATER, at=now)
    item = story.placements.first().pk
    assert as_ada.get(f"/listen/stories/of-item/{item}/").url == f"/listen/stories/{story.pk}/"
    waiting = publish("Not placed yet", at=now)
    assert as_ada.get(f"/listen/stories/of-item/{waiting.pk}/").status_code == 404


def test_the_search_finds_items_and_their_stories(as_ada, now):
    make_story(WATER, at=now)
    page = text(as_ada.get("/listen/search/", {"q": "burst main"}))
    assert WATER[2] in page
    assert "story of 3 items" in page
    assert "No item holds" in text(as_ada.get("/listen/search/", {"q": "zeppelin"}))
    text(as_ada.get("/listen/search/"))


def test_the_sheet_holds_what_the_board_shows_and_no_formula(as_ada, now):
    make_story(("=HYPERLINK(1) water main bursts in Mill Lane",), at=now)
    book = load_workbook(BytesIO(as_ada.get("/listen/stories/xlsx/").content))
    cell = book.active["A2"]
    assert cell.value.startswith("=HYPERLINK")
    assert cell.data_type == "s"


@pytest.mark.parametrize("address", ["/listen/stories/", "/listen/stories/{}/", "/listen/search/?q=water"])
def test_pages_take_no_more_queries_for_more_stories(as_ada, now, address, django_assert_max_num_queries):
    for number in range(8):
        make_story(tuple(f"{title} in quarter {number}" for title in WATER), at=now - timedelta(hours=number))
    story = Story.objects.order_by("-items").first()
    as_ada.get("/listen/stories/")
    # Two of them find out who asks; the others are the page's own.
    with django_assert_max_num_queries(24):
        text(as_ada.get(address.format(story.pk)))
