from datetime import timedelta

import pytest

from answerable.listening.sources.kinds import exchange
from answerable.listening.sources.queries.reasons import SENTENCES
from answerable.listening.sources.rules import outcomes
from answerable.listening.sources.rules.entry import Read
from answerable.listening.sources.rules.outcomes import Harvest, Outcome
from answerable.listening.sources.rules.states import Move, State
from tests.answerable.listening.sources.readings import entry, not_modified, read, refused

HOUR = timedelta(hours=1)


def outcome(harvest, state=State.ACTIVE, *, news=0, quiet=False, often_empty=False):
    return outcomes.outcome_of(harvest, state, news=news, quiet_too_long=quiet, often_empty=often_empty)


@pytest.mark.parametrize(
    ("harvest", "expected"),
    [
        (Harvest(code="unreachable"), Outcome.FAILED),
        (Harvest(code="robots"), Outcome.BLOCKED),
        (Harvest(code="blocked"), Outcome.REFUSED),
        (Harvest(code="moved_away"), Outcome.MOVED),
        (refused("not_allowed", status=403), Outcome.BLOCKED),
        (refused("server_busy", status=429), Outcome.FAILED),
        (refused("too_deep", most=200), Outcome.REFUSED),
        (refused("empty"), Outcome.EMPTY),
        (not_modified(), Outcome.NOT_MODIFIED),
        (read(entry("fire")), Outcome.UNCHANGED),
        (read(), Outcome.EMPTY),
    ],
)
def test_every_end_of_a_poll_has_its_outcome(harvest, expected):
    assert outcome(harvest) == expected


def test_news_are_heard_whatever_the_quiet():
    assert outcome(read(entry("fire")), news=1, quiet=True) == Outcome.HEARD


def test_quiet_for_too_long_is_silence_also_behind_a_304():
    assert outcome(read(entry("fire")), quiet=True) == Outcome.SILENT
    assert outcome(not_modified(), quiet=True) == Outcome.SILENT


@pytest.mark.parametrize("state", [State.FAILING, State.BLOCKED, State.REFUSED, State.EMPTY])
def test_a_304_changes_no_illness(state):
    found = outcome(not_modified(), state, quiet=True)
    assert found == Outcome.NOT_MODIFIED
    assert outcomes.move_for(state, found, empties=0) is None


def test_an_empty_folder_is_nothing_new():
    assert outcome(read(), often_empty=True) == Outcome.UNCHANGED


@pytest.mark.parametrize(("empties", "move"), [(1, None), (2, None), (3, Move.COME_EMPTY)])
def test_one_empty_answer_is_an_accident(empties, move):
    assert outcomes.move_for(State.ACTIVE, Outcome.EMPTY, empties=empties) == move


@pytest.mark.parametrize("found", [Outcome.GONE, Outcome.MOVED])
def test_what_waits_for_a_person_has_no_next_try(found):
    assert outcomes.next_wait(found, interval=HOUR, failures=0, asked=None, spread=0) is None


@pytest.mark.parametrize(("failures", "hours"), [(1, 6), (2, 12), (3, 24), (50, 24)])
def test_a_block_is_tried_again_in_hours(failures, hours):
    wait = outcomes.next_wait(Outcome.BLOCKED, interval=HOUR, failures=failures, asked=None, spread=0)
    assert wait == hours * HOUR


def test_the_owner_hears_of_the_third_failure_only():
    told = [outcomes.is_told(Outcome.FAILED, failures=count, changed=count == 1) for count in range(1, 6)]
    assert told == [False, False, True, False, False]


def test_a_recovery_is_news_only_to_who_was_told():
    assert outcomes.was_told(State.FAILING, failures=3)
    assert not outcomes.was_told(State.FAILING, failures=2)
    assert outcomes.was_told(State.SILENT, failures=0)
    assert not outcomes.was_told(State.PAUSED, failures=9)


def test_every_code_of_failure_and_block_has_a_sentence():
    assert set(SENTENCES) >= outcomes.FAILED_CODES | outcomes.BLOCKED_CODES


def test_the_words_of_reading_are_the_kinds_own():
    assert {word.value for word in Read} == {word.value for word in exchange.Outcome}
