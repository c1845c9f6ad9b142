"""Asking the public before a release, and closing what is not known."""

from datetime import timedelta

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.response.foresight import actions
from answerable.response.foresight.actions import Outcome, VoiceDraft
from answerable.response.foresight.actions.consulting import limits
from answerable.response.foresight.models import Gap, Voice
from answerable.response.foresight.rules.consulting import Asking, Limits, Verdict, Way
from tests.answerable.response.foresight.makers import DAY, NOON, agreed, make_release, released, row_of

TODAY = NOON.date()
SHORT = Asking(Way.COMMENT, TODAY, TODAY + timedelta(days=10), why_short="The council meets in April.")


def ask(cast, release: int, asking: Asking = SHORT) -> int:
    """Announce an asking."""
    return actions.announce(release, asking, "https://bureau.example/ask", by=cast.chen, at=NOON)


def test_a_comment_period_is_open_thirty_days_or_says_why_not(cast) -> None:
    release = make_release(cast)
    with pytest.raises(Anticipated, match="shorter"):
        ask(cast, release, Asking(Way.COMMENT, TODAY, TODAY + timedelta(days=29)))
    ask(cast, release, Asking(Way.COMMENT, TODAY, TODAY + timedelta(days=30)))
    ask(cast, release)
    assert row_of(release).consultations.count() == 2


def test_the_plan_sets_the_days(cast) -> None:
    named = {"comment_cd": Parameter(20, "test", ""), "hearing_notice_cd": Parameter(10, "test", "")}
    clocks.adopt(Sheet(calendar="CN", zone="Asia/Shanghai", parameters=named), by=cast.boris, at=NOON)
    assert limits() == Limits(20, 10)


def test_it_waits_until_the_last_day_is_over_and_every_opinion_has_its_answer(cast) -> None:
    release = agreed(cast)
    asked = ask(cast, release)
    voice = actions.note_voice(asked, VoiceDraft("Too much at once", 31), by=cast.chen, at=NOON)
    with pytest.raises(Anticipated, match=r"still being asked.*no answer yet"):
        actions.release_now(release, Outcome(), by=cast.ada, at=NOON + 10 * DAY)
    later = {"by": cast.chen, "at": NOON + 3 * DAY}
    actions.close_gap(Gap.objects.get().pk, "Four in a hundred.", **later)
    with pytest.raises(Anticipated, match="no answer yet"):
        actions.release_now(release, Outcome(), by=cast.ada, at=NOON + 11 * DAY)
    decided = VoiceDraft("Too much at once", 31, Verdict.PARTLY, "It rises in two steps.")
    actions.note_voice(asked, decided, voice, **later)
    actions.release_now(release, Outcome(), by=cast.ada, at=NOON + 11 * DAY)
    assert row_of(release).state == "released"


def test_an_opinion_that_is_not_adopted_says_why(cast) -> None:
    asked = ask(cast, make_release(cast))
    for verdict in (Verdict.NOT, Verdict.PARTLY):
        with pytest.raises(Anticipated, match="published"):
            actions.note_voice(asked, VoiceDraft("Less", 1, verdict), by=cast.chen, at=NOON)
    actions.note_voice(asked, VoiceDraft("Less", 1, Verdict.ADOPTED), by=cast.chen, at=NOON)
    assert Voice.objects.get().verdict == "adopted"


def test_an_opinion_is_written_down_with_its_number(cast) -> None:
    asked = ask(cast, make_release(cast))
    for draft in (VoiceDraft(" ", 1), VoiceDraft("Less", 0), VoiceDraft("Less", 1, "maybe", "So.")):
        with pytest.raises(Anticipated):
            actions.note_voice(asked, draft, by=cast.chen, at=NOON)
    with pytest.raises(NotFound):
        actions.note_voice(asked, VoiceDraft("Less"), 999, by=cast.chen, at=NOON)


def test_the_public_is_not_asked_after_the_release(cast) -> None:
    with pytest.raises(Moved, match="before a release"):
        ask(cast, released(cast))


def test_a_gap_that_is_overdue_holds_the_release_back_until_it_is_closed(cast) -> None:
    release = agreed(cast)
    late = NOON + 9 * DAY
    with pytest.raises(Anticipated, match="was to be known"):
        actions.release_now(release, Outcome(), by=cast.ada, at=late)
    gap = Gap.objects.get()
    actions.close_gap(gap.pk, "Four in a hundred households.", by=cast.ada, at=late)
    gap.refresh_from_db()
    assert (gap.finding, gap.closed_by) == ("Four in a hundred households.", "Ada")
    actions.release_now(release, Outcome(), by=cast.ada, at=late)


def test_a_gap_is_closed_once_and_with_words(cast) -> None:
    agreed(cast)
    gap = Gap.objects.get().pk
    with pytest.raises(Anticipated):
        actions.close_gap(gap, " ", by=cast.ada, at=NOON)
    actions.close_gap(gap, "Known.", by=cast.ada, at=NOON)
    with pytest.raises(Moved):
        actions.close_gap(gap, "Known.", by=cast.ada, at=NOON)
    with pytest.raises(NotFound):
        actions.close_gap(gap + 1, "Known.", by=cast.ada, at=NOON)
