"""What the room does by itself."""

from django.conf import settings
from django.utils.translation import gettext, override
from django_tasks import task

from answerable.egress.errors import EgressError
from answerable.egress.language_model import ask_model
from answerable.kernel import clock
from answerable.kernel.actor import MACHINE
from answerable.office.notices.rules import Told
from answerable.reports import actions


@task
def draft_due() -> int:
    """Make the drafts of papers whose duty has opened."""
    return actions.draft_due(at=clock.now())


@task
def tell_brief() -> int:
    """Tell the morning brief to whoever's time has come."""
    return actions.tell_brief(by=MACHINE, at=clock.now())


@task
def phrase(passage: int, edition: int, asker: int) -> bool:
    """Ask the operator's language model to draft one passage; whoever asked for it is told what came of it."""
    wanted = actions.Wanted(passage, edition, asker)
    model = settings.LANGUAGE_MODEL
    question = actions.question_for(wanted)
    if model is None or question is None:
        return False
    try:
        words = ask_model(model, question.instruction, question.text, settings.EGRESS_POLICY)
    except EgressError as error:
        with override("zh-hans"):
            chinese = error.in_words_of(gettext)
        actions.tell_no_words(wanted, Told(str(error), chinese), at=clock.now())
        return False
    return actions.keep_model_words(wanted, words, question, model=model.name, at=clock.now())
