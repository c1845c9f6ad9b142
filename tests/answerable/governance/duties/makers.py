"""Makers for the room: a small plan in force, its units and posts, the cast in them, and runs."""

from datetime import UTC, date, datetime
from itertools import count

from answerable.governance.duties.actions import laying
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Occurrence
from answerable.governance.plan.models import Bound, PlanVersion
from answerable.kernel.actor import MACHINE
from answerable.office.people.rules import HoldingKind, PostKind
from tests.answerable.office.people.makers import (
    actor_of,
    make_account,
    make_holding,
    make_person,
    make_post,
    make_unit,
)

_numbers = count(1)
#: The day on which the small plan comes into force: the first of a quarter.
START = datetime(2026, 1, 1, 1, tzinfo=UTC)
PLAN = """
plan:
  id: "urn:plan:test"
  version: {version}
  effective: {effective}
  calendar: CN
  zone: Asia/Shanghai
  title: {{zh: 试点方案, en: Trial plan}}
posts:
  P-COMM: {{zh: 办公室, en: Office, unit: bureau, kind: office, backup: same}}
  P-LEAD: {{zh: 负责人, en: Head, unit: bureau, kind: lead, backup: same}}
  P-LIAI: {{zh: 联络员, en: Contact, unit: each, kind: liaison, backup: same}}
ladders:
  std:
    rungs:
      - {{at: -10wd, to: owner, do: start_reminder}}
      - {{at: +5wd, to: P-COMM, do: open_finding}}
clauses:
  - {{id: c01, ref: 一, text: 各科室每季度末报送情况。, gives: [duty:d-quarter]}}
  - {{id: c02, ref: 二, text: 每个工作日收集关切。, gives: [duty:d-watch]}}
  - {{id: c03, ref: 三, text: 每年5月、11月专题研究。, gives: [duty:d-topic, post:P-LEAD]}}
  - {{id: c04, ref: 四, text: 界限条款。, none: 不产生职责}}
  - {{id: c05, ref: 五, text: 无人认领的一句话。}}
duties:
{duties}
"""
DUTIES = {
    "d-quarter": "{zh: 季度报送, en: Quarterly filing, owner: P-LIAI,"
    ' rrule: "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1",'
    " due: {at: month_end, roll: prev}, to: P-COMM, accept_by: P-COMM, evidence: [report_docx], ladder: std}",
    "d-watch": '{zh: 每日收集, en: Daily watch, owner: P-COMM, rrule: "FREQ=DAILY", only: wd,'
    ' due: {at: "17:30", roll: none}, evidence: [log_entry], nothing_found_ok: true}',
    "d-topic": '{zh: 专题研究, en: Study, owner: P-LEAD, rrule: "FREQ=YEARLY;BYMONTH=5,11;BYMONTHDAY=1",'
    " due: {at: month_end, roll: prev}, to: superior_body, evidence: [minutes], sign: P-LEAD, ladder: std}",
}


def make_version(duties=DUTIES, effective=date(2026, 1, 1), *, at=START):
    """A plan version in force from `at`; the one before it ends."""
    number = f"1.{next(_numbers)}.0"
    lines = "\n".join(f"  {key}: {line}" for key, line in duties.items())
    text = PLAN.format(version=number, effective=effective, duties=lines)
    PlanVersion.objects.filter(state="in_force").update(state="superseded", ended_at=at)
    return PlanVersion.objects.create(
        number=number,
        titles={"zh": "试点方案", "en": "Trial plan"},
        state="in_force",
        text=text,
        sha256=f"{next(_numbers):064d}",
        effective=effective,
        in_force_at=at,
        created_at=at,
        changed_at=at,
    )


class Town:
    """A body with departments, the cast in their posts, and a plan whose posts are bound to them."""

    def __init__(self, departments=2):
        self.body = make_unit(name="Bureau")
        self.units = [
            make_unit(self.body, name=f"Department {number}") for number in range(1, departments + 1)
        ]
        self.comm = make_post(self.body, PostKind.OFFICE, title="Communications office")
        self.lead = make_post(self.body, PostKind.LEAD, title="Head of the bureau")
        self.contacts = [make_post(unit, PostKind.LIAISON, title="Contact") for unit in self.units]
        self.ada, self.boris = make_person(name="Ada"), make_person(name="Boris")
        self.chen = make_person(name="Chen")
        make_holding(self.comm, self.ada)
        make_holding(self.lead, self.boris)
        self.chens_holding = make_holding(self.contacts[0], self.chen)
        for post in self.contacts[1:]:
            make_holding(post, make_person())

    def bind(self, version):
        """Let the posts of the house stand for those of a plan version."""
        Bound.objects.create(version=version, code="P-COMM", unit=self.body, post=self.comm)
        Bound.objects.create(version=version, code="P-LEAD", unit=self.body, post=self.lead)
        for unit, post in zip(self.units, self.contacts, strict=True):
            Bound.objects.create(version=version, code="P-LIAI", unit=unit, post=post)
        return version

    def actor(self, person, at=START):
        """The actor that one of the cast is."""
        account = getattr(person, "account", None) or make_account(f"account{next(_numbers)}", person)
        return actor_of(account, at)

    def stand_in(self, person, post, **changes):
        """Let somebody stand in for a post as backup."""
        return make_holding(post, person, HoldingKind.BACKUP, **changes)


def make_town(departments=2, duties=DUTIES, at=START):
    """A body whose plan is in force and whose runs are laid out."""
    town = Town(departments)
    town.version = town.bind(make_version(duties, at=at))
    laying.lay_out(by=MACHINE, at=at)
    return town


def quarter_run(town, unit=0, begin=date(2026, 1, 1)):
    """The quarterly filing of a department."""
    return Occurrence.objects.get(duty="d-quarter", unit=town.units[unit], period_begin=begin)


def opened(town, at=datetime(2026, 3, 2, 1, tzinfo=UTC), **where):
    """The quarterly filing of a department, open."""
    round_at(at)
    return quarter_run(town, **where)
