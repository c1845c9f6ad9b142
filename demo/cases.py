"""What the town's water bureau has on its board: a burst main that runs, a short clock, a handover, a look back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.kernel.actor import Actor
from answerable.listening.stories.models import Story
from answerable.office.people import queries as people
from answerable.response.cases import actions
from answerable.response.cases.actions import (
    ActionDraft,
    EvidenceDraft,
    FactDraft,
    Handing,
    Lessons,
    Opening,
    OpinionDraft,
    PaperDraft,
    Proposal,
    TaskDraft,
)
from answerable.response.cases.rules.levels import Factor
from demo.majors import MAJORS

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Matter:
    """One case: the story it is about, its words, its unit."""

    slug: str
    title: str
    matter: str
    unit: str


BURST = Matter(
    "burst-main",
    "东桥停水何时恢复、为何没有提前通知",
    "东桥、槐荫、柳岸约两万户停水。居民最关心何时来水、为何没有短信通知、停水期间的水费怎么算。",
    "supply",
)
SMELL = Matter(
    "smell-rumour",
    "南岸自来水有土腥味，网传“被污染不能喝”",
    "南岸多个小区反映自来水有土腥味，网上流传水已被污染。需说明水质是否合格、气味从何而来。",
    "supply",
)
TARIFF = Matter(
    "tariff",
    "Why the price of water rises, and who pays less",
    "Readers take the new steps of the tariff for a rise for everybody. Households of five and more ask for the rule "
    "that gives them a larger first step.",
    "service",
)
STORM = Matter(
    "storm",
    "暴雨期间下穿通道积水，封闭信息发布不及时",
    "三处下穿通道积水封闭，市民反映到了现场才知道。需说明封闭信息由谁、在何处发布。",
    "drainage",
)
CANTEEN = Matter(
    "canteen",
    "School canteen: is the tap water the cause?",
    "Parents ask whether the upset stomachs at a school come from the water. Samples at the school are clean.",
    "quality",
)
HYDRANT = Matter(
    "", "柳岸街消火栓漏水三天无人处理", "值班电话反映柳岸街17号门前消火栓漏水已有三天。", "supply"
)


def marks(**given: int) -> dict[str, int]:
    """Give a mark to every factor, none where nothing is said."""
    return {factor.value: given.get(factor.value, 0) for factor in Factor}


class Desk:
    """The bureau's desk on one day: who opens, who assesses, who decides."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.units = people.units_named(["supply", "drainage", "quality", "service", "office"])

    def open(self, matter: Matter, *, at: datetime, known_at: datetime | None = None) -> int:
        """Ada opens a case about a story of the town and registers it."""
        opening = Opening(
            matter.title,
            matter.matter,
            stories=stories_of(matter.slug, at=at),
            seen_at=at,
            unit=self.units[matter.unit],
            event_known_at=known_at,
        )
        case = actions.open_case(opening, by=self.cast["ada"], at=at + HOUR / 6)
        actions.register(case, by=self.cast["ada"], at=at + HOUR / 4)
        return case

    def assess(self, case: int, who: str, reasons: str, *, at: datetime, **given: int) -> None:
        """Somebody gives an opinion."""
        actions.give_opinion(case, OpinionDraft(marks(**given), reasons), by=self.cast[who], at=at)

    def assign(self, case: int, unit: str, *, at: datetime) -> None:
        """Boris gives the case to the unit that leads."""
        actions.assign(case, self.units[unit], by=self.cast["boris"], at=at)

    def fact(self, case: int, draft: FactDraft, *, at: datetime) -> None:
        """Ada notes what a unit found."""
        actions.add_fact(case, draft, by=self.cast["ada"], at=at)

    def paper(self, case: int, draft: PaperDraft, *, at: datetime) -> int:
        """Ada drafts a report upward, Boris signs it, and it goes out."""
        paper = actions.draft_paper(case, draft, by=self.cast["ada"], at=at)
        actions.sign_paper(paper, seen_version=1, by=self.cast["boris"], at=at + HOUR / 12)
        actions.send_paper(paper, "市政务值班系统", by=self.cast["ada"], at=at + HOUR / 6)
        return paper


def stories_of(slug: str, *, at: datetime) -> tuple[int, ...]:
    """Find the stories of the town that bear a headline of this matter and were there already."""
    major = next((one for one in MAJORS if one.slug == slug), None)
    if major is None:
        return ()
    heads = [*major.zh.heads, *major.en.heads]
    rows = Story.objects.filter(title__in=heads, merged_into=None, items__gt=0, opened_at__lte=at)
    return tuple(rows.order_by("-publications", "pk").values_list("pk", flat=True)[:3])


def load(cast: Cast, *, at: datetime) -> dict[str, int]:
    """Put the bureau's cases on the board, in the states of an ordinary week. Gives the cases by their story."""
    desk = Desk(cast)
    made = {
        STORM.slug: storm(desk, at=at - 9 * DAY),
        SMELL.slug: smell(desk, at=at - 5 * DAY),
        CANTEEN.slug: canteen(desk, at=at - 30 * HOUR),
        TARIFF.slug: tariff(desk, at=at - 46 * HOUR),
        BURST.slug: burst(desk, at=at - 7 * HOUR),
    }
    hydrant(desk, at=at - HOUR)
    return made


def burst(desk: Desk, *, at: datetime) -> int:
    """The burst main: two who differ and agree, facts known and not, tasks, three reports upward."""
    case = desk.open(BURST, at=at, known_at=at)
    desk.assess(
        case,
        "ada",
        "两万户断水，涉及两家医院。",
        at=at + HOUR / 2,
        harm=2,
        reach=3,
        urgency=3,
        vital=3,
        missing=2,
    )
    desk.assess(
        case,
        "chen",
        "抢修可控，今晚可恢复。",
        at=at + HOUR * 2 / 3,
        harm=1,
        reach=2,
        urgency=2,
        vital=2,
        missing=2,
    )
    agreed = Proposal("major", "恢复时间尚不确定，且涉及医院用水，按重大办理，通水后再研判。")
    actions.propose_level(case, agreed, by=desk.cast["ada"], at=at + HOUR)
    actions.agree(case, by=desk.cast["chen"], at=at + HOUR * 7 / 6)
    desk.assign(case, "supply", at=at + HOUR * 5 / 4)
    told = "东桥路主供水管爆裂，约两万户停水，三支抢修队已到场，伤亡未见报告。"
    desk.paper(
        case,
        PaperDraft(
            "verbal", "市政府总值班室", "东桥停水口头报告", told, told_by="何博", told_at=at + HOUR * 4 / 3
        ),
        at=at + HOUR * 3 / 2,
    )
    actions.acknowledge(
        case, "已在官网首页和政务账号说明正在抢修，并公布六个取水点。", by=desk.cast["ada"], at=at + 2 * HOUR
    )
    log = (EvidenceDraft("document", "抢修指挥部第6号记录"),)
    desk.fact(
        case,
        FactDraft(
            "整个城东要停水三天。",
            "not_so",
            "停水的是东桥、槐荫、柳岸约两万户，新管段已就位，预计今晚恢复。",
            log,
        ),
        at=at + 2 * HOUR,
    )
    texts = (EvidenceDraft("document", "客户服务中心短信平台发送记录"),)
    desk.fact(
        case,
        FactDraft(
            "没有人收到停水短信。",
            "partly",
            "夜间爆管属突发，首批短信在关阀两小时后发出，老用户未留号码的收不到。",
            texts,
        ),
        at=at + 3 * HOUR,
    )
    desk.fact(
        case,
        FactDraft(
            "这根管子早就该换了。", "unknown", "正在调取该管段的铺设和检修档案。", known_by=at + 30 * HOUR
        ),
        at=at + 3 * HOUR,
    )
    ada = {"by": desk.cast["ada"]}
    text = TaskDraft(
        desk.units["service"], "向东桥、槐荫、柳岸未留号码的用户张贴来水时间和取水点告示。", at + 10 * HOUR
    )
    actions.set_task(case, text, **ada, at=at + 3 * HOUR)
    samples = TaskDraft(desk.units["quality"], "通水后两小时内在三个社区各取两份水样。", at + 16 * HOUR)
    actions.set_task(case, samples, **ada, at=at + 3 * HOUR)
    first = desk.paper(
        case,
        PaperDraft(
            "first",
            "市政府总值班室",
            "关于东桥停水情况的报告（首报）",
            f"{told}\n已设六个临时取水点，今晚可望恢复供水。",
        ),
        at=at + HOUR * 7 / 2,
    )
    actions.note_receipt(first, "总值班室值班员签收，收文〔2026〕1187号", by=ada["by"], at=at + 4 * HOUR)
    more = PaperDraft(
        "follow_up", "市政府总值班室", "关于东桥停水情况的报告（续报一）", "新管段已焊接完成，正在冲洗。"
    )
    actions.draft_paper(case, more, **ada, at=at + 6 * HOUR)
    return case


def smell(desk: Desk, *, at: datetime) -> int:
    """The smell in Nan'an: assessed, checked; it waits for the answer that the answers' part of the town gives."""
    case = desk.open(SMELL, at=at)
    for who in ("ada", "emil"):
        desk.assess(
            case,
            who,
            "传言扩散快，瓶装水已有抢购，但出厂水合格。",
            at=at + HOUR,
            reach=2,
            urgency=2,
            vital=2,
            misread=1,
            missing=3,
        )
    desk.assign(case, "supply", at=at + 2 * HOUR)
    samples = TaskDraft(desk.units["quality"], "在南岸八个点取样，六小时内报结果。", at + 8 * HOUR)
    task = actions.set_task(case, samples, by=desk.cast["ada"], at=at + 2 * HOUR)
    actions.finish_task(task, "十六份水样全部合格，检出微量土臭素。", by=desk.cast["ada"], at=at + 5 * HOUR)
    values = (EvidenceDraft("document", "水质监测中心南岸取样报告"),)
    found = FactDraft(
        "南岸自来水被污染，不能喝。", "not_so", "十六份水样全部合格；气味来自水库藻类产生的土臭素。", values
    )
    desk.fact(case, found, at=at + 6 * HOUR)
    return case


def tariff(desk: Desk, *, at: datetime) -> int:
    """The tariff: its 48 hours run short while the answer is being prepared."""
    case = desk.open(TARIFF, at=at)
    for who in ("ada", "emil"):
        desk.assess(
            case,
            who,
            "A step of the tariff is read as a rise for all.",
            at=at + 2 * HOUR,
            reach=2,
            vital=1,
            misread=3,
            missing=2,
        )
    desk.assign(case, "service", at=at + 4 * HOUR)
    table = (EvidenceDraft("document", "Tariff notice, annex 2, row 5"),)
    desk.fact(
        case,
        FactDraft(
            "Everybody pays more from next month.",
            "not_so",
            "The first step stays as it is. Households of five and more get a larger first step on request.",
            table,
        ),
        at=at + 20 * HOUR,
    )
    actions.begin_answer(case, by=desk.cast["ada"], at=at + 24 * HOUR)
    return case


def canteen(desk: Desk, *, at: datetime) -> int:
    """The canteen: not ours, handed over, and not confirmed yet, so the clocks run on."""
    case = desk.open(CANTEEN, at=at)
    for who in ("ada", "emil"):
        desk.assess(
            case,
            who,
            "Our samples are clean; the canteen is the school board's.",
            at=at + HOUR,
            harm=1,
            reach=1,
        )
    handing = Handing("市教育局 校园安全处", "学校供水水样合格，食堂由教育部门监管；已移交水样报告。")
    actions.hand_over(case, handing, by=desk.cast["boris"], at=at + 3 * HOUR)
    return case


def storm(desk: Desk, *, at: datetime) -> int:
    """The storm: closed, looked back at, with actions and a change of the plan proposed."""
    case = desk.open(STORM, at=at)
    for who in ("ada", "chen"):
        desk.assess(
            case,
            who,
            "三处通道封闭，信息分散在不同账号。",
            at=at + HOUR,
            harm=1,
            reach=2,
            urgency=2,
            missing=2,
        )
    desk.assign(case, "drainage", at=at + 2 * HOUR)
    words = "封闭信息由市防汛指挥部统一发布，本局已提供全部数据，不再单独回应。"
    review = actions.close_case(case, words, by=desk.cast["boris"], at=at + 2 * DAY)
    owner, other = min(desk.cast["chen"].posts), min(desk.cast["ada"].posts)
    lessons = Lessons(
        helped="泵站值守人员半小时一报，数据齐全。",
        hindered="三个账号各发各的，市民不知道看哪一个；夜间无人汇总。",
        plan_change="第十五条增加：汛期通道封闭信息由值班员汇总后统一发布，每小时更新一次。",
        who="局长、值班员、排水联络员",
        actions=(
            ActionDraft("编制通道封闭信息统一发布模板", other, at + 20 * DAY),
            ActionDraft("与市防汛指挥部建立封闭信息直报渠道", owner, at + 25 * DAY),
        ),
    )
    actions.hold_review(review, lessons, by=desk.cast["boris"], at=at + 4 * DAY)
    return case


def hydrant(desk: Desk, *, at: datetime) -> int:
    """A call from this hour: registered, one opinion in, the second missing."""
    case = desk.open(HYDRANT, at=at)
    desk.assess(case, "ada", "单点漏水，有路面结冰风险。", at=at + HOUR / 2, harm=1, reach=1, urgency=1)
    return case
