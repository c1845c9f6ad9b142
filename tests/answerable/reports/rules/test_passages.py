"""A person's words stay whatever the machine writes, and every change of the machine's words can be seen."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.reports.rules.passages import (
    Kept,
    Standing,
    differences,
    left_out,
    renewed,
    rewritten,
    tidy,
)

words = st.text(st.sampled_from("ab 甲乙\n\r。"), max_size=40)


@given(first=words, own=words, later=st.lists(words | st.none(), max_size=6))
def test_a_person_s_words_stand_whatever_the_machine_says_or_stops_saying(first, own, later):
    kept = rewritten(renewed(None, first), own)
    mine = kept.own is not None
    for machine in later:
        kept = left_out(kept) if machine is None else renewed(kept, machine)
        if not mine:
            break
        assert kept is not None
        assert kept.words == tidy(own)


@given(first=words, second=words)
def test_words_nobody_touched_follow_the_machine(first, second):
    kept = renewed(renewed(None, first), second)
    assert kept.words == second
    assert kept.standing is Standing.MACHINE
    assert kept.was_renewed == (first != second)


def test_the_machine_s_own_words_given_back_make_the_passage_the_machine_s_again():
    kept = rewritten(renewed(None, "Three cases.\nTwo answered."), "Mine.")
    assert rewritten(kept, "Three cases.  \r\nTwo answered.\n").standing is Standing.MACHINE


def test_a_conflict_is_said_as_long_as_the_figures_differ_from_those_the_words_were_written_for():
    kept = rewritten(renewed(None, "Three cases."), "Three, none grave.")
    assert kept.standing is Standing.EDITED
    assert renewed(kept, "Four cases.").standing is Standing.CONFLICT
    assert renewed(renewed(kept, "Four cases."), "Three cases.").standing is Standing.EDITED


def test_a_passage_the_machine_gave_up_stays_with_its_person_and_goes_without_one():
    untouched = renewed(None, "Three cases.")
    assert left_out(untouched) is None
    alone = left_out(rewritten(untouched, "Mine."))
    assert alone is not None
    assert (alone.standing, alone.words, alone.before) == (Standing.ALONE, "Mine.", "Three cases.")


def test_the_machine_coming_back_to_a_passage_finds_the_person_s_words_in_conflict_and_not_lost():
    alone = left_out(rewritten(Kept("Three cases."), "Mine."))
    back = renewed(alone, "Five cases.")
    assert (back.words, back.standing) == ("Mine.", Standing.CONFLICT)


@given(before=words, after=words)
def test_the_differences_hold_both_texts_whole(before, after):
    told = differences(before, after)
    assert [line for sign, line in told if sign in "- "] == before.splitlines()
    assert [line for sign, line in told if sign in "+ "] == after.splitlines()
