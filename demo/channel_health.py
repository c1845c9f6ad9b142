"""Three weeks of the town's channels: a site with faults of an ordinary kind, an account at 70 %, one that fails."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urljoin

from answerable.egress.certificate import Certificate
from answerable.kernel.actor import MACHINE, Actor
from answerable.office.people.queries import day_of
from answerable.response.channel_health import actions
from answerable.response.channel_health.actions import ColumnDraft, SiteDraft
from answerable.response.channel_health.queries import ground
from answerable.response.channel_health.queries.limits import limits_now
from answerable.response.channel_health.reading.facts import Barrier, Entry, Link, PageFacts
from answerable.response.channel_health.rules.freshness import ColumnKind
from answerable.response.channel_health.rules.sheet import Said
from answerable.response.channel_health.visiting import Brought, Errand, Purpose, Tried
from answerable.response.channels.queries import ChannelRow, channels
from answerable.response.channels.rules.states import ChannelKind

Cast = Mapping[str, Actor]
DAY = timedelta(days=1)
#: So many days have been looked at by the time somebody opens the demo.
LOOKED = 21
COLUMNS = (
    ("xwdt", "新闻动态", ColumnKind.NEWS, 3),
    ("tzgg", "通知公告", ColumnKind.NOTICES, 9),
    ("zcwj", "政策文件", ColumnKind.NOTICES, 60),
    ("tsfw", "停水信息", ColumnKind.NEWS, 2),
)
HEADS = (
    "东桥供水主管抢修完成",
    "夜间检修停水安排",
    "二次供水设施清洗通知",
    "水质检测结果公示",
    "用水报装流程调整",
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A made-up site as it stood on one day, told without any network."""

    home: str
    day: date
    today: date

    def answer(self, errand: Errand) -> Brought:
        """Tell what a visit would have brought."""
        if errand.purpose is Purpose.CERTIFICATE:
            noon = datetime.combine(self.today, time(12), tzinfo=UTC)
            return Brought(errand, certificate=Certificate(noon - 20 * DAY, noon + 70 * DAY))
        if errand.purpose is Purpose.MAP:
            return Brought(errand, status=404)
        if errand.address.endswith(("/old/2019.html", "/old.pdf")):
            return Brought(errand, status=404)
        if errand.purpose is Purpose.LINK:
            return Brought(errand, status=200)
        return Brought(errand, status=200, facts=self.facts(errand.address))

    def facts(self, address: str) -> PageFacts:
        """Tell what a page would have said."""
        if address == self.home:
            links = [Link(urljoin(self.home, f"{path}/"), name) for path, name, *_rest in COLUMNS]
            links += [
                Link(urljoin(self.home, "gzly/"), "公众留言"),
                Link(urljoin(self.home, "old/2019.html"), "往期"),
            ]
            lines = self.lines("xwdt", 3)[:5]
            return PageFacts(title="水务局", print="home", letters=900, links=tuple(links), entries=lines)
        for path, name, _kind, step in COLUMNS:
            if address == urljoin(self.home, f"{path}/"):
                return PageFacts(title=name, print=path, letters=500, entries=self.lines(path, step))
        barrier = (
            (Barrier("image-alt", 2, '<img src="/images/banner.png">'),) if address.endswith("/gzly/") else ()
        )
        return PageFacts(
            title="页面", print=address[-30:], letters=300, takes_messages=True, barriers=barrier
        )

    def lines(self, path: str, step: int) -> tuple[Entry, ...]:
        """Tell a list as it stood: the news stopped ten days ago, the notices of stoppages sixteen days ago."""
        stopped = {"xwdt": 10, "tsfw": 16}.get(path, 1)
        newest = min(self.day, self.today - DAY * stopped)
        return tuple(
            Entry(
                urljoin(self.home, f"{path}/{(newest - DAY * step * at):%Y%m%d}.html"),
                HEADS[at % len(HEADS)],
                (newest - DAY * step * at).isoformat(),
            )
            for at in range(8)
        )


def load(cast: Cast, *, at: datetime) -> None:
    """Look back on three weeks of checks of every channel in use."""
    keeper = cast["ada"]
    rows = channels(None)
    sites = [row for row in rows if row.kind is ChannelKind.SITE]
    accounts = [row for row in rows if row.kind is not ChannelKind.SITE]
    for row in sites[:1]:
        furnish(row, keeper, at=at - LOOKED * DAY)
        for back in range(LOOKED - 1, -1, -1):
            look(row, at=at - back * DAY, today=day_of(at))
        try_hourly(row, at=at)
    for place, row in enumerate(accounts):
        say(row, place, keeper, at=at)


def furnish(row: ChannelRow, keeper: Actor, *, at: datetime) -> None:
    """Name the columns of a site and its page for messages."""
    draft = SiteDraft(urljoin(row.address, "gzly/"), letters_here=True, pages_a_day=40)
    actions.set_site(row.id, draft, by=keeper, at=at)
    for path, name, kind, _step in COLUMNS:
        column = ColumnDraft(name, urljoin(row.address, f"{path}/"), kind)
        actions.add_column(row.id, column, by=keeper, at=at)


def look(row: ChannelRow, *, at: datetime, today: date) -> None:
    """Take one day's look to its end, with what the made-up site says."""
    begun = actions.begin_round(row.id, row.address, day_of(at), by=MACHINE, at=at)
    if begun is None:
        return
    telling = Telling(row.address, day_of(at), today)
    while errands := ground.next_errands(begun, 50):
        for errand in errands:
            actions.note_visit(telling.answer(errand), at=at)
    actions.close_round(begun, at=at)


def try_hourly(row: ChannelRow, *, at: datetime) -> None:
    """Try the home page each hour of eight days; two of the tries took too long."""
    slot = at.replace(minute=0, second=0, microsecond=0)
    for hour in range(8 * 24, -1, -1):
        moment = slot - timedelta(hours=hour)
        good = hour not in (30, 77)
        tried = Tried(good, "" if good else "too_slow", 180 + hour % 7 * 20 if good else None)
        actions.note_try(row.id, row.address, tried, day_of(moment), slot=moment, at=moment)


def say(row: ChannelRow, place: int, keeper: Actor, *, at: datetime) -> None:
    """Enter an account's figures of three weeks: the first is at 70 % of its limit, the second past it, others fresh."""
    limit = int(limits_now().account_days or 14)
    # As many days as warn (seven tenths, rounded up), one more than is allowed, or yesterday.
    age = {0: -(-limit * 7 // 10), 1: limit + 2}.get(place, 1)
    for back in range(LOOKED - 1, -1, -3):
        seen = at - back * DAY
        newest = max(age, 0) if back <= age else back + 1
        posted = min(day_of(at) - newest * DAY, day_of(seen))
        said = Said(row.id, day_of(seen), posted_on=posted, can_reply=True)
        actions.enter_figures([said], by=keeper, at=seen)
    actions.measure_entered(row.id, day_of(at), at=at)
