"""Small decisions: figures of packs, words, months ahead, differences, matching, states."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from answerable.governance.plan.rules.diff import alike, compare
from answerable.governance.plan.rules.document import Clause, name_in, text_hash
from answerable.governance.plan.rules.lexicon import limits_in, number_of, suggestions, suggestions_for
from answerable.governance.plan.rules.matching import matched, next_id
from answerable.governance.plan.rules.numbering import Sentence
from answerable.governance.plan.rules.packs import as_record, from_record, read_pack
from answerable.governance.plan.rules.preview import look_ahead
from answerable.governance.plan.rules.refusals import REASONS, BadPaper
from answerable.governance.plan.rules.saying import due_words, limit_words, rhythm, rule_words
from answerable.governance.plan.rules.states import MOVES, STATE_NAMES, Move, State
from answerable.governance.plan.rules.vocabulary import EVENTS, said
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel.moves import IllegalMove
from answerable.office.clocks.rules.seeds import seed
from tests.answerable.governance.plan.makers import PACKS, make_plan

CALENDAR = seed("CN", "Asia/Shanghai")
BUREAU = make_plan(shipped_plans()["district-bureau"]).document


def clause(text, *gives):
    return Clause("c1", "一", text, text_hash(text), gives)


# Lexicon


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("7个工作日内答复，复杂的十五个工作日", ["7wd", "15wd"]),
        ("24小时内、三日内", ["24h", "3cd"]),
        ("4个工作小时内", ["4wh"]),
        ("within two working days or 48 hours", ["2wd", "48h"]),
        ("within 4 working hours", ["4wh"]),
        ("每年5月15日", []),
    ],
)
def test_limits_are_found_in_sentences(text, limits):
    assert list(limits_in(text)) == limits


@pytest.mark.parametrize(
    ("text", "number"), [("二十", 20), ("十五", 15), ("三十二", 32), ("九", 9), ("fifteen", 15)]
)
def test_numbers_in_words(text, number):
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("每季度末报送工作情况", "duty", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1"),
        ("每年5月、11月专题研究", "duty", "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1"),
        ("Each quarter the unit reports to the office", "duty", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1"),
        ("7个工作日内办结", "rule", "7wd"),
        ("办公室负责落实", "post", ""),
        ("The head is responsible", "post", ""),
        ("发布实行三审三校", "gate", ""),
        ("每月随机抽查", "duty", "FREQ=MONTHLY;BYMONTHDAY=1"),
    ],
)
def test_words_suggest_what_a_clause_may_give_rise_to(text, kind, value):
    found = {one.kind: one.value for one in suggestions_for(clause(text))}
    assert found[kind] == value


def test_what_is_linked_already_is_not_suggested_and_nothing_is_ever_applied():
    assert {one.kind for one in suggestions_for(clause("办公室负责每季度报送", "post:P-A"))} == {"duty"}
    before = BUREAU.clauses
    suggestions(BUREAU)
    assert BUREAU.clauses == before


# Packs


def test_a_figure_of_a_pack_names_its_source_its_certainty_and_its_day():
    reading = read_pack("pack: {id: x}\nparams:\n  a: 7\n", "x.yaml")
    assert {one.code for one in reading.problems} == {
        "pack_no_source",
        "pack_no_certainty",
        "pack_no_day",
        "pack_no_names",
    }
    assert read_pack("params: {}\n", "x").problems[0].code == "no_pack"
    assert read_pack("[", "x").problems[0].code == "not_yaml"


def test_figures_survive_being_kept_with_a_version():
    figures = PACKS["cn-response-2016"]
    assert from_record(as_record(figures)) == dict(figures)


# The months ahead


def test_twelve_months_are_worked_out_once_and_owed_in_every_unit():
    units = dict.fromkeys(BUREAU.posts, ("office",)) | {"P-LIAI": ("a", "b", "c")}
    ahead = look_ahead(BUREAU, CALENDAR, units, date(2026, 1, 1), date(2027, 1, 1))
    quarter = [(unit, run.due) for one, unit, run in ahead.rows(post="P-LIAI") if one.duty.id == "d-quarter"]
    assert len(quarter) == 12
    assert {ahead.local(due).date() for _unit, due in quarter} == {
        date(2026, 3, 31),
        date(2026, 6, 30),
        date(2026, 9, 30),
        date(2026, 12, 31),
    }
    assert len(ahead.months) == 12
    assert ahead.load()["P-LIAI"][2026, 12] == 6
    assert ahead.load(unit="a")["P-LIAI"][2026, 12] == 2
    assert ahead.total() == sum(sum(counts.values()) for counts in ahead.load().values())


def test_a_month_end_that_is_not_worked_moves_back_and_shows_it():
    units = {"P-DEPT": ("a",)}
    ahead = look_ahead(BUREAU, CALENDAR, units, date(2026, 5, 1), date(2026, 6, 1))
    (run,) = [run for one, _unit, run in ahead.rows() if one.duty.id == "d-topic-branch"]
    assert ahead.local(run.due).date() == date(2026, 5, 29)
    assert [step.day.day for step in run.derivation] == [
        date(2026, 5, 31),
        date(2026, 5, 30),
        date(2026, 5, 29),
    ]


def test_a_rhythm_that_cannot_be_read_holds_up_nothing_else():
    document = make_plan(**{"FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1": "often"}).document
    ahead = look_ahead(document, CALENDAR, {"P-LEAD": ("a",)}, date(2026, 1, 1), date(2027, 1, 1))
    assert ahead.duties[0].fault
    assert ahead.total() == 0


# Differences


def test_nothing_changes_between_a_plan_and_itself():
    assert compare(BUREAU, BUREAU).is_empty


def test_a_changed_figure_names_the_clocks_it_touches():
    old, new = make_plan().document, make_plan(**{"topic_lead: 10": "topic_lead: 10\n  reply_wd: 5"}).document
    (figure,) = compare(old, new).figures
    assert (figure.id, figure.before, figure.after, figure.touches) == (
        "reply_wd",
        "7",
        "5",
        ("rule:e-letter",),
    )


def test_a_duty_that_goes_to_another_post_says_for_whom():
    old = make_plan().document
    new = make_plan(**{"owner: P-LEAD, rrule": "owner: P-COMM, rrule"}).document
    units = {"P-LEAD": ("b",), "P-COMM": ("b", "c")}
    ahead = tuple(look_ahead(one, CALENDAR, units, date(2026, 1, 1), date(2027, 1, 1)) for one in (old, new))
    (runs,) = compare(old, new, ahead).runs
    assert (runs.owner_before, runs.owner, runs.units) == ("P-LEAD", "P-COMM", ("c",))


def test_sentences_are_told_apart_as_new_gone_and_reworded():
    old = make_plan().document
    new = make_plan(
        **{
            "text: 来信7个工作日内答复。": "text: 来信7个工作日内实质答复。",
            "id: c05, ref: 五, text: 本方案自印发之日起施行。": "id: c06, ref: 五, text: 每月检查。",
        }
    ).document
    assert [(one.what, one.id) for one in compare(old, new).clauses] == [
        ("changed", "c03"),
        ("added", "c06"),
        ("gone", "c05"),
    ]


def test_twins_are_two_sentences():
    one = "局领导班子每年5月、11月各专题研究一次新闻宣传与舆情工作，形成书面报告。"
    two = "各支部每年5月、11月各专题研究一次，书面报告办公室。"
    assert alike(one, two) < 0.7


def test_a_sentence_that_moved_keeps_its_clause():
    clauses = [clause("办公室负责。")]
    found = matched(clauses, [Sentence("三", "办公室负责。"), Sentence("四", "每月检查。")])
    assert [(one.id, there.ref) for one, there in found.moved] == [("c1", "三")]
    assert [one.text for one in found.fresh] == ["每月检查。"]
    assert found.stale == ()


def test_ids_go_on_behind_the_last_one():
    assert next_id({"c01", "c12", "x9"}) == "c13"
    assert next_id(set()) == "c01"


# Words


def test_a_plan_is_said_in_words():
    with override("en"):
        assert rhythm("FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1") == "every year in May, November"
        assert rhythm("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1") == "every quarter"
        assert due_words(BUREAU.duties["d-circular"].due) == "within 10 working days after its end"
        assert limit_words("1wh") == "1 working hour"
        assert rule_words(BUREAU.rules["e-problem"], BUREAU).startswith(
            "when a new problem is found: within 1 working day"
        )
    with override("zh-hans"):
        assert rhythm("FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1") == "每年5月、11月"
        assert due_words(BUREAU.duties["d-quarter"].due) == "月底前、遇非工作日提前"
    assert rhythm("whenever") == "whenever"
    assert limit_words("soon") == "soon"
    assert said(EVENTS, "no.such") == "no.such"


def test_a_name_is_given_in_the_language_there_is():
    assert name_in({"zh": "甲"}, "en") == "甲"
    assert name_in({"en": "A", "zh": "甲"}, "zh-hans") == "甲"
    assert name_in({}, "en") == ""


# States


def test_only_a_draft_is_handed_in_and_only_what_was_handed_in_is_approved():
    assert MOVES.after(State.DRAFT, Move.HAND_IN) is State.IN_REVIEW
    for state in set(State) - {State.IN_REVIEW}:
        with pytest.raises(IllegalMove):
            MOVES.after(state, Move.APPROVE)
    assert set(STATE_NAMES) == set(State)


def test_every_refusal_of_a_word_file_says_what_to_do():
    for what, step in REASONS.values():
        assert str(what)
        assert str(step)
    assert BadPaper("no-such-code").code == "unreadable"


def test_a_due_time_is_shown_where_the_body_is():
    ahead = look_ahead(BUREAU, CALENDAR, {}, date(2026, 1, 1), date(2027, 1, 1))
    assert ahead.month_of(datetime(2026, 1, 31, 17, tzinfo=UTC)) == (2026, 2)
