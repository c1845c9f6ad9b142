"""A person marks what no rule can know."""

import pytest

from answerable.kernel.errors import Anticipated, NotAllowed
from answerable.kernel.trail.models import Payload
from answerable.response.letters import actions, queries
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.contacts import contact_of
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import make_letter

TEXT = "The child Mimi of Mill House 9 was bitten by a dog on the way to school."


def test_marked_words_are_masked_everywhere_and_the_rest_stays(office):
    letter = make_letter(title="Mimi was bitten", text=TEXT)
    actions.clarify(letter, "Mimi is six.", by=actions.ASKER, at=NOON)
    assert actions.mask_more(letter.pk, "Mimi\n\n Mill House 9 ", by=office.ada, at=NOON) == 2
    page = queries.letter_page(office.ada, letter.pk, at=NOON)
    said = page.title + page.text + " ".join(step.text for step in page.steps)
    assert "Mimi" not in said
    assert "Mill House" not in said
    assert "bitten by a dog" in said
    assert queries.table(office.ada, queries.Wish(tab="all", words="Mimi"), at=NOON).total == 0


def test_what_the_asker_says_later_is_masked_by_the_same_words(office):
    letter = make_letter(text=TEXT)
    actions.mask_more(letter.pk, "Mimi", by=office.ada, at=NOON)
    actions.clarify(Letter.objects.get(), "Mimi is well again.", by=actions.ASKER, at=NOON)
    assert "Mimi" not in queries.letter_page(office.ada, letter.pk, at=NOON).steps[-1].text
    assert contact_of(letter).text == TEXT


def test_the_trail_counts_the_words_and_holds_none_of_them(office):
    letter = make_letter(text=TEXT)
    actions.mask_more(letter.pk, "Mimi", by=office.ada, at=NOON)
    assert "Mimi" not in " ".join(Payload.objects.values_list("content", flat=True))


def test_nothing_or_too_much_is_refused(office):
    letter = make_letter(text=TEXT)
    for words in ("", "a", "\n".join(f"word{n}" for n in range(51))):
        with pytest.raises(Anticipated):
            actions.mask_more(letter.pk, words, by=office.ada, at=NOON)


def test_who_may_not_work_on_letters_masks_nothing(office):
    with pytest.raises(NotAllowed):
        actions.mask_more(make_letter().pk, "Mill", by=office.boris, at=NOON)
