"""The one text of an assessment that is read at its gate and hashed.

Its headings are part of the document in the document's own language, and not of the page: they are fixed here, so
that neither the reader's language nor a better translation makes an approval void.
"""

from collections.abc import Iterable, Mapping, Sequence

from answerable.office.review.rules import hash_of
from answerable.response.foresight.rules.content import HOLDING, Content, Prepared, RiskPoint, View
from answerable.response.foresight.rules.levels import agreed, dissent

HEADINGS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "title": "事项",
        "kind": "类型",
        "round": "第几次评估",
        "summary": "拟发布内容",
        "parts": "分步发布",
        "audiences": "涉及对象及其变化",
        "risks": "风险点（可能性×影响）及防范措施",
        "measure": "措施",
        "questions": "可能的提问与答复",
        "holding": "未明情况下的口径",
        "basis": "依据",
        "gaps": "信息缺口",
        "until": "截止",
        "similar": "以往相似舆情",
        "spokesperson": "发言人岗位",
        "channels": "发布渠道",
        "watch": "发布后监测",
        "days": "天",
        "level": "风险等级",
        "views": "两人评估意见",
        "dissent": "保留意见",
        "whole": "全部",
        "decision": "决策",
        "policy": "政策",
        "event": "活动",
        "price": "价格调整",
        "low": "低",
        "medium": "中",
        "high": "高",
    },
    "en": {
        "title": "Matter",
        "kind": "Kind",
        "round": "Assessment number",
        "summary": "What will be announced",
        "parts": "Parts",
        "audiences": "Who is concerned, and what changes for them",
        "risks": "Risk points (likelihood x effect) and what is done about them",
        "measure": "Measure",
        "questions": "Likely questions and their answers",
        "holding": "Lines to hold while it is not known",
        "basis": "Basis",
        "gaps": "What is not known yet",
        "until": "until",
        "similar": "Similar past stories",
        "spokesperson": "Spokesperson's post",
        "channels": "Channels",
        "watch": "Watch after the release",
        "days": "days",
        "level": "Level",
        "views": "What the two assessors say",
        "dissent": "Dissent",
        "whole": "All of it",
        "decision": "decision",
        "policy": "policy",
        "event": "event",
        "price": "change of a price",
        "low": "low",
        "medium": "medium",
        "high": "high",
    },
}


def body(content: Content) -> str:
    """Write down everything but the level: what the two assessors have before them."""
    head, words = content.heading, HEADINGS[content.heading.language]
    watch = f"{' / '.join(head.terms)} · {head.watch_days} {words['days']}" if head.terms else ""
    sections = [
        (words["title"], [head.title]),
        (words["kind"], [words.get(head.kind, head.kind)]),
        (words["round"], [str(content.round)]),
        (words["summary"], [head.summary]),
        (words["parts"], head.parts if len(head.parts) > 1 else ()),
        (words["audiences"], [f"{one.name}: {one.change}" for one in content.audiences]),
        (words["risks"], [_risk(one, words) for one in content.risks]),
        (words["questions"], [_prepared(one, words) for one in content.questions]),
        (words["holding"], [_prepared(one, words) for one in content.prepared if one.kind == HOLDING]),
        (words["gaps"], [f"{one.text} ({one.post}, {words['until']} {one.until})" for one in content.gaps]),
        (words["similar"], [f"{one.title}: {one.why}" for one in content.similar]),
        (words["spokesperson"], [head.spokesperson]),
        (words["channels"], head.channels),
        (words["watch"], [watch]),
    ]
    return _laid_out(sections)


def wording(content: Content, views: Sequence[View]) -> str:
    """Write down the whole assessment, with its level and who holds what of it."""
    words, level, other = HEADINGS[content.heading.language], agreed(views), dissent(views)
    sections = [
        (words["level"], [words[level] if level else ""]),
        (words["views"], [_view(view, words) for view in views]),
        (words["dissent"], [_view(other, words)] if other else ()),
    ]
    return f"{body(content)}\n\n{_laid_out(sections)}".strip()


def body_hash(content: Content) -> str:
    """Give the hash to which an assessor's view is bound."""
    return hash_of(body(content))


def text_hash(content: Content, views: Sequence[View]) -> str:
    """Give the hash to which the gate's approvals are bound."""
    return hash_of(wording(content, views))


def _laid_out(sections: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Put sections under one another; one with nothing in it is left out."""
    filled = [(head, [line.strip() for line in lines if line.strip()]) for head, lines in sections]
    return "\n\n".join("\n".join([f"【{head}】", *lines]) for head, lines in filled if lines)


def _view(view: View, words: Mapping[str, str]) -> str:
    return f"{view.name} ({words.get(view.level, view.level)}): {view.reasons}"


def _risk(one: RiskPoint, words: Mapping[str, str]) -> str:
    return f"{one.text} ({one.likelihood} x {one.effect})\n  {words['measure']}: {one.measure}"


def _prepared(one: Prepared, words: Mapping[str, str]) -> str:
    basis = f"\n  {words['basis']}: {one.basis}" if one.basis else ""
    return f"{one.question}\n  {one.text}{basis}"
