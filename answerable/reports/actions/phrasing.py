"""Words that a language model drafts: asked for by a person, marked until a person takes them over.

Off unless the operator named a model. What is asked has no names and no personal data in it; an answer that adds
figures is not kept, and whoever asked is told why.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.jobs.actions import Queueable, enqueue_once
from answerable.kernel.trail.actions import record
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people.queries.offices import names_within
from answerable.reports.actions.editions import keep_edition
from answerable.reports.actions.making import need_draft
from answerable.reports.models import Paper, Passage
from answerable.reports.queries.content import kept_of
from answerable.reports.queries.door import GUARDED, link_to, paper_to_write
from answerable.reports.rules.passages import Standing, tidy
from answerable.reports.rules.phrasing import Question, added_figures, is_too_long, question_of, with_names
from answerable.reports.rules.states import State


@dataclass(frozen=True, slots=True)
class Wanted:
    """A passage as it stood when words were asked for, and who asked."""

    passage: int
    edition: int
    asker: int


def ask_for_words(passage: int, task: Queueable, *, by: Actor, at: datetime) -> int:
    """Let a language model be asked, by the job handed in; gives the paper. Only where no person has written yet."""
    if by.person is None:
        raise NotAllowed(_("Words are drafted for a person."), _("Sign in as one."))
    with transaction.atomic():
        found = Passage.objects.select_related("paper").filter(pk=passage).first()
        row = paper_to_write(by, found.paper_id if found else 0)
        need_draft(row)
        if row.kind in GUARDED:
            raise Anticipated(
                _("A paper of this kind is about a person; no language model is asked about it."),
                _("Write the passage yourself."),
            )
        if found is None or kept_of(found).standing is not Standing.MACHINE or not found.machine.strip():
            raise Anticipated(
                _("A language model drafts only what the system wrote."),
                _("Let the system write this passage again first, or write it yourself."),
            )
        key = f"reports-phrase:{found.pk}:{found.edition}"
        if enqueue_once(task, key, passage=found.pk, edition=found.edition, asker=by.person):
            record("reports.ask_for_words", f"paper:{row.pk}", by=by, at=at, passage=found.key)
    return row.pk


def question_for(wanted: Wanted) -> Question | None:
    """Give what a model is asked; nothing when the passage has moved on since."""
    found = _still(wanted)
    if found is None:
        return None
    names = names_within(f"{found.heading}\n{found.machine}")
    return question_of(found.heading, found.machine, names, language=found.paper.language)


def keep_model_words(wanted: Wanted, words: str, question: Question, *, model: str, at: datetime) -> bool:
    """Keep a model's words, marked as such, unless they add something; gives whether they were kept."""
    with transaction.atomic():
        found = _still(wanted)
        if found is None:
            return False
        reason = _refusal(words, question.text)
        if reason is not None:
            _tell(wanted, found, reason, at=at)
            return False
        Paper.objects.select_for_update().get(pk=found.paper_id)
        Passage.objects.filter(pk=found.pk).update(
            own=tidy(with_names(words, question.names)),
            own_from=found.machine,
            own_by=model[:200],
            own_at=at,
            drafted=True,
            edition=found.edition + 1,
        )
        Paper.objects.filter(pk=found.paper_id).update(changed_at=at)
        keep_edition(found.paper, "drafted", by=MACHINE, at=at)
        record(
            "reports.keep_model_words",
            f"paper:{found.paper_id}",
            by=MACHINE,
            at=at,
            passage=found.key,
            model=model,
        )
        _tell(wanted, found, None, at=at)
    return True


def tell_no_words(wanted: Wanted, reason: Told, *, at: datetime) -> None:
    """Tell whoever asked that no words came, and why."""
    found = _still(wanted)
    if found is not None:
        _tell(wanted, found, reason, at=at)


def _still(wanted: Wanted) -> Passage | None:
    rows = Passage.objects.select_related("paper").filter(paper__state=State.DRAFT)
    return rows.filter(pk=wanted.passage, edition=wanted.edition, own=None, gone=False).first()


def _refusal(words: str, given: str) -> Told | None:
    added = "、".join(added_figures(words, given)[:5])
    if added:
        return Told(
            f"It gave figures that the system does not know: {added}.", f"其中有系统没有的数字：{added}。"
        )
    if is_too_long(words, given):
        return Told("It wrote far more than it was given.", "其篇幅远超所给内容。")
    return None


def _tell(wanted: Wanted, found: Passage, reason: Told | None, *, at: datetime) -> None:
    heading = found.heading
    if reason is None:
        subject = Told(f"A model drafted “{heading}”", f"模型已起草“{heading}”")
        body = Told(
            "Read it, mend it, and take it over; until then it is marked and does not go out.",
            "请阅改后确认采用；确认前一直带有标记，不能报出。",
        )
    else:
        subject = Told(f"No draft for “{heading}”", f"模型未能起草“{heading}”")
        body = Told(
            f"{reason.en} The system's own words stand; ask again, or write it yourself.",
            f"{reason.zh}系统所写的内容保持不变；可重新请求，或自行撰写。",
        )
    outcome = "kept" if reason is None else f"none:{at:%Y%m%d%H%M%S}"
    key = f"reports-phrase:{found.pk}:{wanted.edition}:{outcome}"
    notify(
        News("paper", subject, body, f"{link_to(found.paper_id)}#p-{found.key}", key),
        to=[wanted.asker],
        by=MACHINE,
        at=at,
    )
