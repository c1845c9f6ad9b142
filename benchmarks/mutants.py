"""Planted copies, excerpts and templated notices: what a fold index must and must not take for one text."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from storystream.items import Item

_ENDINGS = {
    "zh": (
        "（来源：央视新闻 编辑：王小明）",
        "更多精彩内容请关注我们的官方公众号，点击阅读原文。",
        "责任编辑：李华 版权声明：未经授权不得转载。",
    ),
    "en": (
        "Sign up for our daily newsletter to get the best stories in your inbox.",
        "This story was first published by the wire service and has been updated. All rights reserved.",
        "Advertisement. Continue reading the main story.",
    ),
}
_OPENINGS = {
    "zh": ("【本报讯】记者今日从有关部门获悉，", "中新社电 ", "据当地媒体报道，"),
    "en": ("(Reuters) - ", "LONDON, Monday (AP) — ", "FOR IMMEDIATE RELEASE. "),
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """A way to make a copy: its name, its floor of recall in the design (None: reported only), and the maker."""

    name: str
    floor: float | None
    made: Callable[[str, str, random.Random], str]


def boilerplate(text: str, language: str, chance: random.Random) -> str:
    """An agency's opening and an outlet's last line."""
    opening = chance.choice(_OPENINGS[language]) if chance.random() < 0.5 else ""
    return f"{opening}{text} {chance.choice(_ENDINGS[language])}"


def edited(text: str, language: str, chance: random.Random, share: float) -> str:
    """A share of the words (zh: signs) left out, replaced or followed by another one of the same text."""
    units = list(text) if language == "zh" else text.split()
    out = []
    for unit in units:
        kind = chance.randrange(3) if chance.random() < share else 3
        out.extend([[], [chance.choice(units)], [unit, chance.choice(units)], [unit]][kind])
    return ("" if language == "zh" else " ").join(out)


def reordered(text: str, language: str, chance: random.Random) -> str:
    """The sentences in another order; clauses where there is only one sentence."""
    ends = r"(?<=[。！？；\n])" if language == "zh" else r"(?<=[.!?])\s+|\n+"
    parts = [part for part in re.split(ends, text) if part.strip()]
    if len(parts) < 2:
        parts = re.split(r"(?<=[，,、])", text)
    chance.shuffle(parts)
    return ("" if language == "zh" else " ").join(parts)


MUTATIONS = (
    Mutation("boilerplate", 0.98, boilerplate),
    Mutation("5 % edits", 0.98, lambda text, language, chance: edited(text, language, chance, 0.05)),
    Mutation("reorder", 0.98, reordered),
    Mutation("first half", 0.95, lambda text, _language, _chance: text[: len(text) // 2]),
    Mutation("first quarter", 0.75, lambda text, _language, _chance: text[: len(text) // 4]),
    Mutation("15 % edits", None, lambda text, language, chance: edited(text, language, chance, 0.15)),
)


def mutant(item: Item, mutation: Mutation, language: str, chance: random.Random) -> Item:
    """A copy of an item; one in three has lost its title."""
    title = item.title if chance.random() < 0.67 else ""
    text = mutation.made(item.text, language, chance)
    return replace(item, id=f"{item.id}/{mutation.name}", title=title, text=text)


#: Notices with blanks: {d} a day of the month, {n} {m} {k} figures, {t} an hour, {w} a weekday, {p} a place.
NOTICES = {
    "zh": (
        (
            "7月{d}日新增确诊病例{n}例",
            "7月{d}日0—24时，本市报告新增确诊病例{n}例，其中{m}例为境外输入，新增治愈出院{k}例。截至当日24时，累计报告确诊病例1{n}{m}例。",
        ),
        (
            "{p}停水通知",
            "因供水管网改造，{p}一带将于7月{d}日{t}时至次日6时停水，请广大用户做好储水准备。咨询电话：12345。",
        ),
        (
            "机动车尾号限行提醒",
            "今天是7月{d}日，{w}，本市机动车限行尾号为{a}和{b}。请驾驶人合理安排出行，遵守交通法规。",
        ),
        (
            "气象台发布暴雨蓝色预警",
            "市气象台7月{d}日{t}时{n}分发布暴雨蓝色预警信号：预计未来6小时内，我市大部分地区降雨量将达{m}毫米以上，请注意防范。",
        ),
        ("{p}发生{c}级地震", "中国地震台网正式测定：7月{d}日{t}时{n}分在{p}发生{c}级地震，震源深度{m}千米。"),
        (
            "今日油价",
            "7月{d}日，92号汽油每升{c}元，95号汽油每升{e}元，0号柴油每升{f}元。以上为本市加油站零售参考价。",
        ),
        (
            "第{h}批拟录用人员公示",
            "根据有关规定，现将第{h}批拟录用的{n}名人员名单予以公示，公示期5个工作日。如有异议，请在公示期内向人事科反映。",
        ),
        (
            "三季度空气质量通报",
            "经核算，{p}本月空气质量优良天数比例为百分之{g}，细颗粒物平均浓度为{m}微克每立方米，同比下降百分之{i}。",
        ),
        ("新增{n}例治愈{k}例", ""),
        ("7月{d}日疫情通报", ""),
    ),
    "en": (
        (
            "Road closures for July {d}",
            (
                "The following roads will be closed on July {d} between {t}:00 and 18:00: Mill Lane and "
                "the {n} bus terminus. Drivers should allow an extra {m} minutes. Call 311 with any "
                "questions."
            ),
        ),
        (
            "Health department daily report",
            (
                "The county health department reported {n} new cases on {w}, July {d}, and {m} recoveries. "
                "{k} patients are in hospital. Residents are asked to wash their hands and keep their "
                "distance."
            ),
        ),
        (
            "Water outage in {p}",
            (
                "Water will be off in {p} on July {d} from {t} a.m. while a main is replaced. About {n} "
                "homes are affected. We apologise for the inconvenience."
            ),
        ),
        (
            "Magnitude {c} earthquake hits {p}",
            (
                "An earthquake of magnitude {c} struck near {p} at {t}:{n} local time, the seismological "
                "centre said. The depth was {m} kilometres. No damage was reported."
            ),
        ),
        (
            "Lottery results",
            (
                "The winning numbers drawn on {w} were {n}, {m}, {k}, {d} and {t}. No ticket matched all "
                "five numbers, and the jackpot rolls over to Saturday."
            ),
        ),
        (
            "Flight QF{n} delayed",
            (
                "Flight QF{n} to {p} is delayed by {m} minutes due to the late arrival of the aircraft. "
                "Passengers should proceed to gate {t}. We are sorry for the delay."
            ),
        ),
        (
            "Markets close",
            (
                "The index closed at {x}{n} points on {w}, a change of {c} percent. Volume was {m} million "
                "shares, and {k} stocks advanced."
            ),
        ),
        (
            "Council meeting no. {n}",
            (
                "The council will meet on July {d} at {t} p.m. in Room {m}. The agenda has {k} items. "
                "Members of the public may register to speak until noon on the day before."
            ),
        ),
        ("{n} new cases, {m} deaths reported", ""),
        ("Weather for July {d}", ""),
    ),
}
_PLACES = {
    "zh": ("中山路", "人民路", "城关镇", "解放街"),
    "en": ("Mill Lane", "Northgate", "Harbour Road", "Eastfield"),
}
_WEEKDAYS = {
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_CHINESE = "一二三四五六七八九"


def notices(language: str, chance: random.Random, runs: int) -> list[list[Item]]:
    """Series of notices made from one template each, day after day, every one with other numbers or dates."""
    return [
        [notice(template, language, number, chance) for number in range(12)]
        for _run in range(runs)
        for template in NOTICES[language]
    ]


def notice(template: tuple[str, str], language: str, number: int, chance: random.Random) -> Item:
    """The `number`-th notice of a series: its day is its own, and all its figures are other than the last one's."""
    blanks = {
        "d": 5 + number,
        "n": 11 + 3 * number + chance.randrange(3),
        "m": 20 + 4 * number + chance.randrange(3),
        "k": 3 + 2 * number,
        "t": 1 + number % 11,
        "w": _WEEKDAYS[language][number % 7],
        "p": chance.choice(_PLACES[language]),
        "a": number % 5,
        "b": 5 + number % 5,
        "c": f"{3 + number % 4}.{number % 9 + 1}",
        "e": f"8.{11 + number}",
        "f": f"7.{31 + number}",
        "g": "八十" + _CHINESE[number % 9],
        "h": ("十" if number > 8 else "") + _CHINESE[number % 9],
        "i": _CHINESE[(number + 3) % 9],
        "x": 3 + number,
    }
    title, text = (part.format(**blanks) for part in template)
    return Item(f"{title}/{number}", title, text, None, "town", language)
