"""What a plan writes down is kept and read without loss."""

from answerable.office.clocks.rules.sheet import Parameter, Sheet, as_record, as_sheet, check
from tests.answerable.office.clocks.makers import FAST, RULES, STD

SHEET = Sheet(
    "CN",
    "Asia/Shanghai",
    {"std": STD, "fast": FAST},
    {rule.id: rule for rule in RULES},
    {"reply_wd": Parameter(7, "pack", "M"), "levels": Parameter([{"level": "grave"}])},
    {"P-COMM": (1, 2)},
    {"e-letter": ("c17",)},
)


def test_a_sheet_survives_being_kept() -> None:
    assert as_sheet(as_record(SHEET)) == SHEET


def test_a_sheet_that_can_run_passes() -> None:
    check(SHEET)
