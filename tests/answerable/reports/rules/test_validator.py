"""The validator of official documents, rule by rule."""

from typing import Any

import pytest

from answerable.reports.rules.validator import LOOKS, Body, Draft, validate
from answerable.reports.rules.validator_kinds import KINDS

CITY = Body("青川市人民政府", 4)


def make_draft(**changes: Any) -> Draft:
    given: dict[str, Any] = {
        "kind": "request",
        "direction": "up",
        "title": "青川区人民政府关于增设供水应急点的请示",
        "text": ("为保障供水，拟增设应急点三处。", "妥否，请批示。"),
        "addressees": (CITY,),
        "number": "青政〔2026〕3号",
        "signer": "林若",
        "issuer": "青川区人民政府",
        "level": 5,
    }
    return Draft(**{**given, **changes})


def make_report(**changes: Any) -> Draft:
    given = {
        "kind": "report",
        "title": "关于第三季度情况的报告",
        "text": ("现将情况报告如下。", "特此报告，请审阅。"),
    }
    return make_draft(**{**given, **changes})


def codes(draft: Draft) -> list[str]:
    return [remark.code for remark in validate(draft)]


def test_a_request_as_it_should_be_gets_no_remark():
    assert validate(make_draft()) == ()


def test_a_report_as_it_should_be_gets_no_remark():
    assert validate(make_report()) == ()


def test_there_are_fifteen_kinds():
    assert len(KINDS) == 15
    assert "请示" in {kind.zh for kind in KINDS.values()}


def test_a_kind_that_is_none_is_told_with_those_that_are():
    remarks = validate(make_draft(kind="memo"))
    assert [remark.code for remark in remarks] == ["kind"]
    assert "纪要" in remarks[0].told.zh


def test_a_request_goes_to_one_body():
    remark = validate(make_draft(addressees=(CITY, Body("青川市财政局", 5))))[0]
    assert (remark.code, remark.weight, remark.article) == ("one-addressee", "error", "15(1)")
    assert "现主送2个" in remark.told.zh


def test_a_report_to_two_bodies_is_a_question_and_no_error():
    remark = validate(make_report(addressees=(CITY, Body("青川市应急局", 5))))[0]
    assert (remark.code, remark.weight) == ("one-addressee", "warning")


def test_a_document_that_goes_to_nobody_is_told():
    assert codes(make_draft(addressees=())) == ["addressee"]
    announcement = make_draft(
        kind="announcement",
        direction="public",
        title="关于停水的公告",
        addressees=(),
        signer="",
        text=("停水。",),
    )
    assert codes(announcement) == []


def test_a_request_is_about_one_matter():
    remark = validate(make_draft(matters=("增设应急点", "追加经费")))[0]
    assert (remark.code, remark.weight) == ("one-matter", "error")


@pytest.mark.parametrize(
    "title", ["关于增设应急点和追加经费的请示", "关于增设应急点、追加经费的请示", "关于设点以及拨款的请示"]
)
def test_a_title_with_two_matters_is_asked_about(title):
    remark = next(remark for remark in validate(make_draft(title=title)) if remark.code == "one-matter")
    assert remark.weight == "warning"
    assert codes(make_draft(title=title, matters=("一件",))) == []


def test_a_request_that_asks_nothing_is_told():
    assert codes(make_draft(text=("为保障供水，情况如下。",))) == ["asks-nothing"]


@pytest.mark.parametrize(
    "words",
    [
        "妥否，请批示。",
        "建议增设应急点，请予批准。",
        "恳请市政府拨付专项经费。",
        "请予支持为盼。",
        "当否，请审批。",
        "请求解决编制问题。",
        "拟增编三名，请市政府同意。",
        "以上请示，请批复。",
    ],
)
def test_a_report_may_not_hold_a_request(words):
    remark = validate(make_report(text=("情况如下。", words)))[0]
    assert (remark.code, remark.weight, remark.article) == ("request-inside", "error", "15(4)")


@pytest.mark.parametrize(
    "words",
    [
        "特此报告，请审阅。",
        "有网民来信询问可否延长供水时间，已答复。",
        "我们已请示市政府并获批复。",
        "批准项目三个，同意延期两个。",
        "请各单位加强值守。",
        "居民反映可否增设站点。",
    ],
)
def test_words_that_ask_nothing_of_the_body_above_stay(words):
    assert codes(make_report(text=(words,))) == []


def test_a_document_upward_names_its_signer():
    assert codes(make_draft(signer=" ")) == ["signer"]
    down = make_draft(
        kind="notice", direction="down", title="关于值守的通知", signer="", text=("请各单位值守。",)
    )
    assert codes(down) == []


def test_going_past_a_level_is_flagged_with_what_to_do():
    remark = validate(make_draft(addressees=(Body("省人民政府", 2),)))[0]
    assert (remark.code, remark.weight) == ("skips-a-level", "warning")
    assert "抄送被越过的机关" in remark.told.zh


def test_a_document_upward_is_not_copied_to_a_body_below():
    assert codes(make_draft(copies=(Body("街道办事处", 6),))) == ["copy-below"]
    assert codes(make_draft(copies=(Body("区委宣传部", 5), Body("不详")))) == []


def test_a_document_upward_goes_to_the_body_and_not_to_its_head():
    assert "person" in codes(make_draft(addressees=(Body("王副市长"),)))


@pytest.mark.parametrize("number", ["青政〔2026〕3号", "国办函〔2026〕120号", "青政办发〔2026〕1号"])
def test_a_number_of_the_right_form_passes(number):
    assert codes(make_draft(number=number)) == []


@pytest.mark.parametrize(
    "number",
    [
        "青政[2026]3号",
        "青政〔26〕3号",
        "青政〔2026〕第3号",
        "青政〔2026〕03号",
        "青政（2026）3号",
        "〔2026〕3号",
        "青政〔2026〕3",
    ],
)
def test_a_number_of_another_form_is_told(number):
    assert codes(make_draft(number=number)) == ["number"]


def test_an_order_has_a_number_of_its_own_form():
    order = make_draft(
        kind="order",
        direction="public",
        title="青川区人民政府令",
        number="第3号",
        addressees=(),
        signer="",
        text=("令。",),
    )
    assert codes(order) == []


def test_no_number_yet_is_a_warning():
    assert [(one.code, one.weight) for one in validate(make_draft(number=""))] == [("number", "warning")]


def test_a_title_that_mixes_two_kinds_is_an_error():
    assert "two-kinds" in codes(make_draft(title="关于经费的请示报告"))


def test_a_title_ends_with_its_kind():
    assert codes(make_report(title="关于第三季度情况的汇报")) == ["title"]


def test_a_request_to_an_equal_becomes_a_letter():
    remark = validate(make_draft(direction="level"))[0]
    assert remark.code == "way"
    assert "应当用函" in remark.told.zh
    assert codes(make_draft(kind="reply", title="关于增设应急点的批复"))[0] == "way"


def test_a_mark_of_secrecy_wants_a_numbered_copy_and_no_place_here():
    assert codes(make_draft(secrecy="机密★1年")) == ["serial"]
    assert codes(make_draft(secrecy="机密", serial="000001")) == []


def test_a_mark_of_urgency_is_one_of_those_that_there_are():
    assert codes(make_draft(urgency="特急")) == []
    assert codes(make_draft(urgency="十万火急")) == ["urgency"]


def test_a_document_without_a_date_is_told():
    assert codes(make_draft(dated=False)) == ["date"]


def test_errors_come_before_warnings():
    weights = [one.weight for one in validate(make_draft(number="", signer="", dated=False))]
    assert weights == sorted(weights)


def test_every_remark_is_a_sentence_in_both_languages():
    bad = make_draft(
        kind="report",
        title="请示报告",
        text=("请批准。",),
        addressees=(CITY, Body("王局长", 1)),
        copies=(Body("x", 9),),
        number="x",
        signer="",
        dated=False,
        secrecy="秘密",
        urgency="?",
    )
    remarks = validate(bad)
    assert len(remarks) >= len(LOOKS)
    for remark in remarks:
        assert remark.told.en.rstrip("”)").endswith((".", "加急"))
        assert remark.told.zh.endswith("。")
