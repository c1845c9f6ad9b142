"""Opening a case, from whatever it starts with."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from answerable.kernel import events
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.listening.signals import actions as signal_actions
from answerable.listening.signals import queries as signals
from answerable.listening.signals.events import SignalTaken
from answerable.listening.signals.rules.states import Move as SignalMove
from answerable.listening.stories import queries as stories
from answerable.response.cases.actions import telling, timing
from answerable.response.cases.actions.words import kept, needed
from answerable.response.cases.events import CaseOpened
from answerable.response.cases.models import Case, CaseLetter, CaseSignal, CaseStory
from answerable.response.cases.queries import office
from answerable.response.cases.queries.door import WORK, case_to_work
from answerable.response.cases.queries.door import open_case as still_open
from answerable.response.cases.queries.names import subject_of
from answerable.response.cases.rules.free_text import Personal
from answerable.response.cases.rules.states import ENDED, State
from answerable.response.letters import actions as letters


@dataclass(frozen=True, slots=True)
class Opening:
    """What a case opens with. `unit` leads it; `event_known_at` is when the body itself knew of the event."""

    title: str
    matter: str
    stories: tuple[int, ...] = ()
    signals: tuple[int, ...] = ()
    letters: tuple[int, ...] = ()
    seen_at: datetime | None = None
    unit: int | None = None
    event_known_at: datetime | None = None
    personal: str = Personal.ASK


def open_case(opening: Opening, *, by: Actor, at: datetime) -> int:
    """Open a case and start its clocks from the moment the concern was seen; gives its number.

    Signals that it rests on are taken on with it. A signal or letter that already has a case is refused, with
    that case named: one concern is one case.
    """
    by.need(WORK)
    unit = opening.unit or office.home_unit(by)
    if unit is None:
        raise Anticipated(_("A case needs a unit that leads it."), _("Choose the unit."))
    title = needed(opening.title, _("A case needs a title."), opening.personal)[:200]
    matter = kept(opening.matter, opening.personal)
    with transaction.atomic():
        _refuse_second(opening)
        row = Case.objects.create(
            title=title,
            matter=matter,
            unit_id=unit,
            seen_at=min(opening.seen_at or at, at),
            event_known_at=opening.event_known_at,
            opened_at=at,
            opened_by=by.name,
            opened_post_id=office.first_post(by),
        )
        _connect(row, opening, at=at)
        record(
            "cases.open",
            subject_of(row.pk),
            by=by,
            at=at,
            title=title,
            unit=unit,
            stories=opening.stories,
            signals=opening.signals,
            letters=opening.letters,
            personal=opening.personal,
        )
        timing.start_concern(row, by=by, at=at)
        _take_signals(opening.signals, by=by, at=at)
        if opening.letters:
            letters.tie_to_case(opening.letters, row.pk, by=by, at=at)
        telling.tell_opened(row, by=by, at=at)
        events.publish(CaseOpened(row.pk, row.title, unit, opening.letters, at))
    return row.pk


def _refuse_second(opening: Opening) -> None:
    found = CaseSignal.objects.filter(signal__in=opening.signals).values_list("case", flat=True).first()
    found = found or (
        CaseLetter.objects.filter(letter__in=opening.letters).values_list("case", flat=True).first()
    )
    if found is not None:
        raise Anticipated(
            _("There is a case about this already: number %(case)s.") % {"case": found},
            _("Work on that one; it can be split later."),
        )


def _connect(row: Case, opening: Opening, *, at: datetime) -> None:
    known = stories.stories(opening.stories)
    CaseStory.objects.bulk_create(
        CaseStory(case=row, story_id=story, added_at=at)
        for story in dict.fromkeys(opening.stories)
        if story in known
    )
    try:
        with transaction.atomic():
            CaseSignal.objects.bulk_create(
                CaseSignal(case=row, signal_id=signal) for signal in dict.fromkeys(opening.signals)
            )
            CaseLetter.objects.bulk_create(
                CaseLetter(case=row, letter=letter) for letter in dict.fromkeys(opening.letters)
            )
    except IntegrityError:
        raise Anticipated(
            _("Somebody else has just opened a case about this."), _("Load the page again.")
        ) from None


def _take_signals(wanted: tuple[int, ...], *, by: Actor, at: datetime) -> None:
    """Take signals on in the name of whoever opens the case, where their posts allow and nobody has."""
    for signal in wanted:
        if SignalMove.TAKE in signals.signal_page(by, signal).moves:
            signal_actions.take(signal, by=by, at=at)


def open_for_signal(taken: SignalTaken, *, by: Actor, unit: int, at: datetime) -> int | None:
    """Open the case of a signal that was just taken on; None when there is one already."""
    if CaseSignal.objects.filter(signal=taken.signal).exists():
        return None
    shown = signals.signal_page(by, taken.signal).signal
    story = (taken.story,) if taken.story else ()
    opening = Opening(
        title=shown.title,
        matter="",
        stories=story,
        signals=(taken.signal,),
        seen_at=shown.raised_at,
        unit=unit,
        personal=Personal.MASK,
    )
    return open_case(opening, by=by, at=at)


def link_stories(case: int, added: tuple[int, ...], *, by: Actor, at: datetime) -> None:
    """Add stories to a case; one that it has already stays as it is."""
    with transaction.atomic():
        row = case_to_work(by, case)
        if State(row.state) in ENDED:
            still_open(row)
        known = stories.stories(added)
        had = set(row.stories.values_list("story", flat=True))
        new = [story for story in dict.fromkeys(added) if story in known and story not in had]
        CaseStory.objects.bulk_create(CaseStory(case=row, story_id=story, added_at=at) for story in new)
        if new:
            record("cases.link_stories", subject_of(row.pk), by=by, at=at, stories=new)
