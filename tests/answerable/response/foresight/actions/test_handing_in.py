"""Handing an assessment in: complete, with its level; at a high level the head signs."""

import pytest

from answerable.kernel.actor import MACHINE
from answerable.kernel.errors import Anticipated, Moved, NotAllowed
from answerable.office.review import queries as reviews
from answerable.office.review.models import Review
from answerable.response.foresight import actions
from answerable.response.foresight.queries.door import standing_now
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.states import Standing
from tests.answerable.response.foresight.makers import (
    NOON,
    agreed,
    give_views,
    going,
    handed_in,
    make_release,
    read_one,
    row_of,
    write_all,
)


def test_what_lacks_something_is_not_handed_in_and_says_what(cast) -> None:
    with pytest.raises(Anticipated, match=r"who is concerned.*risk point.*spokesperson"):
        actions.hand_in(make_release(cast), by=cast.chen, at=NOON)


def test_without_two_views_it_is_not_handed_in(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    with pytest.raises(Anticipated, match="two people"):
        actions.hand_in(release, by=cast.chen, at=NOON)


def test_its_readers_see_the_whole_text_with_its_level_and_dissent(cast) -> None:
    release = handed_in(cast, levels=("high", "low"))
    review = reviews.review_page(cast.emil, reviews.review_of(subject_of(release)).id, at=NOON)
    assert review.wording.content_hash == row_of(release).text_hash
    for words in (
        "Households",
        "It is read as a rise for all.",
        "The costs of treatment rose.",
        "Chen (low)",
    ):
        assert words in review.wording.text


def test_at_a_high_level_the_head_signs(cast) -> None:
    release = handed_in(cast, levels=("high", "high"))
    review = Review.objects.get()
    last = review.steps.order_by("order").last()
    assert reviews.who_may_take(review, last, reviews.takers(at=NOON)) == (cast.boris.person,)
    read_one(release, cast.boris)
    read_one(release, cast.ada)
    with pytest.raises(NotAllowed):
        read_one(release, cast.emil)
    assert standing_now(row_of(release)) is Standing.AT_GATE


def test_at_another_level_anyone_who_reads_signs(cast) -> None:
    handed_in(cast)
    review = Review.objects.get()
    last = review.steps.order_by("order").last()
    assert len(reviews.who_may_take(review, last, reviews.takers(at=NOON))) > 1


def test_what_is_at_its_gate_or_past_it_is_not_handed_in_again(cast) -> None:
    for release in (handed_in(cast), agreed(cast)):
        with pytest.raises(Moved, match="at its gate or past it"):
            actions.hand_in(release, by=cast.chen, at=NOON)


def test_a_text_taken_back_is_agreed_by_nobody(cast) -> None:
    release = handed_in(cast)
    read_one(release, cast.ada)
    actions.take_back(release, by=cast.chen, at=NOON)
    assert standing_now(row_of(release)) is Standing.DRAFT
    with pytest.raises(Moved):
        actions.take_back(release, by=cast.chen, at=NOON)


def test_nobody_hands_in_for_a_spokesperson_who_left(cast) -> None:
    release = make_release(cast)
    write_all(cast, release)
    give_views(cast, release)
    post = going(cast).spokesperson_post
    from_people = cast.emil.posts
    assert post in from_people
    row = row_of(release)
    holding = type(row.spokesperson_post).objects.get(pk=post).holdings.get()
    holding.ends_on = NOON.date().replace(day=1)
    holding.save()
    with pytest.raises(Anticipated, match="Nobody speaks"):
        actions.hand_in(release, by=cast.chen, at=NOON)


def test_the_machine_hands_nothing_in(cast) -> None:
    with pytest.raises(NotAllowed):
        actions.hand_in(make_release(cast), by=MACHINE, at=NOON)
