"""What the town's bureau has asked its people: one questionnaire is over, one runs, one is a draft."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta

from answerable.governance.questionnaires import actions
from answerable.governance.questionnaires.actions import Draft
from answerable.governance.questionnaires.rules.questions import Answer, Question, Sort
from answerable.governance.questionnaires.shipped import SHIPPED
from answerable.kernel.actor import NOBODY, Actor
from answerable.office.people import queries as people
from answerable.office.people.queries import day_of

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

DAY = timedelta(days=1)
#: So many work at the bureau and found a slip in their hand; not all used it.
SLIPS, CAME_BACK = 96, 83
QUESTIONS = (
    Question(Sort.SINGLE, "您主要从事哪类工作？", ("机关科室", "一线巡查抢修", "窗口与热线")),
    Question(Sort.SCALE, "您是否清楚自己应报送什么、何时报送？", ("不清楚", "很清楚"), 5),
    Question(Sort.SINGLE, "遇到群众关切时，您是否知道联系谁？", ("知道", "不知道")),
    Question(Sort.SEVERAL, "哪些要求费时而无实效？", ("重复填报", "截图留痕", "会议", "无人看的材料")),
    Question(Sort.TEXT, "您认为首先应改进什么？"),
)
REMARKS = (
    "同一个数字只报一次，系统之间互相取用。",
    "抢修现场先发一条通知，再补材料。",
    "热线转来的问题，希望能看到最后怎么答复的。",
    "联络员名单更新后请贴在值班室。",
    "月底集中报送太紧，能不能错开几天。",
    "停水短信最好提前一天。",
    "会议能合并的请合并。",
)


def load(cast: Cast, *, at: datetime) -> None:
    """Let the office ask: last quarter, now, and soon."""
    ada = cast["ada"]
    unit = people.home_unit(ada) or 0
    over, now = at - 30 * DAY, at - 2 * DAY
    asked = Draft(
        "2026年度工作方式问卷",
        QUESTIONS,
        unit,
        day_of(over + 7 * DAY),
        intro="办公室汇总后改进报送和联络的做法。不署名，只公布统计数字。",
        group=0,
    )
    ended = actions.open_questionnaire(asked, by=ada, at=over)
    codes = actions.make_slips(ended, SLIPS, by=ada, at=over)
    chance = random.Random(20261123)
    for number, code in enumerate(codes[:CAME_BACK]):
        actions.hand_in(code, _sheet(chance, number), by=NOBODY, at=over + DAY)
    actions.close(ended, by=ada, at=over + 8 * DAY)

    english = Draft(
        "Do our answers help?",
        SHIPPED["en"][:4] + SHIPPED["en"][-1:],
        unit,
        day_of(at + 9 * DAY),
        intro="Handed out on paper at the counter. The counts are published with the yearly report.",
        language="en",
    )
    running = actions.open_questionnaire(english, by=ada, at=now)
    for code in actions.make_slips(running, 40, by=ada, at=now)[:11]:
        actions.hand_in(code, (chance.randint(2, 5), 0, 4, 0, None), by=NOBODY, at=now)
    actions.save(
        Draft("窗口服务问卷（草稿）", SHIPPED["zh-hans"][:3], unit, day_of(at + 30 * DAY)),
        by=ada,
        at=at - DAY,
    )


def _sheet(chance: random.Random, number: int) -> tuple[Answer, ...]:
    """What one of the staff might say."""
    group = chance.choices((0, 1, 2), (34, 31, 18))[0]
    clear = chance.choices((1, 2, 3, 4, 5), (7, 12, 20, 28, 16))[0]
    chosen = tuple(place for place, share in enumerate((0.7, 0.55, 0.3, 0.2)) if chance.random() < share)
    words = REMARKS[number] if number < len(REMARKS) else None
    return (group, clear, chance.choices((0, 1), (58, 25))[0], chosen or None, words)
