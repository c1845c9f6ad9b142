"""Foreseen against asked, confirmed by a person, and kept for the next assessment."""

import hashlib
import json

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.events import react
from answerable.response.foresight import actions, queries
from answerable.response.foresight.actions import Outcome, PreparedDraft, Verdict
from answerable.response.foresight.events import ReleaseFinished
from answerable.response.foresight.jobs import look_all
from answerable.response.foresight.models import Asked, PreparedAnswer, Release
from tests.answerable.response.foresight.makers import (
    DAY,
    HOUR,
    NOON,
    finished,
    give_views,
    make_release,
    over,
    read_all,
    released,
    row_of,
    write_all,
)
from tests.answerable.response.letters.makers import make_letter

LATER = NOON + 9 * DAY


@pytest.fixture
def asked(cast) -> int:
    """A release whose watch is over; one letter asked what was foreseen, one what nobody had foreseen."""
    release = released(cast, at=NOON)
    make_letter(title="Why does the price of water rise?", text="Why a new water price?", at=NOON + HOUR)
    make_letter(title="Shared meters", text="Who pays the water price of shared meters?", at=NOON + 2 * HOUR)
    look_all(at=NOON + 8 * DAY)
    return release


def say(cast, title: str, verdict: Verdict) -> None:
    """Ada says it of one thing."""
    actions.settle(Asked.objects.get(text=title).pk, verdict, by=cast.ada, at=LATER)


def settle_both(cast, release: int) -> None:
    """One foreseen, one not."""
    question = row_of(release).prepared.get(kind="question").pk
    say(cast, "Why does the price of water rise?", Verdict("foreseen", question))
    say(cast, "Shared meters", Verdict("unforeseen", lesson="Who pays for a shared meter?"))


def test_what_was_foreseen_is_held_against_what_was_asked(cast, asked: int) -> None:
    found = queries.foreseen_against_asked(asked)
    assert (found.waiting, found.asked) == (2, 0)
    settle_both(cast, asked)
    found = queries.foreseen_against_asked(asked)
    assert (found.foreseen, found.unforeseen_count, found.waiting) == (1, 1, 0)
    assert [(one.question, one.asked) for one in found.questions] == [("Why does the price rise?", 1)]
    assert [one.lesson for one in found.unforeseen] == ["Who pays for a shared meter?"]


def test_a_machine_suggests_and_only_a_person_says(cast, asked: int) -> None:
    row = Asked.objects.get(text="Why does the price of water rise?")
    assert (row.closest.question, row.verdict, row.settled_by) == ("Why does the price rise?", "waiting", "")


def test_a_verdict_names_its_question_or_puts_one(cast, asked: int) -> None:
    foreign = make_release(cast)
    write_all(cast, foreign)
    other = PreparedAnswer.objects.get(release=foreign, kind="question").pk
    for verdict in (
        Verdict("foreseen"),
        Verdict("foreseen", other),
        Verdict("unforeseen"),
        Verdict("waiting"),
    ):
        with pytest.raises(Anticipated):
            say(cast, "Shared meters", verdict)
    say(cast, "Shared meters", Verdict("other"))
    assert Asked.objects.get(text="Shared meters").verdict == "other"


def test_nothing_is_finished_before_everything_was_looked_at(cast, asked: int) -> None:
    with pytest.raises(Anticipated, match="2 things"):
        actions.finish(asked, "Say what stays.", by=cast.ada, at=LATER)
    settle_both(cast, asked)
    with pytest.raises(Anticipated, match="next assessment"):
        actions.finish(asked, "  ", by=cast.ada, at=LATER)
    actions.finish(asked, "Say what stays.", by=cast.ada, at=LATER)
    assert row_of(asked).state == "finished"


def test_the_file_is_closed_with_its_hash_and_holds_the_whole_course(cast, asked: int) -> None:
    heard: list[object] = []
    react(ReleaseFinished, heard.append)
    settle_both(cast, asked)
    actions.finish(asked, "Say what stays.", by=cast.ada, at=LATER)
    row = row_of(asked)
    assert hashlib.sha256(row.file.encode()).hexdigest() == row.file_hash
    held = json.loads(row.file)
    assert [one["by"] for one in held["gate"]["steps"]] == ["Ada", "Emil", "Boris"]
    assert held["parts"][0]["passed_hash"] == held["assessment_hash"]
    assert {one["verdict"] for one in held["asked"]} == {"foreseen", "unforeseen"}
    assert heard == [ReleaseFinished(asked, 1, 1, LATER)]


def test_after_the_end_nothing_is_said_anew(cast, asked: int) -> None:
    settle_both(cast, asked)
    actions.finish(asked, "Say what stays.", by=cast.ada, at=LATER)
    with pytest.raises(Moved):
        say(cast, "Shared meters", Verdict("other"))
    with pytest.raises(NotFound):
        actions.settle(0, Verdict("other"), by=cast.ada, at=LATER)


def test_what_nobody_had_foreseen_is_experience_for_the_next(cast, asked: int) -> None:
    settle_both(cast, asked)
    following = make_release(cast, at=NOON, title="The price of sewage rises")
    assert queries.release_of(cast.chen, following, at=LATER).lessons == ()
    actions.finish(asked, "Say what stays.", by=cast.ada, at=LATER)
    lesson = queries.release_of(cast.chen, following, at=LATER).lessons[0]
    assert (lesson.question, lesson.release) == ("Who pays for a shared meter?", asked)
    taken = PreparedDraft(lesson.question, "The owners.", learnt_from=lesson.asked)
    actions.write(following, taken, by=cast.chen, at=LATER)
    assert queries.release_of(cast.chen, following, at=LATER).lessons == ()
    assert PreparedAnswer.objects.get(release=following).learnt_from_id == lesson.asked


def test_a_release_of_another_kind_and_matter_teaches_nothing(cast, asked: int) -> None:
    settle_both(cast, asked)
    actions.finish(asked, "Say what stays.", by=cast.ada, at=LATER)
    festival = make_release(cast, at=NOON, title="Open day at the reservoir", kind="event")
    assert queries.release_of(cast.chen, festival, at=LATER).lessons == ()


def test_an_urgent_release_is_not_finished_without_its_assessment(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    actions.release_urgently(release, Outcome(), "The main has burst.", by=cast.boris, at=NOON)
    look_all(at=NOON + 8 * DAY)
    with pytest.raises(Anticipated, match="still owed"):
        actions.finish(release, "Prepare lines for bursts.", by=cast.ada, at=LATER)
    give_views(cast, release, at=LATER)
    actions.hand_in(release, by=cast.chen, at=LATER)
    read_all(cast, release, at=LATER)
    actions.finish(release, "Prepare lines for bursts.", by=cast.ada, at=LATER)
    assert row_of(release).state == "finished"


def test_a_release_is_finished_once_its_watch_is_over_and_not_before(cast) -> None:
    with pytest.raises(Moved):
        actions.finish(released(cast), "Early.", by=cast.ada, at=NOON + 2 * DAY)
    assert Release.objects.get().state == "released"
    assert row_of(finished(cast, title="Second")).finished_by == "Ada"
    assert queries.foreseen_against_asked(over(cast, title="Third")).asked == 0
    assert queries.foreseen_against_asked(0) is None
