"""A checklist made of sentences and figures, and answers added up."""

from decimal import Decimal

from answerable.governance.inspections.rules.checklist import (
    Answer,
    Figure,
    Judged,
    Question,
    Sentence,
    Verdict,
    Way,
    added_up,
    as_record,
    from_figures,
    from_record,
    from_sentences,
    shares,
)

VERDICTS = (
    Verdict("ok", "ok", Decimal(1)),
    Verdict("fail", "fail", Decimal(0)),
    Verdict("none", "none", None),
)


def test_each_sentence_of_the_plan_becomes_a_question_against_its_clause():
    (one,) = from_sentences([Sentence("c39", "七（一）", "每月随机抽查。", en="Random checks each month")])
    assert (one.key, one.clause) == ("clause.c39", "c39")
    assert one.words("en") == "七（一） Random checks each month"
    assert one.words("zh-hans") == "七（一） 每月随机抽查。"


def test_each_limit_of_a_pack_becomes_a_question_with_its_origin():
    figures = [
        Figure("days", "Days without news", "未更新天数", "14", "most", "国办秘函〔2019〕19号"),
        Figure("hours", "Hours", "学时", "8", "least", "plan"),
    ]
    most, least = from_figures(figures)
    assert most.words("en") == "Days without news: at most 14 (国办秘函〔2019〕19号)"
    assert least.words("zh-hans") == "学时：不少于8（plan）"
    assert most.way is Way.TEST


def test_a_question_is_read_as_it_was_kept():
    question = Question("open", "Opens", "能打开", way=Way.TEST, veto=True)
    assert from_record(as_record(question)) == question
    assert Question("x", "only English", "").words("zh-hans") == "only English"


def test_what_does_not_apply_and_what_is_unknown_counts_nothing():
    questions = [Question(key, key, key, points=10) for key in "abc"]
    answers = [Answer("a", "ok"), Answer("b", "none"), Answer("c", "fail"), Answer("z", "ok")]
    assert added_up(shares(questions, answers, VERDICTS)) == (Decimal(10), Decimal(20), 2)


def test_a_sheet_without_points_has_no_per_cent():
    assert Judged(Decimal(0), Decimal(0), 0).percent is None
    assert Judged(Decimal(7), Decimal(9), 3).percent == Decimal("77.8")
