"""The limits of a fetch are those of the trust design."""

from answerable.egress.exchange import FetchRequest, Limits


def test_the_limits_are_the_designs() -> None:
    assert Limits() == Limits(5 * 1024 * 1024, 64 * 1024, 30.0, 5.0, 10.0, 5)


def test_a_move_to_another_owner_is_not_followed_unasked() -> None:
    assert not FetchRequest("http://site.example/").follow_moves
