"""Letters that say the same."""

from answerable.response.letters.rules.sameness import PLACES, folded, is_same, print_of

WATER = "磨坊巷从早上六点起停水，已经两天没有水喝，请尽快派人来修，谢谢。"
ENGLISH = (
    "There has been no water in Mill Lane since six this morning. Please send somebody to repair the main."
)


def equal(one, other):
    return len(set(print_of(one)) & set(print_of(other)))


def test_the_same_text_in_other_width_case_and_punctuation_is_the_same():
    assert equal(ENGLISH, ENGLISH.upper().replace(".", " !")) == PLACES


def test_a_greeting_before_it_leaves_it_the_same():
    assert is_same(equal(WATER, "您好！" + WATER))
    assert is_same(equal(ENGLISH, "Hello, " + ENGLISH))


def test_another_matter_is_another():
    assert not is_same(equal(WATER, "学校门口的红绿灯坏了三天，早上送孩子很危险，希望交警部门处理。"))
    assert not is_same(
        equal(ENGLISH, "When does the library open on public holidays, and may children borrow films?")
    )


def test_a_text_too_short_to_tell_has_no_print():
    assert print_of("没有水") == ()


def test_a_print_fits_a_signed_column_of_64_bits():
    assert all(-(2**63) <= value < 2**63 for value in print_of(ENGLISH))
    assert len(set(print_of(ENGLISH))) == PLACES


def test_a_print_is_the_same_in_every_process():
    assert print_of(ENGLISH)[0] == print_of(ENGLISH)[0]
    assert folded("Ａ b，C。") == "abc"
