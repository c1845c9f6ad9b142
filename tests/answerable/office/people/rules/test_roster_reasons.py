"""Every reason is a sentence in both languages."""

import pytest
from django.utils.translation import override

from answerable.office.people.rules.roster_reasons import FILE_REASONS, ROW_REASONS

DETAILS = {"column": "C", "value": "V", "row": 2, "most": 5000}


@pytest.mark.parametrize("code", [*FILE_REASONS, *ROW_REASONS])
def test_a_reason_reads_in_both_languages(code):
    sentence = {**FILE_REASONS, **ROW_REASONS}[code]
    with override("en"):
        english = str(sentence) % DETAILS
    with override("zh-hans"):
        assert str(sentence) % DETAILS != english
