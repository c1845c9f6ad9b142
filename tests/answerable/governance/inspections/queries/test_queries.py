"""Who reads what, and that long lists cost a fixed number of queries."""

from datetime import date

import pytest

from answerable.governance.inspections.models import Finding, Visit
from answerable.governance.inspections.queries import findings, round_of, rounds, year_page
from answerable.governance.inspections.queries.door import (
    findings_seen_by,
    inspectors_here,
    visits_seen_by,
)
from answerable.governance.inspections.queries.lists import Chosen, my_findings, my_visits, programmes
from answerable.governance.inspections.queries.pages import finding_of, visit_of
from answerable.governance.inspections.queries.populations import POPULATIONS, population_choices
from answerable.governance.inspections.queries.sources import (
    duties_of_plan,
    questions_at_hand,
    terms_of_duty,
)
from answerable.kernel.actor import NOBODY
from answerable.kernel.errors import NotAllowed, NotFound
from tests.answerable.governance.duties.makers import make_town
from tests.answerable.governance.inspections.makers import (
    AT,
    DAY,
    Body,
    contact_of,
    make_drawn,
    make_finding,
    visitor_of,
)
from tests.answerable.office.people.makers import make_unit

pytestmark = pytest.mark.django_db


def test_a_unit_learns_of_its_visit_when_it_has_begun_and_of_a_finding_when_it_is_put():
    body = Body()
    finding = make_finding(body)
    contact = body.who(contact_of(body, finding))
    assert list(visits_seen_by(contact)) == [finding.visit]
    assert not findings_seen_by(contact).exists()
    with pytest.raises(NotFound):
        finding_of(contact, finding.pk, at=AT)
    planned = Visit.objects.filter(round=finding.round, state="planned").first()
    own = next(one for one in body.contacts if one.person.holdings.first().post.unit_id == planned.unit_id)
    with pytest.raises(NotFound):
        visit_of(body.who(own), planned.pk, at=AT)


def test_another_unit_never_reads_a_finding():
    body = Body()
    finding = make_finding(body, "put")
    others = [one for one in body.contacts if one != contact_of(body, finding)]
    for other in others:
        assert not findings_seen_by(body.who(other)).exists()
    assert finding_of(body.who(contact_of(body, finding)), finding.pk, at=AT).rights.replies


def test_what_waits_for_whom():
    body = Body()
    finding = make_finding(body)
    finder, contact = body.who(visitor_of(body, finding.visit)), body.who(contact_of(body, finding))
    assert [one.id for one in my_findings(finder, at=AT)] == [finding.pk]
    assert my_findings(contact, at=AT) == ()
    Finding.objects.filter(pk=finding.pk).update(state="replied", put_at=AT)
    assert [one.id for one in my_findings(body.who(body.ada), at=AT)] == [finding.pk]
    assert my_findings(finder, at=AT) == ()
    assert all(one.state != "done" for one in my_visits(finder))


def test_lists_narrow_by_state_unit_and_words():
    body = Body()
    finding = make_finding(body, "confirmed")
    ada = body.who(body.ada)
    late = finding.due + DAY
    for chosen, count in (
        (Chosen("open"), 1),
        (Chosen("late"), 1),
        (Chosen("closed"), 0),
        (Chosen("", finding.unit_id, "questions"), 1),
        (Chosen("", finding.unit_id + 1), 0),
        (Chosen("", None, "zeppelin"), 0),
    ):
        assert findings(ada, chosen, at=late).paginator.count == count
    assert rounds(ada, method="random_check").paginator.count == 1
    assert programmes(ada) == ()
    assert year_page(ada, 2026).rows == ()


def test_a_stranger_reads_nothing():
    with pytest.raises(NotAllowed):
        rounds(NOBODY)


def test_a_round_shows_visits_to_who_may_see_them():
    body = Body()
    round_id, _draw = make_drawn(body)
    assert len(round_of(body.who(body.ada), round_id, at=AT).visits) == 3
    assert round_of(body.who(body.boris), round_id, at=AT).visits == ()
    with pytest.raises(NotFound):
        round_of(body.who(body.ada), round_id + 1, at=AT)


def test_populations_give_units_the_body_and_what_other_rooms_keep():
    body = Body(departments=3)
    spans = (date(2026, 3, 1), date(2026, 3, 31))
    assert [one.unit for one in POPULATIONS["units"].members(*spans)] == [unit.pk for unit in body.units]
    assert [one.unit for one in POPULATIONS["body"].members(*spans)] == [body.root.pk]
    assert POPULATIONS["channels"].members(*spans) == ()
    assert POPULATIONS["answers"].members(*spans) == ()
    assert len(population_choices()) == len(POPULATIONS)


def test_a_house_without_departments_looks_at_itself():
    alone = make_unit(name="Small body")
    spans = (date(2026, 3, 1), date(2026, 3, 31))
    assert [one.unit for one in POPULATIONS["units"].members(*spans)] == [alone.pk]


def test_inspectors_are_those_who_hold_the_post_with_the_unit_they_work_in():
    body = Body()
    pool = inspectors_here(at=AT)
    assert {one.person for one in pool} == {one.person_id for one in body.inspectors}
    assert {one.unit for one in pool} <= {unit.pk for unit in body.units}


def test_checklists_come_from_the_method_the_plan_and_the_packs():
    assert [origin for origin, _questions in questions_at_hand("hearing", at=AT)] == ["method"]
    make_town()
    found = dict(questions_at_hand("hearing", at=AT))
    assert "clause.c01" in {one.key for one in found["plan"]}
    assert "clause.c04" not in {one.key for one in found["plan"]}
    assert {duty for duty, _en, _zh in duties_of_plan(at=AT)} == {"d-quarter", "d-watch", "d-topic"}
    assert terms_of_duty("d-quarter", at=AT) == {}
    assert terms_of_duty("nothing", at=AT) == {}
