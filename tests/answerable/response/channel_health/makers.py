"""Hand-written makers: the body with its keepers, channels in use, limits of a plan, rounds run to their end."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from answerable.egress import EgressPolicy
from answerable.egress.gate import HostGate
from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.office.people.queries import day_of
from answerable.office.people.rules import PostKind
from answerable.response.channel_health import actions
from answerable.response.channel_health.jobs import Slice
from answerable.response.channel_health.models import Finding
from answerable.response.channel_health.queries import ground
from answerable.response.channels.models import Channel
from tests.answerable.office.people.makers import (
    NOON,
    actor_of,
    make_holding,
    make_member,
    make_post,
    make_unit,
)

DAY = timedelta(days=1)
TODAY = date(2026, 3, 2)
#: The national limits of the pack for sites and accounts in China.
LIMITS: dict[str, Any] = {
    "update_days_site": 14,
    "update_days_account": 14,
    "update_days_news": 14,
    "update_days_notices": 180,
    "message_days": 90,
    "unreachable_percent": 5,
    "unreachable_s": 15,
    "stale_columns_most": 4,
    "empty_columns_most": 4,
    "certificate_days": 30,
}


def adopt_limits(**changes: Any) -> None:
    """Put the limits of a plan in force."""
    parameters = {name: Parameter(value, "test", "K") for name, value in {**LIMITS, **changes}.items()}
    clocks.adopt(Sheet(calendar="CN", zone="Asia/Shanghai", parameters=parameters), by=MACHINE, at=NOON)


def make_cast() -> SimpleNamespace:
    """Ada of the office, Kim who keeps the channels of supply, Dana who inspects, Chen of another unit."""
    body = make_unit(name="Water Bureau", code="BUREAU")
    office = make_unit(body, name="Communications", code="COMMS")
    supply = make_unit(body, name="Supply", code="SUPPLY")
    keeping = make_post(supply, PostKind.KEEPER, title="Channel editor")
    editing = make_post(office, PostKind.KEEPER, title="Editor of the office")
    kim = make_member("Kim", PostKind.LIAISON, supply)
    make_holding(keeping, kim.person)
    accounts = {
        "ada": make_member("Ada", PostKind.OFFICE, office),
        "kim": kim,
        "dana": make_member("Dana", PostKind.INSPECTOR, body),
        "chen": make_member("Chen", PostKind.LIAISON, office),
    }
    return SimpleNamespace(
        body=body,
        office=office,
        supply=supply,
        keeping=keeping,
        ada_post=editing,
        accounts=accounts,
        **{name: actor_of(account) for name, account in accounts.items()},
    )


def make_channel(cast: SimpleNamespace, **changes: Any) -> Channel:
    """A site of supply that is in use."""
    fields: dict[str, Any] = {
        "name": "Water Bureau online",
        "kind": "site",
        "platform": "web",
        "address": "http://127.0.0.1:9/",
        "purpose": "Tells the town about its water.",
        "unit": cast.supply,
        "holder": cast.body,
        "keeper_post": cast.keeping,
        "filing_no": "YT-1",
        "filed_on": TODAY,
        "state": "live",
        "since": NOON,
        "created_at": NOON,
    }
    return Channel.objects.create(**{**fields, **changes})


def polite_policy(gap_s: float = 0.0) -> EgressPolicy:
    """A policy that may call this machine and keeps a pause between calls."""
    return EgressPolicy(allow_loopback=True, any_port=True, gate=HostGate(gap_s=gap_s))


def look_whole(channel: Channel, *, at: datetime = NOON, policy: EgressPolicy | None = None) -> int:
    """Look at a site from the first errand to the last; gives the round."""
    day = day_of(at)
    found = actions.begin_round(channel.pk, channel.address, day, by=MACHINE, at=at)
    assert found is not None
    return finish(found, at=at, policy=policy)


def finish(round_id: int, *, at: datetime = NOON, policy: EgressPolicy | None = None) -> int:
    """Run a round that has begun to its end."""
    running = ground.running(round_id)
    assert running is not None
    assert Slice(running, policy or polite_policy(), seconds=600, at=at).run() is False
    return round_id


def faults(channel: Channel, **wanted: Any) -> list[tuple[str, str]]:
    """The faults that stand, each with what it is about."""
    rows = Finding.objects.filter(channel=channel, state__in=("open", "confirmed"), **wanted)
    return sorted(rows.values_list("fault", "subject"))
