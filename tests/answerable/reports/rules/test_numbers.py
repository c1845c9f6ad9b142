"""The sender's own number of a document."""

import pytest

from answerable.reports.rules.numbers import document_number


def test_a_number_stands_in_hexagonal_brackets_without_noughts_and_without_di():
    assert document_number("青水办发", 2026, 3) == "青水办发〔2026〕3号"
    assert document_number("青水办发", 2026, 120) == "青水办发〔2026〕120号"


@pytest.mark.parametrize("number", [0, -1])
def test_numbers_begin_with_one(number):
    with pytest.raises(ValueError, match="begin with 1"):
        document_number("青水办发", 2026, number)
