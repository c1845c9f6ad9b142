"""Hand-written makers of cases, and the cast that works on them."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from answerable.office.people.rules import PostKind
from answerable.response.cases import actions
from answerable.response.cases.actions import FactDraft, Opening, OpinionDraft
from answerable.response.cases.models import Case
from answerable.response.cases.rules.levels import Factor
from tests.answerable.office.people.makers import NOON, actor_of, make_member, make_unit

HOUR = timedelta(hours=1)
QUIET = dict.fromkeys(Factor, 0)


def make_cast() -> SimpleNamespace:
    """Ada and Emil of the office, Boris at the head, Chen in the water department, Dana who inspects."""
    body = make_unit(name="Water Bureau", code="BUREAU")
    office = make_unit(body, name="Communications", code="COMMS")
    supply = make_unit(body, name="Supply", code="SUPPLY")
    repair = make_unit(body, name="Repair", code="REPAIR")
    accounts = {
        "ada": make_member("Ada", PostKind.OFFICE, office),
        "boris": make_member("Boris", PostKind.LEAD, body),
        "chen": make_member("Chen", PostKind.LIAISON, supply),
        "dana": make_member("Dana", PostKind.INSPECTOR, repair),
        "emil": make_member("Emil", PostKind.SPOKESPERSON, office),
        "fang": make_member("Fang", PostKind.LIAISON, repair),
    }
    return SimpleNamespace(
        body=body,
        office=office,
        supply=supply,
        repair=repair,
        accounts=accounts,
        **{name: actor_of(account) for name, account in accounts.items()},
    )


def opening(**changes: Any) -> Opening:
    """Brown water in the east, seen at noon."""
    said: dict[str, Any] = {
        "title": "Brown water in the east of the town",
        "matter": "People in several streets report brown tap water since the morning.",
        "seen_at": NOON,
    }
    return Opening(**{**said, **changes})


def make_case(cast: SimpleNamespace, *, by: Any = None, at: Any = NOON, **changes: Any) -> int:
    """Open a case led by the supply department."""
    changes.setdefault("unit", cast.supply.pk)
    return actions.open_case(opening(**changes), by=by or cast.ada, at=at)


def opinion(reasons: str = "As the duty log says.", **marks: int) -> OpinionDraft:
    """An opinion with these marks, and none on the other factors."""
    return OpinionDraft({**QUIET, **{Factor(name): mark for name, mark in marks.items()}}, reasons)


def registered(cast: SimpleNamespace, **changes: Any) -> int:
    """A case that waits for its two opinions."""
    case = make_case(cast, **changes)
    actions.register(case, by=cast.ada, at=NOON + HOUR / 2)
    return case


def assessed(cast: SimpleNamespace, *, marks: dict[str, int] | None = None, **changes: Any) -> int:
    """A case on whose level two agree."""
    case = registered(cast, **changes)
    for who in (cast.ada, cast.chen):
        actions.give_opinion(
            case, opinion(**({"harm": 2} if marks is None else marks)), by=who, at=NOON + HOUR
        )
    return case


def assigned(cast: SimpleNamespace, **changes: Any) -> int:
    """A case that its lead unit has to answer."""
    case = assessed(cast, **changes)
    actions.assign(case, Case.objects.get(pk=case).unit_id, by=cast.boris, at=NOON + HOUR)
    return case


def fact(**changes: Any) -> FactDraft:
    """What is not known yet."""
    said: dict[str, Any] = {
        "claim": "The water is poisonous.",
        "finding": "unknown",
        "words": "The laboratory is testing two samples.",
        "known_by": NOON + 24 * HOUR,
    }
    return FactDraft(**{**said, **changes})


def note(answer: int = 1, kind: str = "answer", **changes: Any) -> actions.AnswerNote:
    """An answer given by Emil."""
    said: dict[str, Any] = {
        "title": "The brown water is safe to wash with",
        "link": "/answers/brown-water/",
        "spokesperson": "Emil",
        "post": "Spokesperson",
    }
    return actions.AnswerNote(answer, kind, **{**said, **changes})


def answered(cast: SimpleNamespace, *, at: Any = NOON + 3 * HOUR, **changes: Any) -> int:
    """A case that was answered in public by Emil."""
    case = assigned(cast, **changes)
    actions.note_answer([case], note(case), by=cast.emil, at=at)
    return case


def closed(cast: SimpleNamespace, *, at: Any = NOON + 30 * HOUR, **changes: Any) -> tuple[int, int]:
    """A closed case and its review."""
    case = answered(cast, **changes)
    return case, actions.close_case(case, "", by=cast.boris, at=at)
