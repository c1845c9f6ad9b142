"""Which gate applies, and who may take its steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.office.clocks import queries as clocks
from answerable.office.people import queries as people
from answerable.office.people.rules import PostKind, Role, abilities_of
from answerable.office.review.models import Gate as GateRow
from answerable.office.review.models import Review, Step
from answerable.office.review.rules import (
    TAKE,
    Gate,
    GateStep,
    Hindrance,
    Reader,
    Standing,
    StepState,
    hindrance,
    three_readings,
)


@dataclass(frozen=True, slots=True)
class Taker:
    """Somebody who may read at a gate: the units in their reach, and what their posts say of them."""

    name: str
    units: frozenset[int]
    reader: Reader


def gate(key: str) -> Gate:
    """Give the gate that the plan in force defines under a key, or the built-in three readings: never none."""
    row = GateRow.objects.filter(key=key).first()
    return gate_of(row) if row else three_readings(key)


def gate_of(row: GateRow) -> Gate:
    """Read a gate from its row."""
    steps = tuple(
        GateStep(step["key"], step["names"], step["kind"], tuple(step["checks"]), step.get("needs", {}))
        for step in row.steps
    )
    return Gate(row.key, row.names, steps, row.proofs, row.distinct)


def reader(actor: Actor, unit: int | None) -> Reader:
    """Say what of an actor matters for a step in a unit."""
    posts = people.posts_of(actor.posts)
    return Reader(
        person=actor.person,
        kinds=frozenset(post.kind for post in posts),
        codes=frozenset(post.code for post in posts),
        abilities=actor.abilities,
        reaches_unit=actor.reaches(unit),
    )


def kind_of(step: Step) -> str:
    """Give the kind that a step asks for, with post codes of the plan put into those of the posts bound to them."""
    parts = (part.strip() for part in step.kind.split("|"))
    return "|".join(code for part in parts if part for code in _bound(part))


def _bound(part: str) -> tuple[str, ...]:
    """Look a post code of the plan up; kinds of posts and abilities are none."""
    if part in set(PostKind) or "." in part:
        return (part,)
    return tuple(post.code for post in people.posts_of(clocks.post_ids(part))) or (part,)


def _steps_now(review: Review) -> list[Step]:
    """Give the steps of the round, in order; of a review loaded with its steps without a query."""
    return sorted(
        (step for step in review.steps.all() if step.round == review.round), key=lambda step: step.order
    )


def standing(review: Review, step: Step) -> Standing:
    """Say who may take a step of a review: needs its authors and who passed other steps of the same text."""
    passed = [one.person_id for one in _steps_now(review) if one.state == StepState.PASSED]
    return Standing(
        kind=kind_of(step),
        authors=frozenset([review.drafter_id, *review.authors]),
        passed_by=frozenset(person for person in passed if person is not None),
        distinct=step.distinct,
        lent_to=step.lent_to_id,
    )


def current_step(review: Review) -> Step | None:
    """Give the step whose turn it is."""
    return next((step for step in _steps_now(review) if step.state == StepState.WAITING), None)


def hindrance_of(actor: Actor, review: Review, step: Step, *, who: Reader | None = None) -> Hindrance | None:
    """Say what keeps an actor from a step; None when they may take it. `who` saves working the reader out again."""
    able = replace(who, reaches_unit=actor.reaches(review.unit_id)) if who else reader(actor, review.unit_id)
    return hindrance(standing(review, step), able)


def takers(*, at: datetime) -> dict[int, Taker]:
    """Give everybody who may read at a gate at all, in four queries, for the questions about a step below."""
    able = {actor.person: actor for actor in people.actors_who_may(TAKE, at=at) if actor.person is not None}
    posts = {post.id: post for post in people.posts_of({pk for actor in able.values() for pk in actor.posts})}
    found = {}
    for person, actor in able.items():
        own = [posts[pk] for pk in actor.posts]
        kinds, codes = frozenset(post.kind for post in own), frozenset(post.code for post in own)
        found[person] = Taker(actor.name, actor.units, _reader_of(person, kinds, codes))
    return found


def who_may_take(review: Review, step: Step, able: Mapping[int, Taker]) -> tuple[int, ...]:
    """List those of the takers who may take a step now."""
    now = standing(review, step)
    if now.lent_to is not None:
        return (now.lent_to,)
    return tuple(
        person
        for person, taker in able.items()
        if review.unit_id in taker.units and hindrance(now, taker.reader) is None
    )


def lendable(review: Review, step: Step, able: Mapping[int, Taker]) -> dict[int, str]:
    """Give the takers of other units who could be asked in for a step, with their names."""
    now = replace(standing(review, step), lent_to=None)
    return {
        person: taker.name
        for person, taker in able.items()
        if review.unit_id not in taker.units and hindrance(now, taker.reader) is None
    }


def _reader_of(person: int, kinds: frozenset[str], codes: frozenset[str]) -> Reader:
    """Make a reader of somebody who is not here: their posts say what they may, and the unit is in their reach."""
    return Reader(person, kinds, codes, abilities_of(map(PostKind, kinds), Role.NONE), True)


def gates_adopted() -> tuple[Gate, ...]:
    """List the gates that the plan in force defines."""
    return tuple(gate_of(row) for row in GateRow.objects.order_by("key"))


def steps_as_records(steps: Iterable[GateStep]) -> list[dict[str, object]]:
    """Write steps as they are stored."""
    return [
        {
            "key": step.key,
            "names": dict(step.names),
            "kind": step.kind,
            "checks": list(step.checks),
            "needs": dict(step.needs),
        }
        for step in steps
    ]
