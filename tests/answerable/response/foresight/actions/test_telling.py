"""Who is told what of a release, once and never the one who did it."""

from answerable.office.notices.models import Notice
from answerable.response.foresight import actions
from answerable.response.foresight.actions import AudienceDraft, Outcome, ViewDraft
from answerable.response.foresight.jobs import look_all
from tests.answerable.response.cases.makers import make_case
from tests.answerable.response.foresight.makers import (
    DAY,
    HOUR,
    NOON,
    agreed,
    make_release,
    released,
    write_all,
)


def told(step: str) -> set[str]:
    """The names of those who were told of a step."""
    rows = Notice.objects.filter(key__contains=step, kind="release").select_related("person")
    return {row.person.name for row in rows}


def test_the_second_assessor_is_looked_for(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    actions.give_view(release, ViewDraft("low", "Small."), by=cast.ada, at=NOON)
    assert told(":second:") == {"Boris", "Chen"}


def test_who_works_on_it_hears_that_it_may_go_out_and_that_it_may_not_any_more(cast) -> None:
    release = agreed(cast)
    assert told(":agreed:") == {"Ada", "Boris", "Chen"}
    actions.write(release, AudienceDraft("Schools", "Less."), by=cast.chen, at=NOON)
    assert told(":reopened:") == {"Ada", "Boris"}


def test_an_emergency_the_case_and_the_end_of_the_watch_are_told(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    actions.release_urgently(release, Outcome(), "The main has burst.", by=cast.boris, at=NOON)
    assert told(":urgent") == {"Ada", "Chen"}
    assert Notice.objects.filter(key__contains=":urgent", urgent=True).exists()
    case = make_case(cast, title="The water price", at=NOON + HOUR)
    assert told(f":case:{case}") == {"Ada", "Boris", "Chen"}


def test_the_end_of_the_watch_is_told_once(cast) -> None:
    released(cast, at=NOON)
    look_all(at=NOON + 8 * DAY)
    look_all(at=NOON + 9 * DAY)
    assert told(":over") == {"Ada", "Boris", "Chen"}
    assert Notice.objects.filter(key__endswith=":over").count() == 3
