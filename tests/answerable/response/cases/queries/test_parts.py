"""The parts of a case that can be split off."""

import pytest

from answerable.response.cases import actions
from answerable.response.cases.queries.parts import parts_of
from tests.answerable.listening.signals.makers import make_signal
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.makers import fact, make_case, make_cast
from tests.answerable.response.letters.makers import make_letter

pytestmark = pytest.mark.django_db


def test_stories_signals_letters_and_facts_are_listed_with_their_names() -> None:
    cast, story, letter = make_cast(), make_story(), make_letter()
    signal = make_signal(watch=None, story=story, title="Water grows")
    case = make_case(cast, stories=(story.pk,), signals=(signal.pk,), letters=(letter.pk,))
    made = actions.add_fact(case, fact(), by=cast.ada, at=NOON)
    assert parts_of(case) == {
        "stories": [(story.pk, story.title)],
        "signals": [(signal.pk, "Water grows")],
        "letters": [(letter.pk, str(letter.pk))],
        "facts": [(made, "The water is poisonous.")],
    }
