"""A small lexicon: what the words of a sentence suggest that it gives rise to. Only ever offered, never applied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.governance.plan.rules.document import Clause, PlanDocument

_CHINESE = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_ENGLISH = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "fifteen": 15, "twenty": 20, "twenty-four": 24, "thirty": 30, "forty-eight": 48, "sixty": 60,
}  # fmt: skip
_NUMBER_ZH = r"([0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3})"
_NUMBER_EN = r"(\d{1,3}|" + "|".join(sorted(_ENGLISH, key=len, reverse=True)) + ")"
#: Chinese notation of a limit, with the unit in which it is counted.
_LIMITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_NUMBER_ZH + "个?工作日"), "wd"),
    (re.compile(_NUMBER_ZH + "个?(?:工作)小时"), "wh"),
    (re.compile(_NUMBER_ZH + "个?小时"), "h"),
    (re.compile(_NUMBER_ZH + "个?(?:自然日|日|天)(?:内|以内|之内)"), "cd"),
    (re.compile(r"\b" + _NUMBER_EN + r" working days?\b", re.IGNORECASE), "wd"),
    (re.compile(r"\b" + _NUMBER_EN + r" working hours?\b", re.IGNORECASE), "wh"),
    (re.compile(r"\b" + _NUMBER_EN + r" hours?\b", re.IGNORECASE), "h"),
    (re.compile(r"\b" + _NUMBER_EN + r" (?:calendar )?days?\b", re.IGNORECASE), "cd"),
)


def number_of(text: str) -> int:
    """Read a number written in digits, Chinese characters up to ninety-nine, or English words."""
    text = text.strip().lower()
    if text in _ENGLISH:
        return _ENGLISH[text]
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _CHINESE.get(text, 0)
    return (_CHINESE.get(tens, 1) if tens else 1) * 10 + _CHINESE.get(ones, 0)


def limits_in(text: str) -> Iterator[str]:
    """Give the limits that a sentence names, as a plan file writes them: 7wd, 24h, 30cd."""
    for pattern, unit in _LIMITS:
        for found in pattern.finditer(text):
            yield f"{number_of(found.group(1))}{unit}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a clause may give rise to: a kind, the words that suggest it, and a first value (a rrule, a limit)."""

    clause: str
    kind: str
    words: str
    value: str = ""


_RHYTHMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile("每年([0-9一二三四五六七八九十]{1,3})月(?:、|和|及)([0-9一二三四五六七八九十]{1,3})月"),
        "months",
    ),
    (re.compile("每年([0-9一二三四五六七八九十]{1,3})月"), "months"),
    (
        re.compile("每(?:个)?工作日|每日|每天|(?:each|every) (?:working )?day|daily", re.IGNORECASE),
        "FREQ=DAILY",
    ),
    (re.compile("每周|(?:each|every) week|weekly", re.IGNORECASE), "FREQ=WEEKLY;BYDAY=MO"),
    (re.compile("每(?:个)?月|(?:each|every) month|monthly", re.IGNORECASE), "FREQ=MONTHLY;BYMONTHDAY=1"),
    (
        re.compile("每(?:个)?季度?|(?:each|every) quarter|quarterly", re.IGNORECASE),
        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1",
    ),
    (
        re.compile("每半年|半年一次|twice a year|(?:each|every) half[- ]year", re.IGNORECASE),
        "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1",
    ),
    (
        re.compile("每年|年底|年度|(?:each|every|once a) year|annual(?:ly)?|yearly", re.IGNORECASE),
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1",
    ),
)
_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            "负责人?|牵头|主体责任|第一责任人|联络员|分管|is responsible|answers for|leads?\\b|in charge",
            re.IGNORECASE,
        ),
        "post",
    ),
    (re.compile("报送|报告|上报|通报|reports? to|report in writing|is filed", re.IGNORECASE), "duty"),
    (
        re.compile("审核|审签|审批|三审三校|备案|approv|sign(?:ed)? off|reviewed before", re.IGNORECASE),
        "gate",
    ),
    (re.compile("检查|抽查|巡查|更新|checked|inspect|kept up to date", re.IGNORECASE), "check"),
    (re.compile("问责|约谈|申辩|procedure|hearing of the person|heard before", re.IGNORECASE), "proc"),
)


def suggestions_for(clause: Clause) -> tuple[Suggestion, ...]:
    """Give what a clause's words suggest, at most one of each kind, leaving out the kinds it already gives."""
    found: dict[str, Suggestion] = {}
    for suggestion in _suggested(clause):
        found.setdefault(suggestion.kind, suggestion)
    has = {given.partition(":")[0] for given in clause.gives}
    return tuple(one for kind, one in found.items() if kind not in has)


def suggestions(document: PlanDocument) -> tuple[Suggestion, ...]:
    """Give the suggestions for every clause that does not say it gives nothing."""
    return tuple(one for clause in document.clauses if not clause.none for one in suggestions_for(clause))


def _suggested(clause: Clause) -> Iterator[Suggestion]:
    for pattern, value in _RHYTHMS:
        if words := pattern.search(clause.text):
            yield Suggestion(clause.id, "duty", words.group(), _months(words) if value == "months" else value)
            break
    for pattern, unit in _LIMITS:
        if words := pattern.search(clause.text):
            yield Suggestion(clause.id, "rule", words.group(), f"{number_of(words.group(1))}{unit}")
            break
    for pattern, kind in _WORDS:
        if words := pattern.search(clause.text):
            yield Suggestion(clause.id, kind, words.group())


def _months(found: re.Match[str]) -> str:
    months = sorted({number_of(group) for group in found.groups() if group})
    return f"FREQ=YEARLY;BYMONTH={','.join(str(month) for month in months)};BYMONTHDAY=1"
