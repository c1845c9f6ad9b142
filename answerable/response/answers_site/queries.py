"""What readers said below answers, for the office alone: nothing of it is published."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from answerable.kernel.actor import Actor
from answerable.response.answers import queries as answers
from answerable.response.answers_site.models import Verdict

READ = "answers.read"
PAGE_SIZE = 50
#: Open questions shown below one answer; older ones lead nowhere any more.
MOST_QUESTIONS = 200


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What was still open for a reader, on a day."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What readers said of one answer."""

    answer: int
    title: str
    slug: str
    language: str
    helped: int
    total: int
    questions: tuple[OpenQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class VerdictTable:
    """A page of answers that readers judged."""

    rows: tuple[Verdicts, ...]
    total: int
    page: int
    pages: int


def verdicts_of(actor: Actor, answer: int) -> Verdicts | None:
    """Give what readers said of one answer; None where there is no such published answer."""
    actor.need(READ)
    found = answers.published_of([answer]).get(answer)
    if found is None:
        return None
    said = Verdict.objects.filter(answer=answer)
    counts = said.aggregate(total=Count("pk"), helped=Count("pk", filter=Q(helped=True)))
    rows = said.exclude(open_question="").order_by("-day", "-pk").values_list("open_question", "day")
    questions = tuple(OpenQuestion(words, day) for words, day in rows[:MOST_QUESTIONS])
    return Verdicts(
        answer, found.title, found.slug, found.language, counts["helped"], counts["total"], questions
    )


@dataclass(frozen=True, slots=True)
class Judged:
    """What readers said in a span of days: how many judged, found that it helped, left a question open."""

    total: int
    helped: int
    questions: int


def verdicts_between(begin: date, end: date) -> Judged:
    """Count what readers said from one day to another, both included; one query."""
    counts = Verdict.objects.filter(day__range=(begin, end)).aggregate(
        total=Count("pk"),
        helped=Count("pk", filter=Q(helped=True)),
        questions=Count("pk", filter=~Q(open_question="")),
    )
    return Judged(counts["total"], counts["helped"], counts["questions"])


def judged(actor: Actor, *, page: int = 1) -> VerdictTable:
    """Give one page of the answers that readers judged, those with the most open questions first."""
    actor.need(READ)
    rows = Verdict.objects.values("answer").annotate(
        total=Count("pk"),
        helped=Count("pk", filter=Q(helped=True)),
        asked=Count("pk", filter=~Q(open_question="")),
    )
    total = rows.count()
    pages = max(-(-total // PAGE_SIZE), 1)
    page = min(max(page, 1), pages)
    shown = list(rows.order_by("-asked", "-total", "-answer")[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])
    named = answers.published_of(row["answer"] for row in shown)
    return VerdictTable(
        tuple(
            Verdicts(
                row["answer"],
                named[row["answer"]].title,
                named[row["answer"]].slug,
                named[row["answer"]].language,
                row["helped"],
                row["total"],
            )
            for row in shown
            if row["answer"] in named
        ),
        total,
        page,
        pages,
    )
