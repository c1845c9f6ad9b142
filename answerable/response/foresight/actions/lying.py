"""Prepared answers lie beside the cases that open, and become drafts of answers there."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, NotFound
from answerable.kernel.trail.actions import record
from answerable.response.answers import actions as answers
from answerable.response.answers.actions import Beginning
from answerable.response.answers.queries import speaker
from answerable.response.answers.rules.states import Kind
from answerable.response.answers.rules.wording import Content, Known
from answerable.response.cases import queries as cases
from answerable.response.cases.queries.names import subject_of as case_subject
from answerable.response.foresight.actions import telling
from answerable.response.foresight.models import Lying, PreparedAnswer, Release, Use, Watch
from answerable.response.foresight.queries.door import release_for
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.content import QUESTION
from answerable.response.foresight.rules.likeness import speaks_of


def lay_by_stories(release: Release, watch: Watch, *, by: Actor, at: datetime) -> None:
    """Lay the answers beside every case that is about a story that speaks of the release."""
    terms = dict(watch.matches.values_list("story", "term"))
    for story, found in cases.cases_of_stories(terms.keys()).items():
        for case in found:
            lay(release, case, terms[story], by=by, at=at)


def lay_beside(case: int, *, by: Actor, at: datetime) -> None:
    """Lay the answers of every watched release beside a case that has just opened and speaks of it."""
    matter = cases.matter_of(case)
    if matter is None:
        return
    words = f"{matter.title}\n{matter.matter}"
    for watch in Watch.objects.filter(ended_at=None).select_related("release").order_by("pk"):
        by_story = watch.matches.filter(story__in=matter.stories).values_list("term", flat=True).first()
        term = by_story or speaks_of(words, tuple(watch.release.terms))
        if term:
            lay(watch.release, case, term, by=by, at=at)


def lay(release: Release, case: int, term: str, *, by: Actor, at: datetime) -> None:
    """Lay the answers of a release beside a case once; `term` says by what it was found."""
    lies, is_new = Lying.objects.get_or_create(
        release=release, case_id=case, defaults={"found_by": term, "at": at}
    )
    if is_new:
        record("foresight.lay", subject_of(release.pk), by=by, at=at, case=case, term=term)
        telling.tell_lying(release, lies.case_id, by=by, at=at)


def take_up(prepared: int, case: int, *, by: Actor, at: datetime) -> int:
    """Begin an answer to a case from a prepared one; it goes its own way through its own gate. Gives the answer."""
    row = PreparedAnswer.objects.filter(pk=prepared).select_related("release").first()
    if row is None or not row.release.lying.filter(case=case).exists():
        raise NotFound(_("There is no such prepared answer for this case."), _("Look at the case."))
    release = release_for(by, row.release_id)
    found = cases.case_for(by, case)
    if not row.text.strip():
        raise Anticipated(_("No answer was prepared to this question."), _("Write one in the case."))
    with transaction.atomic():
        answer = answers.draft(
            Beginning(
                content=_content(row, release),
                unit=found.unit_id,
                cases=(case,),
                spokesperson_post=_speaking(release, at=at),
            ),
            by=by,
            at=at,
        )
        Use.objects.create(prepared=row, case_id=case, answer_id=answer, by_name=by.name, at=at)
        record("foresight.take_up", case_subject(case), by=by, at=at, prepared=prepared, answer=answer)
    return answer


def _content(row: PreparedAnswer, release: Release) -> Content:
    known = (Known(row.text, row.basis),) if row.basis and row.kind == QUESTION else ()
    return Content(
        kind=Kind.ANSWER if row.kind == QUESTION else Kind.FIRST_RELEASE,
        language=release.language,
        title=row.question[:200],
        question=row.question,
        body=row.text,
        known=known,
    )


def _speaking(release: Release, *, at: datetime) -> int | None:
    """Give the post that speaks for the release, where somebody holds it today."""
    now = speaker(release.spokesperson_post_id, at=at)
    return now.post if now else None
