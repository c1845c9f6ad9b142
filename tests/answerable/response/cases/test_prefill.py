"""What a report upward begins with."""

import pytest
from django.utils import translation

from answerable.response.cases import actions
from answerable.response.cases.actions import EvidenceDraft, TaskDraft
from answerable.response.cases.prefill import text_of, title_of
from answerable.response.cases.queries.room import room
from answerable.response.cases.rules.papers import PaperKind
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import HOUR, answered, assigned, fact, make_cast

pytestmark = pytest.mark.django_db


def filled(rules: bool = True):
    """A case with everything a report can speak of."""
    cast, story = make_cast(), make_story()
    case = answered(cast, stories=(story.pk,), event_known_at=NOON - HOUR)
    actions.acknowledge(case, "On the site.", by=cast.ada, at=NOON + HOUR)
    actions.add_fact(case, fact(), by=cast.ada, at=NOON + HOUR)
    piece = (EvidenceDraft("document", "Report 31"),)
    known = fact(claim="It is rust.", finding="confirmed", words="Iron from an old main.", evidence=piece)
    actions.add_fact(case, known, by=cast.ada, at=NOON + HOUR)
    done = actions.set_task(
        case, TaskDraft(cast.repair.pk, "Flush.", NOON + 9 * HOUR), by=cast.ada, at=NOON + HOUR
    )
    actions.finish_task(done, "Flushed.", by=cast.fang, at=NOON + 2 * HOUR)
    waits = TaskDraft(cast.repair.pk, "Take samples.", NOON + 9 * HOUR)
    actions.set_task(case, waits, by=cast.ada, at=NOON + HOUR)
    return story, room(cast.ada, case, at=NOON + 4 * HOUR)


def test_a_written_report_holds_what_happened_what_is_known_and_what_comes_next(rules_in_force) -> None:
    story, found = filled()
    text = text_of(found, PaperKind.FIRST)
    for words in (
        "several streets",
        story.title,
        "Level: considerable.",
        "“It is rust.”: confirmed. Iron from an old main.",
        "“The water is poisonous.”: not known yet; we will know by",
        "On the site.",
        "Emil Spokesperson answered in public",
        "Repair: Flushed.",
        "Repair: Take samples.",
        "We report again",
    ):
        assert words in text
    assert title_of(found, PaperKind.FIRST).startswith("First written report on “Brown water")


def test_a_verbal_report_is_short_and_the_final_one_promises_no_further_one() -> None:
    story, found = filled()
    verbal = text_of(found, PaperKind.VERBAL)
    assert story.title not in verbal
    assert "poisonous" not in verbal
    assert "We report again" not in text_of(found, PaperKind.FINAL)


def test_sections_are_numbered_without_a_gap_and_what_comes_next_is_in_order(rules_in_force) -> None:
    cast = make_cast()
    case = assigned(cast)
    waits = TaskDraft(cast.repair.pk, "Take samples.", NOON + 9 * HOUR)
    actions.set_task(case, waits, by=cast.ada, at=NOON + HOUR)
    text = text_of(room(cast.ada, case, at=NOON + 4 * HOUR), PaperKind.FIRST)
    assert [line[:2] for line in text.splitlines() if line[1:3] == ". "] == ["1.", "2."]
    assert text.index("Take samples.") < text.index("Publish the answer")


def test_a_report_is_begun_in_the_writer_s_language() -> None:
    _story, found = filled()
    with translation.override("zh-hans"):
        assert text_of(found, PaperKind.FIRST).startswith("一、基本情况")
        assert "首次书面报告" in title_of(found, PaperKind.FIRST)
