"""The clocks that a plan sets for concerns, adopted as a plan does it."""

from datetime import timedelta
from typing import Any

from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.ladders import Ladder, Rung
from answerable.office.clocks.rules.sheet import Parameter, Sheet
from answerable.office.clocks.rules.staging import EventRule, Stage
from tests.answerable.office.people.makers import NOON

FAST = (Rung("-50%", ("owner",), "remind"), Rung("+0h", ("owner", "superior"), "breach_notice"))
STD = (Rung("-2wd", ("owner",), "remind"), Rung("+1wd", ("owner", "superior"), "urge_notice"))


def adopt_rules(**parameters: Any) -> None:
    """Put the rules of a concern in force: 1 h and 4 h, then 5 h and 24 h when grave and 48 h otherwise."""
    rules = (
        EventRule(
            "e-concern",
            "concern.seen",
            (Stage("register", in_="1h"), Stage("assess", in_="4h", min_people=2)),
            start="concern_seen_at",
            ladder="fast",
        ),
        EventRule(
            "e-grave",
            "assessment.level",
            (
                Stage("publish_authoritative_info", in_="5h"),
                Stage("press_conference", in_="24h"),
                Stage("update", every="24h"),
            ),
            start="event_known_at",
            ladder="fast",
        ),
        EventRule(
            "e-other",
            "assessment.level",
            (Stage("publish_response", in_="48h"), Stage("update", every="7cd")),
            start="concern_seen_at",
            ladder="fast",
        ),
        EventRule(
            "e-major-report",
            "incident.declared",
            (Stage("verbal_report", in_="2h"), Stage("written_report", in_="4h")),
            ladder="fast",
        ),
        EventRule("e-closed", "concern.closed", (Stage("after_action_review", in_="10wd"),), ladder="std"),
    )
    sheet = Sheet(
        calendar="CN",
        zone="Asia/Shanghai",
        ladders={"std": Ladder("std", STD), "fast": Ladder("fast", FAST)},
        rules={rule.id: rule for rule in rules},
        parameters={name: Parameter(value, "test", "") for name, value in parameters.items()},
    )
    clocks.adopt(sheet, by=MACHINE, at=NOON - timedelta(days=30))
