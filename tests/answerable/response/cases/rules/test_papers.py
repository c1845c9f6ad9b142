"""Numbers and hashes of reports upward."""

from answerable.response.cases.rules.papers import PAPER_NAMES, STAGE_OF, PaperKind, paper_hash, paper_number


def test_a_number_names_year_and_place() -> None:
    assert paper_number(2026, 7) == "2026-7"


def test_every_part_of_what_was_sent_changes_the_hash() -> None:
    sent = ["2026-1", "County", "Title", "Text", "Boris Head"]
    whole = paper_hash(*sent)
    for place in range(len(sent)):
        other = [*sent]
        other[place] += "."
        assert paper_hash(*other) != whole


def test_parts_cannot_be_moved_into_one_another() -> None:
    assert paper_hash("1", "ab", "c", "d", "e") != paper_hash("1", "a", "bc", "d", "e")


def test_the_first_two_reports_meet_a_stage() -> None:
    assert STAGE_OF == {PaperKind.VERBAL: "verbal_report", PaperKind.FIRST: "written_report"}
    assert set(PAPER_NAMES) == set(PaperKind)
