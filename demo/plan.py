"""The town's plan: the bureau's implementation plan in force, its posts held, a draft of the next version, a wish."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from answerable.governance.plan import actions, queries
from answerable.governance.plan.actions.drafting import sha_of
from answerable.governance.plan.queries.house import town
from answerable.governance.plan.queries.versions import version_row
from answerable.governance.plan.rules.editing import set_field
from answerable.governance.plan.shipped import shipped_plans
from answerable.kernel.actor import MACHINE, Actor
from answerable.office.people import actions as people
from answerable.office.people.actions.holdings import HoldingDraft
from answerable.office.people.actions.units import PersonDraft, PostDraft
from answerable.office.people.queries import day_of
from answerable.office.people.rules import HoldingKind, PostKind

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

#: Heads of departments, who have no account: their contacts do the typing.
HEADS = {
    "office": "Gao Yun 高芸",
    "supply": "Jiang Bo 江波",
    "drainage": "Liu Chang 刘畅",
    "quality": "Mei Ling 梅玲",
    "service": "Shen Yi 沈怡",
    "oversight": "Tang Wen 唐文",
}
#: Posts the plan names and the town did not have yet: code, unit, kind, titles, holder, backup.
BUREAU_POSTS = (
    ("P-DEP", "bureau", PostKind.LEAD, "分管副局长 Deputy in charge", "emil", "boris"),
    ("P-MEMB", "bureau", PostKind.LEAD, "班子成员 Member of the leading body", "emil", "boris"),
    ("P-EDIT", "office", PostKind.KEEPER, "官方渠道编辑 Channel editor", "ada", "chen"),
    ("P-OVER", "oversight", PostKind.OVERSIGHT, "监督部门负责人 Head of oversight", "dana", "boris"),
)


def load(cast: Cast, *, at: datetime) -> int:
    """Put the bureau's plan in force as of `at`, and begin the next version. Gives the version in force."""
    _staff(cast, at=at)
    text = set_field(shipped_plans()["district-bureau"], ("plan", "effective"), day_of(at).isoformat())
    version = actions.start_draft(text, by=cast["ada"], at=at)
    _bind_contacts(version, by=cast["ada"], at=at)
    seen = sha_of(text)
    actions.propose(version, seen=seen, by=cast["ada"], at=at + timedelta(minutes=5))
    actions.approve(version, seen=seen, by=cast["boris"], at=at + timedelta(minutes=50))
    actions.put_in_force(version, by=cast["boris"], at=at + timedelta(hours=1))
    _go_on(version, cast, at=at + timedelta(hours=2))
    return version


def _staff(cast: Cast, *, at: datetime) -> None:
    """Give every post of the plan a holder and a backup."""
    who: dict[str, Any] = {"by": MACHINE, "at": at}
    units = {unit.code: unit.id for unit in town().units}
    there = {post.code.lower() for post in town().posts}
    begins = day_of(at) - timedelta(days=200)
    known = {name: actor.person for name, actor in cast.items() if actor.person is not None}
    for code, unit, kind, title, holder, backup in BUREAU_POSTS:
        if code.lower() not in there:
            _post(PostDraft(code, title, kind, units[unit]), known[holder], known[backup], begins, who)
    for unit, name in HEADS.items():
        head = people.add_person(PersonDraft(name), **who).pk
        draft = PostDraft(f"P-DEPT-{unit}", "科室负责人 Head of department", PostKind.LIAISON, units[unit])
        _post(draft, head, known["chen"], begins, who)
        code = f"P-LIAI-{unit}"
        if code.lower() not in there and not any(one.startswith(code.lower()[:11]) for one in there):
            draft = PostDraft(code, "新闻联络员 Contact", PostKind.LIAISON, units[unit])
            _post(draft, known["chen"], head, begins, who)


def _post(draft: PostDraft, holder: int, backup: int, begins: date, who: dict[str, Any]) -> None:
    post = people.add_post(draft, **who).pk
    people.hold_post(HoldingDraft(post, holder, HoldingKind.MAIN, begins), **who)
    people.hold_post(HoldingDraft(post, backup, HoldingKind.BACKUP, begins), **who)


def _bind_contacts(version: int, *, by: Actor, at: datetime) -> None:
    """Bind the contacts whose posts had codes of their own before the plan came."""
    here = town()
    bound = queries.posts_bound(version)
    for unit in here.each:
        if ("P-LIAI", unit.id) not in bound:
            named = [post.id for post in here.by_unit.get(unit.id, ()) if post.code.startswith("P-LIAI")]
            actions.bind(version, "P-LIAI", {unit.id: named[0] if named else None}, by=by, at=at)


def _go_on(version: int, cast: Cast, *, at: datetime) -> None:
    """Begin the next version, with one figure tightened, and let Chen wish for one change."""
    made = actions.copy_draft(version, by=cast["ada"], at=at)
    text = set_field(version_row(cast["ada"], made).text, ("plan", "version"), "1.1.0")
    text = set_field(text, ("params", "analysis_day"), 3)
    actions.save_yaml(made, text, seen="", by=cast["ada"], at=at)
    actions.note_proposal(
        "媒体多在下午来问，4个工作小时常常跨到第二天，建议写明当日先回复进展。",
        clause="c27",
        wording="媒体问询在4个工作小时内答复，暂时不能答复的，当日说明原因和答复时间。",
        by=cast["chen"],
        at=at,
    )
