"""What is measured, against which limit, and how a measure stands. Limits come from the plan in force."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Metric(StrEnum):
    """One measure of one channel on one day."""

    REACHABLE = "reachable"
    HOME = "home"
    COLUMNS = "columns"
    EMPTY = "empty"
    LINKS = "links"
    INTERACTION = "interaction"
    DATES = "dates"
    ACCESS = "access"
    CERTIFICATE = "certificate"
    POSTED = "posted"
    GRAVE = "grave"


METRIC_NAMES = {
    Metric.REACHABLE: _("Reachable"),
    Metric.HOME: _("Home page fresh"),
    Metric.COLUMNS: _("Columns fresh"),
    Metric.EMPTY: _("No empty columns"),
    Metric.LINKS: _("Links lead somewhere"),
    Metric.INTERACTION: _("Messages answered"),
    Metric.DATES: _("Dates honest"),
    Metric.ACCESS: _("Open to everybody"),
    Metric.CERTIFICATE: _("Certificate valid"),
    Metric.POSTED: _("Posted lately"),
    Metric.GRAVE: _("No grave fault"),
}


class Standing(StrEnum):
    """How a measure, or a whole channel, stands."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"


STANDING_NAMES = {
    Standing.OK: pgettext_lazy("channel health", "in order"),
    Standing.WARN: pgettext_lazy("channel health", "to be looked at"),
    Standing.FAIL: pgettext_lazy("channel health", "fails"),
    Standing.UNKNOWN: pgettext_lazy("channel health", "not measured"),
}
_WORST = (Standing.FAIL, Standing.WARN, Standing.OK, Standing.UNKNOWN)

#: Measures of a site that a machine takes, and those that a person enters for platforms that no machine may read.
OF_SITES = (
    Metric.REACHABLE,
    Metric.HOME,
    Metric.COLUMNS,
    Metric.EMPTY,
    Metric.LINKS,
    Metric.INTERACTION,
    Metric.DATES,
    Metric.ACCESS,
    Metric.CERTIFICATE,
    Metric.GRAVE,
)
OF_ACCOUNTS = (Metric.POSTED, Metric.INTERACTION, Metric.GRAVE)

#: What fails a channel alone (国办秘函〔2019〕19号, single-veto items; certainty M). A plan may name others
#: in its parameter channel_veto.
VETO = frozenset(
    {
        Metric.REACHABLE,
        Metric.HOME,
        Metric.COLUMNS,
        Metric.EMPTY,
        Metric.INTERACTION,
        Metric.DATES,
        Metric.POSTED,
        Metric.GRAVE,
    }
)
#: Share of a limit at which a channel is warned, in percent; a plan may set channel_warn_percent.
WARN_PERCENT = 70
#: Tries a day that an inspector makes (国办秘函〔2019〕19号: at least 20 a day for a week).
TRIES_A_DAY, TRY_DAYS = 20, 7


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of the plan in force; None where neither the plan nor its packs set one."""

    home_days: float | None = None
    account_days: float | None = None
    news_days: float | None = None
    notices_days: float | None = None
    message_days: float | None = None
    unreachable_percent: float | None = None
    unreachable_s: float | None = None
    stale_most: float | None = None
    empty_most: float | None = None
    dead_links_most: float | None = None
    barriers_most: float | None = None
    certificate_days: float | None = None
    warn_share: float = WARN_PERCENT / 100
    veto: frozenset[Metric] = VETO


#: Field of Limits -> parameter of the plan or its packs.
PARAMETERS: Mapping[str, str] = {
    "home_days": "update_days_site",
    "account_days": "update_days_account",
    "news_days": "update_days_news",
    "notices_days": "update_days_notices",
    "message_days": "message_days",
    "unreachable_percent": "unreachable_percent",
    "unreachable_s": "unreachable_s",
    "stale_most": "stale_columns_most",
    "empty_most": "empty_columns_most",
    "dead_links_most": "dead_links_most",
    "barriers_most": "barriers_most",
    "certificate_days": "certificate_days",
}


def read_limits(parameter: Callable[[str, Any], Any]) -> Limits:
    """Take the limits out of the plan; `parameter(name, default)` gives one figure of it."""
    figures = {field: _number(parameter(name, None)) for field, name in PARAMETERS.items()}
    warn = _number(parameter("channel_warn_percent", WARN_PERCENT)) or WARN_PERCENT
    named = parameter("channel_veto", None)
    veto = VETO if named is None else frozenset(Metric(one) for one in named if one in set(Metric))
    return Limits(**figures, warn_share=warn / 100, veto=veto)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def limit_of(metric: Metric, limits: Limits) -> float | None:
    """Give the limit of a measure; columns are counted against how many may be stale."""
    field = {
        Metric.REACHABLE: "unreachable_percent",
        Metric.HOME: "home_days",
        Metric.COLUMNS: "stale_most",
        Metric.EMPTY: "empty_most",
        Metric.LINKS: "dead_links_most",
        Metric.INTERACTION: "message_days",
        Metric.ACCESS: "barriers_most",
        Metric.CERTIFICATE: "certificate_days",
        Metric.POSTED: "account_days",
    }.get(metric)
    value = getattr(limits, field) if field else None
    return None if value is None else float(value)


def standing_of(metric: Metric, value: float | None, limits: Limits) -> Standing:
    """Say how a measure stands: past its limit it fails, at 70 % of it it warns, without one it only warns."""
    if value is None:
        return Standing.UNKNOWN
    limit = limit_of(metric, limits)
    if metric is Metric.CERTIFICATE:
        return _certificate(value, limit)
    if metric is Metric.GRAVE:
        return Standing.FAIL if value > 0 else Standing.OK
    if limit is None:
        return Standing.WARN if value > 0 and metric in COUNTED else Standing.OK
    # "At least 5 % failed" fails; "not updated within two weeks" fails after the last of its days.
    over = value >= limit if metric is Metric.REACHABLE else value > limit
    if over:
        return Standing.FAIL
    return Standing.WARN if value > 0 and value >= limit * limits.warn_share else Standing.OK


#: Measures that count faults: without a limit one fault is already worth a look.
COUNTED = frozenset(
    {Metric.COLUMNS, Metric.EMPTY, Metric.LINKS, Metric.DATES, Metric.ACCESS, Metric.REACHABLE}
)


def _certificate(days_left: float, limit: float | None) -> Standing:
    if days_left < 0:
        return Standing.FAIL
    return Standing.WARN if limit is not None and days_left < limit else Standing.OK


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure with how it stands; `value` is None where it could not be taken, `note` says why."""

    metric: Metric
    value: float | None
    limit: float | None
    standing: Standing
    veto: bool
    note: str = ""


def measure(metric: Metric, value: float | None, limits: Limits, *, note: str = "") -> Measure:
    """Set a value against its limit."""
    standing = standing_of(metric, value, limits)
    return Measure(metric, value, limit_of(metric, limits), standing, metric in limits.veto, note)


def raised(found: Measure, standing: Standing) -> Measure:
    """Give a measure that stands at least as badly as a fault among its findings."""
    worse = _WORST.index(standing) < _WORST.index(found.standing)
    return (
        Measure(found.metric, found.value, found.limit, standing, found.veto, found.note) if worse else found
    )


def whole(measures: Mapping[Metric, tuple[Standing, bool]]) -> tuple[Standing, tuple[Metric, ...]]:
    """Say how a channel stands and which vetoes fail it: one veto fails it, any other fault is to be looked at."""
    vetoes = tuple(
        metric for metric, (standing, veto) in measures.items() if veto and standing is Standing.FAIL
    )
    if vetoes:
        return Standing.FAIL, vetoes
    standings = {standing for standing, _veto in measures.values()}
    if standings & {Standing.FAIL, Standing.WARN}:
        return Standing.WARN, ()
    return (Standing.OK if Standing.OK in standings else Standing.UNKNOWN), ()
