"""Every reason is said in both languages with a next step."""

import pytest
from django.utils.translation import override

from answerable.reports.templates_of_the_body.refusals import REASONS, Reason, TemplateRefused


@pytest.mark.parametrize("code", REASONS)
def test_a_reason_is_said_in_the_language_of_the_reader_with_a_next_step(code):
    reason = Reason.of(code, size=8, count=300, field="X", name="titel", names="a, b", sign="{%")
    with override("en"):
        english = str(reason), str(reason.next_step)
    with override("zh-hans"):
        chinese = str(reason), str(reason.next_step)
    assert all(english)
    assert not {*english} & {*chinese}


def test_a_refusal_is_said_when_it_is_read_not_when_it_is_made():
    with override("en"):
        refused = TemplateRefused("too-large", size=8)
    with override("zh-hans"):
        assert "8 MB" in str(refused)
        assert "文件" in str(refused)
