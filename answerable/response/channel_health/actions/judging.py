"""What a round saw, set against what must be so: faults with their places, and one measure for each metric."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from answerable.office.people.queries import day_of
from answerable.response.channel_health.actions.rounds import key_of
from answerable.response.channel_health.queries.ground import Ground, VisitSeen
from answerable.response.channel_health.rules.faults import Fault
from answerable.response.channel_health.rules.freshness import Age, HomeSeen, ages, home_days
from answerable.response.channel_health.rules.honesty import Doubted, of_list, of_page
from answerable.response.channel_health.rules.links import Life
from answerable.response.channel_health.rules.metrics import Limits, Metric
from answerable.response.channel_health.visiting import Purpose

#: Words by which a page for messages is recognised on a home page, in both languages of the house.
CONSULTATION = (
    "咨询",
    "留言",
    "信箱",
    "互动",
    "投诉",
    "意见箱",
    "contact",
    "feedback",
    "enquir",
    "write to us",
    "complain",
)


@dataclass(frozen=True, slots=True)
class Found:
    """One fault that is there now. `subject` tells it from others of its sort."""

    fault: Fault
    subject: str
    details: Mapping[str, Any] = field(default_factory=dict)
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What a round found, and the values it measured (None: could not be measured)."""

    found: tuple[Found, ...]
    values: Mapping[Metric, float | None]
    notes: Mapping[Metric, str]
    ages: Mapping[int, Age]


def judge(ground: Ground, limits: Limits, *, oldest_letter: datetime | None, at: datetime) -> Judged:
    """Say what is wrong with a site today. The values of counted faults are counted later, with the judgements."""
    aged = {one.column: one for one in ages(ground.columns, limits, ground.day)}
    days = home_days(HomeSeen(ground.home_lines, ground.home_changed), ground.day)
    waits = _waits(ground, oldest_letter)
    home = ground.visits.get(key_of(ground.home))
    found = [
        *_columns(ground, aged),
        *_links(ground),
        *_dates(ground),
        *_barriers(ground),
        *_certificate(ground, limits, at=at),
        *_consultation(ground, home),
    ]
    if days is not None and limits.home_days is not None and days > limits.home_days:
        found.append(Found(Fault.HOME_STALE, ground.home, {"days": days}))
    if waits is not None and limits.message_days is not None and waits > limits.message_days:
        found.append(Found(Fault.MESSAGE_WAITS, "", {"days": waits}))
    read = home is not None and "barriers" in home.seen
    counted = dict.fromkeys((Metric.LINKS, Metric.DATES, Metric.ACCESS), 0.0 if read else None)
    listed = 0.0 if ground.columns and aged else None
    values: dict[Metric, float | None] = {
        Metric.HOME: days,
        **dict.fromkeys((Metric.COLUMNS, Metric.EMPTY), listed),
        **counted,
        Metric.INTERACTION: (waits or 0.0) if read or waits is not None else None,
        Metric.CERTIFICATE: _days_left(ground, at=at),
    }
    notes = {Metric.COLUMNS: "no_columns", Metric.EMPTY: "no_columns"} if not ground.columns else {}
    if days is None and read:
        notes[Metric.HOME] = "no_days"
    return Judged(tuple(found), values, notes, aged)


def _waits(ground: Ground, oldest_letter: datetime | None) -> float | None:
    since = [day_of(oldest_letter)] if ground.letters_here and oldest_letter else []
    if ground.entered is not None and ground.entered.waits_since is not None:
        since.append(ground.entered.waits_since)
    return float((ground.day - min(since)).days) if since else None


def _columns(ground: Ground, aged: Mapping[int, Age]) -> Iterator[Found]:
    for pk, age in aged.items():
        name, address = ground.column_names[pk]
        if age.empty:
            yield Found(Fault.COLUMN_EMPTY, address, {"name": name}, pk)
        elif age.stale:
            newest = age.newest.isoformat() if age.newest else ""
            details = {"name": name, "days": age.days, "limit": age.limit, "newest": newest}
            yield Found(Fault.COLUMN_STALE, address, details, pk)


def _links(ground: Ground) -> Iterator[Found]:
    for visit in ground.visits.values():
        if visit.purpose in (Purpose.MAP, Purpose.CERTIFICATE) or visit.address == ground.home:
            continue
        found_on = {"found_on": visit.found_on, "words": visit.words, "status": visit.status or visit.error}
        if visit.column is not None and _dead(visit, own=True):
            name, address = ground.column_names[visit.column]
            yield Found(Fault.COLUMN_GONE, address, {**found_on, "name": name}, visit.column)
        elif visit.address == ground.consultation or not _is_led_to(ground, visit):
            continue
        elif visit.seen.get("missing"):
            yield Found(Fault.SAYS_MISSING, visit.address, found_on)
        elif _dead(visit, own=_own(visit.address, ground.home)):
            own = _own(visit.address, ground.home)
            yield Found(Fault.LINK_DEAD if own else Fault.LINK_DEAD_OUTWARD, visit.address, found_on)


def _is_led_to(ground: Ground, visit: VisitSeen) -> bool:
    """Say whether the page that led to an address still does; only a second look has to ask."""
    found_on = ground.visits.get(key_of(visit.found_on))
    return found_on is None or "links" not in found_on.seen or visit.key in found_on.seen["links"]


def _own(address: str, home: str) -> bool:
    return address.split("/")[2:3] == home.split("/")[2:3]


def _dead(visit: VisitSeen, *, own: bool) -> bool:
    """What is silent after two tries is dead inside the site; other hosts get days (see closing)."""
    return visit.life == Life.DEAD or (own and visit.life == Life.SILENT)


def _dates(ground: Ground) -> Iterator[Found]:
    doubted: list[tuple[Doubted, int | None]] = [
        (one, None) for page in ground.pages.values() for one in of_page(page, ground.day)
    ]
    for column, lines in ground.lines.items():
        doubted += [
            (one, column)
            for one in of_list(lines, ground.pages, last_look=ground.last_looks.get(column), today=ground.day)
        ]
    for one, in_column in doubted:
        details = {
            "says": one.says.isoformat() if one.says else "",
            "against": one.against.isoformat() if one.against else "",
            "times": one.times,
        }
        yield Found(Fault(one.doubt.value), one.address, details, in_column)


def _barriers(ground: Ground) -> Iterator[Found]:
    places: dict[str, dict[str, Any]] = {}
    for visit in ground.visits.values():
        for rule, times, sample in visit.seen.get("barriers", []):
            kept = places.setdefault(
                rule, {"page": visit.address, "sample": sample, "pages": 0, "times": 0, "others": []}
            )
            kept["pages"] += 1
            kept["times"] += times
            if visit.address != kept["page"] and len(kept["others"]) < 9:
                kept["others"].append(visit.address)
    for rule, details in places.items():
        yield Found(Fault.BARRIER, rule, details)


def _shown_end(ground: Ground) -> datetime | None:
    for visit in ground.visits.values():
        if visit.purpose == Purpose.CERTIFICATE and visit.seen.get("ends"):
            return datetime.fromisoformat(visit.seen["ends"])
    return None


def _days_left(ground: Ground, *, at: datetime) -> float | None:
    ends = _shown_end(ground)
    return None if ends is None else float((ends - at).days)


def _certificate(ground: Ground, limits: Limits, *, at: datetime) -> Iterator[Found]:
    ends = _shown_end(ground)
    home = ground.visits.get(key_of(ground.home))
    if ends is not None:
        left = (ends - at).days
        details = {"ends": day_of(ends).isoformat(), "days": left}
        if ends <= at:
            yield Found(Fault.CERTIFICATE_ENDED, ground.home, details)
            return
        if limits.certificate_days is not None and left < limits.certificate_days:
            yield Found(Fault.CERTIFICATE_ENDS, ground.home, details)
    if home is not None and home.error == "certificate":
        yield Found(Fault.CERTIFICATE_BAD, ground.home)


def _consultation(ground: Ground, home: VisitSeen | None) -> Iterator[Found]:
    """A page for messages that was named must be usable; where none was named, the home page must lead to one."""
    if ground.consultation:
        visit = ground.visits.get(key_of(ground.consultation))
        if visit is None or visit.life == Life.UNJUDGED:
            return
        if _dead(visit, own=True) or visit.seen.get("missing") or not visit.seen.get("takes_messages"):
            yield Found(Fault.CONSULTATION_DEAD, ground.consultation, {"status": visit.status or visit.error})
        return
    if home is None or "takes_messages" not in home.seen or not ground.whole:
        return
    offered = home.seen["takes_messages"] or any(
        word in visit.words.lower()
        for visit in ground.visits.values()
        if visit.found_on == ground.home
        for word in CONSULTATION
    )
    if not offered:
        yield Found(Fault.NO_CONSULTATION, ground.home)


def bears_other_day(ground: Ground, address: str, says: str) -> bool:
    """Say whether an address that was read today bears another day now, on its page and on its lists."""
    days: set[date | None] = {ground.pages[address].day} if address in ground.pages else set()
    days |= {line.day for lines in ground.lines.values() for line in lines if line.address == address}
    return bool(days) and all(day is None or day.isoformat() != says for day in days)
