"""Publishing: one transaction from the locked text over its gate to the public row."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed
from answerable.kernel.trail.actions import record
from answerable.office.review import queries as review
from answerable.response.answers.events import AnswerCorrected, AnswerPublished, AnswerWithdrawn
from answerable.response.answers.models import TEXTS, Answer, AnswerTopic, Version
from answerable.response.answers.queries.door import PUBLISH, locked, text_in_work
from answerable.response.answers.queries.rows import content_of, hash_of_version, subject_of
from answerable.response.answers.queries.speaking import speaker
from answerable.response.answers.rules.markup import plain, render
from answerable.response.answers.rules.slugs import slug
from answerable.response.answers.rules.states import (
    MOVE_OF_CHANGE,
    MOVES,
    Change,
    Kind,
    State,
    VersionState,
)
from answerable.response.answers.rules.wording import composed
from answerable.response.cases import actions as cases


def publish(answer: int, spokesperson_post: int, *, by: Actor, at: datetime) -> str:
    """Publish exactly the text that passed its gate, in the name of who holds the post today. Gives its address."""
    with transaction.atomic():
        row = locked(by, answer, PUBLISH)
        version = text_in_work(row)
        content_hash = hash_of_version(row, version)
        passage = review.require_passage(subject_of(row.pk), content_hash)
        _still_speaks(version, spokesperson_post, at=at)
        change = Change(version.change)
        state = State(row.state)
        address = row.slug or slug(version.title, row.pk, timezone.localtime(at).date())
        MOVES.make(
            Answer.objects.filter(pk=row.pk),
            state,
            MOVE_OF_CHANGE[change],
            slug=address,
            published_at=row.published_at or at,
            updated_at=at,
            reason=version.note if change is Change.WITHDRAWAL else "",
        )
        Version.objects.filter(pk=version.pk, state=VersionState.WORK).update(
            state=VersionState.PUBLISHED,
            review=passage.review,
            passed_hash=passage.content_hash,
            published_hash=content_hash,
            html=render(composed(content_of(row, version))),
            published_at=at,
            published_by_name=by.name,
        )
        _make_findable(row, version)
        record(
            "answers.publish",
            subject_of(row.pk),
            by=by,
            at=at,
            slug=address,
            version=version.number,
            change=change,
            content_hash=content_hash,
            review=passage.review,
            spokesperson=version.spokesperson_name,
        )
        _tell_cases(row, version, by=by, at=at)
        _tell(row, version, address, at=at)
    return address


def _still_speaks(version: Version, post: int, *, at: datetime) -> None:
    """Refuse unless the person whom the readers saw named still speaks in that very post."""
    now = speaker(post, at=at)
    if post != version.spokesperson_post_id or now is None or now.person != version.spokesperson_id:
        raise NotAllowed(
            _("The text names %(name)s as the one who gives it, and that is no longer so.")
            % {"name": version.spokesperson_name},
            _("Name who gives the answer now; the text then passes its gate again."),
        )


def _make_findable(answer: Answer, version: Version) -> None:
    """Put the text in force into the search, under its topics."""
    content = content_of(answer, version)
    words = [content.title, content.summary, content.question, plain(composed(content))]
    TEXTS.put([(answer.pk, "\n".join([*words, plain(content.unknown), " ".join(content.topics)]))])
    AnswerTopic.objects.filter(answer=answer).delete()
    AnswerTopic.objects.bulk_create(
        [AnswerTopic(answer=answer, name=name[:60]) for name in dict.fromkeys(content.topics)]
    )


#: What a version is to the cases it answers: an update or a correction is that, whatever the first text was.
_KIND_FOR_CASES = {Change.UPDATE: Kind.UPDATE, Change.CORRECTION: Kind.CORRECTION}


def _tell_cases(answer: Answer, version: Version, *, by: Actor, at: datetime) -> None:
    """Let the cases know: it stops the clocks of the stages that this kind meets. A withdrawal meets nothing."""
    change = Change(version.change)
    linked = tuple(answer.case_links.order_by("case").values_list("case", flat=True))
    if change is Change.WITHDRAWAL or not linked:
        return
    note = cases.AnswerNote(
        answer=answer.pk,
        kind=_KIND_FOR_CASES.get(change, Kind(answer.kind)),
        title=version.title,
        link=reverse("answers:one", args=[answer.pk]),
        spokesperson=version.spokesperson_name,
        post=version.spokesperson_title,
        version=version.number,
    )
    cases.note_answer(linked, note, by=by, at=at)


def _tell(answer: Answer, version: Version, address: str, *, at: datetime) -> None:
    """Tell the rooms above."""
    change = Change(version.change)
    if change is Change.WITHDRAWAL:
        events.publish(AnswerWithdrawn(answer.pk, address, version.note, at))
    elif change is Change.CORRECTION:
        events.publish(AnswerCorrected(answer.pk, address, at))
    else:
        events.publish(AnswerPublished(answer.pk, address, at))


def index_again() -> int:
    """Make the search texts of every published answer anew, as after a move to another database; gives how many."""
    number = 0
    said = Version.objects.filter(state=VersionState.PUBLISHED)
    for answer in Answer.objects.exclude(slug=None).order_by("pk").iterator(chunk_size=200):
        version = said.filter(answer=answer).order_by("-number").first()
        if version is not None:
            with transaction.atomic():
                _make_findable(answer, version)
            number += 1
    return number
