"""Who may see a release before it is public, who works on it, and who decides in an emergency."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Moved, NotFound
from answerable.office.review import queries as reviews
from answerable.office.review.queries import ReviewRow
from answerable.office.review.rules import State as ReviewState
from answerable.response.cases import queries as cases
from answerable.response.foresight.models import Lying, Release
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.states import Standing, State

#: See office.people for which posts give these.
READ = "foresight.read"
WORK = "foresight.work"
#: The head of the body: lets something out before its assessment is agreed.
DECIDE = "foresight.agree"


def releases_of(actor: Actor) -> QuerySet[Release]:
    """Releases that an actor may see: those of a unit in their reach, and those lying beside a case they work on."""
    actor.need(READ)
    if actor.kind == "machine":
        return Release.objects.all()
    beside = Lying.objects.filter(release=OuterRef("pk"), case__in=cases.cases_of(actor).values("pk"))
    return Release.objects.filter(Q(unit__in=actor.units) | Exists(beside))


def release_for(actor: Actor, release: int) -> Release:
    """Give one release to somebody who may see it."""
    row = releases_of(actor).select_related("unit", "spokesperson_post", "watch").filter(pk=release).first()
    if row is None:
        raise NotFound(_("There is no such release, or none for you."), _("Look at the list of releases."))
    return row


def release_to_work(actor: Actor, release: int) -> Release:
    """Give one release, held for this transaction, to somebody of its unit who works on it."""
    actor.need(WORK, unit=release_for(actor, release).unit_id)
    return Release.objects.select_for_update(of=("self",)).select_related("unit").get(pk=release)


def release_to_decide(actor: Actor, release: int) -> Release:
    """Give one release, held for this transaction, to the head of the body."""
    actor.need(DECIDE)
    return release_to_work(actor, release)


def may_work(actor: Actor, row: Release) -> bool:
    """Say whether an actor works on a release."""
    return actor.may(WORK) and actor.reaches(row.unit_id)


def standing_of(row: Release, review: ReviewRow | None) -> Standing:
    """Say how far the assessment got, from the latest review and the text as it is now."""
    if review is None:
        return Standing.DRAFT
    if review.state is ReviewState.OPEN:
        return Standing.AT_GATE
    if review.state is ReviewState.PASSED and review.content_hash == row.text_hash:
        return Standing.AGREED
    return Standing.SENT_BACK if review.state is ReviewState.SENT_BACK else Standing.DRAFT


def standing_now(row: Release) -> Standing:
    """Say how far the assessment of one release got."""
    return standing_of(row, reviews.review_of(subject_of(row.pk)))


def refuse_ended(row: Release) -> None:
    """Refuse what is done before the end of a release that has ended."""
    if row.state in (State.FINISHED, State.WITHDRAWN):
        raise Moved(_("This release has ended."), _("What it taught stands on its page."))
