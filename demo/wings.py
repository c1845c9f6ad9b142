"""What the town's people have done by the time somebody looks: each room's part, through the room's own actions."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import translation

from answerable.kernel.actor import Actor
from answerable.office.notices import actions as notices
from answerable.office.people import queries as people
from demo import (
    accountability,
    answers,
    cases,
    channel_health,
    channels,
    clocks,
    duties,
    foresight,
    inspections,
    letters,
    papers,
    plan,
    questionnaires,
    signals,
    training,
)
from demo.town import CAST

#: The plan has been in force for about a quarter, so that one quarter-end is behind the town.
LIVED = timedelta(days=92)
#: What came in so short a time may still lie unread.
UNREAD = timedelta(hours=18)


def cast_at(at: datetime) -> dict[str, Actor]:
    """Give the town's people by the name they sign in with, as their posts make them at a moment."""
    accounts = {citizen.login: people.account_named(citizen.login) for citizen in CAST}
    return {login: people.actor_for(account, at=at) for login, account in accounts.items() if account}


def fill_wings(at: datetime, *, tell: Callable[[str], None]) -> None:
    """Let the plan come into force and the people answer, carry out their duties and write to one another."""
    tell("the written plan")
    began = at - LIVED
    clocks.load(cast_at(began), at=began)
    plan.load(cast_at(began), at=began)
    cast = cast_at(at)
    signals.load(cast, at=at)
    tell("cases, letters and answers")
    known = cases.load(cast, at=at)
    answers.load(cast, at=at, cases=known)
    letters.load(cast, at=at)
    tell("channels and what they carried")
    channels.load(cast, at=at)
    foresight.load(cast_at(at), at=at)
    tell("duties of a quarter")
    duties.load(cast, at=at)
    tell("missed duties")
    accountability.load(cast, at=at)
    tell("questionnaires and training")
    questionnaires.load(cast, at=at)
    training.load(cast, at=at)
    tell("inspections")
    # An inspector writes a finding in the words of the checklist, and the town's checklists are read in its language.
    with translation.override("zh-hans"):
        inspections.load(cast, at=at)
    tell("health of the channels")
    channel_health.load(cast, at=at)
    tell("papers")
    papers.load(cast, at=at)
    _read_the_post(at - UNREAD)


def _read_the_post(at: datetime) -> None:
    """Everybody has read what came before today."""
    for actor in cast_at(at).values():
        if actor.person is not None:
            notices.acknowledge_all(by=actor, at=at)
