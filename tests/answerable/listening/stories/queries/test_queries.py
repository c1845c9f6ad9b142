"""Reading stories: right, and with a fixed number of queries."""

from datetime import timedelta

import pytest

from answerable.kernel.actor import NOBODY
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.listening.stories import queries
from answerable.listening.stories.actions import merge_stories
from answerable.listening.stories.models import Story
from answerable.listening.stories.queries import Mark, SavedSearch, Wish, beside
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import BRIDGE, WATER, ada, chen, group, make_story, publish

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=4)


def board(**wish):
    return queries.board(chen(), Wish(**wish), since=NOON - timedelta(days=1), at=LATER)


def test_the_board_lists_stories_by_their_newest_item():
    water, bridge = make_story(WATER), make_story(BRIDGE)
    assert [row.id for row in board().rows] == [water.pk, bridge.pk]
    row = board().rows[0]
    assert (row.items, row.publications, row.new_items) == (3, 3, 3)
    assert set(row.carried_by) == {"Harbour Evening News", "Northfield Post", "City Radio"}


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"words": "harbour bridge"}, 1),
        ({"words": "zeppelin"}, 0),
        ({"language": "en"}, 2),
        ({"language": "zh"}, 0),
        ({"days": 1}, 2),
        ({"region": "Nowhere"}, 0),
        ({"tab": "growing"}, 1),
        ({"tab": "spread"}, 2),
        ({"page": 9}, 2),
    ],
)
def test_the_board_keeps_to_its_filters(wish, found):
    make_story(WATER)
    make_story(BRIDGE)
    assert len(board(**wish).rows) == found


def test_the_board_is_filtered_by_publication():
    water = make_story(WATER)
    make_story(BRIDGE)
    paper = water.placements.get(item__title=WATER[2]).publication_id
    assert [row.id for row in board(publication=paper).rows] == [water.pk]


def test_merged_stories_leave_the_board_and_the_counts_of_the_tabs():
    water, bridge = make_story(WATER), make_story(BRIDGE)
    merge_stories(water.pk, [bridge.pk], by=ada(), at=LATER)
    found = board()
    assert [row.id for row in found.rows] == [water.pk]
    assert found.by_tab == {"new": 1, "growing": 1, "all": 1, "spread": 1}


def test_nobody_without_a_post_reads_stories():
    for read in (
        lambda: queries.board(NOBODY, Wish(), since=NOON, at=NOON),
        lambda: queries.story_page(NOBODY, 1),
        lambda: queries.search(NOBODY, "water"),
        lambda: queries.morning(NOBODY, at=NOON),
        lambda: queries.choices(NOBODY),
    ):
        with pytest.raises(NotAllowed):
            read()


def test_the_page_of_a_story_tells_reasons_carriers_terms_and_hours():
    page = queries.story_page(chen(), make_story(WATER).pk)
    assert [entry.reason.kind for entry in page.entries] == ["new", "join", "join"]
    assert {carrier.name for carrier in page.carriers} == {
        "Harbour Evening News",
        "Northfield Post",
        "City Radio",
    }
    assert "water" in {term for term, _weight in page.terms}
    assert sum(bar.count for bar in page.bars) == 3


def test_copies_stand_below_the_text_that_they_repeat():
    body = "The water company says that a main broke at dawn and that crews are on site in Mill Lane. " * 3
    root = publish(WATER[0], text=body)
    publish(WATER[0], text=body, paper="City Radio", at=NOON + timedelta(minutes=9))
    group()
    [entry] = queries.story_page(chen(), Story.objects.get().pk).entries
    assert entry.item.id == root.pk
    assert [copy.publication_name for copy in entry.copies] == ["City Radio"]


def test_what_is_not_there_is_told():
    with pytest.raises(NotFound):
        queries.story_page(chen(), 404)


def test_rooms_above_put_marks_and_saved_searches_beside_stories(monkeypatch):
    monkeypatch.setattr(beside, "_marks", [])
    monkeypatch.setattr(beside, "_saved", [])
    mark = Mark(NOON, "Case", "/respond/cases/1/")
    saved = SavedSearch(1, "Water", "water")

    def marks_of(actor, story):
        return (mark,)

    queries.give_marks(marks_of)
    queries.give_marks(marks_of)
    queries.give_saved_searches(lambda actor: (saved,))
    assert queries.story_page(chen(), make_story(WATER).pk).marks == (mark,)
    assert queries.choices(chen()).searches == (saved,)


def test_the_morning_says_what_is_new_and_what_grows():
    story = make_story(WATER)
    found = queries.morning(chen(), at=LATER)
    assert ([row.id for row in found.new], found.new_total, found.items) == ([story.pk], 1, 3)
    assert [row.id for row in found.growing] == [story.pk]
    assert queries.morning(chen(), at=LATER, since=LATER).new_total == 0


def test_words_and_stories_are_counted_by_distinct_publications_of_an_hour():
    for number in range(3):
        publish(f"{WATER[number]}", paper="Harbour Evening News", at=NOON + timedelta(minutes=number))
    publish(f"{WATER[0]} again", paper="City Radio", at=NOON + timedelta(minutes=5))
    group()
    span = {"since": NOON, "until": NOON + timedelta(hours=1)}
    assert queries.words_hours("water", **span)[NOON].all == 2
    assert queries.words_hours("水管", **span) == {}
    assert queries.words_hours("", **span) == {}
    story = Story.objects.order_by("-items").first()
    assert queries.story_hours([story.pk], **span)[story.pk][NOON].live == 2
    assert len(queries.words_evidence("water", **span)) == 2
    assert len(queries.story_evidence(story.pk, **span)) == 2
    assert queries.first_hour() == NOON
    assert [live.id for live in queries.live_stories(since=NOON)] == [story.pk]


def test_a_preview_says_how_much_words_find():
    make_story(WATER)
    found = queries.preview("water", at=LATER)
    assert (found.day_items, found.week_items, found.week_publications) == (3, 3, 3)
    assert queries.preview("", at=LATER).week_items == 0


def test_a_search_gives_items_newest_first_with_their_story():
    story = make_story(WATER)
    found = queries.search(chen(), "main")
    assert [row.item.title for row in found.items] == [WATER[2], WATER[1], WATER[0]]
    assert {row.story for row in found.items} == {story.pk}
    assert queries.search(chen(), "main", language="zh").total == 0


@pytest.mark.parametrize(
    ("most", "read"),
    [
        (10, lambda story: board(words="water")),
        (12, lambda story: queries.story_page(chen(), story)),
        (10, lambda story: queries.search(chen(), "water")),
        (10, lambda story: queries.morning(chen(), at=LATER)),
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_stories(most, read, django_assert_max_num_queries):
    for number in range(6):
        make_story(tuple(f"{title} ({number})" for title in WATER), at=NOON - timedelta(days=5 * number))
    with django_assert_max_num_queries(most):
        read(Story.objects.order_by("-items").first().pk)
