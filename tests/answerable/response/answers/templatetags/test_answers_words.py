"""Words of answers in templates."""

from answerable.response.answers.rules.findings import findings
from answerable.response.answers.rules.plain import HintKind, look_at
from answerable.response.answers.rules.states import Change, GateState, Kind, State
from answerable.response.answers.templatetags import answers_words as words
from answerable.response.answers.words import MISSING_WORDS


def test_every_state_kind_and_change_has_its_word() -> None:
    assert all(words.answer_state(state)["word"] for state in State)
    assert all(words.gate_mark(state)["word"] for state in GateState)
    assert all(words.kind_name(kind) for kind in Kind)
    assert all(words.change_name(change) for change in Change)
    assert all(words.missing_words(key) for key in MISSING_WORDS)


def test_a_language_is_named_in_itself_and_tagged_for_browsers() -> None:
    assert words.language_name("zh") == "中文"
    assert words.lang_tag("zh") == "zh-Hans"
    assert words.lang_tag("en") == "en"


def test_every_hint_says_something_of_what_was_found() -> None:
    hints = [
        *look_at("因为水管的老化，" * 8 + "今天停水。高度重视。", "zh").hints,
        *look_at("这是供水管网安全运行应急抢修工作领导小组办公室。", "zh").hints,
        *look_at("In order to wash, wait.", "en").hints,
    ]
    assert {hint.kind for hint in hints} == set(HintKind)
    assert all(words.hint_words(hint) for hint in hints)


def test_a_find_is_told_with_its_sort_and_its_reason() -> None:
    [finding] = findings("电话13800138000", [])
    assert words.sort_words(finding)
    assert words.why_of({finding.key: "Ours."}, finding.key) == "Ours."
    assert words.why_of({}, finding.key) == ""
    assert words.inert("<p>a</p>") == "<p>a</p>"
