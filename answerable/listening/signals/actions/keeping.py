"""Keeping watches, and the switch of the stories."""

from dataclasses import asdict, dataclass
from datetime import datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated
from answerable.kernel.trail.actions import record
from answerable.listening.signals.models import Setting, Watch
from answerable.listening.signals.queries.door import KEEP, SHARE, SWITCH, watch_to_keep
from answerable.listening.signals.rules.states import WATCH_MOVES, WatchMove, WatchState
from answerable.listening.signals.rules.telling import Rhythm

#: Watches of one person: each is counted every few minutes.
MOST_WATCHES = 100


@dataclass(frozen=True, slots=True)
class WatchDraft:
    """What a person says about a watch."""

    name: str
    words: str
    languages: tuple[str, ...] = ()
    unit: int | None = None
    switch: float = 0.5
    at_least: int = 3
    rhythm: str = Rhythm.AT_ONCE
    quiet_from: time | None = None
    quiet_until: time | None = None


def keep_watch(draft: WatchDraft, *, by: Actor, at: datetime) -> int:
    """Begin a watch; gives its id."""
    by.need(KEEP)
    if by.person is None:
        raise Anticipated(
            _("This account belongs to nobody who could be told."), _("Ask for an account with a post.")
        )
    with transaction.atomic():
        own = Watch.objects.filter(owner=by.person).exclude(state=WatchState.ENDED)
        if own.count() >= MOST_WATCHES:
            raise Anticipated(
                _("You keep a hundred watches already."), _("End one that no longer serves you.")
            )
        watch = Watch.objects.create(owner_id=by.person, created_at=at, **_fields(draft, by=by))
        record("signals.keep_watch", f"watch:{watch.pk}", by=by, at=at, **asdict(draft))
    return watch.pk


def edit_watch(watch: int, draft: WatchDraft, *, by: Actor, at: datetime) -> None:
    """Let a watch look for something else, or tell in another way."""
    with transaction.atomic():
        row = watch_to_keep(by, watch)
        Watch.objects.filter(pk=row.pk).update(**_fields(draft, by=by))
        record("signals.edit_watch", f"watch:{row.pk}", by=by, at=at, **asdict(draft))


def _fields(draft: WatchDraft, *, by: Actor) -> dict[str, object]:
    if draft.unit is not None:
        by.need(SHARE, unit=draft.unit)
    fields = asdict(draft) | {"languages": list(draft.languages)}
    fields["unit_id"] = fields.pop("unit")
    return fields


def move_watch(watch: int, move: WatchMove, *, by: Actor, at: datetime) -> None:
    """Pause, resume or end a watch; its signals stay."""
    with transaction.atomic():
        row = watch_to_keep(by, watch)
        WATCH_MOVES.make(Watch.objects.filter(pk=row.pk), WatchState(row.state), move)
        record(f"signals.{move}_watch", f"watch:{row.pk}", by=by, at=at)


def set_stories(days: float, at_least: int, *, by: Actor, at: datetime) -> None:
    """Set the switch of the stories: one false alarm in so many days over all of them."""
    by.need(SWITCH)
    with transaction.atomic():
        Setting.objects.update_or_create(pk=1, defaults={"days": days, "at_least": at_least})
        record("signals.set_stories", "setting:stories", by=by, at=at, days=days, at_least=at_least)
