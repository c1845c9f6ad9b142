"""Papers of what was heard: morning brief, week and month, with sentences that stand where they are cited."""

from datetime import date, timedelta

import pytest

from answerable.listening.signals.models import Signal
from answerable.listening.sources.models import Item
from answerable.listening.stories.actions.keeping import MEMORY
from answerable.reports.kinds import KINDS
from answerable.reports.kinds.parts.movement import _ratio
from answerable.reports.kinds.parts.trend import HOUR, daily, trend_of
from answerable.reports.rules.periods import Span
from answerable.response.cases import actions
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.sources.makers import NOON
from tests.answerable.listening.stories.makers import WATER, group, make_story, publish
from tests.answerable.reports.kinds.makers import (
    LATER,
    MARCH,
    cells_of,
    figures_of,
    gaps_of,
    make_period,
    part_of,
    words_of,
)
from tests.answerable.response.cases.clockwork import adopt_rules
from tests.answerable.response.cases.makers import answered, make_case, make_cast, note

pytestmark = pytest.mark.django_db
TEXT = "A main broke in Mill Lane at six. Four hundred homes have no water. Tankers stand at the school."


@pytest.fixture(autouse=True)
def _fresh_stream():
    MEMORY.let_go()
    yield
    MEMORY.let_go()


def week(at=LATER):
    return KINDS["weekly"].gather(make_period(Span.WEEK, MARCH), at=at)


def test_a_week_counts_what_was_read_and_quotes_it_word_by_word_with_its_source():
    make_story(WATER, text=TEXT)
    stories = part_of(week(), "stories")
    assert figures_of(stories) == {"Items read": (3, 3), "Stories told": (1, 3), "Of these new": (1, 1)}
    (row,) = cells_of(stories)
    assert row[1:3] == (3, 3)
    quoted = [said for said in stories.said if said.words.en.startswith("“")]
    assert quoted
    for said in quoted:
        words = said.words.en.split("”")[0].removeprefix("“")
        (source,) = said.sources
        item = Item.objects.get(pk=int(source.link.rstrip("/").rpartition("/")[2]))
        assert words in f"{item.title}\n{item.text}"
        assert said.words.en.endswith("(Harbour Evening News, 2 March)")


def test_what_came_after_the_period_is_not_told_in_it():
    make_story(WATER, at=NOON + timedelta(days=9))
    assert gaps_of(part_of(week(at=LATER + timedelta(days=20)), "stories"))[0].startswith("Nothing was read")


def test_a_young_house_has_no_forecast_and_says_what_it_lacks():
    make_story(WATER)
    trend = part_of(week(), "trend")
    assert gaps_of(trend)[0].startswith("No forecast of 24 hours: ")
    assert figures_of(trend)["Last 7 days against the 7 days before, times"][0] is None


def test_days_are_drawn_whole_and_in_the_body_s_own_zone():
    """An item at 17 h UTC lies on the next day in Shanghai; the day that runs is left out."""
    first = NOON.replace(hour=16) - timedelta(days=3)
    found = trend_of({first + HOUR: 5}, first, at=NOON)
    assert daily(found) == (("02-28", 5), ("03-01", 0))


def test_signals_are_counted_by_what_became_of_them():
    make_signal()
    dismissed = make_signal(title="Bridge", series="watch:b")
    Signal.objects.filter(pk=dismissed.pk).update(state="dismissed")
    make_signal(raised_at=NOON - timedelta(days=30), series="watch:c")
    signals = part_of(week(), "signals")
    assert figures_of(signals)["Signals raised"] == (2, 2)
    assert figures_of(signals)["Dismissed"] == (1, 2)
    assert figures_of(signals)["Waiting for a decision"] == (2, None)
    assert {row[4] for row in cells_of(signals)} == {"new", "dismissed"}


def test_cases_are_counted_with_the_time_to_their_answer_and_units_stand_by_name():
    cast = make_cast()
    answered(cast)
    make_case(cast, title="Low pressure")
    make_case(cast, title="A hole in the road", unit=cast.repair.pk)
    month = KINDS["monthly"].gather(make_period(Span.MONTH, MARCH), at=LATER)
    cases = part_of(month, "cases")
    assert figures_of(cases)["Cases"] == (3, 3)
    assert figures_of(cases)["Answered in public"] == (1, 3)
    assert figures_of(cases)["Hours to the answer, middle"] == (3.0, 1)
    assert "2 of 3 cases have no agreed level." in gaps_of(cases)
    assert "1 answered cases had no limit running, so nothing is said of their time." in gaps_of(cases)
    assert cells_of(part_of(month, "units")) == [("Repair", 1, 0, None), ("Supply", 2, 1, 3.0)]
    assert gaps_of(part_of(month, "judgement"))[0].startswith("Not written yet")


def test_an_answer_within_its_limit_is_told_apart_from_a_late_one(rules_in_force):
    cast = make_cast()
    answered(cast)
    late = answered(cast, title="Low pressure", at=NOON + timedelta(hours=60))
    assert late
    cases = part_of(week(), "cases")
    assert figures_of(cases)["Answered within the limit"] == (1, 2)


@pytest.fixture
def rules_in_force():
    adopt_rules()


def test_the_brief_is_five_lines_with_their_sources_and_then_the_detail():
    cast = make_cast()
    case = make_case(cast)
    actions.register(case, by=cast.ada, at=NOON)
    actions.note_answer([answered(cast, title="Low pressure")], note(7), by=cast.emil, at=NOON + HOUR)
    make_signal()
    gathered = KINDS["brief"].gather(make_period(Span.DAY, MARCH), at=NOON + timedelta(hours=20))
    lines = part_of(gathered, "five_lines")
    assert len(lines.said) == 5
    assert "Answered since yesterday: 1; first: Low pressure" in words_of(lines)
    assert "Heard: 0 stories grow, 1 signals wait for a decision" in words_of(lines)
    assert lines.said[3].sources[0].link.startswith("/respond/cases/")
    assert [part.key for part in gathered.parts][1:] == ["stories", "signals", "cases", "duties", "trend"]


def test_publications_stand_beside_as_long_a_time_before():
    publish("Water is back in Mill Lane", at=NOON - timedelta(days=7))
    publish("Water main bursts in Mill Lane", at=NOON)
    publish("Old harbour bridge closes for repairs", at=NOON + HOUR)
    group(at=NOON + 2 * HOUR)
    rows = cells_of(
        part_of(KINDS["weekly"].gather(make_period(Span.WEEK, MARCH), at=date_end()), "publications")
    )
    assert rows == [("Harbour Evening News", 2, 1, 2.0)]


def date_end():
    """The week is over."""
    return NOON + timedelta(days=(date(2026, 3, 9) - MARCH).days)


def test_a_week_stands_against_the_week_before_and_few_give_no_ratio():
    cast = make_cast()
    make_case(cast)
    make_case(cast, title="Low pressure", seen_at=NOON - timedelta(days=8), at=NOON - timedelta(days=8))
    make_signal()
    publish("Water is back in Mill Lane", at=NOON - timedelta(days=7))
    publish("Water main bursts in Mill Lane", at=NOON)
    group(at=NOON + 2 * HOUR)
    rows = {row[0]: row[1:] for row in cells_of(part_of(week(at=date_end()), "movement"))}
    assert rows["Items read"] == (1, 1, 0, None)
    assert rows["Cases"] == (1, 0, 1, None)  # the other was seen on the Sunday before last
    assert rows["Signals"] == (1, 0, 1, None)
    assert rows["Letters"] == (0, 0, 0, None)


def test_a_ratio_is_given_from_ten_on():
    assert (_ratio(15, 10), _ratio(15, 9)) == (1.5, None)
