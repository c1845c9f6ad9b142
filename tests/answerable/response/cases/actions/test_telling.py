"""Those whose turn it is are told, in both languages, and nobody of what they did themselves."""

import pytest

from answerable.office.notices.models import Notice
from answerable.response.cases import actions
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, assessed, make_case, make_cast, opinion, registered

pytestmark = pytest.mark.django_db


def told(step: str) -> set[str]:
    """Who was told of a step."""
    return set(Notice.objects.filter(key__endswith=step).values_list("person__name", flat=True))


def test_who_opens_a_case_is_not_told_of_it_and_the_head_is() -> None:
    cast = make_cast()
    make_case(cast)
    assert told(":opened") == {"Boris"}
    texts = Notice.objects.get().texts
    assert texts["en"][0] == "A case was opened: Brown water in the east of the town"
    assert texts["zh"][0].endswith("Brown water in the east of the town")


def test_a_grave_level_does_not_wait_for_the_morning_and_an_ordinary_one_does() -> None:
    cast = make_cast()
    assessed(cast, marks={"harm": 3, "reach": 3})
    assert set(Notice.objects.filter(key__contains=":level:grave").values_list("urgent", flat=True)) == {True}
    assessed(cast, marks={})
    assert set(Notice.objects.filter(key__contains=":level:ordinary").values_list("urgent", flat=True)) == {
        False
    }


def test_one_opinion_calls_for_the_second() -> None:
    cast = make_cast()
    case = registered(cast)
    actions.give_opinion(case, opinion(), by=cast.ada, at=NOON + HOUR)
    assert told(":second:1") == {"Boris", "Chen", "Emil"}
