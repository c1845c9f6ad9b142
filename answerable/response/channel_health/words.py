"""The room's values in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils import formats
from django.utils.translation import gettext, ngettext, npgettext, pgettext

from answerable.egress.errors import EgressError
from answerable.response.channel_health.queries.state import CheckRow, FindingRow
from answerable.response.channel_health.rules.faults import BARRIER_NAMES, Fault
from answerable.response.channel_health.rules.metrics import Metric, Standing

TONES = {Standing.OK: "ok", Standing.WARN: "soon", Standing.FAIL: "late", Standing.UNKNOWN: "idle"}
_DAYS = frozenset({Metric.HOME, Metric.POSTED})


def _number(value: float) -> str:
    return formats.localize(int(value) if value == int(value) else round(value, 1))


def value_words(row: CheckRow) -> str:
    """Say what was measured, with its limit where there is one."""
    if row.value is None:
        return note_words(row.note)
    value = _value(row.metric, row.value)
    if row.limit is None or row.metric is Metric.GRAVE:
        return value
    limit = pgettext("channel health", "limit %(limit)s") % {"limit": _limit(row.metric, row.limit)}
    return f"{value} · {limit}"


def _value(metric: Metric, value: float) -> str:
    number, whole = _number(value), int(value)
    if metric is Metric.REACHABLE:
        return gettext("%(percent)s %% of tries failed") % {"percent": number}
    if metric in _DAYS:
        return ngettext(
            "%(days)s day since the last update", "%(days)s days since the last update", whole
        ) % {"days": number}
    if metric is Metric.INTERACTION:
        if not whole:
            return gettext("none waits")
        return ngettext("oldest waits for %(days)s day", "oldest waits for %(days)s days", whole) % {
            "days": number
        }
    if metric is Metric.CERTIFICATE:
        if whole < 0:
            return gettext("has ended")
        return ngettext("%(days)s day left", "%(days)s days left", whole) % {"days": number}
    if not whole:
        return pgettext("channel health", "none found")
    return ngettext("%(number)s found", "%(number)s found", whole) % {"number": number}


def _limit(metric: Metric, limit: float) -> str:
    if metric is Metric.REACHABLE:
        return f"{_number(limit)} %"
    if metric in _DAYS or metric in (Metric.INTERACTION, Metric.CERTIFICATE):
        return npgettext("channel health", "%(days)s day", "%(days)s days", int(limit)) % {
            "days": _number(limit)
        }
    return _number(limit)


def note_words(note: str) -> str:
    """Say why something could not be measured."""
    if "/" in note:
        failed, _slash, tries = note.partition("/")
        return gettext("%(failed)s of %(tries)s tries failed; a week of tries is needed to say") % {
            "failed": failed,
            "tries": tries,
        }
    return {
        "no_columns": gettext("no column is named yet"),
        "no_days": gettext("its lines bear no dates, and it has not changed yet under our eyes"),
        "not_entered": gettext("nobody has entered when it last posted"),
    }.get(note, gettext("could not be measured"))


def round_reason(reason: str) -> str:
    """Say why a look ended without its pages."""
    if reason.startswith("status "):
        return gettext("The home page answered with status %(status)s.") % {"status": reason.split()[1]}
    if reason == "robots":
        return gettext("The site's robots.txt asks machines not to read it. Allow “Answerable” there.")
    known = {kind.code for kind in EgressError.__subclasses__()}
    if reason in known:
        return gettext("The home page did not answer (%(code)s).") % {"code": reason}
    return gettext("The home page could not be read.")


def tried_words(reason: str) -> str:
    """Say why the home page did not open in one try."""
    if reason.startswith("status "):
        return pgettext("channel health", "answer: %(status)s") % {"status": reason.removeprefix("status ")}
    return {
        "too_slow": gettext("took too long"),
        "unreachable": gettext("did not answer"),
        "unknown_host": gettext("its name is not known"),
        "certificate": gettext("its certificate is not valid"),
        "bad_answer": gettext("answered nothing that a browser understands"),
        "too_many_hops": gettext("led from one address to the next without end"),
        "moved_away": gettext("led to another host"),
    }.get(reason, gettext("could not be opened"))


def details_words(row: FindingRow) -> str:
    """Say what a finding is about, in one line."""
    said = row.details
    fault = Fault(row.fault)
    if fault is Fault.BARRIER:
        pages = int(str(said.get("pages", 1)))
        what = str(BARRIER_NAMES.get(row.subject, row.subject))
        where = ngettext("on %(number)s page", "on %(number)s pages", pages) % {"number": pages}
        return f"{what} · {where}"
    if "says" in said:
        return _date_words(fault, said)
    if "days" in said and said["days"] is not None and fault is not Fault.LINK_DEAD_OUTWARD:
        return _day_words(fault, int(float(str(said["days"]))))
    if "status" in said:
        return gettext("answer: %(status)s") % {"status": said["status"]}
    if "percent" in said:
        return gettext("%(percent)s %% of tries failed") % {"percent": said["percent"]}
    return str(said.get("said", ""))


def _day_words(fault: Fault, days: int) -> str:
    if fault in (Fault.CERTIFICATE_ENDS, Fault.CERTIFICATE_ENDED):
        return _value(Metric.CERTIFICATE, days)
    if fault is Fault.MESSAGE_WAITS:
        return _value(Metric.INTERACTION, days)
    return _value(Metric.HOME, days)


def _date_words(fault: Fault, details: Mapping[str, Any]) -> str:
    days = {"says": details.get("says") or "–", "against": details.get("against") or "–"}
    if fault is Fault.DATE_REDATED:
        times = int(details.get("times") or 1)
        words = ngettext(
            "%(times)s line now says %(says)s or later", "%(times)s lines now say %(says)s or later", times
        )
        return words % {**days, "times": times}
    sentences: dict[Fault, str] = {
        Fault.DATE_AHEAD: gettext("says %(says)s"),
        Fault.DATE_AFTER_FILE: gettext("says %(says)s, its file is of %(against)s"),
        Fault.DATE_AFTER_MAP: gettext("says %(says)s, the sitemap %(against)s"),
        Fault.DATE_BACKDATED: gettext("says %(says)s, was not there on %(against)s"),
        Fault.DATE_DIFFERS: gettext("the list says %(says)s, the page %(against)s"),
    }
    return sentences[fault] % days
