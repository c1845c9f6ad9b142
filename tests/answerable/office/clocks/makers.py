"""An office with a plan in force, and clocks in it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from answerable.kernel.actor import MACHINE, Actor
from answerable.office.clocks import actions, queries
from answerable.office.clocks.models import Clock
from answerable.office.clocks.rules.ladders import Ladder, Rung
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.office.clocks.rules.staging import EventRule, Extension, Stage
from answerable.office.people.models import Post
from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_unit

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STD = Ladder(
    "std",
    (
        Rung("-10wd", ("owner",), "start_reminder"),
        Rung("-2wd", ("owner", "backup"), "remind"),
        Rung("+1wd", ("owner", "superior"), "urge_notice"),
        Rung("+5wd", ("P-COMM",), "open_finding"),
    ),
)
FAST = Ladder(
    "fast",
    (
        Rung("-50%", ("owner",), "remind"),
        Rung("-20%", ("owner", "backup", "superior"), "remind"),
        Rung("+0h", ("P-LEAD",), "breach_notice"),
    ),
)
RULES = (
    EventRule(
        "e-letter",
        "letter.received",
        (Stage("substantive_reply", "7wd"),),
        ladder="std",
        extend=Extension("15wd", "P-LEAD"),
        pause=("asked_for_clarification",),
    ),
    EventRule(
        "e-grave",
        "assessment.level",
        (
            Stage("publish_authoritative_info", "5h"),
            Stage("press_conference", "24h", by="P-SPOK"),
            Stage("update", every="24h"),
        ),
        start="event_known_at",
        ladder="fast",
    ),
)


@dataclass(frozen=True)
class Office:
    """Ada in the office, Boris at the head, Chen in a department, Emil the spokesperson, Dana the inspector."""

    body: int
    supply: int
    ada: Actor
    boris: Actor
    chen: Actor
    dana: Actor
    emil: Actor


def make_office(with_plan: bool = True) -> Office:
    """The body, its people, and a plan in force."""
    body = make_unit(code="bureau", name="Water Bureau")
    office = make_unit(body, code="office", name="Office")
    supply = make_unit(body, code="supply", name="Supply Division")
    made = Office(
        body=body.pk,
        supply=supply.pk,
        ada=actor_of(make_member("Ada", PostKind.OFFICE, office)),
        boris=actor_of(make_member("Boris", PostKind.LEAD, body)),
        chen=actor_of(make_member("Chen", PostKind.LIAISON, supply)),
        dana=actor_of(make_member("Dana", PostKind.INSPECTOR, make_unit(code="apart", name="Apart"))),
        emil=actor_of(make_member("Emil", PostKind.SPOKESPERSON, body)),
    )
    if with_plan:
        adopt_plan()
    return made


def post_of(name: str) -> Post:
    """The post of one of the cast."""
    return Post.objects.get(holdings__person__name=name)


def adopt_plan(*, at=NOON - 30 * DAY, **changes) -> None:
    """Put the rules in force, as a plan writes them down."""
    posts = {"P-COMM": ("Ada",), "P-LEAD": ("Boris",), "P-SPOK": ("Emil",)}
    fields = {
        "calendar": "CN",
        "zone": "Asia/Shanghai",
        "ladders": {"std": STD, "fast": FAST},
        "rules": {rule.id: rule for rule in RULES},
        "parameters": {"reply_wd": Parameter(7, "pack", "M")},
        "posts": {code: tuple(post_of(name).pk for name in names) for code, names in posts.items()},
        **changes,
    }
    actions.adopt(Sheet(**fields), by=MACHINE, at=at)


def shanghai(*parts: int) -> datetime:
    """A moment in UTC that the clock of Shanghai shows so."""
    return datetime(*parts, tzinfo=UTC) - 8 * HOUR


def moments(first: datetime, last: datetime) -> st.SearchStrategy[datetime]:
    """Moments between two, to the second."""
    seconds = st.integers(int(first.timestamp()), int(last.timestamp()))
    return seconds.map(lambda second: datetime.fromtimestamp(second, UTC))


def make_clock(office: Office, *, at=NOON, **changes) -> Clock:
    """A clock of seven working days for the supply division."""
    fields = {
        "subject": "letter:1",
        "title": "No water in Mill Lane",
        "link": "/respond/letters/1/",
        "stage": "substantive_reply",
        "since": at,
        "limit": "7wd",
        "ladder": "std",
        "unit": office.supply,
        **changes,
    }
    return Clock.objects.get(pk=actions.start(actions.Start(**fields), by=office.ada, at=at))


def make_letter_clock(office: Office, *, at=NOON, subject="letter:1") -> Clock:
    """The clock that the rule for letters starts."""
    matter = actions.Matter(subject, "No water in Mill Lane", "/respond/letters/1/", office.supply)
    (clock,) = actions.start_rule("e-letter", matter, since=at, by=office.ada, at=at)
    return Clock.objects.get(pk=clock)


def fresh(clock: Clock) -> Clock:
    """The clock as it stands now."""
    return Clock.objects.get(pk=clock.pk)


def row_of(clock: Clock, *, at=NOON) -> queries.ClockRow:
    """The clock as pages show it."""
    return next(row for row in queries.clocks_of(clock.subject, at=at) if row.id == clock.pk)
