"""Every refusal has a stable code and a sentence that is complete."""

import pytest

from answerable.egress import errors
from answerable.kernel.errors import Anticipated

DETAILS = dict.fromkeys(
    ("why", "host", "address", "port", "seconds", "bytes", "most", "location", "status", "scheme"), "x"
)
ALL = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, errors.EgressError)
]


@pytest.mark.parametrize("sort", ALL)
def test_a_refusal_is_anticipated_and_says_one_sentence(sort: type[errors.EgressError]) -> None:
    error = sort(**DETAILS)
    assert isinstance(error, Anticipated)
    assert str(error.sentence).endswith(".")
    assert "%(" not in str(error.sentence)


def test_codes_are_told_apart() -> None:
    assert len({sort.code for sort in ALL}) == len(ALL)


def test_the_wish_of_the_other_side_is_kept() -> None:
    assert errors.NotAccepted(status=429, retry_after_s=30).retry_after_s == 30


def test_the_sentence_can_be_told_in_another_language_with_its_reason() -> None:
    error = errors.BadAddress(why="the host is not a name")
    chinese = {error.words: "网址有误：%(why)s。", "the host is not a name": "主机名不合规范"}
    assert error.in_words_of(chinese.__getitem__) == "网址有误：主机名不合规范。"
