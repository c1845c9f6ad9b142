"""Papers that make themselves: when a duty that asks for one opens, its draft lies there."""

from datetime import date, datetime

from answerable.governance.duties.queries.papers import RunWithPaper, runs_with_papers
from answerable.kernel.actor import MACHINE
from answerable.reports.actions.making import Asked, make
from answerable.reports.kinds import KINDS
from answerable.reports.models import Paper
from answerable.reports.queries.offers import offered_by_duty
from answerable.reports.rules.periods import span_of


def draft_due(*, at: datetime) -> int:
    """Make the drafts of all runs owed now whose duty names a kind of paper; gives how many were made.

    One that is about a single thing is made from the page of that thing, and a guarded one by a person.
    """
    runs = [run for run in runs_with_papers() if _is_made(run)]
    there = set(Paper.objects.filter(key__in=[_key(run) for run in runs]).values_list("key", flat=True))
    waiting = [run for run in runs if _key(run) not in there]
    for run in waiting:
        begin, end = period_of_run(run)
        asked = Asked(
            run.paper,
            run.language,
            begin,
            end,
            run.unit,
            _subject(run),
            run.id,
            _key(run),
            offered_by_duty(run, at=at),
        )
        make(asked, by=MACHINE, at=at)
    return len(waiting)


def _is_made(run: RunWithPaper) -> bool:
    kind = KINDS.get(run.paper)
    return kind is not None and not kind.about.guarded and kind.about.subject in ("", "post")


def _subject(run: RunWithPaper) -> str:
    return f"post:{run.post}" if KINDS[run.paper].about.subject == "post" else ""


def period_of_run(run: RunWithPaper) -> tuple[date, date]:
    """Give the days that a run's paper is about: the kind's span, ending with the run's period."""
    begin, end = span_of(KINDS[run.paper].about.span, run.period_end)
    return min(begin, run.period_begin), max(end, run.period_end)


def _key(run: RunWithPaper) -> str:
    return f"run:{run.id}"
