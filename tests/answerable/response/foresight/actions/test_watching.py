"""The watch starts by itself, listens for the terms, and ends by itself."""

from datetime import timedelta

from answerable.kernel.events import react
from answerable.listening.signals.models import Watch as SignalWatch
from answerable.office.clocks import queries as clocks
from answerable.response.foresight import actions
from answerable.response.foresight.actions import Outcome
from answerable.response.foresight.actions.watching import look, running
from answerable.response.foresight.events import WatchEnded
from answerable.response.foresight.jobs import look_all
from answerable.response.foresight.models import Asked, Match, Use, Watch
from answerable.response.foresight.queries.names import subject_of
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.response.answers.makers import change, publish
from tests.answerable.response.cases.makers import make_case
from tests.answerable.response.foresight.makers import (
    DAY,
    HOUR,
    NOON,
    going,
    handed_in,
    make_release,
    over,
    read_all,
    released,
    row_of,
    write_all,
)
from tests.answerable.response.letters.makers import make_letter

RISE = "The water price is a rise for all"


def test_stories_that_hold_the_terms_since_the_release_are_noted_once(cast) -> None:
    released(cast, at=NOON)
    story = make_story((RISE, "Families count what the water price means"), at=NOON + HOUR)
    make_story(("The bridge is closed in May",), at=NOON + HOUR)
    assert look_all(at=NOON + 2 * HOUR) == 2
    assert look_all(at=NOON + 3 * HOUR) == 0
    assert [(one.story_id, one.term) for one in Match.objects.all()] == [(story.pk, "water price")]
    assert Asked.objects.get().subject == f"story:{story.pk}"


def test_letters_received_meanwhile_are_what_was_asked(cast) -> None:
    released(cast, at=NOON)
    letter = make_letter(title="Why the price", text="Why does the water price rise?", at=NOON + HOUR)
    make_letter(title="Before", text="The water price.", at=NOON - DAY)
    look_all(at=NOON + 2 * HOUR)
    kept = Asked.objects.get()
    assert (kept.kind, kept.subject, kept.verdict) == ("letter", f"letter:{letter.pk}", "waiting")
    assert kept.closest.question == "Why does the price rise?"


def test_what_our_own_answer_leaves_open_was_asked_as_well(cast) -> None:
    release = released(cast, at=NOON)
    case = make_case(cast, title="The water price rises", at=NOON + HOUR)
    prepared = row_of(release).prepared.get(kind="question")
    answer = actions.take_up(prepared.pk, case, by=cast.chen, at=NOON + HOUR)
    look_all(at=NOON + 2 * HOUR)
    assert not Asked.objects.exists()
    change(cast, answer, unknown="Who pays for shared meters", more_at="On Monday", at=NOON + HOUR)
    publish(cast, answer, at=NOON + 2 * HOUR)
    look_all(at=NOON + 3 * HOUR)
    kept = Asked.objects.get()
    assert (kept.kind, kept.text) == ("answer", "Who pays for shared meters")
    assert Use.objects.get().answer_id == answer


def test_an_alarm_is_set_for_each_term_and_ends_with_the_watch(cast) -> None:
    released(cast, at=NOON)
    kept = SignalWatch.objects.get()
    assert (kept.words, kept.unit_id, kept.state) == ("water price", cast.supply.pk, "active")
    look_all(at=NOON + 8 * DAY)
    kept.refresh_from_db()
    assert kept.state == "ended"


def test_who_keeps_too_many_watches_releases_nevertheless(cast) -> None:
    for number in range(100):
        SignalWatch.objects.create(name=str(number), words="x", owner_id=cast.ada.person, created_at=NOON)
    released(cast, at=NOON)
    assert Watch.objects.get().signal_watches == []


def test_the_watch_ends_by_itself_and_the_people_look_back(cast) -> None:
    heard: list[object] = []
    react(WatchEnded, heard.append)
    release = released(cast, at=NOON)
    look_all(at=NOON + 7 * DAY - HOUR)
    assert (row_of(release).state, running()) == ("released", [Watch.objects.get().pk])
    look_all(at=NOON + 7 * DAY)
    assert (row_of(release).state, running()) == ("over", [])
    assert heard == [WatchEnded(release, NOON + 7 * DAY)]


def test_what_comes_after_the_end_is_not_taken_in(cast) -> None:
    release = over(cast, at=NOON)
    make_letter(title="Late", text="The water price.", at=NOON + 20 * DAY)
    assert look(Watch.objects.get(release=release).pk, at=NOON + 21 * DAY) == 0
    assert not Asked.objects.exists()


def test_the_watch_of_a_part_waits_for_the_rest(cast) -> None:
    plan = (("One", NOON + 2 * DAY), ("Two", NOON + 30 * DAY))
    release = handed_in(cast, parts=plan)
    read_all(cast, release)
    first = row_of(release).parts.first()
    actions.release_now(release, Outcome(parts=(first.pk,)), by=cast.ada, at=NOON)
    look_all(at=NOON + 12 * DAY)
    assert (row_of(release).state, Watch.objects.get().ended_at) == ("partly", None)


def test_an_urgent_release_owes_its_assessment_beyond_the_end_of_its_watch(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    actions.arrange(release, going(cast, watch_days=1), by=cast.chen, at=NOON)
    actions.release_urgently(release, Outcome(), "The main has burst.", by=cast.boris, at=NOON)
    look_all(at=NOON + 2 * DAY)
    assert row_of(release).state == "over"
    states = {one.stage: one.state for one in clocks.clocks_of(subject_of(release), at=NOON + 2 * DAY)}
    assert states["assess_after_release"] == "breached"


def test_many_watches_are_looked_through_each_in_its_own_time(cast) -> None:
    released(cast, at=NOON)
    released(cast, at=NOON + timedelta(days=1), title="Another price")
    make_story((RISE,), at=NOON + HOUR)
    look_all(at=NOON + 25 * HOUR)
    assert Match.objects.count() == 1
