"""What the bureau looks at before it is announced: a price being assessed, works being watched, a rule looked back on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from answerable.kernel.actor import Actor
from answerable.listening.stories.models import Story
from answerable.office.people import queries as people
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.response.answers.queries import speakers
from answerable.response.foresight import actions
from answerable.response.foresight.actions import (
    AudienceDraft,
    Entry,
    GapDraft,
    Going,
    Outcome,
    PreparedDraft,
    RiskDraft,
    SimilarDraft,
    Verdict,
    ViewDraft,
    VoiceDraft,
)
from answerable.response.foresight.actions.watching import look
from answerable.response.foresight.actions.writing import Draft
from answerable.response.foresight.models import Asked, Part, Watch
from answerable.response.foresight.queries.outlets import live_channels
from answerable.response.foresight.rules.consulting import Asking, Way
from answerable.response.foresight.rules.states import Heard

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: Who reads what Chen wrote, at the gate of the plan.
READERS = ("ada", "emil", "boris")
TARIFF = "居民阶梯水价调整方案"
WORKS = "东桥片区老旧供水管网改造分段施工"
UNDERPASS = "How closed underpasses are announced in heavy rain"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is written down of a release, with the level that two see."""

    audiences: tuple[AudienceDraft, ...]
    risks: tuple[RiskDraft, ...]
    prepared: tuple[PreparedDraft, ...]
    terms: tuple[str, ...]
    watch_days: int


class Desk:
    """The people of the bureau at work on what is to be announced."""

    def __init__(self, cast: Cast, *, at: datetime) -> None:
        self.cast = cast
        self.units = {unit.code: unit.id for unit in people.units_here()}
        self.post = next(one.post for one in speakers(at=at))
        self.channels = tuple(live_channels())[:2]

    def enter(self, entry: Entry, said: Assessment, *, by: str, at: datetime) -> int:
        """Somebody enters a release and writes its assessment."""
        act: dict[str, Any] = {"by": self.cast[by], "at": at}
        release = actions.enter(entry, **act)
        drafts: list[Draft] = [*said.audiences, *said.risks, *said.prepared]
        for draft in drafts:
            actions.write(release, draft, **act)
        going = Going(self.post, self.channels, said.terms, said.watch_days)
        actions.arrange(release, going, **act)
        return release

    def views(self, release: int, levels: Mapping[str, tuple[str, str]], *, at: datetime) -> None:
        """People say the level, and why."""
        for name, (level, reasons) in levels.items():
            actions.give_view(release, ViewDraft(level, reasons), by=self.cast[name], at=at)

    def agree(self, release: int, *, at: datetime) -> None:
        """Chen hands the assessment in, and three read it."""
        actions.hand_in(release, by=self.cast["chen"], at=at)
        for place, name in enumerate(READERS, 1):
            reader, moment = self.cast[name], at + place * HOUR
            found = reviews.review_of(f"release:{release}")
            if found is None:
                return
            review.note_reading(found.id, by=reader, at=moment)
            step = reviews.review_page(reader, found.id, at=moment).current
            review.pass_step(
                found.id, found.content_hash, step.checks if step else (), "", by=reader, at=moment
            )

    def look(self, release: int, *, at: datetime) -> None:
        """The watch looks around, as the worker lets it."""
        look(Watch.objects.get(release=release).pk, at=at)


def load(cast: Cast, *, at: datetime) -> dict[str, int]:
    """Let the bureau look ahead three times; gives the releases by their name."""
    desk = Desk(cast, at=at)
    return {"underpass": underpass(desk, at=at), "works": works(desk, at=at), "tariff": tariff(desk, at=at)}


def tariff(desk: Desk, *, at: datetime) -> int:
    """The price of water: the public is being asked, one view of the level is in, the other is missing."""
    begun = at - 6 * DAY
    said = Assessment(
        audiences=(
            AudienceDraft("第一阶梯家庭（约八成）", "每吨上调两角，月均多付约三元，自通过后次月起。"),
            AudienceDraft("五口及以上家庭", "可申请放宽阶梯水量，需带户口簿到营业厅或网上办理。"),
            AudienceDraft("低保、特困家庭", "每月五吨免费水量不变，无须重新申请。"),
        ),
        risks=(
            RiskDraft(
                "被理解为先定后听、听证走过场。", 2, 3, "成本监审报告与方案同日公开，采纳情况逐条答复。"
            ),
            RiskDraft("免费水量不变的消息没有传到低保家庭。", 2, 2, "由社区逐户告知，账单附页说明。"),
        ),
        prepared=(
            PreparedDraft(
                "为什么要涨价？",
                "原水和处理成本上升，成本监审核定的差额为每吨两角三分。",
                "成本监审报告第六页",
            ),
            PreparedDraft("我家每月要多付多少？", "按月用水十五吨计，多付三元；可在网上算。", "算例表"),
            PreparedDraft("听证会意见会不会采纳？", ""),
            PreparedDraft(
                "听证会召开前被问到最终价格", "价格待听证和市政府审定，本局不预告结果。", kind="holding"
            ),
        ),
        terms=("水价", "water tariff"),
        watch_days=14,
    )
    entry = Entry(
        TARIFF,
        "price",
        "拟自下季度起调整居民阶梯水价：第一阶梯每吨由2.60元调至2.80元，第二、三阶梯同步调整；困难家庭每月五吨免费水量不变。",
        at + 24 * DAY,
        desk.units["service"],
    )
    release = desk.enter(entry, said, by="ada", at=begun)
    ada: dict[str, Any] = {"by": desk.cast["ada"], "at": begun + HOUR}
    post = min(desk.cast["chen"].posts)
    known_by = timezone.localdate(at + 5 * DAY)
    actions.write(release, GapDraft("用水量超出第一阶梯的合租户有多少", post, known_by), **ada)
    for story in _stories("水价"):
        why = SimilarDraft(story, "征求意见阶段的报道：最多的要求是先公布成本监审结果。")
        actions.write(release, why, **ada)
    day = timezone.localdate(begun)
    asking = Asking(Way.COMMENT, day, day + timedelta(days=30))
    asked = actions.announce(release, asking, "https://shuiwu.yunting.example/yijian", **ada)
    voices = (
        VoiceDraft("先公布成本监审报告再谈涨价", 46, "adopted", "报告已于征求意见当日公开。"),
        VoiceDraft("合用水表的合租户应单独计算阶梯", 12),
    )
    for voice in voices:
        actions.note_voice(asked, voice, by=desk.cast["ada"], at=at - DAY)
    desk.views(release, {"ada": ("high", "涉及全体居民，又逢听证，误读代价大。")}, at=at - 5 * HOUR)
    return release


def works(desk: Desk, *, at: datetime) -> int:
    """The works in Eastbridge: the first part is out since two days, the watch runs, and a case finds the answers."""
    begun = at - 9 * DAY
    said = Assessment(
        audiences=(
            AudienceDraft("东桥、槐荫、柳岸约两万户", "分三段夜间停水，每段不超过六小时，提前三天短信告知。"),
        ),
        risks=(RiskDraft("施工期间发生爆管，被认为施工所致。", 2, 2, "抢修队驻点，取水点位置随公告公布。"),),
        prepared=(
            PreparedDraft(
                "什么时候恢复供水？", "当夜六时前恢复；超时的，每两小时更新一次。", "施工方案第三章"
            ),
            PreparedDraft(
                "为什么没有收到短信？", "短信按户号登记号码发送；未登记的请到社区公告栏查看。", "短信平台说明"
            ),
            PreparedDraft("停水期间去哪里取水？", "六个临时取水点，位置见公告附图。", "公告附件一"),
            PreparedDraft("抢修原因未查明时", "正在抢修，原因待现场勘查，今晚八时再作说明。", kind="holding"),
        ),
        terms=("东桥 停水", "Eastbridge water"),
        watch_days=10,
    )
    entry = Entry(
        WORKS,
        "event",
        "本月起分段改造东桥片区老旧供水管网，夜间施工，分段停水。",
        at - 2 * DAY,
        desk.units["supply"],
        parts=(("第一段：东桥路", at - 2 * DAY), ("第二段：槐荫、柳岸", at + 12 * DAY)),
    )
    release = desk.enter(entry, said, by="chen", at=begun)
    views = {
        "ada": ("medium", "影响面大但时间短、可预告。"),
        "chen": ("medium", "方案成熟，抢修队到位。"),
    }
    desk.views(release, views, at=begun + HOUR)
    desk.agree(release, at=begun + 2 * HOUR)
    first = Part.objects.filter(release=release).order_by("number")[0]
    out = Outcome("https://shuiwu.yunting.example/shigong", (first.pk,))
    actions.release_now(release, out, by=desk.cast["ada"], at=at - 2 * DAY)
    desk.look(release, at=at)
    return release


def underpass(desk: Desk, *, at: datetime) -> int:
    """The rule about underpasses: released, watched through the storm, looked back on; one question nobody foresaw."""
    begun = at - 20 * DAY
    said = Assessment(
        audiences=(
            AudienceDraft("Drivers and cyclists", "One notice an hour says which underpasses are closed."),
            AudienceDraft("Bus operators", "They get the same notice ten minutes earlier."),
        ),
        risks=(
            RiskDraft(
                "Three accounts say three things.", 2, 2, "Only the duty officer publishes; others link."
            ),
        ),
        prepared=(
            PreparedDraft(
                "Which underpasses are closed now?",
                "The list on our site is renewed every hour.",
                "Rule, section 2",
            ),
            PreparedDraft(
                "When does an underpass open again?",
                "When the gauge shows 15 cm or less twice.",
                "Rule, section 4",
            ),
            PreparedDraft(
                "While a gauge is broken", "We close it and say so; a crew is on the way.", kind="holding"
            ),
        ),
        terms=("underpass", "通道 积水"),
        watch_days=6,
    )
    entry = Entry(
        UNDERPASS,
        "policy",
        "From this month the duty officer publishes one list of closed underpasses every hour while it rains hard.",
        at - 12 * DAY,
        desk.units["drainage"],
        language="en",
    )
    release = desk.enter(entry, said, by="chen", at=begun)
    views = {
        "ada": ("medium", "Lives may hang on it, and the rule is simple."),
        "chen": ("low", "The crews did it like this in the last storm."),
    }
    desk.views(release, views, at=begun + HOUR)
    desk.agree(release, at=begun + 2 * HOUR)
    out = Outcome("https://shuiwu.yunting.example/underpass")
    actions.release_now(release, out, by=desk.cast["ada"], at=at - 12 * DAY)
    desk.look(release, at=at - 8 * DAY)
    desk.look(release, at=at - 6 * DAY)
    _look_back(desk, release, at=at - 5 * DAY)
    return release


def _look_back(desk: Desk, release: int, *, at: datetime) -> None:
    """Ada says of everything that was asked whether it had been foreseen, and the file is closed."""
    ada: dict[str, Any] = {"by": desk.cast["ada"], "at": at}
    new = "Who tells people in the car park under the square?"
    for place, asked in enumerate(Asked.objects.filter(release=release).order_by("pk")):
        foreseen = Verdict(Heard.FORESEEN, asked.closest_id) if asked.closest_id else None
        other = Verdict(Heard.OTHER) if place % 3 else Verdict(Heard.UNFORESEEN, lesson=new)
        actions.settle(asked.pk, foreseen or other, **ada)
    actions.finish(release, "Name those below ground too: car parks, the station, the market hall.", **ada)


def _stories(words: str) -> tuple[int, ...]:
    """Find the busiest stories of the town whose headline holds a word."""
    rows = Story.objects.filter(title__contains=words, merged_into=None, items__gt=0)
    return tuple(rows.order_by("-publications", "pk").values_list("pk", flat=True)[:2])
