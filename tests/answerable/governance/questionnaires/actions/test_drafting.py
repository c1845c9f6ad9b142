"""Drafts and the bank."""

import pytest

from answerable.governance.questionnaires import actions, queries
from answerable.governance.questionnaires.models import Questionnaire
from answerable.governance.questionnaires.rules.questions import Question, Sort
from answerable.kernel.errors import Anticipated, NotFound
from tests.answerable.governance.questionnaires.makers import NOON, draft, make_keeper

pytestmark = pytest.mark.django_db


def test_a_draft_changes_until_it_is_open():
    ada = make_keeper()
    drafted = actions.save(draft(), by=ada, at=NOON)
    actions.save(draft(title="Better words"), questionnaire=drafted, by=ada, at=NOON)
    assert Questionnaire.objects.get().title == "Better words"
    actions.open_draft(drafted, by=ada, at=NOON)
    with pytest.raises(Anticipated, match="no longer a draft"):
        actions.save(draft(title="Other words"), questionnaire=drafted, by=ada, at=NOON)
    with pytest.raises(NotFound):
        actions.save(draft(), questionnaire=999, by=ada, at=NOON)
    with pytest.raises(Anticipated, match="no title"):
        actions.save(draft(title=" "), by=ada, at=NOON)


def test_a_question_is_kept_for_another_time_and_found_in_the_bank():
    ada = make_keeper()
    one = Question(Sort.SINGLE, "Is the counter open when you need it?", ("yes", "no"))
    kept = actions.keep_question(one, "en", by=ada, at=NOON)
    assert queries.bank_question(ada, f"own:{kept}") == one
    assert queries.bank_question(ada, "own:999") is None
    with pytest.raises(Anticipated):
        actions.keep_question(Question(Sort.SINGLE, "", ()), "en", by=ada, at=NOON)
