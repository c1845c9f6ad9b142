"""A quarter of the town's duties, carried out by its people: most in time, some late, one not at all."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from answerable.governance.duties.actions import asking, deciding, filing, laying, turning
from answerable.governance.duties.actions.filing import Draft, Proven
from answerable.governance.duties.jobs import round_at
from answerable.governance.duties.models import Occurrence
from answerable.governance.duties.queries.door import duty_of, rights
from answerable.governance.duties.rules.states import OWED, State
from answerable.governance.plan import queries as plan
from answerable.kernel.actor import MACHINE, Actor
from answerable.office.clocks import actions as clocks
from answerable.office.notices import actions as notices
from answerable.office.people.queries import day_of

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

SITE = "https://water.yunting.example"
#: The town's days begin at nine in the morning; a duty of the day is done in the afternoon.
MORNING, AFTERNOON = timedelta(hours=1), timedelta(hours=7)
#: What the town never did, what it asks for time for, and with what it is late: duty and unit, days, months.
NEVER = frozenset({("d-survey", "office"), ("d-quarter", "drainage")})
#: What was never done in the plan's first month, and what nobody forgot again.
FIRST_NEVER = frozenset({("d-analysis", "office"), ("d-spot", "oversight")})
ASKS = frozenset({("d-quarter", "supply")})
LATE_DAYS, LATE_MONTH = frozenset({7, 18}), 1
TEXT = "一、工作情况\n本期按方案完成各项工作。\n二、存在问题\n老旧管网信息公开还不够及时。\n三、下一步打算\n每周更新一次抢修进度。"


def load(cast: Cast, *, at: datetime) -> None:
    """Let the town live with its plan from the day it came into force until `at`, day by day."""
    standing = plan.in_force(at=at)
    if standing is None or standing.in_force_at is None:
        return
    people = {actor.person: actor for actor in cast.values() if actor.person is not None}
    day = standing.in_force_at.replace(hour=0, minute=0, second=0, microsecond=0)
    laying.lay_out(by=MACHINE, at=standing.in_force_at)
    while day < at:
        for now in (day + MORNING, day + AFTERNOON):
            if standing.in_force_at <= now <= at:
                _round(now)
                clocks.climb(by=MACHINE, at=now)
                _work(people, at=now)
        day += timedelta(days=1)
    laying.lay_out(by=MACHINE, at=at)
    round_at(at)


def _round(at: datetime) -> None:
    """Go a round without noting it: the town is lived through in leaps of hours, and a leap is no standstill."""
    for step in (turning.open_due, turning.follow_holders, turning.mark_late, turning.mark_missed):
        step(by=MACHINE, at=at)


def _work(people: Mapping[int, Actor], *, at: datetime) -> None:
    """Let everybody read their post, and do what they would do now."""
    for actor in people.values():
        notices.acknowledge_all(by=actor, at=at)
    for run in Occurrence.objects.filter(state__in=OWED).order_by("due", "pk"):
        holder = people.get(run.holder_id or 0)
        if holder is not None:
            _carry_out(run, holder, at=at)
    for run in Occurrence.objects.filter(state=State.SUBMITTED, filed_at__lte=at - timedelta(hours=20)):
        decider = next((actor for actor in people.values() if rights(actor, run).decides), None)
        if decider is not None:
            deciding.accept(run.pk, by=decider, at=at)


def _carry_out(run: Occurrence, actor: Actor, *, at: datetime) -> None:
    """Do one duty when its time has come, as the town's story has it."""
    is_daily = run.period_begin == run.period_end
    begins = run.due - (timedelta(hours=12) if is_daily else timedelta(days=3))
    if (run.duty, run.unit.code) in NEVER or _is_first_never(run):
        return
    if _is_late(run, is_daily=is_daily):
        begins = run.due + timedelta(days=2)
    elif (run.duty, run.unit.code) in ASKS and not run.wishes.exists():
        if at >= begins:
            reason = "防汛值守，人员都在一线，申请延后一周报送。"
            asking.ask_for_time(run.pk, run.due + timedelta(days=7), reason, by=actor, at=at)
        return
    if at >= begins:
        _file(run, actor, at=at)


def _is_first_never(run: Occurrence) -> bool:
    """Say whether this is the first run of something that was forgotten once."""
    earlier = Occurrence.objects.filter(duty=run.duty, unit=run.unit_id, period_begin__lt=run.period_begin)
    return (run.duty, run.unit.code) in FIRST_NEVER and not earlier.exists()


def _is_late(run: Occurrence, *, is_daily: bool) -> bool:
    """Say whether the town is late with this one: two days of a month in its log, every third month else."""
    return run.period_begin.day in LATE_DAYS if is_daily else run.period_end.month % 3 == LATE_MONTH


def _file(run: Occurrence, actor: Actor, *, at: datetime) -> None:
    """Hand in what such a duty leaves behind."""
    duty = duty_of(run)
    if duty is None:
        return
    if duty.nothing_found_ok and duty.evidence == ("log_entry",):
        filing.file_run(run.pk, nothing_found=True, by=actor, at=at)
        return
    if not duty.sign:
        title = f"{run.name_zh}（{run.period_begin:%Y-%m}）"
        filing.save_draft(run.pk, Draft(title, TEXT, "办公室"), by=actor, at=at)
    for kind in duty.evidence:
        link = f"{SITE}/{kind}/{run.duty}-{run.period_begin:%Y%m%d}"
        proven = Proven(kind, run.name_zh or run.name_en, min(run.period_end, day_of(at)), link=link)
        filing.add_evidence(run.pk, proven, by=actor, at=at)
    filing.file_run(run.pk, by=actor, at=at)
