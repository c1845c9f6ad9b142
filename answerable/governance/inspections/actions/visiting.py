"""On site: answers to the checklist, saved one by one, safe against being sent twice; then the sheet is handed in."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO, Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from answerable.governance.duties.rules.files import MOST_BYTES, is_open_link, is_too_large, safe_name
from answerable.governance.inspections.actions.notes import locked_visit
from answerable.governance.inspections.methods import METHODS, Eyes
from answerable.governance.inspections.models import Finding, Inspector, Observation, Receipt, Visit
from answerable.governance.inspections.queries.door import is_visitor, need
from answerable.governance.inspections.rules import checklist
from answerable.governance.inspections.rules.checklist import Answer, Judged, Question, Way
from answerable.governance.inspections.rules.states import TRIPS, Found, Stage, Trip, TripMove
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.moves import IllegalMove
from answerable.kernel.personal_data import mask
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of

LONGEST_NOTE = 4_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer as it comes from a page. `seen` is the edition it was written on; `key` names this one sending."""

    question: str
    verdict: str
    note: str = ""
    way: str = Way.EXAMINE
    link: str = ""
    collected_on: date | None = None
    seen: int = 0
    key: str = ""
    file: IO[bytes] | None = None
    file_name: str = ""


def begin_visit(visit_id: int, *, by: Actor, at: datetime) -> None:
    """Begin a visit; whoever looks for a unit is noted by name from here on."""
    with transaction.atomic():
        visit = locked_visit(visit_id)
        _need_visiting(by, visit)
        rows = Visit.objects.filter(pk=visit.pk)
        TRIPS.make(rows, Trip(visit.state), TripMove.BEGIN, begun_at=at)
        _note_inspector(visit, by)
        record("inspections.begin_visit", f"visit:{visit.pk}", by=by, at=at, target=visit.target)


def answer(visit_id: int, entry: Entry, *, by: Actor, at: datetime) -> int:
    """Keep one answer; gives its edition. Sent again under the same key it writes nothing and gives the same."""
    kept = _stored(entry) if _may_send(visit_id, entry, by) else {}
    with transaction.atomic():
        visit = locked_visit(visit_id)
        _need_visiting(by, visit)
        receipt = Receipt.objects.filter(key=entry.key).first() if entry.key else None
        if receipt is not None and receipt.visit_id == visit.pk:
            return receipt.edition
        _refuse_unfit(visit, entry)
        if Trip(visit.state) is Trip.PLANNED:
            TRIPS.make(Visit.objects.filter(pk=visit.pk), Trip.PLANNED, TripMove.BEGIN, begun_at=at)
        _note_inspector(visit, by)
        before = Observation.objects.filter(visit=visit, question=entry.question).first()
        if before is not None and before.edition != entry.seen:
            raise Moved(
                _("%(name)s has answered this since you opened it.") % {"name": before.recorded_by},
                _("Yours is still on this page. Load it again, and put the two together."),
            )
        edition = before.edition + 1 if before else 1
        fields = {
            "verdict": entry.verdict,
            "way": entry.way,
            "note": mask(entry.note[:LONGEST_NOTE]).text,
            "link": entry.link.strip(),
            "collected_on": entry.collected_on or day_of(at),
            "edition": edition,
            "recorded_at": at,
            "recorded_by": by.name,
            **kept,
        }
        Observation.objects.update_or_create(visit=visit, question=entry.question, defaults=fields)
        if entry.key:
            Receipt.objects.create(key=entry.key[:64], visit=visit, edition=edition)
        record(
            "inspections.answer",
            f"visit:{visit.pk}",
            by=by,
            at=at,
            question=entry.question,
            verdict=entry.verdict,
            edition=edition,
        )
    return edition


def finish_visit(visit_id: int, remark: str = "", *, by: Actor, at: datetime) -> Judged:
    """Hand the sheet in: the method judges it, and what falls short becomes findings that are still to be put."""
    with transaction.atomic():
        visit = locked_visit(visit_id)
        _need_visiting(by, visit)
        questions = questions_of(visit)
        seen = list(Observation.objects.filter(visit=visit).order_by("pk"))
        answers = [Answer(one.question, one.verdict) for one in seen]
        missing = len(questions) - len({one.question for one in answers})
        if missing:
            raise Anticipated(
                _("%(count)s questions are not answered yet.") % {"count": missing},
                _("Answer them, or say that they do not apply here."),
            )
        _need_notes(visit, seen, tuple(answers))
        return settle(visit, tuple(answers), remark, by=by, at=at)


def _need_notes(visit: Visit, seen: list[Observation], answers: tuple[Answer, ...]) -> None:
    """Ask for what was seen while the sheet is open: a finding without it can't be put to its unit afterwards."""
    if visit.unit_id is None:
        return
    noted = {one.question for one in seen if one.note.strip()}
    judged = METHODS[visit.round.method].judge(questions_of(visit), answers)
    bare = [one.question for one in judged.failings if one.question.key not in noted]
    if bare:
        raise Anticipated(
            _("Say what was seen, so that the unit can reply to it: %(what)s")
            % {"what": "; ".join(one.words(get_language() or "en") for one in bare)},
            _("Go back to the sheet and write a note beside the answer."),
        )


def settle(visit: Visit, answers: tuple[Answer, ...], remark: str, *, by: Actor, at: datetime) -> Judged:
    """Write down what the method makes of the answers, inside the caller's transaction."""
    questions = questions_of(visit)
    judged = METHODS[visit.round.method].judge(questions, answers)
    state = Trip(visit.state)
    rows = Visit.objects.filter(pk=visit.pk)
    if state is Trip.PLANNED:
        state = TRIPS.make(rows, state, TripMove.BEGIN, begun_at=at)
    TRIPS.make(
        rows,
        state,
        TripMove.FINISH,
        done_at=at,
        done_by=by.name,
        remark=mask(remark.strip()).text,
        reached=judged.reached,
        possible=judged.possible,
        answered=judged.answered,
        vetoes=list(judged.vetoes),
    )
    if visit.unit_id is not None:
        _open_findings(visit, visit.unit_id, judged, by=by, at=at)
    record(
        "inspections.finish_visit",
        f"visit:{visit.pk}",
        by=by,
        at=at,
        reached=str(judged.reached),
        possible=str(judged.possible),
        answered=judged.answered,
    )
    return judged


def _open_findings(visit: Visit, unit: int, judged: Judged, *, by: Actor, at: datetime) -> None:
    """Note a finding for each answer that asks for one; it names an earlier one of the same unit on the same thing."""
    seen = {one.question: one for one in Observation.objects.filter(visit=visit)}
    there = set(Finding.objects.filter(visit=visit).values_list("question", flat=True))
    for failing in judged.failings:
        question = failing.question
        if question.key in there:
            continue
        observation = seen.get(question.key)
        Finding.objects.create(
            round=visit.round,
            visit=visit,
            unit_id=unit,
            question=question.key,
            clause=question.clause,
            title=question.words(get_language() or "en")[:300],
            text=observation.note if observation else "",
            evidence=observation.link if observation else "",
            grade=failing.grade,
            state_since=at,
            found_at=at,
            found_by=by.name,
            repeats=earlier(visit, question),
        )


def earlier(visit: Visit, question: Question) -> Finding | None:
    """Give the last confirmed finding of the same unit on the same question or clause, from an earlier round."""
    rows = Finding.objects.filter(unit=visit.unit_id, decided_at__isnull=False).exclude(state=Found.DISMISSED)
    same = rows.filter(question=question.key, round__method=visit.round.method)
    return same.exclude(round=visit.round_id).order_by("-decided_at", "-pk").first()


def questions_of(visit: Visit) -> tuple[Question, ...]:
    """Give the checklist of a visit."""
    return tuple(checklist.from_record(one) for one in visit.round.questions)


def _need_visiting(by: Actor, visit: Visit) -> None:
    need(is_visitor(by, visit), _("This visit is not yours to make."))
    if Stage(visit.round.state) is not Stage.RUNNING:
        raise Moved(_("The round does not run."), _("Look at where it stands."))
    if Trip(visit.state) in (Trip.DONE, Trip.VOID):
        raise IllegalMove(Trip(visit.state), TripMove.FINISH)


def _may_send(visit_id: int, entry: Entry, by: Actor) -> bool:
    """Refuse a file before a byte of it is kept: only who makes the visit fills the disk, and only with answers."""
    if entry.file is None:
        return False
    visit = Visit.objects.select_related("round").filter(pk=visit_id).first()
    if visit is None:
        return False
    _need_visiting(by, visit)
    _refuse_unfit(visit, entry)
    return True


def _note_inspector(visit: Visit, by: Actor) -> None:
    if METHODS[visit.round.method].about.eyes is Eyes.INSPECTORS or by.person is None:
        return
    Inspector.objects.get_or_create(visit=visit, person_id=by.person, defaults={"name": by.name})


def _refuse_unfit(visit: Visit, entry: Entry) -> None:
    keys = {one["key"] for one in visit.round.questions}
    ticks = {verdict.key for verdict in METHODS[visit.round.method].verdicts}
    if entry.question not in keys or entry.verdict not in ticks or entry.way not in set(Way):
        raise Anticipated(_("There is no such question or answer."), _("Load the page again."))
    if entry.link.strip() and not is_open_link(entry.link):
        raise Anticipated(_("This is not the address of a page."), _("Begin it with http:// or https://."))


def _stored(entry: Entry) -> dict[str, Any]:
    """Keep the bytes of a file under their hash; no file is asked for, and nothing of its name is used."""
    if entry.file is None:
        return {}
    digest, size = hashlib.sha256(), 0
    while part := entry.file.read(64 * 1024):
        digest.update(part)
        size += len(part)
        if is_too_large(size):
            raise Anticipated(
                _("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1024**2},
                _("Give the link to where it lies."),
            )
    place = f"inspections/{digest.hexdigest()[:2]}/{digest.hexdigest()}"
    if not default_storage.exists(place):
        entry.file.seek(0)
        place = default_storage.save(place, File(entry.file))
    return {"stored": place, "file_name": safe_name(entry.file_name), "sha256": digest.hexdigest()}
