"""Every duty has an owner, a recipient, evidence and a ladder, and a rule by which its days can be counted."""

import re
from collections.abc import Callable, Iterator

from answerable.governance.plan.rules.document import Duty, PlanDocument
from answerable.governance.plan.rules.lint.finding import about, warn
from answerable.governance.plan.rules.reasons import Problem
from answerable.governance.plan.rules.recurring import read_point, read_rhythm
from answerable.governance.plan.rules.vocabulary import EVIDENCE, RECIPIENTS, RUNG_ACTS, TOLD
from answerable.office.clocks.rules.anchors import Roll

#: A ladder that says: nobody is reminded of this.
NO_LADDER = "none"
LEAD = re.compile(r"\d{1,3}(wd|cd)")
OFFSET = re.compile(r"[+-]\d{1,3}(wd|cd|wh|h|%)")


def look(document: PlanDocument) -> Iterator[Problem]:
    """Look at every duty and every ladder."""
    for duty in document.duties.values():
        yield from _lacking(document, duty)
        yield from _posts(document, duty)
        yield from _days(document, duty)
    for key, ladder in document.ladders.items():
        for rung in ladder.rungs:
            thing = f"ladder:{key}"
            if not OFFSET.fullmatch(rung.at):
                yield about(document, thing, "offset_unreadable", id=key, said=rung.at)
            for told in rung.to:
                if told not in TOLD and told not in document.posts:
                    yield about(document, thing, "told_unknown", id=key, said=told)
            if rung.do not in RUNG_ACTS:
                yield about(document, thing, "act_unknown", id=key, said=rung.do, known=", ".join(RUNG_ACTS))


def _lacking(document: PlanDocument, duty: Duty) -> Iterator[Problem]:
    thing = f"duty:{duty.id}"
    wanted = {"owner": duty.owner, "recipient": duty.to, "evidence": duty.evidence, "ladder": duty.ladder}
    for what, there in wanted.items():
        if not there:
            yield about(document, thing, f"duty_no_{what}", id=duty.id)
    if duty.ladder and duty.ladder != NO_LADDER and duty.ladder not in document.ladders:
        yield about(document, thing, "ladder_unknown", id=duty.id, said=duty.ladder)
    for kind in duty.evidence:
        if kind not in EVIDENCE:
            yield warn(document, thing, "evidence_unknown", id=duty.id, said=kind)


def _posts(document: PlanDocument, duty: Duty) -> Iterator[Problem]:
    thing = f"duty:{duty.id}"
    for field in ("owner", "accept_by", "sign"):
        code = getattr(duty, field)
        if code and code not in document.posts:
            yield about(document, thing, "post_unknown", id=code, field=field)
    if duty.to and duty.to not in document.posts and duty.to not in RECIPIENTS:
        yield about(
            document, thing, "recipient_unknown", id=duty.id, said=duty.to, known=", ".join(RECIPIENTS)
        )


def _days(document: PlanDocument, duty: Duty) -> Iterator[Problem]:
    thing = f"duty:{duty.id}"
    checks: tuple[tuple[str, str, Callable[[str], object]], ...] = (
        ("rrule", duty.rrule, read_rhythm),
        ("due", duty.due.at, read_point),
    )
    for field, text, read in checks:
        try:
            read(text)
        except ValueError:
            yield about(document, thing, f"{field}_unreadable", id=duty.id, said=text)
    if duty.due.roll not in set(Roll):
        yield about(document, thing, "roll_unknown", id=duty.id, said=duty.due.roll)
    if duty.only not in ("", "wd"):
        yield about(document, thing, "only_unknown", id=duty.id, said=duty.only)
    if duty.lead and not LEAD.fullmatch(duty.lead):
        yield about(document, thing, "lead_unreadable", id=duty.id, said=duty.lead)
