"""A reader judges an answer."""

import pytest

from answerable.kernel import events
from answerable.kernel.errors import NotFound
from answerable.response.answers.models import Answer
from answerable.response.answers_site import actions
from answerable.response.answers_site.events import VerdictGiven
from answerable.response.answers_site.models import Verdict
from answerable.response.cases.models import Case
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.answers.makers import LATER, make_published

pytestmark = pytest.mark.django_db


def test_a_verdict_is_told_to_the_house_and_the_case_learns_it(office):
    heard: list[VerdictGiven] = []
    events.react(VerdictGiven, heard.append)
    case = Case.objects.create(
        title="Water", matter="Water", unit_id=office.unit, seen_at=NOON, opened_at=NOON
    )
    slug = make_published(office, cases=(case.pk,))
    try:
        actions.judge(slug, helped=True, by=actions.READER, at=LATER)
    finally:
        events._reactions[VerdictGiven].pop()
    assert heard == [VerdictGiven(Answer.objects.get(slug=slug).pk, True, LATER)]
    case.refresh_from_db()
    assert (case.helped, case.judged_at) == (1, LATER)


@pytest.mark.parametrize(
    "planted", ["13800138000", "11010519491231002X", "someone@example.com", "一三八零零一三八零零零"]
)
def test_what_leads_to_a_person_is_masked_before_it_is_kept(office, planted):
    slug = make_published(office)
    actions.judge(slug, helped=False, open_question=f"Reach me: {planted}. Why?", by=actions.READER, at=LATER)
    assert planted not in Verdict.objects.get().open_question
    assert "Why?" in Verdict.objects.get().open_question


def test_there_is_no_verdict_on_nothing():
    with pytest.raises(NotFound):
        actions.judge("never", helped=True, by=actions.READER, at=LATER)
