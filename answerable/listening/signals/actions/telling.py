"""Telling people of signals: the owner of a watch and the people of its unit, or the duty officers for a story."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import translation

from answerable.kernel.actor import MACHINE
from answerable.listening.signals.models import Signal
from answerable.listening.signals.queries.door import JUDGE, KEEP
from answerable.listening.signals.rules.states import State
from answerable.listening.signals.rules.telling import Rhythm
from answerable.listening.signals.words import subject_of, told_of
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people


def tell_due(*, at: datetime) -> int:
    """Tell every signal whose time has come, once; those of one person's digest together. Gives the signals told."""
    with transaction.atomic():
        due = list(
            Signal.objects.select_for_update(of=("self",))
            .filter(told_at=None, tell_at__lte=at)
            .select_related("watch")
            .order_by("pk")[:200]
        )
        together: dict[tuple[int, ...], list[Signal]] = defaultdict(list)
        for signal in due:
            if signal.state not in (State.NEW, State.ACKNOWLEDGED):
                continue
            people_of = tuple(_told_people(signal, at=at))
            if signal.watch is not None and signal.watch.rhythm == Rhythm.DIGEST:
                together[people_of].append(signal)
            else:
                notify(_news([signal]), to=people_of, by=MACHINE, at=at)
        for people_of, signals in together.items():
            notify(_news(signals), to=people_of, by=MACHINE, at=at)
        Signal.objects.filter(pk__in=[signal.pk for signal in due]).update(told_at=at)
    return len(due)


def _told_people(signal: Signal, *, at: datetime) -> list[int]:
    if signal.watch is None:
        return people.who_may(JUDGE, at=at)
    others = people.who_may(KEEP, at=at, unit=signal.watch.unit_id) if signal.watch.unit_id else []
    return list(dict.fromkeys([signal.watch.owner_id, *others]))


def _news(signals: list[Signal]) -> News:
    """Write one notice in both languages."""
    texts = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            lines = "\n".join(f"{signal.title}: {told_of(signal)}" for signal in signals)
            texts[language] = (subject_of(signals), lines)
    one = signals[0]
    link = reverse("signals:one", args=[one.pk]) if len(signals) == 1 else reverse("signals:list")
    return News(
        kind="signal",
        subject=Told(texts["en"][0], texts["zh-hans"][0]),
        body=Told(texts["en"][1], texts["zh-hans"][1]),
        link=link,
        key=f"signal:{one.pk}" if len(signals) == 1 else f"signals:{one.pk}-{signals[-1].pk}",
    )
