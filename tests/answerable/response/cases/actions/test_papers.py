"""Reports upward: signed in the version that was read, numbered without a gap, frozen by their hash."""

import pytest
from django.db import IntegrityError, transaction

from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.clocks import queries as clocks
from answerable.office.notices.models import Letter
from answerable.response.cases import actions
from answerable.response.cases.actions import PaperDraft
from answerable.response.cases.models import Paper
from answerable.response.cases.rules.papers import paper_hash
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, assessed, make_case, make_cast

pytestmark = pytest.mark.django_db


def draft(**changes) -> PaperDraft:
    """A first written report to the county."""
    said = {
        "kind": "first",
        "to": "County office",
        "title": "Brown water",
        "text": "It is brown since the morning.",
    }
    return PaperDraft(**{**said, **changes})


def signed(cast, case: int, **changes) -> int:
    """A report that Boris signed."""
    paper = actions.draft_paper(case, draft(**changes), by=cast.chen, at=NOON)
    actions.sign_paper(paper, seen_version=1, by=cast.boris, at=NOON + HOUR)
    return paper


def test_a_report_goes_from_draft_to_receipt() -> None:
    cast = make_cast()
    paper = signed(cast, make_case(cast))
    assert actions.send_paper(paper, "By messenger", by=cast.ada, at=NOON + 2 * HOUR) == "2026-1"
    actions.note_receipt(paper, "County office, in 77", by=cast.ada, at=NOON + 3 * HOUR)
    row = Paper.objects.get(pk=paper)
    assert (row.state, row.signed_by_name, row.receipt) == ("receipted", "Boris", "County office, in 77")
    assert row.hash == paper_hash("2026-1", row.to, row.title, row.text, f"Boris {row.signed_post}")


def test_numbers_have_no_gap_and_drafts_have_none() -> None:
    cast = make_cast()
    case = make_case(cast)
    first, second, third = (signed(cast, case) for _ in range(3))
    numbers = [actions.send_paper(paper, "By hand", by=cast.ada, at=NOON) for paper in (third, first)]
    assert numbers == ["2026-1", "2026-2"]
    assert Paper.objects.get(pk=second).number is None


def test_a_new_year_begins_with_one() -> None:
    cast = make_cast()
    case = make_case(cast)
    actions.send_paper(signed(cast, case), "By hand", by=cast.ada, at=NOON)
    later = NOON.replace(year=2027)
    assert actions.send_paper(signed(cast, case), "By hand", by=cast.ada, at=later) == "2027-1"


def test_only_somebody_who_leads_signs_and_only_what_was_read() -> None:
    cast = make_cast()
    paper = actions.draft_paper(make_case(cast), draft(), by=cast.chen, at=NOON)
    with pytest.raises(NotAllowed):
        actions.sign_paper(paper, seen_version=1, by=cast.chen, at=NOON)
    actions.edit_paper(paper, draft(text="It is clear again."), seen_version=1, by=cast.chen, at=NOON)
    with pytest.raises(Moved):
        actions.sign_paper(paper, seen_version=1, by=cast.boris, at=NOON)
    actions.sign_paper(paper, seen_version=2, by=cast.boris, at=NOON)


def test_a_signed_report_cannot_be_edited_until_it_is_taken_back_and_then_needs_a_new_signature() -> None:
    cast = make_cast()
    paper = signed(cast, make_case(cast))
    with pytest.raises(Moved):
        actions.edit_paper(paper, draft(text="Other."), seen_version=1, by=cast.chen, at=NOON)
    actions.take_paper_back(paper, by=cast.chen, at=NOON)
    row = Paper.objects.get(pk=paper)
    assert (row.state, row.signed_by_name, row.version) == ("draft", "", 2)
    with pytest.raises(Moved):
        actions.send_paper(paper, "By hand", by=cast.ada, at=NOON)


def test_what_was_sent_never_changes() -> None:
    cast = make_cast()
    paper = signed(cast, make_case(cast))
    actions.send_paper(paper, "By hand", by=cast.ada, at=NOON)
    with pytest.raises(Moved):
        actions.edit_paper(paper, draft(text="Other."), seen_version=1, by=cast.chen, at=NOON)
    with pytest.raises(Moved):
        actions.take_paper_back(paper, by=cast.chen, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=paper).update(hash="")


def test_with_an_address_it_is_mailed_and_without_one_the_way_is_told() -> None:
    cast = make_cast()
    case = make_case(cast)
    with pytest.raises(Anticipated, match="how it was sent"):
        actions.send_paper(signed(cast, case), "", by=cast.ada, at=NOON)
    actions.send_paper(signed(cast, case, to_email="office@county.example"), "", by=cast.ada, at=NOON)
    assert Letter.objects.get().subject == "Brown water"


def test_a_verbal_report_says_who_told_it_and_when_and_meets_its_clock_then(rules_in_force: None) -> None:
    cast = make_cast()
    case = assessed(cast, marks={"harm": 3})
    with pytest.raises(Anticipated, match="when it was told"):
        actions.draft_paper(case, draft(kind="verbal"), by=cast.chen, at=NOON)
    told = {"kind": "verbal", "told_by": "Boris", "told_at": NOON + HOUR}
    paper = actions.draft_paper(case, draft(**told), by=cast.chen, at=NOON + 3 * HOUR)
    actions.sign_paper(paper, seen_version=1, by=cast.boris, at=NOON + 4 * HOUR)
    actions.send_paper(paper, "By telephone", by=cast.ada, at=NOON + 5 * HOUR)
    found = {clock.stage: clock for clock in clocks.clocks_of(f"casereport:{case}", at=NOON + 5 * HOUR)}
    assert found["verbal_report"].state == "met"
    assert found["written_report"].state in ("running", "breached")


def test_a_verbal_report_cannot_be_noted_before_it_was_made() -> None:
    cast = make_cast()
    told = {"kind": "verbal", "told_by": "Boris", "told_at": NOON + HOUR}
    with pytest.raises(Anticipated, match="not come yet"):
        actions.draft_paper(make_case(cast), draft(**told), by=cast.chen, at=NOON)
