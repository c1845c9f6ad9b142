"""The room's only act: a reader judges an answer."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.kernel import personal_data
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotFound
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.response.answers import queries as answers
from answerable.response.answers_site.events import VerdictGiven
from answerable.response.answers_site.models import Verdict
from answerable.response.answers_site.rules.wording import tidy

#: Everybody who reads. The trail says "a reader" and cannot say more.
READER = Actor(kind="nobody", name="a reader")


def judge(slug: str, *, helped: bool, open_question: str = "", by: Actor, at: datetime) -> int:
    """Keep a reader's verdict on an answer, with what is still open for them; gives its number."""
    found = answers.published_answer(slug)
    if found is None:
        raise NotFound(_("There is no answer at this address."))
    masked = personal_data.mask(tidy(open_question))
    with transaction.atomic():
        row = Verdict.objects.create(
            answer_id=found.id, helped=helped, open_question=masked.text, day=timezone.localdate(at)
        )
        record("answers_site.judge", f"answer:{found.id}", by=by, at=at, helped=helped)
        publish(VerdictGiven(answer=found.id, helped=helped, at=at))
    return row.pk
