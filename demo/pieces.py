"""What the town's channels carried: pieces in every state, a policy with its interpretation, one in English."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from django.utils import timezone

from answerable.kernel.actor import MACHINE, Actor
from answerable.office.people.queries import day_of
from answerable.response.channels import actions
from answerable.response.channels.actions import following_up, looking
from answerable.response.channels.actions.writing import Text
from answerable.response.channels.models import Interpretation
from answerable.response.channels.queries.piece import piece_page
from answerable.response.channels.rules.interpreting import Form
from answerable.response.channels.rules.states import Delivery, OutState, PieceKind

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: Who reads what Chen wrote, and reads the proofs with it: three people, none of them its author.
READERS = ("ada", "emil", "boris")
#: A piece is looked at again after a quarter.
HOLDS = 90 * DAY


@dataclass(slots=True)
class Desk:
    """The bureau's content desk: Chen writes, three read, Ada lets out, Song puts it on the accounts."""

    cast: Mapping[str, Actor]
    units: Mapping[str, int]
    channels: Mapping[str, int]
    read: Callable[..., None]

    def write(
        self, text: Text, *, to: Sequence[str], unit: str = "supply", language: str = "zh", at: datetime
    ) -> int:
        """Chen writes a piece for some channels."""
        chosen = replace(text, channels=tuple(self.channels[slug] for slug in to))
        return actions.draft(chosen, unit=self.units[unit], language=language, by=self.cast["chen"], at=at)

    def pass_gate(self, piece: int, *, readers: Sequence[str] = READERS, at: datetime) -> None:
        """Chen hands a piece in, and some read it."""
        actions.hand_in(piece, by=self.cast["chen"], at=at)
        for place, name in enumerate(readers, 1):
            self.read(f"piece:{piece}", self.cast[name], at=at + place * HOUR / 4)

    def put_out(self, piece: int, *, at: datetime) -> None:
        """A piece passes its gate and goes out, and stands on the accounts."""
        self.pass_gate(piece, at=at)
        self.copy_out(piece, actions.publish(piece, by=self.cast["ada"], at=at + HOUR), at=at + 5 * HOUR / 4)

    def copy_out(self, piece: int, rows: Sequence[int], *, at: datetime) -> None:
        """Song puts a piece on the accounts, which read no feed, and notes it."""
        log = {row.id: row for row in piece_page(self.cast["ada"], piece, at=at).log}
        for number in rows:
            if log[number].delivery == Delivery.COPY and log[number].state == OutState.WAITING:
                actions.confirm_out(number, by=self.cast["song"], at=at)

    def take_down(self, piece: int, *, at: datetime) -> None:
        """Song notes that the accounts no longer show what was corrected or withdrawn."""
        for row in piece_page(self.cast["ada"], piece, at=at).log:
            if row.delivery == Delivery.COPY:
                actions.confirm_down(row.id, by=self.cast["song"], at=at)


def day_words(moment: datetime) -> str:
    """Say a day as a notice does."""
    local = timezone.localtime(moment)
    return f"{local.month}月{local.day}日"


def load(desk: Desk, *, ten: datetime, at: datetime) -> None:
    """Let the desk work for six weeks up to `at`; former days are told from `ten` in the morning on."""
    _explained(desk, at=ten - 30 * DAY)
    _notices(desk, ten=ten)
    _put_right(desk, at=ten - 12 * DAY)
    _taken_back(desk, at=ten - 8 * DAY)
    _today(desk, at=at)
    _on_the_desk(desk, at=at)
    following_up.fall_due(by=MACHINE, at=at - HOUR)


def _explained(desk: Desk, *, at: datetime) -> None:
    """A policy goes out together with the questions and answers that explain it."""
    policy = desk.write(
        Text(
            PieceKind.POLICY,
            "云汀市居民二次供水设施管理办法（试行）",
            summary="明确水箱水泵由谁管、多久清洗一次、水质谁检测。",
            body=(
                "第一条　居民住宅的水箱、水泵及其管道，由供水单位统一维护。\n\n"
                "第二条　水箱每半年至少清洗消毒一次，清洗前两日在楼门张贴通知。\n\n"
                "第三条　清洗后由有资质的机构检测水质，结果在楼门和本局网站公示。"
            ),
            basis="《城市供水条例》；云汀市人民政府常务会议纪要第14号",
            disclosure="active",
            review_on=day_of(at + 365 * DAY),
        ),
        to=("site", "wechat"),
        at=at - 6 * DAY,
    )
    material = desk.write(
        Text(
            PieceKind.INTERPRETATION,
            "水箱归谁管、多久洗一次：新办法问答",
            summary="新办法施行后，居民不用再为水箱清洗单独交费。",
            body=(
                "**水箱以后归谁管？** 由供水单位统一管，物业负责开门和告知。\n\n"
                "**多久洗一次？** 每半年至少一次，清洗前两日在楼门贴通知。\n\n"
                "**要交钱吗？** 不要。费用已含在水费中。"
            ),
            basis="云汀市居民二次供水设施管理办法（试行）",
            review_on=day_of(at + 180 * DAY),
        ),
        to=("site", "wechat", "app"),
        at=at - 5 * DAY,
    )
    plan = actions.InterpretationPlan(
        Form.QUESTIONS, desk.units["supply"], "由谁管、多久清洗一次、要不要交钱。", day_of(at), material
    )
    actions.plan_interpretation(policy, plan, by=desk.cast["chen"], at=at - 4 * DAY)
    desk.pass_gate(material, at=at - 2 * HOUR)
    desk.put_out(policy, at=at)
    rows = actions.publish(material, by=desk.cast["ada"], at=at + HOUR)
    desk.copy_out(material, rows, at=at + 5 * HOUR / 4)
    crossing = Interpretation.objects.get(policy=policy).pk
    looking.note_crossing(crossing, policy_links=True, material_links=True, by=MACHINE, at=at + DAY)


def _notices(desk: Desk, *, ten: datetime) -> None:
    """Ordinary days: a guide whose day of review has come, and a notice in both languages."""
    guide = Text(
        PieceKind.SERVICE,
        "水表不走或走得太快怎么办",
        summary="先自查，再报修；上门检定不收费。",
        body="先关上家里所有龙头，看水表是否还在走。仍在走的，请在掌上营业厅报修，两个工作日内上门。",
        review_on=day_of(ten - DAY),
    )
    desk.put_out(
        desk.write(guide, to=("site", "app", "screen"), unit="service", at=ten - 42 * DAY), at=ten - 41 * DAY
    )
    begun = ten - 21 * DAY
    works = Text(
        PieceKind.NOTICE,
        "柳岸路供水管道接驳停水通知",
        summary=f"{day_words(begun + 4 * DAY)}9时至13时，柳岸路两侧停水。",
        body=(
            f"{day_words(begun + 4 * DAY)}9时至13时，柳岸路新旧供水管道接驳，两侧住宅和商铺停水。\n\n"
            "请提前储水。来水之初水色发黄，放水片刻即可。"
        ),
        basis="供水管理科施工计划第31号",
        review_on=day_of(begun + HOLDS),
    )
    desk.put_out(
        desk.write(works, to=("site", "wechat", "weibo", "app", "screen"), at=begun), at=begun + HOUR
    )
    english = Text(
        PieceKind.NOTICE,
        "Water is off in Liu'an Road for four hours",
        summary=f"{begun + 4 * DAY:%d %B}, from nine to one o'clock.",
        body="We join the new main to the old one. Please store some water. Let yellow water run for a moment.",
        basis="Works plan 31 of the supply section",
        review_on=day_of(begun + HOLDS),
    )
    desk.put_out(desk.write(english, to=("letter",), language="en", at=begun), at=begun + HOUR)


def _today(desk: Desk, *, at: datetime) -> None:
    """What went out this morning is on the site already and is still to be copied onto the account."""
    points = Text(
        PieceKind.NEWS,
        "东桥路停水期间设六个临时供水点",
        summary="送水车每两小时一班，老人和病人可以电话预约送水上门。",
        body="六个临时供水点设在东桥小学、槐荫菜场等处，地点以社区公告栏为准。供水恢复后本页更新。",
    )
    said = desk.write(points, to=("site", "weibo"), at=at - 5 * HOUR)
    desk.pass_gate(said, at=at - 4 * HOUR)
    actions.publish(said, by=desk.cast["ada"], at=at - 3 * HOUR)


def _put_right(desk: Desk, *, at: datetime) -> None:
    """A notice named the wrong hours; its correction passed the same gate and stands in its place."""
    text = Text(
        PieceKind.NOTICE,
        "槐荫片区夜间冲洗管道的通知",
        summary="当晚23时至次日3时水色可能发黄。",
        body="为保证水质，槐荫片区夜间冲洗供水管道，23时至次日3时水色可能发黄，请错开时间用水。",
        basis="水质监测中心冲洗计划第8号",
        review_on=day_of(at + HOLDS),
    )
    old = desk.write(text, to=("site", "wechat"), at=at)
    desk.put_out(old, at=at + HOUR)
    later = at + DAY
    reason = "冲洗时间原写23时至次日3时，实为0时至4时。"
    new = actions.correct(old, reason, by=desk.cast["chen"], at=later)
    right = replace(
        text,
        channels=tuple(desk.channels[slug] for slug in ("site", "wechat")),
        summary="当日0时至4时水色可能发黄。",
        body="为保证水质，槐荫片区夜间冲洗供水管道，0时至4时水色可能发黄，请错开时间用水。",
    )
    actions.edit(new, right, seen_edit=1, by=desk.cast["chen"], at=later + HOUR / 2)
    desk.put_out(new, at=later + HOUR)
    desk.take_down(old, at=later + 3 * HOUR)


def _taken_back(desk: Desk, *, at: datetime) -> None:
    """A report with the wrong month's table is withdrawn at once, with a public reason."""
    text = Text(
        PieceKind.NEWS,
        "上月出厂水水质公示",
        summary="各项指标均符合国家标准。",
        body="上月对各水厂出厂水取样检测，各项指标均符合国家标准。检测报告见网站水质公示栏。",
    )
    piece = desk.write(text, to=("site", "wechat"), unit="quality", at=at)
    desk.put_out(piece, at=at + HOUR)
    reason = "所附检测表为前一个月的数据。核对后将重新公示。"
    actions.withdraw(piece, reason, by=desk.cast["ada"], at=at + 5 * HOUR)
    desk.take_down(piece, at=at + 6 * HOUR)


def _on_the_desk(desk: Desk, *, at: datetime) -> None:
    """What is on its way: scheduled for tomorrow, ready, being read, sent back to be written on, and two drafts."""
    tomorrow = timezone.localtime(at + DAY).date()
    off = Text(
        PieceKind.NOTICE,
        "南岸片区更换阀门停水通知",
        summary=f"{day_words(at + 3 * DAY)}13时至17时停水。",
        body=f"{day_words(at + 3 * DAY)}13时至17时，南岸片区更换主阀门，沿街住宅停水，请提前储水。",
        basis="供水管理科施工计划第37号",
        planned_for=tomorrow,
        review_on=day_of(at + HOLDS),
    )
    scheduled = desk.write(off, to=("site", "wechat", "app"), at=at - DAY)
    desk.pass_gate(scheduled, at=at - 20 * HOUR)
    nine = timezone.make_aware(datetime.combine(tomorrow, time(9)))
    actions.schedule(scheduled, nine, by=desk.cast["ada"], at=at - 18 * HOUR)
    open_day = Text(
        PieceKind.NEWS,
        "水厂开放日接受报名",
        summary="每批三十人，现场看一滴水怎样变成自来水。",
        body="水厂开放日面向全体市民，在掌上营业厅报名，额满为止。",
        planned_for=day_of(at + 5 * DAY),
    )
    desk.pass_gate(desk.write(open_day, to=("wechat", "film"), at=at - 2 * DAY), at=at - 30 * HOUR)
    winter = Text(
        PieceKind.SERVICE,
        "天冷了，给水表穿件棉衣",
        summary="裸露的水管和水表怎样防冻，冻住了怎样化开。",
        body="夜间关好楼道窗户，水表箱内填旧棉衣。冻住的水管用热毛巾慢慢化开，不要用火烤。",
        planned_for=day_of(at + 7 * DAY),
        review_on=day_of(at + HOLDS),
    )
    reading = desk.write(winter, to=("site", "wechat", "screen"), at=at - 9 * HOUR)
    desk.pass_gate(reading, readers=READERS[:1], at=at - 7 * HOUR)
    rough = Text(
        PieceKind.NOTICE,
        "二次供水水箱清洗通知",
        summary="第一批十二个小区。",
        body="清洗自2月30日开始。新闻发言人赵一名介绍，清洗后当日检测。\n\n![](水箱清洗.jpg)",
        planned_for=day_of(at + 9 * DAY),
    )
    desk.write(rough, to=("site",), at=at - 3 * HOUR)
    desk.write(Text(PieceKind.NEWS, "汛期排水工作回顾"), to=(), unit="drainage", at=at - 2 * HOUR)
