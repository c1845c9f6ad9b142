"""What a cell of a roster may hold, and which column means what."""

from datetime import date

import pytest

from answerable.office.people.rules import HoldingKind, PostKind
from answerable.office.people.rules.roster_cells import (
    COLUMNS,
    LOST_DIGITS,
    Line,
    as_record,
    columns_of,
    from_record,
    plain,
    read_line,
)
from answerable.office.people.rules.roster_reasons import ROW_REASONS, BadRoster, Refusal

KEYS = tuple(COLUMNS)
WHOLE = {
    "unit_code": "S-01",
    "unit": "供水科",
    "post_code": "S-01-1",
    "post": "联络员",
    "kind": "联络员",
    "person": "陈宇",
    "holding": "主岗",
    "begins_on": "2026年1月1日",
}


def read(**changes):
    cells = {**WHOLE, **changes}
    return read_line(2, [cells.get(key, "") for key in KEYS], {key: place for place, key in enumerate(KEYS)})


@pytest.mark.parametrize(
    "heads", [["unit code", "Unit_Name", "E-MAIL"], ["单位代码", "单位名称", "电子邮箱"]]
)
def test_heads_are_known_in_both_languages_however_they_are_written(heads):
    columns, ignored = columns_of([*heads, "Remark"])
    assert columns == {"unit_code": 0, "unit": 1, "email": 2}
    assert ignored == ("Remark",)


@pytest.mark.parametrize(
    ("heads", "code"), [(["单位代码", "部门代码"], "double_head"), (["foo", ""], "no_heads")]
)
def test_heads_that_mean_the_same_or_nothing_refuse_the_file(heads, code):
    with pytest.raises(BadRoster) as refused:
        columns_of(heads)
    assert refused.value.code == code


def test_a_whole_row_is_read():
    line = read()
    assert (line.kind, line.holding, line.begins_on) == (PostKind.LIAISON, HoldingKind.MAIN, date(2026, 1, 1))
    assert from_record(as_record(line)) == line


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"kind": "沙皇"}, "bad_kind"),
        ({"holding": "half"}, "bad_holding"),
        ({"begins_on": "soon"}, "bad_date"),
        ({"begins_on": "2026-02-30"}, "bad_date"),
        ({"begins_on": "1900-01-00"}, "bad_date"),
        ({"email": "chen at bureau"}, "bad_email"),
        ({"email": "a@b.c, d@e.f"}, "bad_email"),
        ({"unit_code": "S 01;"}, "bad_code"),
        ({"unit_code": LOST_DIGITS}, "lost_digits"),
        ({"staff_number": "11010519491231002X"}, "identity_number"),
        ({"unit": "x" * 201}, "too_long"),
        ({"unit_code": ""}, "code_missing"),
        ({"post_code": ""}, "code_missing"),
        ({"person": "", "email": "a@b.example"}, "code_missing"),
        ({"ends_on": "2025-12-31"}, "ends_early"),
    ],
)
def test_a_bad_cell_refuses_its_row_with_a_reason(changes, code):
    refusal = read(**changes)
    assert isinstance(refusal, Refusal)
    assert (refusal.row, refusal.code) == (2, code)
    assert str(ROW_REASONS[code]) % {"column": "", "value": "", "row": 1, **refusal.details}


def test_an_empty_row_is_no_row_and_one_with_a_date_alone_says_nothing():
    assert read_line(3, ["", "  ", None], {"unit": 0, "unit_code": 1, "kind": 2}) is None
    assert read_line(3, ["2026-01-01"], {"begins_on": 0}).code == "nothing"


def test_full_width_digits_and_invisible_signs_do_not_make_another_code():
    assert read(unit_code="Ｓ－０１").unit_code == "S-01"
    assert plain("供\u200b水\n 科\x00 ") == "供水 科"


def test_a_formula_is_only_a_text():
    assert read(unit="=HYPERLINK(1)").unit == "=HYPERLINK(1)"


def test_a_row_shorter_than_the_heads_leaves_the_rest_empty():
    assert read_line(2, ["S-01"], {"unit_code": 0, "unit": 5}) == Line(2, "S-01")
