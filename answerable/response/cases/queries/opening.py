"""What a new case starts from: stories, signals and letters that somebody chose."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from answerable.kernel.actor import Actor
from answerable.listening.signals import queries as signals
from answerable.listening.signals.queries import SignalRow
from answerable.listening.stories import queries as stories
from answerable.listening.stories.queries import StoryRow
from answerable.response.cases.models import CaseLetter, CaseSignal, CaseStory
from answerable.response.cases.queries.door import WORK, cases_of
from answerable.response.cases.queries.names import CaseName, case_name
from answerable.response.cases.rules.states import OPEN


@dataclass(frozen=True, slots=True)
class Start:
    """What was chosen. `case` has a signal or letter of it already; `near` are open cases of a story."""

    stories: tuple[StoryRow, ...]
    signals: tuple[SignalRow, ...]
    letters: tuple[int, ...]
    case: int | None
    near: tuple[CaseName, ...]

    @property
    def story_ids(self) -> tuple[int, ...]:
        """The stories to connect: those chosen and those of the signals."""
        of_signals = (signal.story for signal in self.signals if signal.story)
        return tuple(dict.fromkeys([*(story.id for story in self.stories), *of_signals]))

    @property
    def signal_ids(self) -> tuple[int, ...]:
        """The signals to connect."""
        return tuple(signal.id for signal in self.signals)

    @property
    def title(self) -> str:
        """What it could be called."""
        found = [*(signal.title for signal in self.signals), *(story.title for story in self.stories)]
        return found[0][:200] if found else ""

    @property
    def seen_at(self) -> datetime | None:
        """When the concern was first seen: the first signal, or else the first time we read of it."""
        raised = [signal.raised_at for signal in self.signals]
        opened = [story.opened_at for story in self.stories]
        return min(raised or opened, default=None)


def start_of(
    actor: Actor,
    *,
    story_ids: Collection[int] = (),
    signal_ids: Collection[int] = (),
    letters: Collection[int] = (),
) -> Start:
    """Look up what was chosen, as far as the actor may see it."""
    actor.need(WORK)
    found = tuple(_signal(actor, signal) for signal in signal_ids)
    shown = {**_stories([*story_ids, *(signal.story for signal in found if signal.story)])}
    return Start(
        stories=tuple(shown.values()),
        signals=found,
        letters=tuple(letters),
        case=_case_with(actor, signal_ids, letters),
        near=_near(actor, shown),
    )


def _signal(actor: Actor, signal: int) -> SignalRow:
    return signals.signal_page(actor, signal).signal


def _stories(ids: Collection[int]) -> dict[int, StoryRow]:
    return dict(sorted(stories.stories(ids).items()))


def _case_with(actor: Actor, signal_ids: Collection[int], letters: Collection[int]) -> int | None:
    """Find the case that has one of these already and that the actor may see."""
    found = [
        *CaseSignal.objects.filter(signal__in=signal_ids).values_list("case", flat=True),
        *CaseLetter.objects.filter(letter__in=letters).values_list("case", flat=True),
    ]
    case: int | None = (
        cases_of(actor).filter(pk__in=found).order_by("pk").values_list("pk", flat=True).first()
    )
    return case


def _near(actor: Actor, ids: Collection[int]) -> tuple[CaseName, ...]:
    """Find open cases about one of these stories: perhaps the same concern."""
    having = CaseStory.objects.filter(story__in=ids).values("case")
    rows = cases_of(actor).filter(pk__in=having, state__in=OPEN).order_by("pk")
    return tuple(case_name(row) for row in rows[:5])
