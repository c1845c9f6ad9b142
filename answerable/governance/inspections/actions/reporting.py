"""A round begins, is reported, is closed; and the year of the units is settled."""

import hashlib
import json
from collections import Counter
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from answerable.governance.inspections.actions.notes import locked_round, locked_visit, need_words
from answerable.governance.inspections.actions.sending import everybody, set_team, tell_visitors
from answerable.governance.inspections.actions.visiting import settle
from answerable.governance.inspections.events import RoundClosed
from answerable.governance.inspections.methods import METHODS, Chooses, Eyes
from answerable.governance.inspections.models import Assessment, Draw, Finding, Round, Visit
from answerable.governance.inspections.queries.door import KEEP, inspectors_here
from answerable.governance.inspections.queries.year import year_rows
from answerable.governance.inspections.rules import checklist
from answerable.governance.inspections.rules.checklist import Answer
from answerable.governance.inspections.rules.states import ENDED, STAGES, Lots, Stage, Step, Trip
from answerable.governance.questionnaires import actions as asking
from answerable.governance.questionnaires import queries as asked
from answerable.governance.questionnaires.rules.questions import Question as Asked
from answerable.governance.questionnaires.rules.questions import Sort
from answerable.kernel.actor import Actor
from answerable.kernel.errors import Anticipated, Moved
from answerable.kernel.events import publish
from answerable.kernel.trail.actions import record
from answerable.office.people.queries import day_of

#: A scale of five, as the method's questions are asked.
POINTS = 5


def begin_round(round_id: int, *, by: Actor, at: datetime) -> None:
    """Begin a round that chooses nobody: a hearing of all, a self-check of all, a questionnaire to people."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        about = METHODS[row.method].about
        if about.chooses is not Chooses.EVERY:
            raise Anticipated(
                _("The targets of this round are drawn, not chosen."), _("Fix the list, then hold the draw.")
            )
        targets = everybody(row)
        if not targets:
            raise Anticipated(_("There is nothing to look at: the list is empty."), _("Enter units first."))
        STAGES.make(Round.objects.filter(pk=row.pk), Stage(row.state), Step.BEGIN, state_since=at)
        pool = inspectors_here(at=at) if about.eyes is Eyes.INSPECTORS else ()
        for target in targets:
            visit = Visit.objects.create(
                round=row,
                target=target.id,
                name=target.name,
                link=target.link,
                unit_id=target.unit,
                visitor_id=target.unit if about.eyes is Eyes.OWN else None,
            )
            team = [one.person for one in pool if target.unit not in {one.unit, *one.others}]
            set_team(visit, team, at=at)
            tell_visitors(visit, at=at)
        if about.eyes is Eyes.ASKED:
            _ask(row, by=by, at=at)
        record("inspections.begin_round", f"round:{row.pk}", by=by, at=at, visits=len(targets))


def _ask(row: Round, *, by: Actor, at: datetime) -> None:
    """Open the questionnaire of a round in the room below; its slips are made and handed out there."""
    visit = Visit.objects.filter(round=row).first()
    language = get_language() or "en"
    questions = tuple(
        Asked(Sort.SCALE, question.words(language), points=POINTS)
        for question in map(checklist.from_record, row.questions)
    )
    unit = visit.unit_id if visit else None
    if unit is None:
        raise Anticipated(_("There is nothing to look at: the list is empty."), _("Enter units first."))
    draft = asking.Draft(
        title=row.title,
        questions=questions,
        unit=unit,
        closes_on=row.ends_on,
        language="zh-hans" if language.startswith("zh") else "en",
        subject=f"round:{row.pk}",
    )
    opened = asking.open_questionnaire(draft, by=by, at=at)
    Round.objects.filter(pk=row.pk).update(questionnaire=opened)


def read_questionnaire(round_id: int, *, by: Actor, at: datetime) -> None:
    """Take the result of the questionnaire into the round, once it has closed: means with their n, nothing finer."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        if row.questionnaire is None:
            raise Moved(_("This round asks no questionnaire."), _("Load the page again."))
        results = asked.results(row.questionnaire)
        answers = tuple(
            Answer(
                question["key"], share=_share(result.mean), count=result.n if isinstance(result.n, int) else 0
            )
            for question, result in zip(row.questions, results.questions, strict=True)
            if result.mean is not None
        )
        visit = Visit.objects.filter(round=row, state=Trip.PLANNED).first()
        if visit is None:
            raise Moved(_("The result stands in the round already."), _("Load the page again."))
        settle(locked_visit(visit.pk), answers, "", by=by, at=at)


def _share(mean: tuple[float, float, float] | None) -> Decimal:
    """Put the mean of a scale from 1 to 5 onto 0 to 1."""
    return (Decimal(str(mean[0] if mean else 1)) - 1) / (POINTS - 1)


def report_round(round_id: int, summary: str, *, by: Actor, at: datetime) -> str:
    """Freeze the result of a round under a hash; gives it. Every visit has to be handed in."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        words = need_words(summary, _("Say in a few sentences what the round showed."))
        if Visit.objects.filter(round=row, state__in=(Trip.PLANNED, Trip.BEGUN)).exists():
            raise Anticipated(_("Some visits are not handed in yet."), _("Wait for them."))
        frozen = _frozen(row)
        text = json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        changes: dict[str, Any] = {"summary": words, "reported_at": at, "reported_by": by.name}
        changes |= {"report": frozen, "report_sha256": sha256, "state_since": at}
        STAGES.make(Round.objects.filter(pk=row.pk), Stage(row.state), Step.REPORT, **changes)
        record("inspections.report_round", f"round:{row.pk}", by=by, at=at, sha256=sha256)
    return sha256


def _frozen(row: Round) -> dict[str, Any]:
    """Give the result of a round as plain values: visits with points and n, findings by grade, the draw's hash."""
    lot = Draw.objects.filter(round=row, state=Lots.DRAWN).first()
    grades = Counter(Finding.objects.filter(round=row).values_list("grade", flat=True))
    visits = Visit.objects.filter(round=row, state=Trip.DONE).order_by("target", "visitor")
    return {
        "round": row.pk,
        "method": row.method,
        "begins_on": row.begins_on.isoformat(),
        "ends_on": row.ends_on.isoformat(),
        "draw": lot.sha256 if lot else "",
        "visits": [
            {
                "target": visit.target,
                "name": visit.name,
                "unit": visit.unit_id,
                "reached": str(visit.reached),
                "possible": str(visit.possible),
                "n": visit.answered,
                "vetoes": visit.vetoes,
            }
            for visit in visits
        ],
        "findings": dict(sorted(grades.items())),
    }


def close_round(round_id: int, *, by: Actor, at: datetime) -> None:
    """Close a reported round: every finding of it has ended."""
    by.need(KEEP)
    with transaction.atomic():
        row = locked_round(round_id)
        still = Finding.objects.filter(round=row).exclude(state__in=ENDED).count()
        if still:
            raise Anticipated(
                _("%(count)s findings of this round are still open.") % {"count": still},
                _("It is closed when each is closed or dismissed."),
            )
        STAGES.make(Round.objects.filter(pk=row.pk), Stage(row.state), Step.CLOSE, state_since=at)
        record("inspections.close_round", f"round:{row.pk}", by=by, at=at)
        publish(RoundClosed(row.pk, at))


def settle_year(year: int, *, by: Actor, at: datetime) -> str:
    """Settle the yearly assessment of the units: figures, n and weights are frozen under a hash; gives it."""
    by.need(KEEP)
    if day_of(at).year < year:
        raise Anticipated(_("This year has not begun."), pgettext("inspection", "Choose another one."))
    with transaction.atomic():
        rows, weights = year_rows(year)
        text = json.dumps([rows, weights], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        _row, is_new = Assessment.objects.get_or_create(
            year=year,
            defaults={
                "rows": rows,
                "weights": weights,
                "sha256": sha256,
                "settled_at": at,
                "settled_by": by.name,
            },
        )
        if not is_new:
            raise Moved(_("This year has been settled."), _("What was settled stays as it was."))
        record("inspections.settle_year", f"assessment:{year}", by=by, at=at, sha256=sha256, units=len(rows))
    return sha256
