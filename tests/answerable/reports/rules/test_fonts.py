"""Which faces stand in for those of the standard, and which signs are lacking."""

import pytest

from answerable.reports.rules.fonts import FACES, chosen, lacking, notice_of_signs, notices_of_faces

FREE = ("Noto Serif CJK SC", "Noto Sans CJK SC", "Liberation Serif")


def test_the_standard_s_own_face_comes_first_and_a_free_one_behind_it():
    picks = chosen([*FREE, "FangSong_GB2312", "FandolFang R"])
    assert picks["body"].families[:2] == ("FangSong_GB2312", "FandolFang R")
    assert picks["body"].own


def test_without_it_the_best_free_face_stands_in():
    picks = chosen([*FREE, "FandolFang R", "LXGW WenKai"])
    assert (picks["body"].first, picks["kai"].first) == ("FandolFang R", "LXGW WenKai")
    assert not picks["body"].own
    assert not picks["kai"].own


def test_a_face_of_the_same_design_needs_no_notice():
    picks = chosen(FREE)
    assert picks["hei"].own
    assert picks["latin"].own
    assert not picks["title"].own


def test_the_last_resort_stands_behind_every_chinese_face():
    for pick in chosen([*FREE, "FandolFang R"]).values():
        if pick.role != "latin":
            assert "Noto Serif CJK SC" in pick.families


def test_nothing_at_hand_is_told_as_such():
    told = notices_of_faces(chosen([]), ("body",))
    assert len(told) == 1
    assert "nothing stands in" in told[0].en
    assert "请安装" in told[0].zh


def test_only_the_faces_that_a_paper_uses_are_told():
    picks = chosen(FREE)
    assert [one.en.split()[2] for one in notices_of_faces(picks, ("body", "hei"))] == ["仿宋_GB2312"]
    assert notices_of_faces(picks, ("latin",)) == ()


def test_lacking_signs_come_once_in_order_and_blanks_are_none():
    assert lacking("镕a 镕\t喆\u200b\n", lambda code: code < 128) == ("镕", "喆")


@pytest.mark.parametrize("sign", ["\ue000", "\U000f0000", "\U000e0fff"])
def test_a_sign_of_private_use_is_lacking_even_where_a_font_has_it(sign):
    assert lacking(sign, lambda code: True) == (sign,)


def test_the_notice_names_each_sign_with_its_number_and_stops_at_twenty():
    assert notice_of_signs(()) == ()
    told = notice_of_signs(("𫍯",))[0]
    assert "U+2B36F" in told.en
    assert "U+2B36F" in told.zh
    many = notice_of_signs([chr(0x20000 + place) for place in range(50)])[0]
    assert "and 30 more" in many.en
    assert "等50个字" in many.zh


def test_every_role_of_the_standard_has_free_faces():
    assert set(FACES) == {"title", "body", "kai", "hei", "song", "latin"}
    assert all(face.free for face in FACES.values())
