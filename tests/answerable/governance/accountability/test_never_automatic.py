"""Nothing opens, decides or serves by itself: no job, no wiring, no rung of a ladder, no machine."""

import ast
import inspect
from pathlib import Path
from types import SimpleNamespace

import pytest

from answerable.governance.accountability.actions import (
    closing,
    deciding,
    delivering,
    establishing,
    hearing,
    opening,
    reviewing,
    seating,
)
from answerable.governance.accountability.actions.deciding import Outcome
from answerable.governance.accountability.actions.hearing import Telling
from answerable.governance.accountability.actions.reviewing import AppealOutcome
from answerable.governance.accountability.models import Excuse, File, Seat
from answerable.governance.accountability.rules.excuses import Verdict
from answerable.governance.accountability.rules.measures import Measure
from answerable.governance.accountability.rules.seats import Role
from answerable.governance.duties.actions.finding import climb
from answerable.kernel.actor import MACHINE, NOBODY
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.clocks import actions as clocks
from answerable.project.schedule import SCHEDULE
from answerable.project.wiring import WIRING
from tests.answerable.governance.accountability.makers import DAY, LATER, Hall, heard, last_paper, served

ROOT = Path(__file__).resolve().parents[4]
ROOM = "answerable.governance.accountability"


def test_no_row_of_the_wiring_leads_here():
    for event, reaction in WIRING:
        assert not event.__module__.startswith(ROOM)
        assert not inspect.getmodule(reaction).__name__.startswith(ROOM)


def test_the_only_job_forgets():
    assert [row.task_path for row in SCHEDULE if ROOM in row.task_path] == [f"{ROOM}.jobs.forget_old"]


def test_only_the_rooms_own_pages_call_its_actions():
    callers = set()
    for path in (ROOT / "answerable").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if f"{ROOM}" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            named += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            if any(name.startswith(f"{ROOM}.actions") for name in named):
                callers.add(
                    str(path.relative_to(ROOT / "answerable/governance/accountability")).split("/")[0]
                )
    assert callers <= {"actions", "views", "forms.py", "jobs.py"}
    jobs = (ROOT / "answerable/governance/accountability/jobs.py").read_text(encoding="utf-8")
    assert "closing.forget_old" in jobs
    assert not any(f"{name}." in jobs for name in ("opening", "deciding", "delivering", "hearing", "seating"))


@pytest.mark.django_db
def test_every_rung_a_ladder_can_climb_opens_no_file():
    hall = Hall()
    for do in (
        "start_reminder",
        "remind",
        "urge_notice",
        "breach_notice",
        "open_finding",
        "open_file",
        "decide",
    ):
        climb(SimpleNamespace(rung_id=5, subject=f"occurrence:{hall.run.pk}", do=do, at=LATER))
    clocks.climb(by=MACHINE, at=LATER + 400 * DAY)
    assert not File.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("actor", [MACHINE, NOBODY], ids=["machine", "nobody"])
def test_neither_the_machine_nor_nobody_can_take_any_step(actor):
    hall = Hall()
    file = heard(hall)
    who = {"by": actor, "at": LATER}
    seat = Seat.objects.filter(file=file, role=Role.PANEL).first().pk
    paper = last_paper(file, "facts").pk
    excuse = Excuse.objects.filter(file=file).first().pk
    steps = [
        lambda: opening.open_file(hall.finding.pk, "x", **who),
        lambda: opening.judge_excuse(excuse, Verdict.HOLDS_NOT, "x", **who),
        lambda: seating.name_people(file.pk, Role.PANEL, hall.ids("wang"), **who),
        lambda: seating.step_aside(seat, "x", **who),
        lambda: seating.doubt(seat, "x", **who),
        lambda: seating.answer_doubt(seat, "x", aside=True, **who),
        lambda: establishing.write_facts(file.pk, "x", **who),
        lambda: hearing.tell_concerned(file.pk, Telling("x", Measure.TALK), **who),
        lambda: hearing.state(file.pk, "x", **who),
        lambda: hearing.write_down(file.pk, "x", **who),
        lambda: hearing.give_time(file.pk, LATER + DAY, "x", **who),
        lambda: hearing.end_hearing(file.pk, "x", **who),
        lambda: deciding.vote(file.pk, Measure.TALK, "x", **who),
        lambda: deciding.decide(file.pk, Outcome("x"), **who),
        lambda: deciding.drop(file.pk, "x", **who),
        lambda: delivering.serve(file.pk, **who),
        lambda: reviewing.ask_review(file.pk, "x", **who),
        lambda: reviewing.ask_appeal(file.pk, "x", **who),
        lambda: reviewing.decide_review(file.pk, "x", **who),
        lambda: reviewing.record_appeal(file.pk, AppealOutcome("x", Measure.NONE, "x"), **who),
        lambda: closing.close(file.pk, **who),
    ]
    for step in steps:
        with pytest.raises(NotAllowed):
            step()
    with pytest.raises(Anticipated):
        establishing.confirm_paper(paper, **who)
    file.refresh_from_db()
    assert file.state == "heard"


@pytest.mark.django_db
def test_time_alone_moves_no_file():
    hall = Hall()
    file = served(hall)
    clocks.climb(by=MACHINE, at=LATER + 900 * DAY)
    file.refresh_from_db()
    assert file.state == "served"
