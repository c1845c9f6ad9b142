"""The parts of a case that can become a case of their own."""

from answerable.listening.stories import queries as stories
from answerable.response.cases.models import Case, CaseSignal


def parts_of(case: int) -> dict[str, list[tuple[int, str]]]:
    """List stories, signals, letters and facts of a case with their names, for a form."""
    row = Case.objects.get(pk=case)
    known = stories.stories(row.stories.values_list("story", flat=True))
    signals = CaseSignal.objects.filter(case=row).select_related("signal").order_by("pk")
    return {
        "stories": [(story.id, story.title) for story in known.values()],
        "signals": [(one.signal_id, one.signal.title) for one in signals],
        "letters": [(letter, str(letter)) for letter in row.letters.values_list("letter", flat=True)],
        "facts": list(row.facts.order_by("pk").values_list("pk", "claim")),
    }
