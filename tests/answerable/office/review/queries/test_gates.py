"""Which gate applies and who may take its steps."""

from answerable.office.clocks import actions as clocks
from answerable.office.clocks.rules.sheet import Sheet
from answerable.office.review import actions, queries
from answerable.office.review.models import Review, Step
from answerable.office.review.queries.gates import hindrance_of, lendable
from answerable.office.review.rules import Gate, GateStep, Hindrance, hash_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.office.review.makers import hand_in, take


def step(review: int, order: int) -> Step:
    """A step by its place."""
    return Step.objects.get(review=review, order=order)


def test_who_may_take_a_step_and_who_is_hindered_say_the_same(office) -> None:
    take(hand_in(office), office.ada)
    review = Review.objects.get()
    for order in (1, 2):
        able = set(queries.who_may_take(review, step(review.pk, order), queries.takers(at=NOON)))
        everybody = (office.ada, office.boris, office.chen, office.dana, office.emil)
        unhindered = {
            actor.person for actor in everybody if hindrance_of(actor, review, step(review.pk, order)) is None
        }
        assert able == unhindered == {office.boris.person, office.emil.person}


def test_only_fitting_people_of_other_units_can_be_lent(office) -> None:
    review = Review.objects.get(pk=hand_in(office))
    assert lendable(review, step(review.pk, 0), queries.takers(at=NOON)) == {office.dana.person: "Dana"}
    assert lendable(review, step(review.pk, 2), queries.takers(at=NOON)) == {}


def test_a_post_code_of_the_plan_stands_for_the_posts_bound_to_it(office) -> None:
    clocks.adopt(
        Sheet(calendar="CN", zone="Asia/Shanghai", posts={"P-SPOK": tuple(office.emil.posts)}),
        by=office.ada,
        at=NOON,
    )
    names = {"en": "Only", "zh-hans": "唯一"}
    actions.adopt_gates([Gate("g-one", names, (GateStep("one", names, "P-SPOK"),))], by=office.ada, at=NOON)
    review = Review.objects.get(pk=hand_in(office, gate="g-one"))
    assert queries.who_may_take(review, step(review.pk, 0), queries.takers(at=NOON)) == (office.emil.person,)
    assert hindrance_of(office.emil, review, step(review.pk, 0)) is None
    assert hindrance_of(office.ada, review, step(review.pk, 0)) is Hindrance.NOT_ALLOWED


def test_a_gate_adopted_with_readers_by_level_asks_them_at_that_level(office) -> None:
    last = GateStep("final", {"en": "Final"}, needs={"high": "lead"})
    actions.adopt_gates([Gate("g-decision", {"en": "Decision"}, (last,))], by=office.ada, at=NOON)
    assert queries.gate("g-decision").readings("high")[0].kind == "lead"
    text = "Prices rise."
    request = actions.Request(
        gate="g-decision",
        subject="release:1",
        title="Prices",
        link="/",
        content_hash=hash_of(text),
        unit=office.unit,
        author=office.chen.person,
        text=text,
        level="high",
    )
    opened = actions.open_review(request, by=office.chen, at=NOON)
    assert queries.who_may_take(Review.objects.get(pk=opened), step(opened, 0), queries.takers(at=NOON)) == (
        office.boris.person,
    )
