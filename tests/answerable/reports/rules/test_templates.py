"""Which papers a template serves, and how a version moves."""

import pytest

from answerable.kernel.moves import IllegalMove
from answerable.reports.rules.templates import TEMPLATE_MOVES, TemplateMove, TemplateState, serves


def test_a_template_without_kinds_or_language_serves_every_paper():
    assert serves((), "", "quarter", "en")
    assert serves(("quarter",), "zh-hans", "quarter", "zh")
    assert not serves(("year",), "", "quarter", "en")
    assert not serves((), "en", "quarter", "zh-hans")


def test_a_version_in_use_is_retired_and_may_come_back():
    assert TEMPLATE_MOVES.after(TemplateState.IN_USE, TemplateMove.RETIRE) is TemplateState.RETIRED
    assert TEMPLATE_MOVES.after(TemplateState.RETIRED, TemplateMove.PUT_INTO_USE) is TemplateState.IN_USE
    with pytest.raises(IllegalMove):
        TEMPLATE_MOVES.after(TemplateState.IN_USE, TemplateMove.PUT_INTO_USE)
