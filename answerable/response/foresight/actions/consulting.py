"""Asking the public before a release, and saying what became of what they said."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved, NotFound
from answerable.kernel.trail.actions import record
from answerable.office.clocks import queries as clocks
from answerable.office.people.queries import day_of
from answerable.response.foresight.actions.words import kept, needed
from answerable.response.foresight.models import Consultation, Gap, Release, Voice
from answerable.response.foresight.queries.door import refuse_ended, release_to_work
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.consulting import (
    COMMENT_DAYS,
    FAULT_NAMES,
    HEARING_DAYS,
    Asking,
    Limits,
    Verdict,
    Way,
    faults,
    is_decided,
)
from answerable.response.foresight.rules.states import State


@dataclass(frozen=True, slots=True)
class VoiceDraft:
    """What the public said, in our own words without names, how often, what became of it, and why."""

    summary: str
    times: int = 1
    verdict: str = Verdict.OPEN
    why: str = ""


def limits() -> Limits:
    """Give the days that the plan in force sets for comment and hearings, or those of the decree."""
    return Limits(
        int(clocks.parameter("comment_cd", COMMENT_DAYS)),
        int(clocks.parameter("hearing_notice_cd", HEARING_DAYS)),
    )


def announce(release: int, asking: Asking, link: str, *, personal: str = "", by: Actor, at: datetime) -> int:
    """Announce a period of public comment or a hearing; the release waits until it is over. Gives its number."""
    said = kept(asking, personal)
    wrong = faults(said, limits())
    if wrong:
        raise Anticipated(" ".join(str(FAULT_NAMES[fault]) for fault in wrong))
    with transaction.atomic():
        row = release_to_work(by, release)
        if row.state != State.PLANNED:
            raise Moved(_("The public is asked before a release, not after it."), _("Load the page again."))
        made = Consultation.objects.create(
            release=row,
            way=Way(said.way),
            notice_on=said.notice_on,
            ends_on=said.ends_on,
            link=link.strip()[:500],
            why_short=said.why_short,
            selection=said.selection,
            material_on=said.material_on,
        )
        record(
            "foresight.announce",
            subject_of(row.pk),
            by=by,
            at=at,
            way=said.way,
            notice_on=said.notice_on,
            ends_on=said.ends_on,
        )
    return made.pk


def note_voice(
    consultation: int,
    draft: VoiceDraft,
    row: int | None = None,
    *,
    personal: str = "",
    by: Actor,
    at: datetime,
) -> int:
    """Write down an opinion of the public, or what became of it; gives its number."""
    said = kept(draft, personal)
    if not said.summary or said.times < 1:
        raise Anticipated(_("Say what the public said, and how many said it."))
    if said.verdict not in set(Verdict):
        raise Anticipated(_("Say whether it is adopted."))
    if said.verdict != Verdict.OPEN and not is_decided(said.verdict, said.why):
        raise Anticipated(_("Say why it is not adopted, or not all of it: the reason is published."))
    with transaction.atomic():
        asked = _consultation(consultation, by)
        fields = {"summary": said.summary, "times": said.times, "verdict": said.verdict, "why": said.why}
        if row is None:
            number = Voice.objects.create(consultation=asked, **fields).pk
        elif Voice.objects.filter(pk=row, consultation=asked).update(**fields):
            number = row
        else:
            raise NotFound(_("There is no such opinion here."), _("Load the page again."))
        record("foresight.note_voice", subject_of(asked.release_id), by=by, at=at, voice=number, **fields)
    return number


def _consultation(consultation: int, by: Actor) -> Consultation:
    found = Consultation.objects.filter(pk=consultation).first()
    if found is None:
        raise NotFound(_("There is no such consultation."), _("Look at the release."))
    refuse_ended(release_to_work(by, found.release_id))
    return found


def close_gap(gap: int, finding: str, *, personal: str = "", by: Actor, at: datetime) -> None:
    """Close a gap with what was found. The assessment stays as it is; what changes in it is written there."""
    said = needed(finding, _("Say what was found."), personal)
    with transaction.atomic():
        row = Gap.objects.filter(pk=gap).first()
        if row is None:
            raise NotFound(_("There is no such gap."), _("Look at the release."))
        release: Release = release_to_work(by, row.release_id)
        refuse_ended(release)
        changed = Gap.objects.filter(pk=gap, closed_at=None).update(
            closed_at=at, closed_by=by.name, finding=said
        )
        if not changed:
            raise Moved(_("This gap is closed already."), _("Load the page again."))
        in_time = day_of(at) <= row.until
        record("foresight.close_gap", subject_of(release.pk), by=by, at=at, gap=gap, in_time=in_time)
