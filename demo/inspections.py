"""The town's inspections: a round with a draw anyone recomputes, one that runs, and findings in every state."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta

from answerable.governance.inspections import actions
from answerable.governance.inspections.actions import Entry, ProgrammeDraft, RoundDraft, Telling
from answerable.governance.inspections.models import Finding, Visit
from answerable.governance.inspections.queries.door import rights
from answerable.governance.inspections.rules.terms import Terms
from answerable.kernel.actor import Actor
from answerable.office.people import actions as people
from answerable.office.people import queries as posts
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.actions.units import PersonDraft, PostDraft
from answerable.office.people.queries import day_of
from answerable.office.people.rules import HoldingKind, PostKind

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

DAY = timedelta(days=1)
SEALED = {"ada": "十二月的第三场雨 1187", "boris": "老码头的蓝色灯塔 0426"}
#: What was not in order in two departments, and how far each matter has come.
MATTERS = {
    "asked": ("两条群众留言超过七个工作日未答复。", "closed"),
    "links": ("“停水通知”栏目有三个失效链接。", "corrected"),
    "readings": ("11月两篇稿件缺终审记录。", "repeated"),
    "keeper": ("新接手的管理人员不清楚交接当日要更换密码。", "rectifying"),
    "fresh": ("“水质公示”栏目超过两周未更新。", "confirmed"),
}
OTHERS = {"asked": "replied", "links": "put", "readings": "dismissed", "keeper": "observed"}
PATH = ("put", "replied", "confirmed", "rectifying", "corrected", "closed")


def load(cast: Cast, *, at: datetime) -> None:
    """Let the town inspect itself: one round over, one running."""
    _appoint(cast, at=at - 60 * DAY)
    began = at - 40 * DAY
    who = {login: _now(cast, login, at=at) for login in cast}
    terms = Terms(ratio="1", inspectors=2, weight="3")
    draft = ProgrammeDraft("月度随机抽查", "random_check", "units", "d-spot", terms)
    programme = actions.save_programme(draft, by=who["ada"], at=began)
    first = _drawn(who, programme, "上月随机抽查", "4 2 6 1 3", at=began)
    for visit in Visit.objects.filter(round=first).order_by("pk"):
        _look(visit, who, at=began + 2 * DAY)
    actions.report_round(
        first, "六个单位全部查完，主要问题在留言答复和栏目更新。", by=who["ada"], at=began + 5 * DAY
    )
    for finding in Finding.objects.filter(round=first).select_related("visit").order_by("pk"):
        _live(finding, who, at=began + 6 * DAY)
    running = _drawn(who, programme, "本月随机抽查", "6 6 2 5 1", at=at - 3 * DAY)
    visit = Visit.objects.filter(round=running).order_by("pk")[0]
    for question in ("open", "dates", "wording"):
        actions.answer(
            visit.pk, Entry(question, "ok", "现场查看，正常。"), by=_visitor(visit, who), at=at - DAY
        )


def _now(cast: Cast, login: str, *, at: datetime) -> Actor:
    account = posts.account_named(login)
    return posts.actor_for(account, at=at) if account else cast[login]


def _appoint(cast: Cast, *, at: datetime) -> None:
    """Give three more people an inspector's post: whoever works in the unit looked at stands aside."""
    body = posts.body()
    if body is None:
        return
    guest = people.add_person(PersonDraft("Fang Min 方敏"), by=cast["ada"], at=at).pk
    held = (
        ("P-INSP-2", cast["emil"].person or 0),
        ("P-INSP-3", cast["boris"].person or 0),
        ("P-INSP-4", guest),
    )
    for code, person in held:
        post = people.add_post(
            PostDraft(code, "兼职检查员", PostKind.INSPECTOR, body.id), by=cast["ada"], at=at
        )
        people.hold_post(HoldingDraft(post.pk, person, HoldingKind.MAIN, day_of(at)), by=cast["ada"], at=at)


def _drawn(who: Cast, programme: int, title: str, dice: str, *, at: datetime) -> int:
    """Plan a round and let its lot fall: two sealed seeds and five dice."""
    draft = RoundDraft(title, day_of(at), day_of(at + 20 * DAY), programme=programme)
    made = actions.plan_round(draft, by=who["ada"], at=at)
    lot = actions.commit_draw(made, by=who["ada"], at=at)
    for login, seed in SEALED.items():
        digest = hashlib.sha256(f"{seed} {dice}".encode()).hexdigest()
        actions.seal_seed(lot, digest, by=who[login], at=at + timedelta(minutes=5))
    told = at + timedelta(minutes=20)
    actions.tell_seed(lot, Telling("ritual", dice), by=who["ada"], at=told)
    for number, (login, seed) in enumerate(SEALED.items(), 1):
        actions.tell_seed(lot, Telling(f"officer-{number}", f"{seed} {dice}"), by=who[login], at=told)
    actions.hold_draw(made, by=who["ada"], at=told)
    return made


def _visitor(visit: Visit, who: Cast) -> Actor:
    persons = list(visit.inspectors.values_list("person", flat=True))
    return next(actor for actor in who.values() if actor.person in persons)


def _look(visit: Visit, who: Cast, *, at: datetime) -> None:
    """Fill one sheet in: the water supply falls short of five things, drainage of four, the others of nothing."""
    code = visit.unit.code if visit.unit else ""
    short = {"supply": tuple(MATTERS), "drainage": tuple(OTHERS)}.get(code, ())
    by = _visitor(visit, who)
    for question in visit.round.questions:
        key = question["key"]
        verdict = "ok" if key not in short else "partly" if key == "links" else "fail"
        note = MATTERS[key][0] if key in short else ""
        actions.answer(visit.pk, Entry(key, verdict, note), by=by, at=at)
    actions.finish_visit(visit.pk, "科室配合。" if short else "", by=by, at=at)


def _live(finding: Finding, who: Cast, *, at: datetime) -> None:
    """Bring a finding to where the town's story has it."""
    code = finding.unit.code
    goal = MATTERS[finding.question][1] if code == "supply" else OTHERS[finding.question]
    for day, step in enumerate(_steps(goal)):
        _take(step, finding.pk, finding.visit, who, at=at + day * DAY)


def _steps(goal: str) -> tuple[str, ...]:
    if goal in ("repeated", "dismissed"):
        return (*PATH[: 5 if goal == "repeated" else 2], goal)
    return PATH[: PATH.index(goal) + 1] if goal in PATH else ()


def _take(step: str, finding: int, visit: Visit, who: Cast, *, at: datetime) -> None:
    if step == "put":
        actions.put_to_unit(finding, by=_visitor(visit, who), at=at)
    elif step == "replied":
        actions.reply(finding, "情况属实，正在补办。", by=who["chen"], at=at)
    elif step == "confirmed":
        actions.confirm(finding, "检查记录与单位回复一致。", by=who["ada"], at=at)
    elif step == "dismissed":
        actions.dismiss(finding, "经核实，稿件由市级平台统一审校，记录在上级。", by=who["ada"], at=at)
    elif step == "rectifying":
        actions.plan_correction(
            finding, "本周内补齐，并指定B角。", day_of(at + 7 * DAY), by=who["chen"], at=at
        )
    elif step == "corrected":
        actions.correct(finding, "已补齐。", "https://water.yunting.example/rectified", by=who["chen"], at=at)
    else:
        row = Finding.objects.get(pk=finding)
        by = next(actor for actor in who.values() if rights(actor, row).rechecks)
        words = "已复查，整改到位。" if step == "closed" else "又发现一篇缺终审记录。"
        actions.recheck(finding, words, is_gone=step == "closed", by=by, at=at)
