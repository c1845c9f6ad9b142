"""Which faces are at hand, and what would be lacking."""

from answerable.reports.layouts.at_hand import RARE, at_hand, fonts_in
from answerable.reports.rules.fonts import FACES, Fonts


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


def test_the_body_s_own_folder_is_looked_into_where_there_is_one(tmp_path):
    assert fonts_in(tmp_path).folders == (str(tmp_path),)
    assert fonts_in(tmp_path / "none").folders == ()
