"""The life of a version: written, handed in, approved by a second person, in force, superseded."""

import pytest

from answerable.governance.plan import actions, queries
from answerable.governance.plan.events import PlanInForce
from answerable.governance.plan.models import Bound, PlanVersion, Proposal
from answerable.governance.plan.rules.document import text_hash
from answerable.governance.plan.rules.numbering import outline
from answerable.governance.plan.rules.states import State
from answerable.governance.plan.rules.writing import duty_record
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel import events
from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.kernel.trail.models import Entry
from answerable.office.clocks import queries as clocks
from answerable.office.review.queries.gates import gate
from tests.answerable.governance.plan.makers import (
    NOON,
    make_house,
    make_plan_in_force,
    make_version,
)

pytestmark = pytest.mark.django_db
BUREAU = shipped_plans()["district-bureau"]


@pytest.fixture
def house():
    return make_house()


def test_the_bureau_plan_comes_into_force_in_a_house_where_everybody_is_in_place(house):
    version = make_plan_in_force(house)

    standing = queries.in_force(at=NOON)
    assert (standing.version_id, standing.number) == (version.pk, "1.0.0")
    assert version.approver == house.boris


def test_a_plan_in_force_is_written_down_into_the_office(house):
    make_plan_in_force(house)

    rule = clocks.rule("e-grave")
    assert [stage.in_ or stage.every for stage in rule.stages] == ["5h", "24h", "24h"]
    assert clocks.parameter("response_h", None) == 48
    assert clocks.post_ids("P-SPOK")
    assert gate("g-decision").steps[-1].needs == {"high": "P-LEAD"}
    assert [step.key for step in gate("g-response").steps] == ["initial", "second", "final"]


def test_entry_into_force_is_told_upward(house, monkeypatch):
    heard = []
    monkeypatch.setitem(events._reactions, PlanInForce, [heard.append])
    version = make_plan_in_force(house)
    assert [news.version_id for news in heard] == [version.pk]


def test_posts_with_the_codes_of_the_plan_are_bound_by_themselves(house):
    version = make_version(house)
    bound = queries.posts_bound(version.pk)
    assert bound["P-LEAD", house.top.pk]
    assert {unit for code, unit in bound if code == "P-LIAI"} == {unit.pk for unit in house.units.values()}


def test_nobody_who_wrote_at_a_version_approves_it(house):
    version = make_version(house)
    seen = actions.set_head(
        version.pk, {"version": "1.0.1"}, seen=version.sha256, by=house.actor("ada"), at=NOON
    )
    PlanVersion.objects.filter(pk=version.pk).update(writers=[house.ada.pk, house.boris.pk])
    actions.propose(version.pk, seen=seen, by=house.actor("ada"), at=NOON)

    with pytest.raises(NotAllowed):
        actions.approve(version.pk, seen=seen, by=house.actor("boris"), at=NOON)
    actions.approve(version.pk, seen=seen, by=house.actor("emil"), at=NOON)
    assert PlanVersion.objects.get(pk=version.pk).state == State.APPROVED


def test_the_writer_may_not_approve_even_with_the_post_for_it(house):
    version = PlanVersion.objects.get(pk=actions.start_draft(BUREAU, by=MACHINE, at=NOON))
    actions.propose(version.pk, seen=version.sha256, by=house.actor("ada"), at=NOON)
    with pytest.raises(NotAllowed):
        actions.approve(version.pk, seen=version.sha256, by=house.actor("ada"), at=NOON)


def test_an_approval_is_for_the_text_that_was_read(house):
    version = make_version(house)
    actions.propose(version.pk, seen=version.sha256, by=house.actor("ada"), at=NOON)
    with pytest.raises(Moved):
        actions.approve(version.pk, seen="0" * 64, by=house.actor("boris"), at=NOON)


def test_a_draft_with_an_error_cannot_be_handed_in(house):
    version = make_version(house, BUREAU.replace("gives: [post:P-DEP]", "gives: []"))
    with pytest.raises(Anticipated, match="error"):
        actions.propose(version.pk, seen=version.sha256, by=house.actor("ada"), at=NOON)
    assert PlanVersion.objects.get(pk=version.pk).state == State.DRAFT


def test_two_who_change_one_draft_do_not_overwrite_each_other(house):
    version = make_version(house)
    actions.set_head(version.pk, {"version": "1.1"}, seen=version.sha256, by=house.actor("ada"), at=NOON)
    with pytest.raises(Moved):
        actions.save_yaml(version.pk, BUREAU, seen=version.sha256, by=house.actor("ada"), at=NOON)


def test_what_is_not_a_draft_is_not_changed(house):
    version = make_plan_in_force(house)
    with pytest.raises(Moved):
        actions.save_yaml(version.pk, BUREAU, seen=version.sha256, by=house.actor("ada"), at=NOON)


def test_a_text_that_is_no_plan_is_not_saved_and_says_where(house):
    version = make_version(house)
    with pytest.raises(Anticipated):
        actions.save_yaml(version.pk, "plan: [", seen=version.sha256, by=house.actor("ada"), at=NOON)
    assert PlanVersion.objects.get(pk=version.pk).text == BUREAU


def test_a_version_waits_for_its_day_and_then_comes_into_force_by_itself(house):
    first = make_plan_in_force(house)
    text = BUREAU.replace("version: 1.0.0", "version: 1.1.0").replace(
        "effective: 2026-01-01", "effective: 2026-04-01"
    )
    second = make_version(house, text)
    actions.propose(second.pk, seen=second.sha256, by=house.actor("ada"), at=NOON)
    actions.approve(second.pk, seen=second.sha256, by=house.actor("boris"), at=NOON)

    assert queries.upcoming(at=NOON).version_id == second.pk
    with pytest.raises(Anticipated):
        actions.put_in_force(second.pk, by=house.actor("boris"), at=NOON)
    assert actions.put_due_in_force(by=MACHINE, at=NOON) == []

    april = NOON.replace(month=4)
    assert actions.put_due_in_force(by=MACHINE, at=april) == [second.pk]
    assert queries.in_force(at=april).version_id == second.pk
    assert queries.in_force(at=NOON).version_id == first.pk
    assert PlanVersion.objects.get(pk=first.pk).state == State.SUPERSEDED
    assert queries.standing_of(first.pk).document.version == "1.0.0"
    assert actions.put_due_in_force(by=MACHINE, at=april) == []


def test_a_recalled_version_loses_its_approval(house):
    version = make_version(house)
    actions.propose(version.pk, seen=version.sha256, by=house.actor("ada"), at=NOON)
    actions.approve(version.pk, seen=version.sha256, by=house.actor("boris"), at=NOON)
    actions.recall(version.pk, by=house.actor("ada"), at=NOON)
    version.refresh_from_db()
    assert (version.state, version.approver, version.approved_sha256) == (State.DRAFT, None, "")


def test_a_version_is_sent_back_with_a_word_why(house):
    version = make_version(house)
    actions.propose(version.pk, seen=version.sha256, by=house.actor("ada"), at=NOON)
    with pytest.raises(Anticipated):
        actions.send_back(version.pk, " ", by=house.actor("boris"), at=NOON)
    actions.send_back(version.pk, "第三条再斟酌", by=house.actor("boris"), at=NOON)
    version.refresh_from_db()
    assert (version.state, version.comment) == (State.DRAFT, "第三条再斟酌")


def test_after_a_repeal_the_starting_clocks_hold_again(house):
    version = make_plan_in_force(house)
    actions.repeal(version.pk, "并入新方案", by=house.actor("boris"), at=NOON)
    assert queries.in_force(at=NOON) is None
    assert clocks.rule("e-grave").stages[0].by == ""
    assert clocks.rule("e-problem") is None


def test_a_fresh_house_has_clocks_and_gates_before_any_plan():
    assert actions.adopt_start("CN", "Asia/Shanghai", by=MACHINE, at=NOON) is True
    assert clocks.rule("e-letter").stages[0].in_ == "7wd"
    assert clocks.parameter("assessment_levels", None)[0]["level"] == "grave"


def test_the_start_is_not_written_over_a_plan(house):
    make_plan_in_force(house)
    assert actions.adopt_start("CN", "Asia/Shanghai", by=MACHINE, at=NOON) is False
    assert clocks.rule("e-problem") is not None


def test_the_figures_of_the_packs_are_kept_with_the_approval(house):
    version = make_plan_in_force(house)
    assert version.figures["cn-response-2016"]["first_release_h"]["value"] == 5


# Word files


def paper(*lines):
    found = outline(lines)
    return actions.paper_of("plan.docx", "\n".join(lines).encode(), found)


def test_a_word_file_becomes_a_draft_whose_clauses_are_all_open(house):
    made = actions.import_docx(
        paper("一、总则", "（一）办公室负责。", "（二）每季度报送。"), by=house.actor("ada"), at=NOON
    )
    document = queries.standing_of(made).document
    assert [(one.id, one.ref, one.text) for one in document.clauses] == [
        ("c01", "一（一）", "办公室负责。"),
        ("c02", "一（二）", "每季度报送。"),
    ]
    assert document.headings == {"一": "总则"}
    assert all(not one.gives for one in document.clauses)


def test_a_changed_word_file_keeps_what_was_linked_and_marks_what_went_stale(house):
    first = paper("一、办公室负责落实。", "二、每年5月研究一次。", "三、自印发之日起施行。")
    made = actions.import_docx(first, by=house.actor("ada"), at=NOON)
    seen = PlanVersion.objects.get(pk=made).sha256
    text = PlanVersion.objects.get(pk=made).text
    seen = actions.save_yaml(
        made,
        text + "posts:\n  P-A: {zh: 甲, en: A, unit: bureau, kind: office, backup: same}\n",
        seen=seen,
        by=house.actor("ada"),
        at=NOON,
    )
    seen = actions.link(made, "c01", ["post:P-A"], "", seen=seen, by=house.actor("ada"), at=NOON)

    second = paper(
        "一、新增一条要求。", "二、办公室负责落实。", "三、每年6月研究一次。", "四、自印发之日起施行。"
    )
    found = actions.import_again(made, second, seen=seen, by=house.actor("ada"), at=NOON)

    document = queries.standing_of(made).document
    assert document.clause("c01").ref == "二"
    assert document.clause("c01").gives == ("post:P-A",)
    assert [(clause.id, near.text) for clause, near in found.stale] == [("c02", "每年6月研究一次。")]
    assert [one.text for one in found.fresh] == ["新增一条要求。"]
    row = PlanVersion.objects.get(pk=made)
    actions.take_words(
        made, "c02", text_hash("每年6月研究一次。"), seen=row.sha256, by=house.actor("ada"), at=NOON
    )
    assert queries.standing_of(made).document.clause("c02").text == "每年6月研究一次。"


# On the page


def test_a_duty_is_put_in_for_a_clause_and_the_rest_of_the_file_stays(house):
    version = make_version(house)
    record = {
        "zh": "新",
        "en": "New",
        "owner": "P-COMM",
        "rrule": "FREQ=MONTHLY;BYMONTHDAY=1",
        "due": {"at": "month_end", "roll": "prev"},
        "to": "public",
        "evidence": ["link"],
        "ladder": "std",
    }
    actions.put_duty(version.pk, "d-new", record, "c03", seen=version.sha256, by=house.actor("ada"), at=NOON)
    after = PlanVersion.objects.get(pk=version.pk).text
    document = queries.standing_of(version.pk).document
    assert document.clause("c03").gives == ("duty:d-new",)
    assert document.duties["d-new"].owner == "P-COMM"
    assert [line for line in BUREAU.splitlines() if line.strip().startswith("#")] == [
        line for line in after.splitlines() if line.strip().startswith("#")
    ]


def test_a_changed_duty_keeps_its_figures(house):
    version = make_version(house)
    duty = queries.standing_of(version.pk).document.duties["d-train"]
    record = {**duty_record(duty), "owner": "P-COMM"}
    actions.put_duty(version.pk, "d-train", record, "", seen=version.sha256, by=house.actor("ada"), at=NOON)
    assert "measure: {sum: hours, min: $train_hours}" in PlanVersion.objects.get(pk=version.pk).text
    assert queries.standing_of(version.pk).document.duties["d-train"].owner == "P-COMM"


def test_a_duty_taken_out_leaves_no_clause_pointing_at_it(house):
    version = make_version(house)
    actions.drop_duty(version.pk, "d-assess", seen=version.sha256, by=house.actor("ada"), at=NOON)
    document = queries.standing_of(version.pk).document
    assert "d-assess" not in document.duties
    assert document.clause("c10").gives == ("duty:d-objectives",)


def test_a_clause_is_dropped_and_a_sentence_added_at_its_place(house):
    made = actions.import_docx(
        paper("一、甲负责。", "二、乙负责。", "三、丙负责。"), by=house.actor("ada"), at=NOON
    )
    seen = PlanVersion.objects.get(pk=made).sha256
    seen = actions.drop_clause(made, "c02", seen=seen, by=house.actor("ada"), at=NOON)
    key = actions.add_sentence(made, text_hash("乙负责。"), seen=seen, by=house.actor("ada"), at=NOON)
    document = queries.standing_of(made).document
    assert [one.text for one in document.clauses] == ["甲负责。", "乙负责。", "丙负责。"]
    assert document.clauses[1].id == key


def test_a_draft_is_laid_aside(house):
    version = make_version(house)
    actions.drop(version.pk, by=house.actor("ada"), at=NOON)
    assert PlanVersion.objects.get(pk=version.pk).state == State.DROPPED


def test_a_copy_begins_with_the_text_and_the_bindings(house):
    version = make_plan_in_force(house)
    made = actions.copy_draft(version.pk, by=house.actor("ada"), at=NOON)
    assert PlanVersion.objects.get(pk=made).text == version.text
    assert queries.posts_bound(made) == queries.posts_bound(version.pk)


# Posts


def test_a_post_of_another_unit_cannot_stand_for_a_plan_post(house):
    version = make_version(house)
    other = Bound.objects.get(version=version, code="P-LEAD").post_id
    with pytest.raises(Anticipated):
        actions.bind(version.pk, "P-COMM", {house.units["office"].pk: other}, by=house.actor("ada"), at=NOON)


def test_a_binding_is_changed_and_taken_back(house):
    version = make_version(house)
    actions.bind(version.pk, "P-COMM", {house.units["office"].pk: None}, by=house.actor("ada"), at=NOON)
    assert ("P-COMM", house.units["office"].pk) not in queries.posts_bound(version.pk)
    entry = Entry.objects.filter(act="plan.bind").latest("id")
    assert entry.actor_name == "Ada"


# Wishes


def test_a_wish_with_words_goes_into_a_draft(house):
    version = make_version(house)
    wish = actions.note_proposal(
        "太短", case=7, clause="c27", wording="媒体问询在8个工作小时内答复。", by=house.actor("chen"), at=NOON
    )
    actions.take_up(wish, version.pk, seen=version.sha256, by=house.actor("ada"), at=NOON)
    assert queries.standing_of(version.pk).document.clause("c27").text == "媒体问询在8个工作小时内答复。"
    assert Proposal.objects.get(pk=wish).state == "taken_up"


def test_a_wish_is_declined_with_a_reason_and_only_once(house):
    wish = actions.note_proposal("改", by=house.actor("chen"), at=NOON)
    with pytest.raises(Anticipated):
        actions.decline(wish, "", by=house.actor("ada"), at=NOON)
    actions.decline(wish, "已有规定", by=house.actor("ada"), at=NOON)
    with pytest.raises(Moved):
        actions.decline(wish, "再次", by=house.actor("ada"), at=NOON)


def test_only_the_office_writes_plans(house):
    with pytest.raises(NotAllowed):
        actions.start_draft(BUREAU, by=house.actor("chen"), at=NOON)
    with pytest.raises(NotAllowed):
        actions.start_draft(BUREAU, by=house.actor("boris"), at=NOON)


def test_every_step_leaves_its_entry_in_the_trail(house):
    version = make_plan_in_force(house)
    acts = list(Entry.objects.filter(thing=f"plan:{version.pk}").order_by("id").values_list("act", flat=True))
    assert acts == ["plan.start_draft", "plan.propose", "plan.approve", "plan.put_in_force"]
