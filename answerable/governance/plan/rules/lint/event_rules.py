"""Event rules: what starts them, limits that can be read, who acts, and extensions that are longer than the limit."""

import re
from collections.abc import Iterator

from answerable.governance.plan.rules.document import PlanDocument, PlanRule, PlanStage
from answerable.governance.plan.rules.lint.finding import about, warn
from answerable.governance.plan.rules.reasons import Problem
from answerable.governance.plan.rules.vocabulary import DOERS, EVENTS, PAUSES, RECIPIENTS
from answerable.office.clocks.rules.limits import Limit, Span, read_limit

#: Roughly how many hours a unit holds, to compare limits of different units; never to count a deadline.
HOURS = {Span.HOUR: 1, Span.WORKING_HOUR: 3, Span.WORKING_DAY: 34, Span.CALENDAR_DAY: 24}
#: Anchors for a stage that no limit names.
ANCHORS = frozenset({"next_month", "next_quarter", "next_half_year", "next_year"})


def rough(limit: Limit) -> int:
    """Give about how long a limit is, in hours."""
    return limit.amount * HOURS[limit.span]


def read_or_none(text: str) -> Limit | None:
    """Read a limit; None where it is none."""
    try:
        return read_limit(text)
    except ValueError:
        return None


def event_of(on: str) -> str:
    """Give the event's own word, without its condition."""
    return re.split(r"[\s=]", on.strip(), maxsplit=1)[0]


def look(document: PlanDocument) -> Iterator[Problem]:
    """Look at every event rule."""
    for rule in document.rules.values():
        thing = f"rule:{rule.id}"
        if event_of(rule.on) not in EVENTS:
            yield about(document, thing, "event_unknown", id=rule.id, said=rule.on, known=", ".join(EVENTS))
        if not rule.stages:
            yield about(document, thing, "rule_no_stages", id=rule.id)
        for stage in rule.stages:
            yield from _stage(document, rule, stage)
        if rule.ladder and rule.ladder != "none" and rule.ladder not in document.ladders:
            yield about(document, thing, "ladder_unknown", id=rule.id, said=rule.ladder)
        for reason in rule.pause:
            if reason not in PAUSES:
                yield warn(document, thing, "pause_unknown", id=rule.id, said=reason)
        yield from _extension(document, rule)


def _stage(document: PlanDocument, rule: PlanRule, stage: PlanStage) -> Iterator[Problem]:
    thing = f"rule:{rule.id}"
    if not stage.do:
        yield about(document, thing, "stage_no_act", id=rule.id)
    limits = [text for text in (stage.in_, stage.every) if text]
    if len(limits) + bool(stage.at) != 1:
        yield about(document, thing, "stage_one_limit", id=rule.id, do=stage.do)
    unread = [text for text in limits if read_or_none(text) is None]
    for text in (*unread, *({stage.at} - ANCHORS - {""})):
        yield about(document, thing, "limit_unreadable", id=rule.id, said=text)
    for code in stage.by:
        if code not in document.posts and code not in DOERS:
            yield about(document, thing, "post_unknown", id=code, field="by")
    if stage.to and stage.to not in {*document.posts, *RECIPIENTS}:
        yield about(
            document, thing, "recipient_unknown", id=rule.id, said=stage.to, known=", ".join(RECIPIENTS)
        )


def _extension(document: PlanDocument, rule: PlanRule) -> Iterator[Problem]:
    if rule.extend is None:
        return
    thing = f"rule:{rule.id}"
    limit = read_or_none(rule.extend.limit)
    if limit is None:
        yield about(document, thing, "limit_unreadable", id=rule.id, said=rule.extend.limit)
    if rule.extend.approver not in document.posts:
        yield about(document, thing, "post_unknown", id=rule.extend.approver, field="approver")
    for stage in rule.stages:
        first = read_or_none(stage.in_)
        if limit is not None and first is not None and rough(limit) <= rough(first):
            yield about(
                document,
                thing,
                "extension_shorter",
                id=rule.id,
                limit=str(limit),
                first=str(first),
                do=stage.do,
            )
