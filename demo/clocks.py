"""The town's working days and its duty rota: its own office hours, weeks of duty by turns, and notes handed over."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from answerable.kernel.actor import MACHINE, Actor
from answerable.office.clocks import actions as clocks
from answerable.office.people import queries as people
from answerable.office.people.rules import PostKind
from answerable.office.rota import actions as rota
from answerable.office.rota import queries as duty
from answerable.office.rota.rules import Stint

Cast = Mapping[str, Actor]
"""The people of the town by the name they sign in with."""

#: The town opens half an hour earlier than most and rests two hours at noon.
HOURS = ((time(8, 30), time(12)), (time(14), time(17, 30)))
WEEK = timedelta(days=7)
#: The rota reaches from the day the town began to two weeks past the day somebody looks.
WEEKS = 16
NOTES = (
    (timedelta(days=89), "南湖片区停水抢修预计今晚恢复，恢复后请更新答复并电话回访来信人。"),
    (timedelta(days=91), "无未办急件。水质话题仍在增长，九点先看信号页。"),
)


def load(cast: Cast, *, at: datetime) -> None:
    """Set the office hours and the rota of the town, which began at `at`."""
    keeper = next(actor for actor in cast.values() if actor.may("calendars.keep"))
    clocks.ensure("CN", by=MACHINE, at=at)
    clocks.change_hours("CN", HOURS, by=keeper, at=at)
    posts = people.posts_of_kinds([PostKind.OFFICE, PostKind.SPOKESPERSON])
    held = people.holdings_on([post.id for post in posts], at=at)
    first = {one.person: rota.Duty(one.person, one.post) for one in reversed(held)}
    monday = duty.week_of(at)
    rota.add_turns(list(first.values()), Stint(monday, monday + WEEK), WEEKS, by=keeper, at=at)
    for later, words in NOTES:
        note = rota.write_note(words, by=keeper, at=at + later)
        if later == NOTES[0][0]:
            rota.take_over(note, by=keeper, at=at + later + timedelta(hours=12))
