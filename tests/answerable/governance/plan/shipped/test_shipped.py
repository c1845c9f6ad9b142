"""The plans that ship cover what a plan has to cover."""

import pytest

from answerable.governance.plan.shipped import shipped_plans
from tests.answerable.governance.plan.makers import make_plan


def test_a_bureau_and_a_hospital_ship():
    assert set(shipped_plans()) == {"district-bureau", "hospital-trust"}


@pytest.mark.parametrize("name", shipped_plans())
def test_every_clause_has_an_english_title_or_english_words(name):
    for clause in make_plan(shipped_plans()[name]).document.clauses:
        assert clause.names.get("en") or clause.text.isascii()


#: What the bureau's plan has to cover, and a word of the clause that does.
COVERED = (
    "主体责任", "直接领导责任", "领导班子其他成员", "各支部对本支部", "明确B角", "牵头组织", "年度目标任务", "随机抽查",
    "5月、11月各专题研究", "通报", "年度述职", "年底前", "支部委员每年", "梳理风险点", "边处置边报告", "每季度末",
    "形势和走向", "按照上级主管部门有关规定", "事先评估传播风险", "谁开办谁负责", "同步组织", "具名作出", "编辑职责",
    "遴选和培训", "领导班子学习", "陈述和申辩", "新情况、新问题", "进行评估", "5小时内", "24小时内", "48小时内",
    "7个工作日内", "15个工作日", "三审三校", "每两周更新", "不少于一成", "整改", "不记录、不评价",
)  # fmt: skip


@pytest.mark.parametrize("words", COVERED)
def test_the_bureau_plan_covers(words):
    text = "\n".join(clause.text for clause in make_plan(shipped_plans()["district-bureau"]).document.clauses)
    assert words in text


def test_the_first_clause_of_each_says_where_the_system_stops():
    for text in shipped_plans().values():
        first = make_plan(text).document.clauses[0]
        assert {"profile_person", "watch_personal_account", "covert_comment"} <= set(first.forbids)
