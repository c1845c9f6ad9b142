"""The published answers as a public site shelves them: by month, by concern, and as one edition."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.db.models import Count
from django.db.models.functions import TruncMonth

from answerable.response.answers.models import Answer, AnswerCase
from answerable.response.answers.queries.published import PAGE_SIZE, PublishedPage, page_of
from answerable.response.answers.rules.states import PUBLIC, Kind, State


@dataclass(frozen=True, slots=True)
class Release:
    """When something that still stands was said in public in a concern."""

    case: int
    kind: Kind
    at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A permanent address, its language and the time of its last change."""

    slug: str
    language: str
    at: datetime


def edition() -> str:
    """Name the state of everything public: any publication, correction or withdrawal gives another name.

    One query along the index of `updated_at`, which every publication moves: it is asked for each page that is read.
    """
    newest = Answer.objects.filter(updated_at__isnull=False).order_by("-updated_at", "-pk")
    last = newest.values_list("pk", "last_number", "updated_at").first()
    return "|".join(str(part) for part in last) if last else ""


def places() -> tuple[Place, ...]:
    """List every permanent address, the newest change first."""
    rows = Answer.objects.filter(state__in=PUBLIC).order_by("-updated_at", "-pk")
    found = rows.values_list("slug", "language", "updated_at")
    return tuple(Place(slug, language, at) for slug, language, at in found if slug and at)


def months(*, language: str, zone: tzinfo) -> tuple[tuple[int, int, int], ...]:
    """List (year, month, how many answers were first published in it), the newest first."""
    rows = Answer.objects.filter(state__in=PUBLIC, language=language)
    by_month = rows.annotate(month=TruncMonth("published_at", tzinfo=zone)).values("month")
    counted = by_month.annotate(count=Count("pk")).order_by("-month").values_list("month", "count")
    return tuple((month.year, month.month, count) for month, count in counted)


def published_in(
    year: int, month: int, *, language: str, zone: tzinfo, page: int = 1, size: int = PAGE_SIZE
) -> PublishedPage:
    """Give one page of what was first published in a month, the newest first."""
    begin = datetime(year, month, 1, tzinfo=zone)
    end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone)
    rows = Answer.objects.filter(state__in=PUBLIC, language=language)
    rows = rows.filter(published_at__gte=begin, published_at__lt=end)
    return page_of(rows.order_by("-published_at", "-pk"), page=page, size=size)


def releases(cases: Collection[int]) -> tuple[Release, ...]:
    """List what was said in some concerns and was not withdrawn since, the earliest first. One query."""
    rows = AnswerCase.objects.filter(case__in=list(cases), answer__state__in=PUBLIC)
    rows = rows.exclude(answer__state=State.WITHDRAWN).order_by("answer__published_at", "pk")
    found = rows.values_list("case", "answer__kind", "answer__published_at")
    return tuple(Release(case, Kind(kind), at) for case, kind, at in found if at)
