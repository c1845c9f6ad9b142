"""What other people may read of a letter."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.response.letters.rules.matter import (
    MOST_TITLE,
    Contact,
    cleaned,
    masked,
    one_line,
    shown_text,
    shown_title,
)

ASKER = Contact(name="张伟", email="zhang.wei@example.cn", phone="13912345678", address="磨坊巷4号2单元301")


def test_the_askers_own_name_number_and_address_are_masked_wherever_they_stand():
    shown = shown_text("我是张伟，住磨坊巷4号2单元301，电话13912345678，停水两天。", ASKER.own_words)
    assert "张伟" not in shown
    assert "13912345678" not in shown
    assert "301" not in shown
    assert "停水两天" in shown


def test_somebody_elses_number_is_masked_as_well():
    assert "13887654321" not in shown_text("请联系李先生 13887654321", ASKER.own_words)


def test_a_latin_name_is_masked_as_a_word_and_not_inside_another():
    assert masked("Ann wrote about the annual plan", ["Ann"]) == "*** wrote about the annual plan"


def test_a_name_with_several_blanks_between_is_masked():
    assert "Wang" not in masked("yours, Boris   Wang", ["Boris Wang"])


def test_a_name_of_one_sign_masks_nothing():
    assert masked("王先生的问题", ["王"]) == "王先生的问题"


def test_public_hotlines_stay():
    assert "12345" in shown_text("打12345没有人接", ())


def test_signs_that_turn_the_direction_of_writing_are_taken_out():
    assert cleaned("exe.\u202egpj\u200b.txt\x00") == "exe.gpj.txt"


def test_nothing_of_a_title_can_begin_a_header():
    assert one_line("Water\r\nBcc: everybody@example.org") == "Water Bcc: everybody@example.org"


def test_a_letter_without_a_title_is_called_by_its_beginning():
    assert shown_title("  ", "No water since six.\nPlease help.", ()) == "No water since six. Please help."


def test_a_contact_comes_back_as_it_was_kept():
    assert Contact(**ASKER.as_record()) == ASKER


@given(st.text(max_size=400))
def test_whatever_is_written_a_title_is_one_short_line_without_unseen_signs(text):
    shown = shown_title(text, text, ())
    assert len(shown) <= MOST_TITLE
    assert "\n" not in shown
    assert "\x00" not in shown


@given(st.text(max_size=400))
def test_cleaning_twice_changes_nothing(text):
    assert cleaned(cleaned(text)) == cleaned(text)


@given(st.text(max_size=200), st.text(min_size=2, max_size=20))
def test_masking_never_fails_on_odd_names(text, name):
    assert isinstance(masked(text, [name]), str)
