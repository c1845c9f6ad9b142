"""What a report upward begins with: the case and its stories, put into sentences that people then edit."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from answerable.response.cases.queries.names import FactRow, subject_of
from answerable.response.cases.queries.room import CaseRoom
from answerable.response.cases.rules.findings import FINDING_NAMES, Finding
from answerable.response.cases.rules.levels import LEVEL_NAMES
from answerable.response.cases.rules.papers import PAPER_NAMES, PaperKind
from answerable.web.templatetags.components import absolute

#: A head and its sentences; one without sentences is left out.
Section = tuple[str, list[str]]


def title_of(room: CaseRoom, kind: PaperKind) -> str:
    """Give the title of a report."""
    return _("%(kind)s on “%(title)s”") % {"kind": PAPER_NAMES[kind], "title": room.case.title}


def text_of(room: CaseRoom, kind: PaperKind) -> str:
    """Give the text of a report: what happened, how far it went, what is known and not known, what was done."""
    parts = [_what(room)] if kind is PaperKind.VERBAL else [_what(room), _spread(room), _known(room)]
    parts += [_done(room), _next(room, kind)]
    numbers = (_("1. %(head)s"), _("2. %(head)s"), _("3. %(head)s"), _("4. %(head)s"), _("5. %(head)s"))
    filled = ((head, lines) for head, lines in parts if lines)
    return "\n\n".join(
        "\n".join([number % {"head": head}, *lines])
        for number, (head, lines) in zip(numbers, filled, strict=False)
    )


def _section(head: str, lines: Iterator[str]) -> Section:
    return head, [line for line in lines if line]


def _what(room: CaseRoom) -> Section:
    def lines() -> Iterator[str]:
        yield room.matter or room.case.title
        if room.event_known_at:
            yield _("The event became known to us on %(at)s.") % {"at": absolute(room.event_known_at)}
        yield _("The concern was first seen on %(at)s.") % {"at": absolute(room.times.seen_at)}
        if room.level:
            yield _("Level: %(level)s.") % {"level": LEVEL_NAMES[room.level]}
        yield _("Lead unit: %(unit)s.") % {"unit": room.unit_name}

    return _section(_("What happened"), lines())


def _spread(room: CaseRoom) -> Section:
    def lines() -> Iterator[str]:
        for story in room.stories:
            yield _(
                "“%(title)s”: %(publications)s publications, %(items)s items, from %(first)s to %(last)s."
            ) % {
                "title": story.title,
                "publications": story.publications,
                "items": story.items,
                "first": absolute(story.first_at),
                "last": absolute(story.last_at),
            }

    return _section(_("How far it has gone"), lines())


def _known(room: CaseRoom) -> Section:
    known = [fact for fact in room.facts if fact.finding is not Finding.UNKNOWN]
    unknown = [fact for fact in room.facts if fact.finding is Finding.UNKNOWN]

    def lines() -> Iterator[str]:
        for fact in known:
            yield _("“%(claim)s”: %(finding)s. %(words)s") % _fact(fact)
        for fact in unknown:
            when = absolute(fact.known_by) if fact.known_by else ""
            yield _("“%(claim)s”: not known yet; we will know by %(when)s. %(words)s") % {
                **_fact(fact),
                "when": when,
            }

    return _section(_("What is known and what is not"), lines())


def _fact(fact: FactRow) -> dict[str, object]:
    return {"claim": fact.claim, "finding": FINDING_NAMES[fact.finding], "words": fact.words}


def _done(room: CaseRoom) -> Section:
    def lines() -> Iterator[str]:
        times = room.times
        if times.acknowledged_at:
            yield _("%(at)s: acknowledged in public. %(how)s") % {
                "at": absolute(times.acknowledged_at),
                "how": times.acknowledged_how,
            }
        for answer in room.answers:
            yield _("%(at)s: %(who)s answered in public: %(title)s.") % {
                "at": absolute(answer.published_at),
                "who": f"{answer.spokesperson} {answer.post}".strip(),
                "title": answer.title,
            }
        for task in room.tasks:
            if task.done_at:
                yield _("%(at)s: %(unit)s: %(result)s") % {
                    "at": absolute(task.done_at),
                    "unit": task.unit,
                    "result": task.result,
                }

    return _section(_("What was done"), lines())


def _next(room: CaseRoom, kind: PaperKind) -> Section:
    def lines() -> Iterator[str]:
        for due, words in sorted([*_asked(room), *_owed(room)]):
            yield _("By %(at)s: %(words)s") % {"at": absolute(due), "words": words}
        if kind is not PaperKind.FINAL:
            yield _("We report again as soon as more is known.")

    return _section(_("What comes next"), lines())


def _asked(room: CaseRoom) -> Iterator[tuple[datetime, str]]:
    """What other units are to do, by when."""
    for task in room.tasks:
        if task.is_open:
            yield task.due_at, _("%(unit)s: %(words)s") % {"unit": task.unit, "words": task.words}


def _owed(room: CaseRoom) -> Iterator[tuple[datetime, str]]:
    """What the case's own clocks ask for; those of the reports themselves are no news to who reads one."""
    for clock in room.clocks:
        if clock.subject == subject_of(room.case.id):
            yield clock.due, _("%(stage)s.") % {"stage": clock.stage_name}
