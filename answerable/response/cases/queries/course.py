"""The course of a case, put together from what was done: nobody types it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from answerable.response.cases.models import Case
from answerable.response.cases.queries.names import link_to
from answerable.response.cases.rules.course import Happened
from answerable.response.cases.rules.states import PaperState

#: What is loaded with a case so that its course needs a fixed number of queries.
PARTS = (
    "assessments__opinions",
    "facts",
    "tasks__unit",
    "papers",
    "answers",
    "handovers",
    "merged",
    "split_off",
    "signals__signal",
    "reviews",
)


@dataclass(frozen=True, slots=True)
class CourseStep:
    """One step: when, what happened, who did it, a few words, and where to look. `level` for a settled level."""

    at: datetime
    happened: Happened
    who: str = ""
    words: str = ""
    link: str = ""
    level: str = ""

    def as_kept(self) -> dict[str, str]:
        """Give the step as a review keeps it."""
        return {
            "at": self.at.isoformat(),
            "happened": self.happened.value,
            "who": self.who,
            "words": self.words,
            "link": self.link,
            "level": self.level,
        }


def kept_step(kept: dict[str, str]) -> CourseStep:
    """Read a step that a review kept."""
    return CourseStep(
        datetime.fromisoformat(kept["at"]),
        Happened(kept["happened"]),
        kept["who"],
        kept["words"],
        kept["link"],
        kept["level"],
    )


def course_of(case: int) -> tuple[CourseStep, ...]:
    """Give the course of a case, oldest first; eleven queries, however long it is."""
    return course(Case.objects.prefetch_related(*PARTS).get(pk=case))


def course(row: Case) -> tuple[CourseStep, ...]:
    """Give the course of a case that was loaded with PARTS."""
    steps = [*_times(row), *_listening(row), *_assessing(row), *_working(row), *_papers(row), *_ends(row)]
    order = list(Happened)
    return tuple(sorted(steps, key=lambda step: (step.at, order.index(step.happened))))


def _times(row: Case) -> Iterator[CourseStep]:
    yield CourseStep(row.seen_at, Happened.SEEN)
    yield CourseStep(row.opened_at, Happened.OPENED, row.opened_by)
    if row.event_known_at:
        yield CourseStep(row.event_known_at, Happened.KNOWN)
    if row.registered_at:
        yield CourseStep(row.registered_at, Happened.REGISTERED)
    if row.acknowledged_at:
        yield CourseStep(row.acknowledged_at, Happened.ACKNOWLEDGED, words=row.acknowledged_how)
    if row.judged_at:
        yield CourseStep(row.judged_at, Happened.JUDGED)


def _listening(row: Case) -> Iterator[CourseStep]:
    for one in row.signals.all():
        yield CourseStep(one.signal.raised_at, Happened.SIGNAL, words=one.signal.title)
    for other in row.merged.all():
        yield CourseStep(other.opened_at, Happened.MERGED, words=other.title, link=link_to(other.pk))
    for other in row.split_off.all():
        yield CourseStep(other.opened_at, Happened.SPLIT, words=other.title, link=link_to(other.pk))


def _assessing(row: Case) -> Iterator[CourseStep]:
    """Opinions stand in the course only once both are in: until then each is blind to the other."""
    for found in row.assessments.all():
        opinions = list(found.opinions.all())
        for opinion in opinions if len(opinions) > 1 else []:
            yield CourseStep(
                opinion.given_at, Happened.OPINION, opinion.person_name, opinion.reasons, level=opinion.level
            )
        if found.settled_at:
            yield CourseStep(
                found.settled_at, Happened.LEVEL, found.settled_by_name, found.reasons, level=found.level
            )
            if found.dissent:
                yield CourseStep(found.settled_at, Happened.DISSENT, found.dissent_by_name, found.dissent)


def _working(row: Case) -> Iterator[CourseStep]:
    for fact in row.facts.all():
        yield CourseStep(fact.checked_at, Happened.FACT, fact.checked_by, fact.claim)
    for task in row.tasks.all():
        yield CourseStep(task.set_at, Happened.TASK, task.unit.name, task.words)
        if task.done_at:
            yield CourseStep(task.done_at, Happened.TASK_DONE, task.done_by, task.result)
    for answer in row.answers.all():
        yield CourseStep(
            answer.published_at, Happened.ANSWER, f"{answer.spokesperson} {answer.post}".strip(), answer.title,
            answer.link,
        )  # fmt: skip


def _papers(row: Case) -> Iterator[CourseStep]:
    for paper in row.papers.all():
        if PaperState(paper.state) in (PaperState.SENT, PaperState.RECEIPTED) and paper.sent_at:
            told = paper.told_at or paper.sent_at
            yield CourseStep(told, Happened.REPORTED, paper.told_by or paper.signed_by_name, paper.title)
        if paper.receipted_at:
            yield CourseStep(paper.receipted_at, Happened.RECEIPT, words=paper.receipt)


def _ends(row: Case) -> Iterator[CourseStep]:
    for one in row.handovers.all():
        yield CourseStep(one.at, Happened.HANDED_OVER, one.by_name, f"{one.to}: {one.reason}")
        if one.confirmed_at:
            yield CourseStep(one.confirmed_at, Happened.CONFIRMED, words=one.confirmed_how)
    for review in row.reviews.all():
        yield CourseStep(review.due_since, Happened.CLOSED, words=row.closing_words)
        if review.held_at:
            yield CourseStep(review.held_at, Happened.REVIEWED, review.held_by)
