"""Words, forms and sheets of the room."""

import pytest
from django.utils import translation

from answerable.kernel import events
from answerable.listening.sources.events import ItemsArrived
from answerable.listening.stories import jobs
from answerable.listening.stories.api import router
from answerable.listening.stories.events import StoriesRegrouped
from answerable.listening.stories.forms import FilterForm
from answerable.listening.stories.queries import SavedSearch
from answerable.listening.stories.queries.listing import Choices
from answerable.listening.stories.words import language_name
from answerable.project.wiring import connect

CHOICES = Choices(
    ("en", "zh"),
    ("South bank",),
    ((4, "City Radio"), (5, "Radio 5")),
    (SavedSearch(9, "Water", "停水", ("zh",)),),
)


def wish(**asked):
    return FilterForm(asked, choices=CHOICES).wish()


def test_filters_become_a_wish():
    found = wish(
        words="main", language="en", region="South bank", publication="4", days="7", tab="growing", page="2"
    )
    assert (found.words, found.language, found.region) == ("main", "en", "South bank")
    assert (found.publication, found.days, found.tab, found.page) == (4, 7, "growing", 2)


@pytest.mark.parametrize(
    "asked", [{"language": "xx"}, {"publication": "x"}, {"days": "5"}, {"page": "-"}, {"tab": "?"}]
)
def test_what_is_not_offered_is_left_out(asked):
    assert wish(**asked) == wish()


def test_a_watch_brings_its_words_and_its_language():
    found = wish(search="9", words="今日")
    assert (found.words, found.language) == ("今日 停水", "zh")


def test_languages_are_named_in_the_reader_s_own():
    with translation.override("zh-hans"):
        assert language_name("en") == "英文" or language_name("en") == "英语"
    with translation.override("en"):
        assert language_name("zh") == "Chinese"
        assert language_name("fr") == "French"
        assert language_name("x-none") == "x-none"


def test_the_interface_offers_reading_alone():
    assert {
        method
        for view in router.path_operations.values()
        for one in view.operations
        for method in one.methods
    } == {"GET"}


def test_arrivals_and_decisions_are_wired_to_the_grouping_job():
    connect()
    for event in (ItemsArrived, StoriesRegrouped):
        assert jobs.queue_grouping in events._reactions[event]
