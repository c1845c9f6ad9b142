"""Those whom a rung calls are told, and delivery is proven by its key."""

from datetime import date

import pytest

from answerable.kernel.actor import MACHINE
from answerable.office.clocks import actions as clocks
from answerable.office.clocks.models import LadderStep
from answerable.office.clocks.rules.revising import DayChange, To
from answerable.office.notices import actions, queries
from answerable.office.notices.models import Address, Notice, Parcel
from answerable.office.notices.rules import State
from answerable.office.notices.telling import rung_key
from answerable.office.people.models import Account, Person
from answerable.office.people.rules import HoldingKind
from tests.answerable.office.clocks.makers import (
    Office,
    make_clock,
    make_letter_clock,
    make_office,
    post_of,
    shanghai,
)
from tests.answerable.office.notices.makers import make_webhook
from tests.answerable.office.people.makers import make_absence, make_holding, make_person

MONDAY = shanghai(2026, 3, 9, 9)


@pytest.fixture
def office(db: None) -> Office:
    """The body, its cast and a plan in force."""
    return make_office()


def texts(person: int) -> list[tuple[str, str, str]]:
    """The notices of a person: subject and text in English, subject in Chinese."""
    rows = Notice.objects.filter(person=person).order_by("pk")
    return [(*row.texts["en"], row.texts["zh"][0]) for row in rows]


def test_a_rung_tells_whom_it_calls_in_both_languages(office) -> None:
    make_clock(office, at=shanghai(2026, 3, 2, 10))
    clocks.climb(by=MACHINE, at=MONDAY)
    (told,) = texts(office.chen.person)
    assert told == (
        "Reminder: No water in Mill Lane",
        "Reply to the letter is due 2026-03-11 23:59.",
        "到期提醒：No water in Mill Lane",
    )


def test_a_rung_names_its_matter_in_the_reader_s_language_where_it_has_both_names(office) -> None:
    make_clock(office, at=shanghai(2026, 3, 2, 10), title="Spring filing", title_zh="春季报送")
    clocks.climb(by=MACHINE, at=MONDAY)
    (told,) = texts(office.chen.person)
    assert (told[0], told[2]) == ("Reminder: Spring filing", "到期提醒：春季报送")


def test_who_stands_in_reads_for_whom(office) -> None:
    fay = make_person(name="Fay")
    make_holding(post_of("Chen"), fay, HoldingKind.ACTING)
    make_absence(Person.objects.get(name="Chen"), date(2026, 3, 1), date(2026, 3, 31))
    make_clock(office, at=shanghai(2026, 3, 2, 10))
    clocks.climb(by=MACHINE, at=MONDAY)
    assert "in place of Chen" in texts(fay.pk)[0][1]
    assert texts(office.chen.person) == []


def test_what_became_of_a_rung_s_notice_is_found_by_its_key(office) -> None:
    account = Account.objects.get(person=office.chen.person)
    make_webhook(account, "http://127.0.0.1:9/")
    address = Address.objects.get()
    make_clock(office, at=shanghai(2026, 3, 2, 10))
    clocks.climb(by=MACHINE, at=MONDAY)
    key = rung_key(LadderStep.objects.get(state="sent").pk)
    assert [(row.person, row.tries) for row in queries.deliveries_of([key])[key]] == [
        (office.chen.person, ())
    ]
    actions.pack_due(at=MONDAY)
    outcome = actions.Outcome(address.pk, address.name, delivered=True)
    actions.note_outcomes(Parcel.objects.get().pk, [outcome], at=MONDAY)
    (row,) = queries.deliveries_of([key])[key]
    assert (row.state, row.tries[0].delivered) == (State.DELIVERED, True)
    assert queries.deliveries_of(["rung:0"]) == {"rung:0": ()}


def test_one_change_of_the_calendar_tells_each_owner_once(office) -> None:
    for number in range(3):
        make_clock(office, at=shanghai(2026, 3, 2, 10), subject=f"letter:{number}")
    change = DayChange(date(2026, 3, 4), date(2026, 3, 4), To.HOLIDAY, "Storm")
    clocks.change_days("CN", [change], by=office.ada, at=shanghai(2026, 3, 2, 11))
    assert len(texts(office.chen.person)) == 1


def test_pauses_and_extensions_are_told_with_old_and_new_date(office) -> None:
    clock = make_letter_clock(office, at=shanghai(2026, 3, 2, 10))
    clocks.pause(clock.pk, "asked_for_clarification", by=office.chen, at=shanghai(2026, 3, 2, 11))
    clocks.resume(clock.pk, by=office.chen, at=shanghai(2026, 3, 2, 12))
    clocks.extend(clock.pk, "15wd", "Laboratory", by=office.boris, at=shanghai(2026, 3, 2, 13))
    heads = [told[0].split(":")[0] for told in texts(office.chen.person)]
    assert heads == ["Clock stands still", "Clock runs again", "New date"]
    last = texts(office.chen.person)[-1][1]
    assert "2026-03-23 23:59" in last
    assert "2026-03-11 23:59" in last
    assert "Laboratory" in last
