"""What the town's water bureau has said: a clarification that was corrected, a conference, an answer half read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone

from answerable.kernel.actor import Actor
from answerable.office.people import queries as people
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.answers import actions
from answerable.response.answers.queries import speakers
from answerable.response.answers.rules.states import Kind
from answerable.response.answers.rules.wording import Conference, Content, Known

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

SITE = "https://water.yunting.example"
READERS = ("ada", "emil", "boris")


@dataclass(frozen=True, slots=True)
class Said:
    """One answer in both languages; the English one is a translation with a gate of its own."""

    zh: Content
    en: Content


def smell(day: str, date: str) -> Said:
    """The clarification on the earthy smell of the tap water in Nan'an."""
    return Said(
        Content(
            kind=Kind.CLARIFICATION,
            language="zh",
            title="南岸自来水有土腥味，能不能喝",
            summary="能喝。土腥味来自水库藻类，不影响健康；出厂水全部指标合格，处理工艺已调整。",
            question="南岸的自来水有土腥味，还能喝吗？",
            body=(
                "能喝。气味来自**水库里的藻类**，这种物质很少一点人就闻得到，对健康没有影响。\n\n"
                "我们从前天起在水厂加投活性炭，气味会在两三天内逐步消失。"
            ),
            known=(
                Known(
                    "水质中心取样18份，全部指标合格", f"水质监测中心报告（{day}）", f"{SITE}/reports/nanan"
                ),
                Known(
                    "气味物质为土臭素，国家标准未将其列为健康指标",
                    "GB 5749-2022 生活饮用水卫生标准",
                    "https://openstd.samr.gov.cn/",
                ),
            ),
            unknown="水库藻类什么时候消退，要看接下来的气温。",
            more_at=f"{day}17时公布新的检测结果",
            todo="- 介意气味的，烧开后放几分钟再喝。\n- 水色发黄、浑浊的，请拨打供水热线12345。",
            topics=("水质",),
        ),
        Content(
            kind=Kind.CLARIFICATION,
            language="en",
            title="The tap water in Nan'an smells of earth: is it safe",
            summary="Yes. The smell comes from algae in the reservoir and does no harm. Every sample met the standard.",
            question="The tap water in Nan'an smells of earth. Can we still drink it?",
            body=(
                "Yes. The smell comes from **algae in the reservoir**. People notice it in tiny amounts; "
                "it does no harm.\n\nWe have added activated carbon at the plant. The smell will fade in two or three days."
            ),
            known=(
                Known(
                    "The quality centre took 18 samples; all met the standard",
                    f"Report of the Water Quality Centre, {date}",
                    f"{SITE}/reports/nanan",
                ),
                Known(
                    "The substance is geosmin, which the standard does not list as a health risk",
                    "GB 5749-2022, drinking water",
                    "https://openstd.samr.gov.cn/",
                ),
            ),
            unknown="When the algae will go: that depends on the weather.",
            more_at=f"New results on {date}, 17:00",
            todo="- If the smell bothers you, boil the water and let it stand.\n- Yellow or cloudy water: call 12345.",
            topics=("Water quality",),
        ),
    )


def conference(hour: str, time: str) -> Said:
    """The news conference on the burst main in Dongqiao Road."""
    return Said(
        Content(
            kind=Kind.CONFERENCE,
            language="zh",
            title="东桥路主供水管爆裂新闻发布会",
            summary="通报抢修进展、临时供水和水费减免安排。",
            question="为什么没有提前通知，停水期间的水费怎么算？",
            body=(
                "昨晚九时，东桥路与槐荫街口一根直径800毫米的供水管爆裂，约两万户停水。"
                "我们没有及时把停水消息发到每一户，这是我们的不足，向大家道歉。\n\n新管已经就位，今晚八点前恢复供水。"
            ),
            known=(
                Known("三支抢修队在现场，阀门已关闭", "抢修指挥部第4号记录"),
                Known("六个临时供水点，送水车每两小时一班", "供水管理科排班表", f"{SITE}/points"),
            ),
            unknown="管道破裂的原因。",
            more_at="十个工作日内公布调查结果",
            todo="- 取水点：东桥小学、槐荫菜场等六处。\n- 来水之初水色发黄，放水片刻即可。",
            conference=Conference(
                "云汀市水务局一楼会议室",
                hour,
                "### 为什么没有短信通知？\n\n短信名单只有一半住户。本周起在社区登记号码，下次停水先发短信。\n\n"
                "### 停水期间的水费怎么算？\n\n受影响住户本月水费减免两成，不用申请。",
            ),
            topics=("停水",),
        ),
        Content(
            kind=Kind.CONFERENCE,
            language="en",
            title="News conference on the burst main in Dongqiao Road",
            summary="Repairs, water points, and lower bills for everybody affected.",
            question="Why was there no warning, and who pays?",
            body=(
                "A main of 800 mm burst last night at nine where Dongqiao Road meets Huaiyin Street. About 20,000 homes "
                "have no water. We did not tell every household in time. We are sorry.\n\n"
                "The new pipe is in place. Water is back before eight this evening."
            ),
            known=(
                Known("Three crews are on site and the valves are closed", "Record 4 of the control room"),
                Known(
                    "Six water points; a tanker comes every two hours",
                    "Rota of the supply section",
                    f"{SITE}/points",
                ),
            ),
            unknown="Why the pipe broke.",
            more_at="The findings come within ten working days",
            todo="- Water points: Dongqiao primary school, Huaiyin market and four more.\n- Let yellow water run for a moment.",
            conference=Conference(
                "Meeting room, ground floor of the Water Bureau",
                time,
                "### Why was there no text message?\n\nWe have numbers of half the homes. From this week on you can "
                "register yours at your neighbourhood office.\n\n### Who pays?\n\nThis month's bill is a fifth lower for "
                "everybody affected. You need not apply.",
            ),
            topics=("Water cuts",),
        ),
    )


def when_back() -> Said:
    """The answer that half of its readers have read."""
    return Said(
        Content(
            kind=Kind.ANSWER,
            language="zh",
            title="东桥片区什么时候来水",
            summary="今晚八点前。来水之初水色发黄，放几分钟即可使用。",
            question="东桥、槐荫、柳岸什么时候来水？",
            body="今晚**八点前**。先来水的是柳岸，最后是东桥路南段的高层。",
            known=(Known("新管段已焊接完成，正在冲洗", "抢修指挥部第6号记录"),),
            unknown="个别高层的加压泵能否同时启动。",
            more_at="今晚七点在本页更新",
            todo="家里龙头请先关好，来水后放水几分钟。",
            topics=("停水",),
        ),
        Content(
            kind=Kind.ANSWER,
            language="en",
            title="When the water comes back in Dongqiao",
            summary="Before eight this evening. Let yellow water run for some minutes.",
            question="When do Dongqiao, Huaiyin and Liu'an have water again?",
            body="Before **eight this evening**. Liu'an comes first, the towers in the south of Dongqiao Road last.",
            known=(Known("The new section is welded and being flushed", "Record 6 of the control room"),),
            unknown="Whether the pumps of every tower start at once.",
            more_at="On this page at seven this evening",
            todo="Close your taps now. When the water is back, let it run for some minutes.",
            topics=("Water cuts",),
        ),
    )


class Desk:
    """The bureau's desk: who writes, who reads, who speaks."""

    def __init__(self, cast: Cast, *, at: datetime) -> None:
        self.cast = cast
        self.post = next(one.post for one in speakers(at=at) if one.person == cast["emil"].person)
        units = people.units_named(["supply"])
        self.unit = units["supply"]

    def begin(self, content: Content, *, of: int | None, cases: tuple[int, ...], at: datetime) -> int:
        """Chen writes a draft that names Emil."""
        beginning = actions.Beginning(
            content, self.unit, cases=cases, spokesperson_post=self.post, translation_of=of
        )
        return actions.draft(beginning, by=self.cast["chen"], at=at)

    def hand_in(self, answer: int, *, readers: tuple[str, ...], at: datetime) -> None:
        """Chen hands a text in, and some have read it."""
        actions.hand_in(answer, by=self.cast["chen"], at=at)
        for place, name in enumerate(readers, 1):
            self.read(answer, name, at=at + timedelta(minutes=12 * place))

    def read(self, answer: int, name: str, *, at: datetime) -> None:
        """Somebody reads the text and passes the step whose turn it is."""
        reader = self.cast[name]
        found = reviews.review_of(f"answer:{answer}")
        if found is None:
            return
        review.note_reading(found.id, by=reader, at=at)
        step = reviews.review_page(reader, found.id, at=at).current
        if step is not None:
            review.pass_step(found.id, found.content_hash, step.checks, "", by=reader, at=at)

    def publish(self, answer: int, *, at: datetime) -> None:
        """A text passes its gate and goes out."""
        self.hand_in(answer, readers=READERS, at=at)
        actions.publish(answer, self.post, by=self.cast["emil"], at=at + timedelta(minutes=40))

    def correct(self, answer: int, content: Content, reason: str, *, at: datetime) -> None:
        """A published text gets its correction."""
        actions.correct(answer, reason, by=self.cast["chen"], at=at)
        changed = actions.Edit(content, 1, self.post, reason)
        actions.edit(answer, changed, by=self.cast["chen"], at=at)
        self.publish(answer, at=at)


def corrected(content: Content, text: str, instead: str) -> Content:
    """Give the content with its first fact put right."""
    first = replace(content.known[0], text=content.known[0].text.replace(text, instead))
    return replace(content, known=(first, *content.known[1:]))


def load(cast: Cast, *, at: datetime, cases: Mapping[str, int] | None = None) -> dict[str, int]:
    """Let the bureau say its three things; `cases` gives the case of a story by its slug. Gives the answers' ids."""
    desk, known = Desk(cast, at=at), cases or {}

    def of(slug: str) -> tuple[int, ...]:
        return (known[slug],) if slug in known else ()

    made: dict[str, int] = {}
    local = timezone.localtime(at - timedelta(days=3))
    said = smell(f"{local.month}月{local.day}日", f"{local:%d %B}")
    begun = at - timedelta(days=4)
    made["smell-zh"] = desk.begin(said.zh, of=None, cases=of("smell-rumour"), at=begun)
    made["smell-en"] = desk.begin(said.en, of=made["smell-zh"], cases=(), at=begun)
    for answer in (made["smell-zh"], made["smell-en"]):
        desk.publish(answer, at=begun + timedelta(hours=1))
    later = at - timedelta(days=3)
    desk.correct(
        made["smell-zh"],
        corrected(said.zh, "18份", "16份"),
        "取样份数原写18份，实为16份：两份为平行样，不应重复计算。结论不变。",
        at=later,
    )
    desk.correct(
        made["smell-en"],
        corrected(said.en, "18 samples", "16 samples"),
        "We wrote 18 samples. There were 16: two were doubles and should not have been counted. All met the standard.",
        at=later,
    )
    today = timezone.localtime(at)
    met = conference(f"{today.month}月{today.day}日15:00", f"{today:%d %B}, 15:00")
    made["conference-zh"] = desk.begin(met.zh, of=None, cases=of("burst-main"), at=at - timedelta(hours=5))
    made["conference-en"] = desk.begin(met.en, of=made["conference-zh"], cases=(), at=at - timedelta(hours=5))
    for answer in (made["conference-zh"], made["conference-en"]):
        desk.publish(answer, at=at - timedelta(hours=4))
    back = when_back()
    made["water-zh"] = desk.begin(back.zh, of=None, cases=of("burst-main"), at=at - timedelta(hours=2))
    made["water-en"] = desk.begin(back.en, of=made["water-zh"], cases=(), at=at - timedelta(hours=2))
    for answer in (made["water-zh"], made["water-en"]):
        desk.hand_in(answer, readers=READERS[:1], at=at - timedelta(hours=1))
    return made
