"""Who may give an answer today."""

from datetime import date

from answerable.office.people.models import Person, Post
from answerable.office.people.rules import HoldingKind
from answerable.response.answers.queries import speaker, speakers
from tests.answerable.office.people.makers import NOON, make_absence, make_holding


def test_spokespersons_come_before_heads_and_nobody_else_comes(office) -> None:
    assert [one.name for one in speakers(at=NOON)] == ["Emil", "Boris"]


def test_whoever_acts_for_somebody_away_speaks_in_their_post(office) -> None:
    post = Post.objects.get(kind="spokesperson")
    make_absence(Person.objects.get(name="Emil"), date(2026, 3, 1), date(2026, 3, 9))
    assert speaker(post.pk, at=NOON) is None
    make_holding(post, Person.objects.get(name="Ada"), HoldingKind.ACTING)
    found = speaker(post.pk, at=NOON)
    assert (found.name, found.instead_of) == ("Ada", "Emil")


def test_a_post_of_another_kind_speaks_for_nobody(office) -> None:
    assert speaker(next(iter(office.ada.posts)), at=NOON) is None
    assert speaker(None, at=NOON) is None
