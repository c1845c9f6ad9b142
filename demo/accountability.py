"""What follows in the town from missed duties: nothing where an excuse is found, a hearing that runs, a review asked for."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from answerable.governance.accountability.actions import (
    closing,
    deciding,
    delivering,
    establishing,
    hearing,
    opening,
    reviewing,
    seating,
)
from answerable.governance.accountability.actions.deciding import Outcome
from answerable.governance.accountability.actions.hearing import Telling
from answerable.governance.accountability.models import Excuse, Paper
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.papers import Kind
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.duties.actions import finding as findings
from answerable.governance.duties.models import Finding, Occurrence
from answerable.governance.duties.queries.door import rights
from answerable.governance.duties.rules.excuses import Key
from answerable.governance.duties.rules.states import FoundMove, State
from answerable.kernel.actor import MACHINE, Actor
from answerable.office.people import actions as people
from answerable.office.people import queries as posts
from answerable.office.people.actions.accounts import AccountDraft
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.actions.units import PersonDraft, PostDraft
from answerable.office.people.queries import day_of
from answerable.office.people.rules import HoldingKind, PostKind
from answerable.office.people.rules.posts import Span

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

DAY = timedelta(days=1)
#: A hearing is as old as this where its duty was missed long enough ago; else all its steps move closer together.
HEARING = 12 * DAY
MISSED = (State.LATE, State.MISSED)
#: Two people whom the town lacks: nobody keeps or leads a file that touches them. Code, unit, kind, title, name.
NEWCOMERS = {
    "qin": ("P-OVER-2", "oversight", PostKind.OVERSIGHT, "纪检干事 Officer of oversight", "Qin Yue 秦越"),
    "lu": ("P-MEMB-2", "bureau", PostKind.LEAD, "班子成员 Member of the leading body", "Lu Ping 陆萍"),
}
#: Heads of departments who take part, as the town's plan names them.
HEADS = {"jiang": "Jiang Bo 江波", "mei": "Mei Ling 梅玲", "shen": "Shen Yi 沈怡", "tang": "Tang Wen 唐文"}


class Hall:
    """The people of the bureau, those without an account among them, each at the moment they act."""

    def __init__(self, cast: Cast, *, at: datetime) -> None:
        self.persons = {name: actor.person for name, actor in cast.items() if actor.person is not None}
        held = {one.name: one.person for one in posts.holdings_on(None, at=at)}
        who: dict[str, Any] = {"by": MACHINE, "at": at}
        for login, (code, unit, kind, title, name) in NEWCOMERS.items():
            place = next(one.id for one in posts.units_here() if one.code == unit)
            person = people.add_person(PersonDraft(name), **who).pk
            post = people.add_post(PostDraft(code, title, kind, place), **who).pk
            people.hold_post(HoldingDraft(post, person, HoldingKind.MAIN, day_of(at)), **who)
            self._join(login, person, who)
        for login, name in HEADS.items():
            self._join(login, held[name], who)

    def _join(self, login: str, person: int, who: dict[str, Any]) -> None:
        people.make_account(AccountDraft(login, person), **who)
        self.persons[login] = person

    def by(self, login: str, at: datetime) -> dict[str, Any]:
        """Give who acts and when, as actions take it."""
        return {"by": posts.actor_for(posts.account_named(login), at=at), "at": at}

    def ids(self, *logins: str) -> list[int]:
        """Give people by their logins."""
        return [self.persons[login] for login in logins]


def load(cast: Cast, *, at: datetime) -> dict[str, int]:
    """Let three missed duties be looked at as far as each has come; gives the files by what became of them."""
    runs = {
        name: run
        for name, keys in (
            ("excused", ("d-spot",)),
            ("reviewed", ("d-analysis",)),
            ("heard", ("d-quarter", "d-survey")),
        )
        if (run := _missed(keys)) is not None
    }
    if not runs:
        return {}
    hall = Hall(cast, at=min(run.due for run in runs.values()) - DAY)
    lived = {"excused": excused, "reviewed": reviewed, "heard": heard}
    return {name: lived[name](hall, run, cast, at=at) for name, run in runs.items()}


def _missed(duties: tuple[str, ...]) -> Occurrence | None:
    rows = Occurrence.objects.filter(duty__in=duties, state__in=MISSED).select_related("unit")
    return rows.order_by("due").first()


def _found(run: Occurrence, answer: str, decision: str, cast: Cast, *, at: datetime) -> int:
    """The finding on a run: the unit is heard, and whoever takes its filings confirms it."""
    findings.open_finding(run.pk, by=MACHINE, at=at)
    owner = next(actor for actor in cast.values() if actor.person == run.holder_id)
    findings.answer_finding(run.pk, answer, by=owner, at=at)
    reader = next(actor for actor in cast.values() if rights(actor, run).decides)
    findings.settle_finding(run.pk, FoundMove.CONFIRM, decision, by=reader, at=at)
    return Finding.objects.get(occurrence=run).pk


def _since(run: Occurrence) -> datetime:
    """Give the moment from which a missed run could be looked at."""
    found = Finding.objects.filter(occurrence=run).first()
    return found.opened_at if found else run.due + timedelta(hours=1)


def _judge(hall: Hall, file: int, keeper: str, *, holds: str = "", at: datetime) -> None:
    """The keeper says of each excuse whether it holds."""
    for one in Excuse.objects.filter(file=file, fixed=False):
        verdict = Verdict.HOLDS if one.key == holds else Verdict.HOLDS_NOT
        reason = "已核对任职与请休假记录，情况属实。" if one.key == holds else "已核对系统记录，无此情形。"
        opening.judge_excuse(one.pk, verdict, reason, **hall.by(keeper, at))


def _last(file: int, kind: Kind) -> int:
    return Paper.objects.filter(file=file, kind=kind).latest("number").pk


def excused(hall: Hall, run: Occurrence, cast: Cast, *, at: datetime) -> int:
    """The first random check never took place: its inspector was ill and nobody stood in. Nothing follows."""
    start = _since(run)
    ill = Span(day_of(run.due) - 6 * DAY, day_of(run.due) + 2 * DAY)
    people.add_absence(hall.ids("dana")[0], ill, by=MACHINE, at=run.due - 6 * DAY)
    finding = _found(run, "抽查期间住院，无人代班。", "抽查未开展，属实。", cast, at=start + DAY)
    file = opening.open_file(finding, "首次月度抽查未开展，需核实原因。", **hall.by("qin", start + 3 * DAY))
    _judge(hall, file, "qin", holds=Key.NO_BACKUP, at=start + 4 * DAY)
    reason = "经核实，检查员在期限内请病假，岗位未配备代班人员，不属于本人未履行职责。建议为检查岗配备B角。"
    deciding.drop(file, reason, **hall.by("qin", start + 5 * DAY))
    closing.close(file, **hall.by("qin", start + 5 * DAY))
    return file


def _established(
    hall: Hall, finding: int, texts: tuple[str, str], keeper: str, *, at: datetime, step: timedelta
) -> int:
    """A file is opened, no excuse holds, two people establish the facts."""
    why, facts = texts
    file = opening.open_file(finding, why, **hall.by(keeper, at))
    _judge(hall, file, keeper, at=at + step)
    seating.name_people(file, Role.FINDER, hall.ids("mei", "shen"), **hall.by(keeper, at + step))
    paper = establishing.write_facts(file, facts, **hall.by("mei", at + 2 * step))
    establishing.confirm_paper(paper, **hall.by("shen", at + 3 * step))
    return file


def heard(hall: Hall, run: Occurrence, cast: Cast, *, at: datetime) -> int:
    """A filing that never came: the one concerned has the paper, and their time to answer runs."""
    start = max(_since(run), at - HEARING)
    step = (at - start) / 12
    finding = _found(run, "汛期值守，材料未能按时整理。", "逾期五个工作日仍未报送。", cast, at=start + step)
    texts = (
        "逾期未报，经两次催办仍无材料，需核实原因。",
        f"一、应报时间：{day_of(run.due):%Y年%m月%d日}。\n二、系统于期限前后发出催办，均已签收。\n三、截至核查之日，未见报送材料。",
    )
    file = _established(hall, finding, texts, "dana", at=start + 2 * step, step=step)
    grounds = "方案规定按期报送，经催办未报。拟提醒，不涉及其他处理。"
    notice = hearing.tell_concerned(
        file, Telling(grounds, Measure.REMINDER), **hall.by("dana", start + 7 * step)
    )
    owner = next(login for login, person in hall.persons.items() if person == run.holder_id)
    delivering.receive(notice, **hall.by(owner, start + 8 * step))
    return file


def reviewed(hall: Hall, run: Occurrence, cast: Cast, *, at: datetime) -> int:
    """The first monthly analysis was never written: a reminder was decided by three, and its review is asked for."""
    start = _since(run)
    finding = _found(run, "当月两起突发事件，分析未写。", "当月分析未完成。", cast, at=start + DAY)
    texts = (
        "首月形势分析未完成，需核实原因。",
        f"一、应完成时间：{day_of(run.due):%Y年%m月%d日}。\n二、当月值班日志完整，两起突发事件均按时处置。\n三、月度分析未起草，未申请延期。",
    )
    file = _established(hall, finding, texts, "qin", at=start + 3 * DAY, step=DAY)
    notice = hearing.tell_concerned(
        file,
        Telling("分析为方案规定职责，未完成且未申请延期。", Measure.TALK),
        **hall.by("qin", start + 7 * DAY),
    )
    delivering.receive(notice, **hall.by("ada", start + 7 * DAY))
    defence = "当月爆管和停水两起事件连续处置，日志和专报都已完成。没有申请延期，是我的疏忽。"
    hearing.state(file, defence, **hall.by("ada", start + 10 * DAY))
    verified = "值班日志、两份专报均属实；申辩成立的部分予以采纳。"
    hearing.end_hearing(file, verified, **hall.by("qin", start + 13 * DAY))
    seating.name_people(file, Role.PANEL, hall.ids("lu", "jiang", "tang"), **hall.by("qin", start + 14 * DAY))
    votes = {
        "lu": (Measure.REMINDER, "处置任务确实繁重，提醒即可。"),
        "jiang": (Measure.NONE, "突发事件优先，不应追究。"),
    }
    votes["tang"] = (Measure.REMINDER, "应当申请延期。")
    for login, (measure, reason) in votes.items():
        deciding.vote(file, measure, reason, **hall.by(login, start + 16 * DAY))
    text = "三人集体研究：予以提醒，今后遇突发事件及时申请延期。一人认为不应追究，意见在案。"
    deciding.decide(file, Outcome(text), **hall.by("lu", start + 17 * DAY))
    delivering.serve(file, **hall.by("qin", start + 18 * DAY))
    delivering.receive(_last(file, Kind.DECISION), **hall.by("ada", start + 19 * DAY))
    plea = "请再看一次：方案没有写明突发事件期间分析可以顺延，建议完善。"
    reviewing.ask_review(file, plea, **hall.by("ada", start + 30 * DAY))
    seating.name_people(file, Role.REVIEWER, hall.ids("chen"), **hall.by("qin", start + 32 * DAY))
    return file
