"""Papers of what was looked at: inspections, channels, training, a decision's risk, a file on a missed duty."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from answerable.governance.inspections import actions as inspections
from answerable.governance.inspections.models import Draw, Visit
from answerable.kernel.errors import Anticipated
from answerable.reports.kinds import KINDS
from answerable.reports.kinds.parts.problems import problems_part
from answerable.reports.kinds.parts.training import training_part
from answerable.reports.rules.periods import Span
from answerable.response.channel_health.models import Check, Finding
from tests.answerable.governance.accountability.makers import LATER as APRIL
from tests.answerable.governance.accountability.makers import Hall, heard, open_file
from tests.answerable.governance.inspections.makers import AT, DAY, Body, fill_in, make_drawn, make_finding
from tests.answerable.governance.training import makers as training
from tests.answerable.office.people.makers import NOON
from tests.answerable.reports.kinds.makers import (
    LATER,
    MARCH,
    cells_of,
    figures_of,
    gaps_of,
    make_period,
    part_of,
    words_of,
)
from tests.answerable.response.channel_health import makers as health
from tests.answerable.response.foresight import makers as foresight
from tests.answerable.response.foresight.conftest import adopt_decision_gate

pytestmark = pytest.mark.django_db


def test_a_round_tells_how_it_was_drawn_so_that_anybody_can_draw_again():
    body = Body()
    round_id, draw = make_drawn(body)
    gathered = KINDS["inspection_round"].gather(
        make_period(Span.MONTH, MARCH, subject=f"round:{round_id}"), at=AT + DAY
    )
    drawn = part_of(gathered, "draw")
    assert Draw.objects.get(pk=draw).sha256 in words_of(drawn)
    assert figures_of(drawn)["Visits done"] == (0, 3)
    assert gaps_of(drawn) == ["3 visits are not done."]
    assert gaps_of(part_of(gathered, "findings"))[0].startswith("Nothing has been visited yet")


def test_that_nothing_was_found_is_said_of_what_was_visited_alone():
    body = Body()
    round_id, _draw = make_drawn(body)
    visit = Visit.objects.filter(round=round_id).first()
    who = fill_in(body, visit)
    inspections.finish_visit(visit.pk, **body.by(who, AT + DAY))
    period = make_period(Span.MONTH, MARCH, subject=f"round:{round_id}")
    findings = part_of(KINDS["inspection_round"].gather(period, at=AT + DAY), "findings")
    assert gaps_of(findings) == ["Nothing was found in what was visited."]
    assert figures_of(findings)["Findings"] == (0, 1)


def test_a_round_s_findings_carry_their_limit_and_stand_as_they_do():
    body = Body()
    finding = make_finding(body, "rectifying")
    gathered = KINDS["inspection_round"].gather(
        make_period(Span.MONTH, MARCH, subject=f"round:{finding.round_id}"), at=AT + 2 * DAY
    )
    findings = part_of(gathered, "findings")
    assert figures_of(findings)["Not closed"] == (1, 1)
    (row,) = cells_of(findings)
    assert row[1] == finding.unit.name
    assert row[4] is not None
    assert row[5] == "being put right"


def test_what_an_inspection_confirmed_is_a_problem_of_the_unit_with_what_it_does_about_it():
    body = Body()
    finding = make_finding(body, "rectifying")
    unit = finding.unit
    problems = problems_part(make_period(Span.QUARTER, MARCH, unit=unit.pk), at=AT + 2 * DAY)
    assert "Answer the open questions." in words_of(problems)
    assert figures_of(problems)["Not put right yet"] == (1, 1)
    other = next(one for one in body.units if one.pk != unit.pk)
    assert figures_of(problems_part(make_period(Span.QUARTER, MARCH, unit=other.pk), at=AT + 2 * DAY))[
        "Problems"
    ] == (0, 0)


def test_what_a_unit_was_not_heard_on_is_no_problem_yet():
    make_finding(Body(), "put")
    assert gaps_of(problems_part(make_period(Span.QUARTER, MARCH), at=AT + 2 * DAY))[0].startswith(
        "No problem"
    )


def test_the_year_s_result_names_units_in_the_order_of_the_house_and_what_each_figure_rests_on():
    body = Body()
    finding = make_finding(body, "closed")
    for visit in Visit.objects.filter(round=finding.round, state="planned"):
        who = fill_in(body, visit)
        inspections.finish_visit(visit.pk, **body.by(who, AT + DAY))
    inspections.report_round(finding.round_id, "One matter.", **body.by(body.ada, AT + 2 * DAY))
    gathered = KINDS["inspection_year"].gather(make_period(Span.YEAR, MARCH), at=AT + 3 * DAY)
    scores = part_of(gathered, "scores")
    names = [row[0] for row in cells_of(scores)]
    assert names == sorted(names)
    assert len(names) == 3
    assert gaps_of(scores) == ["4 units were not visited."]
    assert all(row[2:] == (1, "few visits, not to be leaned on") for row in cells_of(scores))
    assert figures_of(part_of(gathered, "rounds"))["Visits done"] == (3, 3)


def channel_with_faults():
    health.adopt_limits()
    cast = health.make_cast()
    site, account = (
        health.make_channel(cast),
        health.make_channel(cast, name="Water on air", kind="account", address="water-on-air"),
    )
    fields = {"method": "auto", "at": NOON, "day": MARCH}
    Check.objects.create(
        channel=site, metric="home", standing="fail", veto=True, value=20, limit=14, **fields
    )
    for key, state, fixed in (("a", "confirmed", None), ("b", "open", None), ("c", "fixed", NOON + DAY)):
        Finding.objects.create(
            channel=site,
            fault="date_ahead",
            key=key,
            state=state,
            found_at=NOON,
            seen_at=NOON,
            fixed_at=fixed,
        )
    return site, account


def test_channels_say_which_fail_by_which_veto_and_which_nobody_measured():
    site, account = channel_with_faults()
    gathered = KINDS["health"].gather(make_period(Span.QUARTER, MARCH), at=LATER)
    channels = part_of(gathered, "channels")
    assert figures_of(channels)["Fail by a veto"] == (1, 1)
    assert gaps_of(channels) == [f"Not measured: {account.name}"]
    (row, _other) = cells_of(channels)
    assert (row[0], row[4]) == (site.name, MARCH)
    assert row[3]
    faults = part_of(gathered, "faults")
    assert figures_of(faults)["Put right"] == (1, 3)
    assert gaps_of(faults) == ["1 findings are the machine's alone: nobody has judged them."]


def test_what_only_the_machine_saw_is_not_among_the_problems():
    channel_with_faults()
    problems = problems_part(make_period(Span.QUARTER, MARCH), at=LATER)
    assert figures_of(problems) == {"Problems": (2, 2), "Put right": (1, 2), "Not put right yet": (1, 2)}


def test_training_names_posts_and_requirements_and_nobody_by_name():
    cast = training.make_cast()
    training.make_course(cast, required_for=("spokesperson", "keeper"))
    gathered = KINDS["training"].gather(make_period(Span.YEAR, MARCH), at=NOON)
    part = part_of(gathered, "training")
    assert figures_of(part)["Posts that lack something"] == (2, 4)
    assert {row[2:] for row in cells_of(part)} == {("Speaking to the press", "never taken", 2)}
    words = f"{part.said} {part.rows} {part.missing}"
    assert "Emil" not in words
    assert "Fang" not in words


def test_a_certificate_that_ends_soon_is_listed_and_its_post_is_not_counted_as_lacking():
    cast = training.make_cast()
    course = training.make_course(cast, certifies=True, valid_months=12, required_for=("spokesperson",))
    training.attended(cast, course, cast.emil)
    part = training_part(make_period(Span.YEAR, date(2027, 2, 5)), at=NOON + timedelta(days=340))
    assert figures_of(part)["Posts that lack something"] == (0, 4)
    assert [row[3] for row in cells_of(part)] == ["ends soon"]


@pytest.fixture
def release_cast():
    cast = foresight.make_cast()
    adopt_decision_gate(cast)
    return cast


def decision(release, at=LATER):
    return KINDS["foresight"].gather(make_period(Span.DAY, MARCH, subject=f"release:{release}"), at=at)


def test_a_decision_s_risk_names_points_measures_answers_and_what_is_not_known(release_cast):
    gathered = decision(foresight.agreed(release_cast))
    risks, prepared = part_of(gathered, "risks"), part_of(gathered, "prepared")
    assert "Risk level: medium." in words_of(risks)
    assert cells_of(risks)[0][0] == "It is read as a rise for all."
    assert cells_of(risks)[0][4] == "The table with examples comes first."
    assert figures_of(prepared)["Questions prepared for"] == (1, 1)
    assert gaps_of(prepared)[0].startswith("Not known yet: How many households")
    assert gaps_of(part_of(gathered, "heard")) == ["The public was not asked beforehand."]


def test_a_bare_release_says_that_nothing_was_assessed(release_cast):
    risks = part_of(decision(foresight.make_release(release_cast)), "risks")
    assert gaps_of(risks) == ["No risk point is written down.", "No level is agreed."]


def test_a_file_begins_with_what_speaks_for_the_unit_and_says_whether_the_person_was_heard():
    hall = Hall()
    file = open_file(hall)
    period = replace(make_period(Span.DAY, MARCH, subject=f"file:{file.pk}"), eyes=hall.act("olga"))
    gathered = KINDS["accountability"].gather(period, at=APRIL)
    assert [part.key for part in gathered.parts] == ["missed", "excuses", "acts"]
    assert "was due on 2026-03-31 and was missed" in words_of(part_of(gathered, "missed"))
    assert "No statement of the person concerned is in the file." in gaps_of(part_of(gathered, "acts"))
    assert len(cells_of(part_of(gathered, "excuses"))) >= 6


def test_a_heard_file_lists_each_paper_with_its_hash():
    hall = Hall()
    file = heard(hall)
    period = replace(make_period(Span.DAY, MARCH, subject=f"file:{file.pk}"), eyes=hall.act("olga"))
    acts = part_of(KINDS["accountability"].gather(period, at=APRIL), "acts")
    assert gaps_of(acts) == []
    assert "Statement and defence" in {row[1] for row in cells_of(acts)}
    assert all(len(row[3]) == 16 for row in cells_of(acts))


def test_a_file_is_not_gathered_with_the_machine_s_eyes_nor_for_somebody_apart():
    hall = Hall()
    file = open_file(hall)
    period = make_period(Span.DAY, MARCH, subject=f"file:{file.pk}")
    for eyes in (period.eyes, hall.act("wang")):
        with pytest.raises(Anticipated):
            KINDS["accountability"].gather(replace(period, eyes=eyes), at=APRIL)
