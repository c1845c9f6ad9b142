"""The town's own channels: opened by gate and filing, one handed on, one closed, one asked for; then what they carried."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from answerable.kernel.actor import MACHINE, Actor
from answerable.office.people import actions as people
from answerable.office.people import queries as posts
from answerable.office.people.actions.accounts import AccountDraft
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.actions.units import PersonDraft, PostDraft
from answerable.office.people.queries import day_of
from answerable.office.people.rules import HoldingKind, PostKind
from answerable.office.review import actions as review
from answerable.office.review import queries as reviews
from answerable.office.review.models import Step
from answerable.office.review.rules import State as ReviewState
from answerable.office.review.rules import StepState
from answerable.response.channels import actions
from answerable.response.channels.actions import expiring, handing_over
from answerable.response.channels.queries.pages import channel_page
from answerable.response.channels.rules.hand_over import STEPS
from answerable.response.channels.rules.states import Delivery
from demo import pieces

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
#: Long before anything in the demo was published; the plan had just come into force.
OPENED = 84 * DAY
#: The contact of the service took the service's channels over from the office.
HANDED_ON = 39 * DAY
CLOSED = 20 * DAY
MEDIA, SERVICE = "P-EDIT-MEDIA", "P-EDIT-SERVICE"
#: Keepers' posts that the plan leaves to each unit, with the two people who hold them now.
KEEPERS = {
    "song": (MEDIA, "office", "新媒体编辑 Editor of the accounts", "Song Ke 宋可"),
    "luo": (SERVICE, "service", "服务渠道管理员 Keeper of the service channels", "Luo Min 罗敏"),
}
#: Who passes what was asked for: the plan wants the deputy and the office; the built-in gate a third one.
GATE = ("emil", "ada", "boris")


@dataclass(frozen=True, slots=True)
class TownChannel:
    """One of the town's channels, as its application said it; `verified` in days from today."""

    slug: str
    platform: str
    name: str
    address: str
    purpose: str
    unit: str = "office"
    keeper: str = MEDIA
    language: str = "zh"
    interaction: bool = False
    verified: int | None = None
    delivery: Delivery = Delivery.COPY


CHANNELS = (
    TownChannel(
        "site",
        "web",
        "云汀市水务局门户网站",
        "https://water.yunting.example/",
        "发布通知公告、政策文件和办事指南，受理公众留言。",
        interaction=True,
        delivery=Delivery.FEED,
    ),
    TownChannel(
        "wechat",
        "wechat",
        "云汀水务",
        "yunting-water",
        "停水通知、水质公示和便民问答，后台留言由办公室答复。",
        interaction=True,
        verified=20,
    ),
    TownChannel(
        "weibo",
        "weibo",
        "云汀水务发布",
        "yunting-water-weibo",
        "突发情况的快速通报，与门户网站同步。",
        interaction=True,
        verified=210,
    ),
    TownChannel(
        "film",
        "douyin",
        "云汀水务短视频",
        "yunting-water-film",
        "抢修现场和节水常识的短片。",
        interaction=True,
        verified=150,
    ),
    TownChannel(
        "app",
        "app",
        "云汀水务掌上营业厅",
        "https://water.yunting.example/app",
        "查水费、报故障、看停水信息。",
        unit="service",
        keeper=SERVICE,
        interaction=True,
        delivery=Delivery.FEED,
    ),
    TownChannel(
        "screen",
        "screen",
        "客户服务大厅信息屏",
        "客户服务中心一楼大厅",
        "办事须知和当日停水信息。",
        unit="service",
        keeper=SERVICE,
        delivery=Delivery.FEED,
    ),
    TownChannel(
        "letter",
        "mail",
        "Yunting Water in English",
        "news@water.yunting.example",
        "Water cuts and water quality for residents who do not read Chinese.",
        language="en",
    ),
    TownChannel(
        "drains",
        "wechat",
        "云汀排水",
        "yunting-drainage",
        "汛期排水信息。",
        unit="drainage",
        verified=60,
    ),
)
ASKED_FOR = TownChannel(
    "mini",
    "other",
    "云汀水务小程序",
    "yunting-water-mini",
    "报修、预约上门和查询水质。",
    unit="service",
    keeper=SERVICE,
    interaction=True,
)
#: How the bureau writes names and titles, and how others write them by mistake.
NAMES = (
    ("云汀市水务局", "", ("云汀市水利局", "云汀水务局局")),
    ("赵一鸣", "新闻发言人", ("赵一名", "赵一明")),
    ("何博", "局长", ("何波", "何搏")),
)


@dataclass(slots=True)
class Register:
    """The bureau's register while its people fill it."""

    units: Mapping[str, int]
    posts: Mapping[str, int]
    ids: dict[str, int] = field(default_factory=dict)

    def apply(self, one: TownChannel, name: str, *, today: date, at: datetime) -> int:
        """Somebody asks for a channel."""
        application = actions.Application(
            platform=one.platform,
            name=one.name,
            address=one.address,
            purpose=one.purpose,
            unit=self.units[one.unit],
            keeper_post=self.posts[one.keeper],
            holder=self.units["bureau"],
            language=one.language,
            interaction=one.interaction,
            verified_until=today + one.verified * DAY if one.verified else None,
        )
        self.ids[one.slug] = actions.apply(
            application, "方便群众办事和了解情况。", by=acting(name, at), at=at
        )
        return self.ids[one.slug]

    def agree(self, channel: int, *, readers: tuple[str, ...] = GATE, at: datetime) -> None:
        """Those whom the gate asks for pass what was asked for."""
        for place, name in enumerate(readers, 1):
            read(f"channel:{channel}", acting(name, at), at=at + place * HOUR / 4)

    def file(self, channel: int, number: str, *, at: datetime) -> None:
        """Ada enters what was agreed under its number."""
        actions.file(channel, actions.Filing(number, day_of(at)), by=acting("ada", at), at=at)

    def take_over(self, channel: int, name: str, note: str = "", *, at: datetime) -> None:
        """Whoever takes a channel over ticks every step, and the office files the change of keeper."""
        taker = acting(name, at)
        hand = channel_page(taker, channel, at=at).open_hand
        if hand is not None:
            actions.finish(hand.id, STEPS, note, by=taker, at=at)
            actions.note_filed(hand.id, by=acting("ada", at), at=at + HOUR)

    def open(self, one: TownChannel, number: str, *, today: date, at: datetime) -> None:
        """A channel goes all the way into use: its unit's contact asks for it, or the office's editor."""
        channel = self.apply(one, "song" if one.unit == "office" else "chen", today=today, at=at)
        self.agree(channel, at=at)
        self.file(channel, number, at=at + 3 * HOUR)
        self.take_over(channel, "chen" if one.keeper == SERVICE else "song", at=at + 4 * HOUR)
        if one.delivery is not Delivery.COPY:
            later = at + 5 * HOUR
            actions.set_delivery(channel, one.delivery, chance=bytes, by=acting("ada", later), at=later)


def acting(name: str, at: datetime) -> Actor:
    """Give somebody as their posts made them at a moment."""
    return posts.actor_for(posts.account_named(name), at=at)


def read(subject: str, reader: Actor, *, at: datetime) -> None:
    """Somebody reads what waits at a gate and passes the step whose turn it is, unless all are passed."""
    found = reviews.review_of(subject)
    if found is None or found.state != ReviewState.OPEN:
        return
    review.note_reading(found.id, by=reader, at=at)
    # The page of a review works out whom it could be lent to, which nobody here asks sixty times.
    step = Step.objects.filter(review=found.id, state=StepState.WAITING).order_by("order").first()
    if step is not None:
        review.pass_step(found.id, found.content_hash, step.checks, "", by=reader, at=at)


def load(cast: Cast, *, at: datetime) -> dict[str, int]:
    """Open the bureau's channels, let one change hands and one close, and fill the content desk. Gives the channels."""
    _join(cast, at=at)
    units = {unit.code: unit.id for unit in posts.units_here()}
    register = Register(units, {post.code: post.id for post in posts.posts_of_kinds(("keeper",))})
    # What lies back some days was done in the morning, not at the hour at which somebody opens the demo.
    ten = timezone.localtime(at).replace(hour=10, minute=0, second=0, microsecond=0)
    today, began = day_of(at), ten - OPENED
    for place, one in enumerate(CHANNELS, 1):
        register.open(one, f"云水宣备〔{began:%Y}〕{place}号", today=today, at=began + place * HOUR / 2)
    for name, title, wrong in NAMES:
        actions.list_name(name, title, wrong, by=cast["ada"], at=began)
    _hand_on(register, at=ten - HANDED_ON)
    _close(register, at=ten - CLOSED)
    mini = register.apply(ASKED_FOR, "luo", today=today, at=ten - 2 * DAY)
    register.agree(mini, readers=GATE[:1], at=ten - DAY)
    expiring.tell_expiring(by=MACHINE, at=at - DAY)
    desk = pieces.Desk({**cast, "song": acting("song", at)}, units, register.ids, read)
    pieces.load(desk, ten=ten, at=at)
    return register.ids


def _join(cast: Cast, *, at: datetime) -> None:
    """Let the two keepers join; the contact of the service kept its channels before."""
    who: dict[str, Any] = {"by": MACHINE, "at": at}
    units = {unit.code: unit.id for unit in posts.units_here()}
    began, turn = day_of(at - OPENED) - DAY, day_of(at - HANDED_ON)
    for login, (code, unit, title, name) in KEEPERS.items():
        person = people.add_person(PersonDraft(name), **who).pk
        people.make_account(AccountDraft(login, person), **who)
        post = people.add_post(PostDraft(code, title, PostKind.KEEPER, units[unit]), **who).pk
        before = cast["chen"].person if code == SERVICE else None
        if before is not None:
            people.hold_post(HoldingDraft(post, before, HoldingKind.MAIN, began, turn - DAY), **who)
        first = began if before is None else turn
        people.hold_post(HoldingDraft(post, person, HoldingKind.MAIN, first), **who)


def _hand_on(register: Register, *, at: datetime) -> None:
    """The service's new keeper takes its channels over: every password is changed the same day."""
    handing_over.look_for_changes(by=MACHINE, at=at)
    for slug, note in (("app", "应用商店后台的角色已收回一个。"), ("screen", "")):
        register.take_over(register.ids[slug], "luo", note, at=at + 3 * HOUR)


def _close(register: Register, *, at: datetime) -> None:
    """Two accounts said the same: one of them is closed."""
    channel = register.ids["drains"]
    reason = "与“云汀水务”内容重复，按整合要求关停，内容并入后者。"
    actions.ask_close(channel, reason, by=acting("song", at), at=at)
    register.agree(channel, at=at)
    register.file(channel, f"云水宣备〔{at:%Y}〕{len(CHANNELS) + 1}号", at=at + 3 * HOUR)
