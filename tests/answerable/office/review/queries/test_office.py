"""Posts that somebody acts in."""

from answerable.office.people.rules import PostKind
from answerable.office.review.queries import kinds_held, posts_of, posts_of_kinds
from tests.answerable.office.people.makers import NOON


def test_posts_are_given_with_kind_and_unit(office) -> None:
    [post] = posts_of(office.emil.posts)
    assert (post.kind, post.title) == ("spokesperson", "Duty officer")


def test_posts_are_found_by_kind(office) -> None:
    assert {post.kind for post in posts_of_kinds([PostKind.LEAD, PostKind.SPOKESPERSON])} == {
        "lead",
        "spokesperson",
    }


def test_kinds_are_those_of_posts_that_a_person_answers_for(office) -> None:
    held = kinds_held([office.ada.person, office.chen.person], at=NOON)
    assert held[office.ada.person][0] == {"office"}
    assert held[office.chen.person][0] == {"liaison"}
