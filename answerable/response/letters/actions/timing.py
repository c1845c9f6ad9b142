"""The clocks of a letter: started, stopped while the asker explains, met by an answer and by nothing less."""

from datetime import datetime

from django.utils.translation import gettext as _

from answerable.kernel.actor import MACHINE, Actor
from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.office.clocks import actions as clocks
from answerable.office.clocks import queries as clock_queries
from answerable.response.letters.models import Letter
from answerable.response.letters.rules.clockwork import (
    ASKED,
    EXTENDED,
    LETTER_RULE,
    letter_link,
    letter_subject,
)


def start(letter: Letter, *, since: datetime, by: Actor, at: datetime) -> None:
    """Start the clocks that the plan in force sets for letters; without one there are none."""
    subject = letter_subject(letter.pk)
    matter = clocks.Matter(
        subject, f"{letter.reference} {letter.title}", letter_link(letter.pk), letter.unit_id
    )
    clocks.start_rule(LETTER_RULE, matter, since=since, by=by, at=at)


def running(letter: Letter, *, at: datetime) -> list[clock_queries.ClockRow]:
    """List the clocks of a letter that run or stand still."""
    rows = clock_queries.clocks_of(letter_subject(letter.pk), at=at)
    return [row for row in rows if row.state in ("running", "paused", "breached")]


def pause(letter: Letter, *, by: Actor, at: datetime) -> bool:
    """Let the clocks stand still while the asker explains; say whether the rule allowed it."""
    paused = False
    for row in running(letter, at=at):
        try:
            clocks.pause(row.id, ASKED, by=by, at=at)
        except NotAllowed:
            continue
        paused = True
    return paused


def go_on(letter: Letter, *, at: datetime) -> None:
    """Let clocks that stand still run again."""
    for row in running(letter, at=at):
        if row.state == "paused":
            clocks.resume(row.id, by=MACHINE, at=at)


def meet(letter: Letter, *, by: Actor, at: datetime) -> bool | None:
    """Note that the answer has reached the asker; say whether in time, None where no limit was set."""
    go_on(letter, at=at)
    rows = running(letter, at=at)
    for row in rows:
        clocks.meet(letter_subject(letter.pk), row.stage, by=by, at=at)
    return all(at <= row.due for row in rows) if rows else None


def close(letter: Letter, *, by: Actor, at: datetime) -> None:
    """Freeze the clocks of a letter that is over."""
    clocks.close(letter_subject(letter.pk), by=by, at=at)


def extend(letter: Letter, reason: str, *, by: Actor, at: datetime) -> datetime:
    """Give a letter the longer time that the rule allows; gives when it ends now."""
    rows = running(letter, at=at)
    if not rows:
        raise Anticipated(
            _("No clock runs for this letter, so there is nothing to extend."), _("Answer it when you can.")
        )
    rule = clock_queries.rule(LETTER_RULE)
    limit = rule.extend.limit if rule is not None and rule.extend is not None else EXTENDED
    for row in rows:
        clocks.extend(row.id, limit, reason, by=by, at=at)
    return max(row.due for row in running(letter, at=at))


def hand_on(letter: Letter, *, by: Actor, at: datetime) -> None:
    """Let the running clocks call the unit that has the letter now; no limit moves by it."""
    clocks.hand_on(letter_subject(letter.pk), letter.unit_id, by=by, at=at)
