"""The list of letters."""

from datetime import timedelta

from answerable.response.letters import actions, queries
from answerable.response.letters.queries import Wish
from answerable.response.letters.rules.matter import Contact
from answerable.response.letters.rules.states import Judgement
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.letters.makers import answered, forwarded, make_letter, passed


def shown(office, **wish):
    return [row.id for row in queries.table(office.ada, Wish(**wish), at=NOON).rows]


def test_the_longest_waiting_comes_first_and_the_answered_are_not_in_the_way(office):
    new = make_letter(at=NOON)
    old = make_letter(at=NOON - timedelta(days=3))
    answered(office)
    assert shown(office) == [old.pk, new.pk]


def test_an_asker_who_is_not_content_needs_a_person(office):
    letter = answered(office)
    assert shown(office) == []
    actions.judge(letter, Judgement.NOT, by=actions.ASKER, at=NOON)
    assert shown(office) == shown(office, tab="discontent") == [letter.pk]


def test_who_is_to_be_told_by_hand_has_a_tab(office):
    letter = forwarded(office, way="hand", contact=Contact(phone="139"), by=office.ada)
    actions.send_reply(passed(office, letter), by=office.chen, at=NOON)
    assert shown(office, tab="by_hand") == [letter.pk]


def test_the_counts_of_the_tabs_are_those_of_the_rows(office):
    make_letter()
    forwarded(office)
    answered(office)
    counts = queries.table(office.ada, Wish(), at=NOON).counts
    for tab, count in counts.items():
        assert len(shown(office, tab=tab)) == count


def test_filters_narrow_and_orders_turn(office):
    first = make_letter(at=NOON - timedelta(days=1), way="hand", by=office.ada)
    second = forwarded(office)
    actions.tie_to_case((second.pk,), 12, by=office.ada, at=NOON)
    assert shown(office, tab="all", way="hand") == [first.pk]
    assert shown(office, tab="all", unit=office.supply) == [second.pk]
    assert shown(office, tab="all", case=12) == [second.pk]
    assert shown(office, tab="all", sort="received") == [first.pk, second.pk]
    assert shown(office, tab="all", sort="-received") == [second.pk, first.pk]


def test_two_chinese_signs_find_a_letter_and_its_number_does_too(office):
    letter = make_letter(title="停水", text="磨坊巷的自来水断了两天，没有人来修。")
    make_letter()
    assert shown(office, tab="all", words="水断") == [letter.pk]
    assert shown(office, tab="all", words=letter.reference) == [letter.pk]


def test_a_page_behind_the_last_is_the_last(office):
    make_letter()
    assert queries.table(office.ada, Wish(page=99), at=NOON).page == 1


def test_the_sheet_holds_every_page(office):
    for _number in range(3):
        make_letter()
    assert len(queries.all_rows(office.ada, Wish(tab="all"), at=NOON)) == 3


def test_letters_that_wait_are_offered_for_a_reply(office):
    waiting, done = make_letter(), answered(office)
    offered = dict(queries.choices(office.ada, at=NOON))
    assert waiting.pk in offered
    assert done.pk not in offered
    assert queries.choices(office.ada, at=NOON, but=waiting.pk) == ()


def test_letters_that_say_all_words_are_listed_within_their_time(office):
    since, until = NOON - timedelta(days=2), NOON + timedelta(days=1)
    make_letter(text="The price of water is too high.", at=NOON - timedelta(days=9))
    wanted = make_letter(text="Why does the price of water rise?", at=NOON)
    make_letter(text="The bridge is closed.", at=NOON)
    found = queries.letters_saying("price water", since=since, until=until)
    assert found == ((wanted.pk, wanted.title, wanted.received_at),)
    assert queries.letters_saying("  ", since=since, until=until) == ()
