"""The parts of a case that can become a case of their own."""

from answerable.listening.stories import queries as stories
from answerable.response.cases.models import CaseLetter, CaseSignal, CaseStory, Fact


def parts_of(case: int) -> dict[str, list[tuple[int, str]]]:
    """List stories, signals, letters and facts of a case with their names, for a form."""
    letters = CaseLetter.objects.filter(case=case).values_list("letter", flat=True)
    signals = CaseSignal.objects.filter(case=case).select_related("signal").order_by("pk")
    return {
        "stories": stories_of(case),
        "signals": [(one.signal_id, one.signal.title) for one in signals],
        "letters": [(letter, str(letter)) for letter in letters],
        "facts": list(Fact.objects.filter(case=case).order_by("pk").values_list("pk", "claim")),
    }


def stories_of(case: int) -> list[tuple[int, str]]:
    """List the stories of a case with their names, for a form; three queries."""
    known = stories.stories(CaseStory.objects.filter(case=case).values_list("story", flat=True))
    return [(story.id, story.title) for story in known.values()]
