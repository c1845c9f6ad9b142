"""From the text to the plan: figures filled in, links both ways, problems named instead of raised."""

from answerable.governance.plan.rules.document import Due, text_hash
from answerable.governance.plan.rules.reader import read_plan
from tests.answerable.governance.plan.makers import PACKS, SMALL, make_plan


def test_a_plan_is_read_with_its_figures_filled_in():
    document = make_plan().document
    assert document.duties["d-topic"].lead == "10wd"
    assert document.rules["e-letter"].stages[0].in_ == "7wd"
    assert document.params["reply_wd"].source.startswith("a city")


def test_what_gives_rise_to_a_thing_stands_with_the_thing():
    document = make_plan().document
    assert document.duties["d-topic"].clauses == ("c02",)
    assert [clause.id for clause in document.clauses_of("gate:g-publish")] == ["c04"]


def test_it_is_known_which_clocks_a_figure_goes_into():
    assert make_plan().document.uses["reply_wd"] == ("rule:e-letter",)


def test_a_gate_takes_over_the_steps_of_the_one_it_extends():
    reading = make_plan(
        **{"distinct: true}": "distinct: true}\n  g-more: {extends: g-publish, require: [pii]}"}
    )
    gate = reading.document.gates["g-more"]
    assert [step.id for step in gate.steps] == ["one", "two"]
    assert gate.require == ("pii",)


def test_the_stricter_of_two_figures_holds():
    looser = make_plan(**{"topic_lead: 10": "topic_lead: 10\n  reply_wd: 9"})
    assert looser.document.params["reply_wd"].value == 7
    stricter = make_plan(**{"topic_lead: 10": "topic_lead: 10\n  reply_wd: 5"})
    assert stricter.document.params["reply_wd"].value == 5
    assert stricter.problems == ()


def test_two_packs_give_the_stricter_of_their_figures():
    reading = make_plan(**{"packs: [cn-response-2016]": "packs: [uk-response, cn-response-2016]"})
    assert reading.document.params["reply_wd"].value == 7
    assert reading.document.params["first_release_h"].value == 2


def test_due_may_be_one_word():
    reading = make_plan(**{"due: {at: month_end, roll: prev}": "due: month_end"})
    assert reading.document.duties["d-topic"].due == Due("month_end", "prev")


def test_a_clause_may_keep_a_hash_of_its_words():
    text = "负责人负总责，办公室落实。"
    good = make_plan(**{"ref: 一,": f"ref: 一, hash: {text_hash(text)[:12]},"})
    assert good.problems == ()
    bad = make_plan(**{"ref: 一,": "ref: 一, hash: 000000000000,"})
    assert [one.code for one in bad.problems] == ["text_differs"]


def test_layout_does_not_change_what_a_sentence_is():
    assert text_hash("每年 5月\n研究") == text_hash(" 每年 5月 研究 ")
    assert text_hash("每年5月") != text_hash("每年6月")


def test_something_else_than_a_table_is_no_plan():
    assert read_plan("- a\n- b\n").document is None
    assert read_plan("just words").problems[0].code == "no_table"


def test_sections_of_the_wrong_shape_are_named():
    for old, code in (("posts", "table_wanted"), ("clauses", "row_wanted")):
        text = "\n".join(line for line in SMALL.splitlines() if not line.startswith("  ") or old not in line)
        reading = read_plan(f"plan: {{id: x}}\n{old}: 7\n", PACKS)
        assert code in {one.code for one in reading.problems}, text


def test_names_fall_back_to_the_language_there_is():
    document = make_plan(**{"{zh: 专题研究, en: Study, ": "{zh: 专题研究, "}).document
    assert document.duties["d-topic"].name("en") == "专题研究"
