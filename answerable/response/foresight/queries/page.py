"""One release as its page shows it."""

from dataclasses import dataclass
from datetime import date, datetime

from answerable.kernel.actor import Actor
from answerable.kernel.together import read_children
from answerable.listening.stories import queries as stories
from answerable.listening.stories.queries import StoryRow
from answerable.office.clocks import queries as clocks
from answerable.office.clocks.queries import ClockRow
from answerable.office.people.queries import day_of
from answerable.office.review import queries as reviews
from answerable.office.review.queries import Reviewed, ReviewRow, StepRow
from answerable.response.cases import queries as cases
from answerable.response.cases.queries import CaseName
from answerable.response.foresight.models import (
    Audience,
    Consultation,
    Gap,
    Match,
    Part,
    Postponement,
    PreparedAnswer,
    Release,
    Reopening,
    RiskPoint,
    SimilarStory,
    Voice,
)
from answerable.response.foresight.queries.before import before_of
from answerable.response.foresight.queries.content import content_of, missing_of, views_of
from answerable.response.foresight.queries.door import DECIDE, may_work, release_for
from answerable.response.foresight.queries.foreseen import (
    ForeseenAgainstAsked,
    LessonRow,
    asked_of,
    earlier_than,
    experience,
)
from answerable.response.foresight.queries.listing import ReleaseRow, row_of
from answerable.response.foresight.queries.names import GATE, subject_of
from answerable.response.foresight.rules.complete import Lack
from answerable.response.foresight.rules.consulting import Verdict, Way, is_decided
from answerable.response.foresight.rules.content import HOLDING, QUESTION, View
from answerable.response.foresight.rules.holding_back import Held, held_back
from answerable.response.foresight.rules.levels import Level, agreed, dissent, level_of_point, suggested
from answerable.response.foresight.rules.states import WAITING, Standing, State

#: Stories and cases named on the page; the rest is a number.
NAMED = 20


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One risk point with the level that it suggests."""

    id: int
    text: str
    likelihood: int
    effect: int
    measure: str
    level: Level


@dataclass(frozen=True, slots=True)
class GapRow:
    """What is not known yet, or was found out."""

    id: int
    text: str
    post: str
    until: date
    closed_at: datetime | None
    closed_by: str
    finding: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One line of the table of adoption."""

    id: int
    summary: str
    times: int
    verdict: Verdict
    why: str
    is_decided: bool


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """How the public was asked, and what became of what they said."""

    id: int
    way: Way
    notice_on: date
    ends_on: date
    material_on: date | None
    link: str
    why_short: str
    selection: str
    is_over: bool
    voices: tuple[VoiceRow, ...]


@dataclass(frozen=True, slots=True)
class WatchRow:
    """The watch of a release."""

    starts_at: datetime
    ends_at: datetime
    looked_at: datetime | None
    ended_at: datetime | None
    signal_watches: int
    stories: tuple[StoryRow, ...]
    stories_total: int


@dataclass(frozen=True, slots=True)
class LyingRow:
    """A case beside which the prepared answers lie."""

    case: CaseName
    found_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Assessed:
    """The assessment: its sections, what is missing, who said what of its level, and its gate."""

    audiences: tuple[Audience, ...]
    risks: tuple[RiskRow, ...]
    gaps: tuple[GapRow, ...]
    questions: tuple[PreparedAnswer, ...]
    lines: tuple[PreparedAnswer, ...]
    similar: tuple[SimilarStory, ...]
    missing: tuple[Lack, ...]
    suggested: Level
    views: tuple[View, ...]
    level: Level | None
    dissent: View | None
    reopenings: tuple[Reopening, ...]
    review: ReviewRow | None
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class Doable:
    """What this actor can do now."""

    write: bool
    hand_in: bool
    take_back: bool
    give_view: bool
    release: bool
    urgent: bool
    postpone: bool
    withdraw: bool
    look_back: bool


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """One release with everything that belongs to it."""

    row: ReleaseRow
    release: Release
    clause: str
    parts: tuple[Part, ...]
    postponements: tuple[Postponement, ...]
    assessed: Assessed
    consultations: tuple[ConsultationRow, ...]
    held: tuple[Held, ...]
    watch: WatchRow | None
    lying: tuple[LyingRow, ...]
    lessons: tuple[LessonRow, ...]
    foreseen: ForeseenAgainstAsked
    clocks: tuple[ClockRow, ...]
    may: Doable


#: What hangs on a release; read once, however many parts of the page look at it.
TOLD = (
    "audiences",
    "risks",
    "prepared",
    "gaps",
    "similar",
    "parts",
    "opinions",
    "consultations__voices",
    "postponements",
    "reopenings",
    "lying",
)


def release_of(actor: Actor, release: int, *, at: datetime) -> ReleasePage:
    """Give one release to somebody who may see it; a fixed number of queries whatever it holds."""
    found = release_for(actor, release)
    matches = Match.objects.filter(watch__release=found).order_by("-pk").values_list("story", flat=True)
    foreseen = asked_of(found)
    earlier = earlier_than(actor, found)
    read_children(found, *TOLD, beside=(matches, foreseen, earlier))
    told = reviews.reviewed(subject_of(found.pk))
    against = foreseen.tell()
    row = row_of(found, told.latest, found.unit.name, against.waiting)
    assessed = _assessed(found, told, day_of(at))
    waits = State(found.state) in WAITING
    return ReleasePage(
        row=row,
        release=found,
        clause=", ".join(_clauses()),
        parts=tuple(found.parts.all()),
        postponements=tuple(found.postponements.all()),
        assessed=assessed,
        consultations=_consultations(found, day_of(at)),
        held=held_back(before_of(found, told), day_of(at)) if waits else (),
        watch=_watch(found, tuple(matches)),
        lying=_lying(found),
        lessons=experience(found, earlier) if waits else (),
        foreseen=against,
        clocks=clocks.clocks_of(subject_of(found.pk), at=at),
        may=_doable(actor, found, row.standing, assessed),
    )


def _clauses() -> tuple[str, ...]:
    """Give the clauses of the plan in force that ask for the gate."""
    sheet = clocks.sheet()
    return tuple(sheet.clauses.get(GATE, ())) if sheet else ()


def _assessed(found: Release, told: Reviewed, today: date) -> Assessed:
    content = content_of(found)
    views = views_of(found, content)
    history = told.history
    prepared = tuple(found.prepared.all())
    return Assessed(
        audiences=tuple(found.audiences.all()),
        risks=tuple(_risk(one) for one in found.risks.all()),
        gaps=tuple(_gap(one, today) for one in found.gaps.all()),
        questions=tuple(one for one in prepared if one.kind == QUESTION),
        lines=tuple(one for one in prepared if one.kind == HOLDING),
        similar=tuple(found.similar.all()),
        missing=missing_of(content, views),
        suggested=suggested(content.risks),
        views=views,
        level=agreed(views),
        dissent=dissent(views),
        reopenings=tuple(found.reopenings.all()),
        review=told.latest,
        steps=tuple(step for _review, steps in history[:1] for step in steps),
    )


def _risk(one: RiskPoint) -> RiskRow:
    level = level_of_point(one.likelihood, one.effect)
    return RiskRow(one.pk, one.text, one.likelihood, one.effect, one.measure, level)


def _gap(one: Gap, today: date) -> GapRow:
    late = one.closed_at is None and one.until < today
    return GapRow(
        one.pk, one.text, one.post_title, one.until, one.closed_at, one.closed_by, one.finding, late
    )


def _consultations(found: Release, today: date) -> tuple[ConsultationRow, ...]:
    return tuple(_consultation(one, today) for one in found.consultations.all())


def _consultation(one: Consultation, today: date) -> ConsultationRow:
    return ConsultationRow(
        id=one.pk,
        way=Way(one.way),
        notice_on=one.notice_on,
        ends_on=one.ends_on,
        material_on=one.material_on,
        link=one.link,
        why_short=one.why_short,
        selection=one.selection,
        is_over=today > one.ends_on,
        voices=tuple(_voice(voice) for voice in one.voices.all()),
    )


def _voice(voice: Voice) -> VoiceRow:
    return VoiceRow(
        voice.pk,
        voice.summary,
        voice.times,
        Verdict(voice.verdict),
        voice.why,
        is_decided(voice.verdict, voice.why),
    )


def _watch(found: Release, ids: tuple[int, ...]) -> WatchRow | None:
    watch = getattr(found, "watch", None)
    if watch is None:
        return None
    known = stories.stories(ids[:NAMED])
    return WatchRow(
        starts_at=watch.starts_at,
        ends_at=watch.ends_at,
        looked_at=watch.looked_at,
        ended_at=watch.ended_at,
        signal_watches=len(watch.signal_watches),
        stories=tuple(known[story] for story in ids[:NAMED] if story in known),
        stories_total=len(ids),
    )


def _lying(found: Release) -> tuple[LyingRow, ...]:
    rows = list(found.lying.all())
    names = cases.cases_named([one.case_id for one in rows])
    return tuple(LyingRow(names[one.case_id], one.found_by, one.at) for one in rows)


def _doable(actor: Actor, found: Release, standing: Standing, assessed: Assessed) -> Doable:
    works, state = may_work(actor, found), State(found.state)
    waits = works and state in WAITING
    owed = bool(found.urgent_reason) and standing is not Standing.AGREED
    open_text = works and (waits or (owed and state in (State.RELEASED, State.OVER)))
    at_gate = standing is Standing.AT_GATE
    return Doable(
        write=open_text and not at_gate,
        hand_in=open_text and standing in (Standing.DRAFT, Standing.SENT_BACK) and not assessed.missing,
        take_back=open_text and at_gate and actor.person in found.editors,
        give_view=open_text and standing in (Standing.DRAFT, Standing.SENT_BACK) and assessed.level is None,
        release=waits and standing is Standing.AGREED,
        urgent=waits and standing is not Standing.AGREED and actor.may(DECIDE),
        postpone=waits,
        withdraw=waits,
        look_back=works and state is State.OVER,
    )
