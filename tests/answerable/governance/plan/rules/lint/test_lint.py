"""Each rule of lint has a plan that it refuses, with file, line and a sentence; the plans that ship are clean."""

import pytest
from django.utils.translation import override

from answerable.governance.plan.rules.lint import House, errors_of, lint
from answerable.governance.plan.rules.lint.gates import people_needed
from answerable.governance.plan.rules.lint.house import Held
from answerable.governance.plan.rules.sentences import SENTENCES, sentence_of
from answerable.governance.plan.shipped import shipped_plans
from tests.answerable.governance.plan.makers import SMALL, make_plan


def changed(**changes):
    return lint(make_plan(SMALL, **changes))


@pytest.mark.parametrize("name", shipped_plans())
def test_a_shipped_plan_is_clean(name):
    assert lint(make_plan(shipped_plans()[name])) == ()


def test_the_small_plan_is_clean():
    assert lint(make_plan()) == ()


STEPS = "steps: [{key: one, zh: 初审, en: First, checks: [facts]}, {key: two, zh: 终审, en: Last, checks: [decide]}], "
#: Code of the finding, line, and the change to the small plan that brings it about: what stands there, what instead.
REFUSED = [
    ("head_lacks", 1, "version: 1.0.0, ", ""),
    ("head_lacks", 1, 'id: "urn:plan:small", ', ""),
    ("head_lacks", 1, "effective: 2026-01-01, ", ""),
    ("no_date", 1, "effective: 2026-01-01", "effective: 2026-13-01"),
    ("calendar_unknown", 1, "calendar: CN", "calendar: China"),
    ("zone_unknown", 1, "zone: Asia/Shanghai", "zone: Asia/Peking-on-Sea"),
    ("name_missing", 1, "title: {zh: 小方案, en: Small plan}", "title: {zh: 小方案}"),
    ("unknown_pack", 2, "packs: [cn-response-2016]", "packs: [cn-response-2016, cn-response-2061]"),
    ("looser_than_pack", 4, "topic_lead: 10", "topic_lead: 10\n  reply_wd: 9"),
    ("post_kind", 6, "kind: lead", "kind: king"),
    ("post_no_backup", 6, "kind: lead, backup: same", "kind: lead"),
    ("post_own_backup", 6, "kind: lead, backup: same", "kind: lead, backup: P-LEAD"),
    ("post_unknown", 7, "kind: office, backup: P-LEAD", "kind: office, backup: P-LAED"),
    ("offset_unreadable", 9, "at: -2wd", "at: two days"),
    ("told_unknown", 9, "to: owner, do: remind", "to: everybody, do: remind"),
    ("act_unknown", 9, "do: remind", "do: punish"),
    ("clause_gives_nothing", 11, ", gives: [post:P-LEAD, post:P-COMM]", ""),
    ("clause_gives_and_none", 11, "gives: [post:P-LEAD", "none: x, gives: [post:P-LEAD"),
    ("gives_unknown", 11, "gives: [post:P-LEAD,", "gives: [post:P-LEAD, duty:d-gone,"),
    ("gives_odd", 11, "gives: [post:P-LEAD,", "gives: [post:P-LEAD, party:d-gone,"),
    ("clause_empty", 11, "text: 负责人负总责，办公室落实。", 'text: ""'),
    ("clause_twice", 12, "id: c02", "id: c01"),
    ("odd_id", 12, "id: c02", "id: c 02"),
    ("figures_differ", 17, "来信7个工作日内答复", "来信5个工作日内答复"),
    ("object_without_clause", 21, "gives: [duty:d-topic]", "none: x"),
    ("duty_no_owner", 21, "owner: P-LEAD, ", ""),
    ("post_unknown", 21, "owner: P-LEAD, ", "owner: P-NOBODY, "),
    ("duty_no_recipient", 21, "to: superior_body, ", ""),
    ("recipient_unknown", 21, "to: superior_body", "to: the_king"),
    ("duty_no_evidence", 21, "evidence: [minutes], ", ""),
    ("evidence_unknown", 21, "evidence: [minutes]", "evidence: [selfie]"),
    ("duty_no_ladder", 21, "ladder: std, lead", "lead"),
    ("ladder_unknown", 21, "ladder: std, lead", "ladder: steep, lead"),
    ("rrule_unreadable", 21, "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1", "each May"),
    ("rrule_unreadable", 21, "BYMONTHDAY=1", "BYMONTHDAY=31"),
    ("due_unreadable", 21, "at: month_end", "at: soon"),
    ("roll_unknown", 21, "roll: prev", "roll: over"),
    ("only_unknown", 21, "owner: P-LEAD, ", "owner: P-LEAD, only: mondays, "),
    ("lead_unreadable", 21, "lead: $topic_lead wd", "lead: early"),
    ("unknown_param", 21, "lead: $topic_lead wd", "lead: $topic_laed wd"),
    ("event_unknown", 23, "on: letter.received", "on: letter.lost"),
    ("rule_no_stages", 23, "stages: [{in: $reply_wd wd, do: substantive_reply, by: P-COMM}]", "stages: []"),
    ("stage_no_act", 23, "do: substantive_reply, ", ""),
    ("stage_one_limit", 23, "{in: $reply_wd wd, do", "{in: 7wd, every: 7cd, do"),
    ("limit_unreadable", 23, "in: $reply_wd wd", "in: a week"),
    ("post_unknown", 23, "by: P-COMM", "by: P-COMN"),
    ("recipient_unknown", 23, "by: P-COMM}", "by: P-COMM, to: nowhere}"),
    ("post_unknown", 23, "approver: P-LEAD", "approver: P-LAED"),
    ("extension_shorter", 23, "extend: {to: 15wd", "extend: {to: 5wd"),
    ("pause_unknown", 23, "pause: [asked_for_clarification]", "pause: [lunch]"),
    ("ladder_unknown", 23, "pause: [asked_for_clarification], ladder: std", "ladder: rope"),
    ("gate_no_steps", 25, STEPS, ""),
    ("gate_extends_unknown", 25, "distinct: true", "extends: g-gone, distinct: true"),
    ("post_unknown", 25, "distinct: true", "by: P-WHO, distinct: true"),
    ("yes_no", 25, "distinct: true", "distinct: maybe"),
    ("unknown_key", 21, "ladder: std, lead", "laddder: std, lead"),
    ("twice", 6, "P-COMM: {zh", "P-LEAD: {zh"),
    ("not_yaml", 1, "zone: Asia/Shanghai, ", "zone: Asia/Shanghai, : ]"),
    ("anchor", 4, "topic_lead: 10", "topic_lead: &ten 10"),
    ("tag", 4, "topic_lead: 10", "topic_lead: !!python/object:os.system 10"),
    ("unseen_sign", 4, "topic_lead: 10", "topic_lead: 10\u200b\u2028"),
    ("no_head", 1, "plan: {id", "plann: {id"),
    ("no_clauses", 1, "clauses:", "procs:"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "line", "old", "new"), REFUSED)
def test_a_rule_refuses_its_plan_by_line(code, line, old, new):
    found = changed(**{old: new})

    assert any(one.code == code for one in found), found
    where = [one.place.line for one in found if one.code == code]
    assert any(abs(line - there) <= 1 for there in where), where


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_finding_is_a_sentence_in_both_languages(language):
    with override(language):
        for _code, _line, old, new in REFUSED:
            for one in changed(**{old: new}):
                said, step = sentence_of(one)
                assert said.strip()
                assert "%(" not in said + step
                if language == "zh-hans":
                    assert any("\u4e00" <= sign <= "\u9fff" for sign in said), (one.code, said)


def test_two_limits_for_the_same_thing_contradict_each_other_and_the_shorter_is_shown():
    stages = "stages: [{in: 12wd, do: substantive_reply}]"
    rule = f"  e-second: {{zh: 再, en: Again, on: letter.received, {stages}, ladder: std}}\ngates:"
    found = changed(**{"gates:": rule, "gives: [rule:e-letter]": "gives: [rule:e-letter, rule:e-second]"})

    one = next(one for one in found if one.code == "contradiction")
    assert one.details["shorter"] == "7wd"
    assert one.details["longer"] == "12wd"
    assert one.details["other"] == "e-letter"


def test_the_same_duty_twice_is_found():
    line = next(line for line in SMALL.splitlines() if line.startswith("  d-topic:"))
    second = line.replace("d-topic:", "d-again:").replace("roll: prev", "roll: next") + "\nrules:"
    assert "duty_twice" in {one.code for one in changed(**{"rules:": second})}


def test_a_gate_that_asks_one_post_for_more_steps_than_it_has_people_is_refused():
    found = changed(
        **{
            "checks: [facts]}": "checks: [facts], by: P-COMM}, {key: x, zh: 再, en: X, by: P-COMM}",
            "checks: [decide]}": "checks: [decide], by: P-COMM}",
        }
    )
    assert "gate_same_post" in {one.code for one in found}


def test_a_sentence_that_was_reworded_leaves_its_clause_stale():
    reading = make_plan()
    written = [(clause.ref, clause.text) for clause in reading.document.clauses]
    written[1] = ("二", "每年4月、10月研究一次。")

    found = lint(reading, None, written)

    assert [(one.code, one.place.line) for one in found] == [("stale_text", 12)]


def test_a_new_sentence_of_the_document_lacks_its_clause():
    reading = make_plan()
    written = [(clause.ref, clause.text) for clause in reading.document.clauses] + [
        ("六", "每月开展一次检查。")
    ]
    assert [one.code for one in lint(reading, None, written)] == ["sentence_without_clause"]


def make_people(**changes):
    everybody = frozenset({1, 2, 3, 4})
    fields = {
        "top": "b",
        "units": {"b": "Body"},
        "each": ("b",),
        "bound": {("P-LEAD", "b"): Held(1, frozenset({2})), ("P-COMM", "b"): Held(3)},
        "readers": {"b": everybody},
        "calendars": frozenset({"CN"}),
    }
    return House(**{**fields, **changes})


def test_a_house_with_everybody_in_place_is_clean():
    assert lint(make_plan(), make_people()) == ()


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("post_unbound", {"bound": {("P-COMM", "b"): Held(3)}}),
        ("post_no_holder", {"bound": {("P-LEAD", "b"): Held(None), ("P-COMM", "b"): Held(3)}}),
        ("post_no_backup_holder", {"bound": {("P-LEAD", "b"): Held(1), ("P-COMM", "b"): Held(1)}}),
        ("gate_too_few", {"readers": {"b": frozenset({1, 2})}}),
        ("calendar_not_here", {"calendars": frozenset({"GB-ENG"})}),
    ],
)
def test_the_house_is_looked_at_too(code, changes):
    found = lint(make_plan(), make_people(**changes))
    assert code in {one.code for one in found}
    assert sentence_of(next(one for one in found if one.code == code))[0]


def test_a_post_of_a_unit_that_is_not_there_is_found():
    found = lint(make_plan(**{"en: Office, unit: bureau": "en: Office, unit: moon"}), make_people())
    assert "unit_unknown" in {one.code for one in found}


def test_one_vacancy_among_many_units_holds_nothing_up():
    reading = make_plan(**{"en: Office, unit: bureau": "en: Office, unit: each"})
    found = lint(reading, make_people(bound={("P-LEAD", "b"): Held(1, frozenset({2}))}))
    assert "post_unbound" in {one.code for one in found}
    assert errors_of(found) == ()


def test_a_gate_of_distinct_people_needs_its_readers_and_an_author():
    gate = make_plan().document.gates["g-publish"]
    assert people_needed(gate) == 3


def test_every_code_that_lint_can_give_has_its_sentence():
    codes = {code for code, *_rest in REFUSED}
    assert codes <= set(SENTENCES)
