"""Who may see and settle which signal, and keep which watch."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from answerable.kernel.actor import Actor
from answerable.kernel.errors import NotAllowed, NotFound
from answerable.listening.signals.models import Signal, Watch
from answerable.listening.signals.rules.states import WatchState

#: See office.people for which posts give these.
READ = "listen.read"
JUDGE = "signals.judge"
KEEP = "watches.keep"
SHARE = "watches.share"
#: The switch of the stories concerns everybody who is told of them.
SWITCH = "signals.judge"


def watches_of(actor: Actor) -> QuerySet[Watch]:
    """Watches that an actor may see: their own, and those shared in a unit within their reach."""
    rows = Watch.objects.exclude(state=WatchState.ENDED)
    if actor.kind == "machine":
        return rows
    return rows.filter(Q(owner=actor.person, owner__isnull=False) | Q(unit__in=actor.units))


def signals_of(actor: Actor) -> QuerySet[Signal]:
    """Signals that an actor may see: those of all stories, and those of the watches they may see."""
    actor.need(READ)
    if actor.kind == "machine":
        return Signal.objects.all()
    mine = Q(watch__owner=actor.person, watch__owner__isnull=False) | Q(watch__unit__in=actor.units)
    return Signal.objects.filter(Q(watch=None) | mine)


def signal_for(actor: Actor, signal: int) -> Signal:
    """Give one signal to somebody who may see it."""
    row = signals_of(actor).select_related("watch").filter(pk=signal).first()
    if row is None:
        raise NotFound(_("There is no such signal."), _("Look at the list of signals."))
    return row


def signal_to_judge(actor: Actor, signal: int) -> Signal:
    """Give one signal to somebody who may settle it: the duty officers, or the owner of its watch."""
    row = signal_for(actor, signal)
    if not may_judge(actor, row):
        actor.need(JUDGE)
    return row


def may_judge(actor: Actor, signal: Signal) -> bool:
    """Say whether an actor may settle a signal."""
    own = signal.watch is not None and signal.watch.owner_id == actor.person
    return actor.may(JUDGE) or own


def watch_for(actor: Actor, watch: int) -> Watch:
    """Give one watch to somebody who may see it."""
    row = watches_of(actor).filter(pk=watch).first()
    if row is None:
        raise NotFound(_("There is no such watch."), _("Look at the list of watches."))
    return row


def watch_to_keep(actor: Actor, watch: int) -> Watch:
    """Give one watch to somebody who may change it: its owner, or who shares watches in its unit."""
    actor.need(KEEP)
    row = watch_for(actor, watch)
    if not may_keep(actor, row):
        raise NotAllowed(_("This watch belongs to somebody else."), _("Make one of your own from its words."))
    return row


def may_keep(actor: Actor, watch: Watch) -> bool:
    """Say whether an actor may change a watch; the machine ends those that it began for somebody."""
    if actor.kind == "machine" or watch.owner_id == actor.person:
        return True
    return watch.unit_id is not None and actor.may(SHARE) and actor.reaches(watch.unit_id)
