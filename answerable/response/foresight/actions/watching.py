"""The watch of a release: it starts with the first part that goes out, listens for the terms, ends by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from answerable.kernel import events
from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.listening.signals import actions as signals
from answerable.listening.signals.actions import WatchDraft
from answerable.listening.signals.queries.door import SHARE
from answerable.listening.signals.rules.states import WatchMove
from answerable.listening.stories import queries as stories
from answerable.response.answers import queries as answers
from answerable.response.foresight.actions import lying, telling, timing
from answerable.response.foresight.events import WatchEnded
from answerable.response.foresight.models import Asked, Match, Release, Use, Watch
from answerable.response.foresight.queries.door import standing_now
from answerable.response.foresight.queries.names import subject_of
from answerable.response.foresight.rules.content import QUESTION
from answerable.response.foresight.rules.likeness import closest
from answerable.response.foresight.rules.states import MOVES, Evidence, Move, Standing, State
from answerable.response.letters import queries as letters

#: Publications that speak of a release in one window are worth an alarm from this many on: a release is news by
#: itself, so the alarm of an ordinary watch (3) would ring for the body's own announcement.
AT_LEAST = 5
HOUR = timedelta(hours=1)


def begin(row: Release, *, by: Actor, at: datetime) -> None:
    """Start the watch, or let it run longer when a later part goes out. Joins the caller's transaction."""
    ends = at + timedelta(days=row.watch_days)
    watch, is_new = Watch.objects.get_or_create(release=row, defaults={"starts_at": at, "ends_at": ends})
    if not is_new:
        Watch.objects.filter(pk=watch.pk).update(ends_at=max(ends, watch.ends_at))
        return
    watch.signal_watches = [kept for term in row.terms if (kept := _alarm(row, term, by=by, at=at))]
    watch.save(update_fields=["signal_watches"])
    record("foresight.begin_watch", subject_of(row.pk), by=by, at=at, terms=row.terms, until=ends)


def _alarm(row: Release, term: str, *, by: Actor, at: datetime) -> int | None:
    """Keep a watch that raises an alarm when a term grows; somebody with too many watches gets none."""
    unit = row.unit_id if by.may(SHARE) and by.reaches(row.unit_id) else None
    try:
        return signals.keep_watch(
            WatchDraft(name=row.title[:120], words=term, unit=unit, at_least=AT_LEAST), by=by, at=at
        )
    except Anticipated:
        return None


def look(watch: int, *, at: datetime) -> int:
    """Take in what was said since the release: stories and their cases, letters, what our answers left open.

    Idempotent; gives how much was new. A watch whose time is over ends here.
    """
    with transaction.atomic():
        row = Watch.objects.select_for_update(of=("self",)).select_related("release").get(pk=watch)
        if row.ended_at is not None:
            return 0
        release = row.release
        until = min(at, row.ends_at)
        new = _stories(row, until=until)
        lying.lay_by_stories(release, row, by=MACHINE, at=at)
        new += _note(release, _heard(row, until=until))
        Watch.objects.filter(pk=row.pk).update(looked_at=at)
        if at >= row.ends_at and release.state == State.RELEASED:
            _end(row, at=at)
    return new


def running() -> list[int]:
    """List the watches that run, for the job that looks."""
    return list(Watch.objects.filter(ended_at=None).order_by("pk").values_list("pk", flat=True))


def _stories(watch: Watch, *, until: datetime) -> int:
    """Note the stories that hold the terms since the release; gives how many are new."""
    since = watch.starts_at.replace(minute=0, second=0, microsecond=0)
    known = set(watch.matches.values_list("story", flat=True))
    made = []
    for term in watch.release.terms:
        items = stories.words_evidence(term, since=since, until=until + HOUR)
        for story in dict.fromkeys(stories.story_of_items(items).values()):
            if story not in known:
                known.add(story)
                made.append(Match(watch=watch, story_id=story, term=term, found_at=until))
    Match.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


@dataclass(frozen=True, slots=True)
class _Heard:
    """Something that was asked, and where it is written."""

    kind: Evidence
    number: int
    text: str
    link: str
    at: datetime


def _heard(watch: Watch, *, until: datetime) -> Iterator[_Heard]:
    """Give everything that may be a question: headlines of matching stories, letters, what our answers left open."""
    found = stories.stories(watch.matches.values_list("story", flat=True))
    for story in found.values():
        link = reverse("stories:one", args=[story.id])
        yield _Heard(Evidence.STORY, story.id, story.title, link, story.arrived_at)
    for term in watch.release.terms:
        for number, title, received in letters.letters_saying(term, since=watch.starts_at, until=until):
            link = reverse("letters:letter", args=[number])
            yield _Heard(Evidence.LETTER, number, title, link, received)
    yield from _left_open(watch.release)


def _left_open(release: Release) -> Iterator[_Heard]:
    """Give what published answers to the cases of a release say is not known yet."""
    drawn = Use.objects.filter(prepared__release=release).values_list("answer", flat=True)
    beside = [
        row.id for lies in release.lying.all() for row in answers.answers_of_case(MACHINE, lies.case_id)
    ]
    for answer in answers.published_of({*drawn, *beside}).values():
        if answer.unknown.strip():
            link = reverse("answers:one", args=[answer.id])
            yield _Heard(Evidence.ANSWER, answer.id, answer.unknown, link, answer.updated_at)


def _note(release: Release, heard: Iterable[_Heard]) -> int:
    known = set(release.asked.values_list("subject", flat=True))
    questions = dict(release.prepared.filter(kind=QUESTION).values_list("pk", "question"))
    made = []
    for one in heard:
        subject = f"{one.kind}:{one.number}"
        if subject in known:
            continue
        known.add(subject)
        made.append(
            Asked(
                release=release,
                kind=one.kind,
                subject=subject,
                text=one.text,
                link=one.link,
                at=one.at,
                closest_id=closest(one.text, questions),
            )
        )
    Asked.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _end(watch: Watch, *, at: datetime) -> None:
    """End a watch and the alarms that it had; the people look back now."""
    release = watch.release
    MOVES.make(Release.objects.filter(pk=release.pk), State(release.state), Move.END_WATCH, over_at=at)
    Watch.objects.filter(pk=watch.pk).update(ended_at=at)
    for kept in watch.signal_watches:
        try:
            signals.move_watch(kept, WatchMove.END, by=MACHINE, at=at)
        except Anticipated:
            # Its owner has ended it before.
            continue
    record("foresight.end_watch", subject_of(release.pk), by=MACHINE, at=at, matches=watch.matches.count())
    if not release.urgent_reason or standing_now(release) is Standing.AGREED:
        timing.end(release, by=MACHINE, at=at)
    events.publish(WatchEnded(release.pk, at))
    telling.tell_over(release, by=MACHINE, at=at)
