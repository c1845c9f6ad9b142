"""Every post has a kind and a backup on paper, and a holder and a backup in the house."""

from collections.abc import Iterator

from answerable.governance.plan.rules.document import BUREAU, EACH, SAME_POST, PlanDocument, PlanPost
from answerable.governance.plan.rules.lint.finding import about, warn
from answerable.governance.plan.rules.lint.house import Held, House
from answerable.governance.plan.rules.reasons import Problem
from answerable.office.people.rules.posts import PostKind


def look(document: PlanDocument) -> Iterator[Problem]:
    """Look at the posts on paper."""
    kinds = {kind.value for kind in PostKind}
    stand_ins = only_backups(document)
    for post in document.posts.values():
        thing = f"post:{post.id}"
        if post.kind not in kinds:
            yield about(
                document, thing, "post_kind", id=post.id, said=post.kind, known=", ".join(sorted(kinds))
            )
        if not post.backup and post.id not in stand_ins:
            yield about(document, thing, "post_no_backup", id=post.id)
        elif post.backup == post.id:
            yield about(document, thing, "post_own_backup", id=post.id)
        elif post.backup and post.backup != SAME_POST and post.backup not in document.posts:
            yield about(document, thing, "post_unknown", id=post.backup, field="backup")


def only_backups(document: PlanDocument) -> set[str]:
    """List the posts that are there to stand in for others and owe nothing themselves: they need no backup."""
    owing = {duty.owner for duty in document.duties.values()}
    owing |= {code for rule in document.rules.values() for stage in rule.stages for code in stage.by}
    return {post.backup for post in document.posts.values()} - owing


def look_in_house(document: PlanDocument, house: House) -> Iterator[Problem]:
    """Look who holds the posts."""
    backups = only_backups(document)
    for post in document.posts.values():
        thing = f"post:{post.id}"
        if post.unit not in (BUREAU, EACH, "") and post.unit not in house.units:
            yield about(document, thing, "unit_unknown", id=post.id, said=post.unit)
        for unit in house.units_of(post):
            for code in _lacks(document, post, house, unit, backups):
                # One vacancy among many units must not hold up the plan; a post that stands alone must be held.
                say = warn if post.unit == EACH or code == "post_no_backup_holder" else about
                yield say(document, thing, code, id=post.id, unit=house.units.get(unit, unit))


def _lacks(
    document: PlanDocument, post: PlanPost, house: House, unit: str, backups: set[str]
) -> Iterator[str]:
    held = house.bound.get((post.id, unit))
    if held is None:
        yield "post_unbound"
        return
    if held.first is None:
        yield "post_no_holder"
    if post.id not in backups and not _others(document, post, house, unit, held) - {held.first}:
        yield "post_no_backup_holder"


def _others(document: PlanDocument, post: PlanPost, house: House, unit: str, held: Held) -> frozenset[int]:
    other = document.posts.get(post.backup)
    if other is None:
        return held.others
    units = house.units_of(other)
    beside = house.bound.get((other.id, unit if unit in units else (units[0] if units else "")))
    return held.others | ({beside.first} - {None} if beside is not None else frozenset())  # type: ignore[operator]
