"""Handing in a sheet, and what is kept of a file."""

from io import BytesIO

import pytest

from answerable.governance.inspections import actions
from answerable.governance.inspections.actions import Entry, NewFinding
from answerable.governance.inspections.models import Finding, Visit
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from tests.answerable.governance.inspections.makers import (
    AT,
    DAY,
    HOUR,
    Body,
    fill_in,
    make_drawn,
    make_finding,
    visitor_of,
    walk,
)

pytestmark = pytest.mark.django_db


def with_file():
    return Entry("open", "ok", file=BytesIO(b"a file of somebody"), file_name="a.txt")


def test_a_file_of_somebody_who_does_not_make_the_visit_is_refused_before_it_is_kept(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    body = Body()
    round_id, _draw = make_drawn(body)
    visit = Visit.objects.filter(round=round_id).first()
    with pytest.raises(NotAllowed):
        actions.answer(visit.pk, with_file(), **body.by(body.ada))
    assert list(tmp_path.rglob("*")) == []
    actions.answer(visit.pk, with_file(), **body.by(visitor_of(body, visit)))
    assert len([one for one in tmp_path.rglob("*") if one.is_file()]) == 1


def test_what_is_not_in_order_is_not_handed_in_without_a_word_on_what_was_seen():
    body = Body()
    round_id, _draw = make_drawn(body)
    visit = Visit.objects.filter(round=round_id).first()
    who = fill_in(body, visit, failing=("asked",), note="")
    with pytest.raises(Anticipated, match=r"Say what was seen.*Questions of the public are answered"):
        actions.finish_visit(visit.pk, **body.by(who, AT + HOUR))
    actions.answer(visit.pk, Entry("asked", "fail", "Two are open.", seen=1), **body.by(who, AT + HOUR))
    actions.finish_visit(visit.pk, **body.by(who, AT + HOUR))
    walk(body, Finding.objects.get(visit=visit), "put", AT + 2 * HOUR)


def test_nothing_is_found_in_a_round_whose_result_is_frozen():
    body = Body()
    finding = make_finding(body, "closed")
    for visit in Visit.objects.filter(round=finding.round, state="planned"):
        actions.finish_visit(visit.pk, **body.by(fill_in(body, visit), AT + HOUR))
    actions.report_round(finding.round_id, "One matter.", **body.by(body.ada, AT + DAY))
    actions.close_round(finding.round_id, **body.by(body.ada, AT + DAY))
    new = NewFinding("No sign", "There is no sign at the door.")
    with pytest.raises(Moved, match="does not run"):
        actions.add_finding(finding.visit_id, new, **body.by(visitor_of(body, finding.visit), AT + 2 * DAY))
    assert Finding.objects.filter(round=finding.round).count() == 1
