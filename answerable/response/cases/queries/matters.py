"""What a case is about, for rooms that find cases by their stories and words."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from answerable.response.cases.models import Case, CaseStory


@dataclass(frozen=True, slots=True)
class CaseMatter:
    """The words of a case and the stories it is about."""

    title: str
    matter: str
    stories: frozenset[int]
    seen_at: datetime


def matter_of(case: int) -> CaseMatter | None:
    """Give what a case is about; None where there is no such case."""
    row = Case.objects.filter(pk=case).first()
    if row is None:
        return None
    return CaseMatter(
        row.title, row.matter, frozenset(row.stories.values_list("story", flat=True)), row.seen_at
    )


def cases_of_stories(stories: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Say which cases are about each story; stories without a case are left out. One query."""
    found: dict[int, list[int]] = defaultdict(list)
    rows = CaseStory.objects.filter(story__in=list(stories)).order_by("case")
    for story, case in rows.values_list("story", "case"):
        found[story].append(case)
    return {story: tuple(cases) for story, cases in found.items()}
