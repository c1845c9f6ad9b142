"""What must not go out unnoticed."""

import pytest

from answerable.response.answers.rules.findings import Sort, findings, personal_pieces, unexplained

CARD = "11010519491231002X"


@pytest.mark.parametrize("piece", ["13800138000", CARD, "wang@mail.example.com"])
def test_what_points_at_a_person_is_found_and_shown_in_its_place(piece: str) -> None:
    [finding] = findings(f"请联系王先生 {piece} 了解情况。", [])
    assert (finding.sort, finding.found) == (Sort.PERSONAL, piece)
    assert piece in finding.around


def test_several_finds_are_told_apart() -> None:
    assert personal_pieces(f"电话13800138000，身份证{CARD}。") == ("13800138000", CARD)


def test_a_find_at_the_very_end_is_found() -> None:
    assert personal_pieces("电话13800138000") == ("13800138000",)


def test_stars_of_the_writer_hide_nothing() -> None:
    assert "13800138000" in " ".join(personal_pieces("*** 联系 13800138000 ***"))


def test_a_hot_line_is_no_finding() -> None:
    assert findings("供水热线 12345，全天开通。", []) == ()


@pytest.mark.parametrize("mark", ["内部资料", "CONFIDENTIAL", "机密"])
def test_marks_of_secrecy_are_found_in_any_case(mark: str) -> None:
    assert [finding.sort for finding in findings(f"{mark}: pipes", [])] == [Sort.SECRECY]


def test_the_bodys_own_words_are_found() -> None:
    [finding] = findings("As the Blue Folder says", ["blue folder"])
    assert finding.sort is Sort.GUARDED


def test_an_empty_word_of_the_list_finds_nothing() -> None:
    assert findings("Water", ["", " "]) == ()


def test_the_key_of_a_find_does_not_hold_it() -> None:
    [finding] = findings("电话13800138000", [])
    assert "13800138000" not in finding.key


def test_a_reason_settles_one_find_and_no_other() -> None:
    found = findings("电话13800138000，机密", [])
    left = unexplained(found, {found[0].key: "Our duty telephone."})
    assert [finding.sort for finding in left] == [Sort.SECRECY]
    assert unexplained(found, {found[0].key: "  "}) == found
