"""The weekly letter to the units that own channels, and the word at once when a veto fails."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.kernel.actor import MACHINE
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people
from answerable.response.channel_health.events import HealthFailed
from answerable.response.channel_health.models import Finding
from answerable.response.channel_health.queries.board import BoardRow
from answerable.response.channel_health.queries.state import state_of
from answerable.response.channel_health.rules.metrics import METRIC_NAMES, STANDING_NAMES, Metric, Standing
from answerable.response.channels.queries import channels

KEEP = "channels.keep"
KIND = "channel_health"
#: The letter goes out from Monday morning on, when its readers are at their desks.
MONDAY, MORNING = 0, 8
#: Channels that a letter names; the page has them all.
MOST_NAMED = 12


def tell_week(*, at: datetime) -> int:
    """Send each unit that owns channels its letter of the week, once; gives how many people were told."""
    local = timezone.localtime(at)
    if (local.weekday(), local.hour) < (MONDAY, MORNING):
        return 0
    year, week, _day = local.isocalendar()
    rows = channels(None)
    health = state_of([row.id for row in rows], at=at)
    by_unit: dict[int, list[BoardRow]] = {}
    for row in rows:
        by_unit.setdefault(row.unit, []).append(BoardRow(row, health[row.id]))
    fixed = _fixed(at - timedelta(days=7))
    told = 0
    for unit, own in by_unit.items():
        news = _letter(
            own, sum(fixed.get(row.channel.id, 0) for row in own), f"health-week:{unit}:{year}-{week}"
        )
        told += notify(news, to=_readers(own, unit, at=at), by=MACHINE, at=at)
    return told


def _readers(own: Iterable[BoardRow], unit: int, *, at: datetime) -> list[int]:
    """Give who answers for the keepers' posts of a unit's channels; where nobody does, whoever may keep them."""
    answering = people.holders({row.channel.keeper_post for row in own}, at=at).values()
    keepers = sorted({one.person for one in answering if one is not None})
    return keepers or people.who_may(KEEP, at=at, unit=unit)


def _fixed(since: datetime) -> dict[int, int]:
    counts: dict[int, int] = {}
    for channel in Finding.objects.filter(fixed_at__gte=since).values_list("channel", flat=True):
        counts[channel] = counts.get(channel, 0) + 1
    return counts


def _letter(rows: Iterable[BoardRow], fixed: int, key: str) -> News:
    own = sorted(rows, key=lambda row: row.channel.name)
    bad = [row for row in own if row.health.standing in (Standing.FAIL, Standing.WARN)]

    def subject() -> str:
        if not bad:
            return _("Your channels this week: all in order")
        return ngettext(
            "Your channels this week: %(number)s to be looked at",
            "Your channels this week: %(number)s to be looked at",
            len(bad),
        ) % {"number": len(bad)}

    def body() -> str:
        lines = [_line(row) for row in bad[:MOST_NAMED]]
        if len(bad) > MOST_NAMED:
            lines.append(_("and %(number)s more") % {"number": len(bad) - MOST_NAMED})
        lines.append(
            _(
                "%(good)s of %(all)s in order or not measured; %(fixed)s findings put right in the last seven days."
            )
            % {"good": len(own) - len(bad), "all": len(own), "fixed": fixed}
        )
        return "\n".join(lines)

    return News(KIND, _in_both(subject), _in_both(body), reverse("channel_health:board"), key)


def _line(row: BoardRow) -> str:
    wrong = [check for check in row.health.checks if check.standing in (Standing.FAIL, Standing.WARN)]
    names = _(", ").join(
        f"{METRIC_NAMES[check.metric]} ({STANDING_NAMES[check.standing]})" for check in wrong
    )
    return _("%(channel)s: %(names)s") % {"channel": row.channel.name, "names": names}


def tell_failed(event: HealthFailed) -> int:
    """Tell the keepers at once when a channel fails by a veto."""
    if not event.veto or event.unit is None:
        return 0
    metric = METRIC_NAMES[Metric(event.metric)]
    news = News(
        KIND,
        _in_both(lambda: _("%(channel)s fails: %(metric)s") % {"channel": event.name, "metric": metric}),
        _in_both(
            lambda: _("This alone fails the channel in an inspection. See what was found and put it right.")
        ),
        reverse("channel_health:one", args=[event.channel]),
        f"health-failed:{event.channel}:{event.metric}:{event.at:%Y%m%d}",
        urgent=True,
    )
    return notify(news, to=people.who_may(KEEP, at=event.at, unit=event.unit), by=MACHINE, at=event.at)


def _in_both(write: Callable[[], str]) -> Told:
    """Write a text in both languages of the house."""
    with translation.override("en"):
        english = write()
    with translation.override("zh-hans"):
        return Told(english, write())
