"""The questions that ship."""

import re

from answerable.governance.questionnaires.rules.questions import faults
from answerable.governance.questionnaires.shipped import SHIPPED

#: What a house may not ask its people (the third of the six limits).
NOT_ASKED = re.compile(
    r"politic|party|relig|ethnic|belie[fv]|loyal|政治|党|宗教|民族|信仰|忠诚|思想", re.IGNORECASE
)


def test_both_languages_ask_the_same_and_nothing_about_what_somebody_thinks_or_is():
    english, chinese = SHIPPED["en"], SHIPPED["zh-hans"]
    assert [one.sort for one in english] == [one.sort for one in chinese]
    for questions in SHIPPED.values():
        assert faults(questions, None) == []
        assert not NOT_ASKED.search(" ".join(one.words + " ".join(one.options) for one in questions))
