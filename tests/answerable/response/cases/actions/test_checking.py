"""A finding is in words of our own, with evidence or with the day by which we will know; former ones are kept."""

import pytest

from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.response.cases import actions
from answerable.response.cases.actions import EvidenceDraft
from answerable.response.cases.models import Fact
from answerable.response.cases.queries import facts_of
from answerable.response.cases.rules.findings import Finding
from answerable.response.cases.rules.free_text import PointsAtPerson
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, closed, fact, make_case, make_cast

pytestmark = pytest.mark.django_db
REPORT = EvidenceDraft("document", "Laboratory report 2026-31")


def test_what_is_not_known_yet_says_when_we_will_know() -> None:
    cast = make_cast()
    case = make_case(cast)
    with pytest.raises(Anticipated, match="when will we know"):
        actions.add_fact(case, fact(known_by=None), by=cast.chen, at=NOON)
    actions.add_fact(case, fact(), by=cast.chen, at=NOON)
    (row,) = facts_of([case])
    assert (row.finding, row.known_by) == (Finding.UNKNOWN, NOON + 24 * HOUR)


def test_a_finding_without_evidence_is_refused() -> None:
    cast = make_cast()
    case = make_case(cast)
    with pytest.raises(Anticipated, match="needs evidence"):
        actions.add_fact(case, fact(finding="not_so", words="It is iron."), by=cast.chen, at=NOON)
    assert not Fact.objects.exists()


def test_evidence_can_be_a_page_a_document_or_a_story() -> None:
    cast, story = make_cast(), make_story()
    case = make_case(cast, stories=(story.pk,))
    pieces = (
        REPORT,
        EvidenceDraft("link", "Our values", "https://water.example/values"),
        EvidenceDraft("story", "", story=story.pk),
    )
    actions.add_fact(
        case, fact(finding="not_so", words="It is iron.", evidence=pieces), by=cast.chen, at=NOON
    )
    (row,) = facts_of([case])
    assert [(piece.kind, piece.words, piece.link) for piece in row.evidence] == [
        ("document", "Laboratory report 2026-31", ""),
        ("link", "Our values", "https://water.example/values"),
        ("story", story.title, ""),
    ]
    assert row.known_by is None


def test_an_address_that_is_no_page_is_left_out() -> None:
    cast = make_cast()
    case = make_case(cast)
    piece = EvidenceDraft("link", "A trick", "javascript:alert(1)")
    actions.add_fact(case, fact(finding="not_so", words="No.", evidence=(piece,)), by=cast.ada, at=NOON)
    assert facts_of([case])[0].evidence[0].link == ""


def test_a_changed_finding_keeps_the_former_one_with_who_and_when() -> None:
    cast = make_cast()
    case = make_case(cast)
    made = actions.add_fact(case, fact(), by=cast.chen, at=NOON)
    draft = fact(finding="not_so", words="It is iron from an old main.", evidence=(REPORT,))
    actions.change_fact(made, draft, seen_version=1, by=cast.ada, at=NOON + HOUR)
    (row,) = facts_of([case])
    assert (row.finding, row.version, row.checked_by) == (Finding.NOT_SO, 2, "Ada")
    (former,) = row.earlier
    assert (former.finding, former.checked_by, former.checked_at) == (Finding.UNKNOWN, "Chen", NOON)


def test_a_finding_changed_meanwhile_is_not_overwritten() -> None:
    cast = make_cast()
    made = actions.add_fact(make_case(cast), fact(), by=cast.chen, at=NOON)
    actions.change_fact(made, fact(words="Four samples."), seen_version=1, by=cast.ada, at=NOON)
    with pytest.raises(Moved):
        actions.change_fact(made, fact(words="Five samples."), seen_version=1, by=cast.chen, at=NOON)
    assert Fact.objects.get(pk=made).words == "Four samples."


def test_a_unit_with_a_task_may_check_facts_and_nobody_else_of_it() -> None:
    cast = make_cast()
    case = make_case(cast)
    with pytest.raises(NotFound):
        actions.add_fact(case, fact(), by=cast.fang, at=NOON)
    task = actions.TaskDraft(cast.repair.pk, "Look at the main.", NOON + 5 * HOUR)
    actions.set_task(case, task, by=cast.ada, at=NOON)
    actions.add_fact(case, fact(), by=cast.fang, at=NOON)
    assert Fact.objects.get().checked_by == "Fang"


def test_a_person_s_number_in_a_finding_is_asked_about() -> None:
    cast = make_cast()
    with pytest.raises(PointsAtPerson):
        actions.add_fact(make_case(cast), fact(words="Ask 13812345678."), by=cast.ada, at=NOON)


def test_a_closed_case_takes_no_new_facts() -> None:
    cast = make_cast()
    case, _review = closed(cast)
    with pytest.raises(Moved):
        actions.add_fact(case, fact(), by=cast.ada, at=NOON + 40 * HOUR)
