"""Which faces are at hand, and what would be lacking."""

from answerable.reports.layouts.at_hand import RARE, at_hand, fonts_in, notices_on, roles_of
from answerable.reports.layouts.rendering import render
from answerable.reports.rules.fonts import FACES, Fonts
from tests.answerable.reports.layouts.makers import make_document, make_english


def test_every_face_of_the_standard_is_answered_for():
    found = at_hand(Fonts())
    assert {face.role: face.named for face in found.faces} == {
        role: face.named for role, face in FACES.items()
    }


def test_a_sign_of_the_text_that_no_font_has_is_named_and_makes_the_answer_bad():
    found = at_hand(Fonts(), "甲A\ue000")
    assert found.text_lacking[-1] == "\ue000"
    assert not found.good


def test_rare_signs_that_a_face_itself_lacks_are_those_of_the_list():
    for face in at_hand(Fonts()).faces:
        assert set(face.lacking) <= set(RARE)


def test_what_a_pdf_would_lack_is_said_before_it_is_made():
    faces, signs = notices_on(make_document(), "朱㛃\ue000", Fonts())
    assert ["U+E000" in one.zh for one in signs] == [True]
    assert faces == tuple(one for one in render(make_document(), "pdf").notices if "face" in one.en)
    assert roles_of(make_english(kind="plain")) == ("latin",)


def test_the_body_s_own_folder_is_looked_into_where_there_is_one(tmp_path):
    assert fonts_in(tmp_path).folders == (str(tmp_path),)
    assert fonts_in(tmp_path / "none").folders == ()
