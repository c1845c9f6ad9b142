"""The board and the room as people see them."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from answerable.office.people.queries import day_of
from answerable.response.cases import actions
from answerable.response.cases.actions import Handing, Splitting
from tests.answerable.listening.stories.makers import make_story
from tests.answerable.office.people.makers import NOON
from tests.answerable.response.cases.actions.test_papers import signed
from tests.answerable.response.cases.makers import (
    HOUR,
    answered,
    assessed,
    assigned,
    closed,
    fact,
    make_case,
)

pytestmark = pytest.mark.django_db


def test_an_empty_board_says_why_and_how_to_fill_it(as_) -> None:
    page = as_("ada").get("/respond/cases/").content.decode()
    assert "A case opens from a signal" in page
    assert "/respond/cases/open/" in page
    assert "/respond/cases/open/" not in as_("dana").get("/respond/cases/").content.decode()


def test_the_board_shows_what_waits_for_the_reader(cast, as_) -> None:
    assigned(cast)
    page = as_("chen").get("/respond/cases/").content.decode()
    assert "Brown water in the east" in page
    assert "to be answered" in page
    elsewhere = as_("fang").get("/respond/cases/?tab=open").content.decode()
    assert "Brown water" not in elsewhere


def test_nothing_for_me_leads_to_all_that_is_open(cast, as_) -> None:
    actions.begin_answer(assigned(cast), by=cast.chen, at=NOON + HOUR)
    page = as_("boris").get("/respond/cases/?tab=register").content.decode()
    assert "tab=open" in page


def test_a_filter_that_fits_nothing_offers_the_way_back(cast, as_) -> None:
    make_case(cast)
    page = as_("ada").get("/respond/cases/?words=elephant&unit=x&page=y").content.decode()
    assert "No case fits these filters." in page


def test_days_of_the_address_narrow_the_board_and_stay_when_it_is_filtered(cast, as_) -> None:
    make_case(cast)
    day = day_of(NOON)
    page = as_("ada").get(f"/respond/cases/?tab=all&begin={day}&end={day}").content.decode()
    assert "Brown water in the east" in page
    assert f'name="begin" value="{day}"' in page
    later = as_("ada").get(f"/respond/cases/?tab=all&begin={day + timedelta(days=1)}").content.decode()
    assert "No case fits these filters." in later
    assert "All days" in later


def test_the_sheet_holds_what_the_board_shows_and_no_formula(cast, as_) -> None:
    make_case(cast, title="=HYPERLINK(1)")
    answer = as_("ada").get("/respond/cases/sheet/?tab=open")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    cell = sheet["B2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")
    assert sheet["K2"].value.endswith("/respond/cases/1/") or "/respond/cases/" in sheet["K2"].value


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_room_shows_everything_in_both_languages(cast, as_, rules_in_force, language: str) -> None:
    story = make_story()
    case = answered(cast, stories=(story.pk,), marks={"harm": 3})
    actions.add_fact(case, fact(), by=cast.ada, at=NOON + HOUR)
    task = actions.TaskDraft(cast.repair.pk, "Flush the main.", NOON + 9 * HOUR)
    actions.set_task(case, task, by=cast.ada, at=NOON + HOUR)
    actions.send_paper(signed(cast, case), "By hand", by=cast.ada, at=NOON + HOUR)
    actions.split(case, Splitting("The bill", ""), by=cast.ada, at=NOON + HOUR)
    client = as_("ada")
    client.cookies["django_language"] = language
    page = client.get(f"/respond/cases/{case}/").content.decode()
    words = (
        "The water is poisonous.",
        "Flush the main.",
        "Emil",
        "2026-1",
        "The bill",
        story.title,
        "an-clock",
    )
    assert all(word in page for word in words)


def test_a_room_offers_what_the_state_and_the_post_allow(cast, as_) -> None:
    seen, judged = make_case(cast), assessed(cast)
    assert (
        f"/respond/cases/{seen}/move/register/" in as_("chen").get(f"/respond/cases/{seen}/").content.decode()
    )
    assert (
        f"/respond/cases/{judged}/assign/" in as_("boris").get(f"/respond/cases/{judged}/").content.decode()
    )
    chen = as_("chen").get(f"/respond/cases/{judged}/").content.decode()
    assert f"/respond/cases/{judged}/assign/" not in chen


def test_a_closed_a_merged_and_a_handed_over_case_say_so(cast, as_) -> None:
    over, review = closed(cast)
    case = assigned(cast)
    actions.hand_over(case, Handing("County office", "Theirs."), by=cast.boris, at=NOON + HOUR)
    older, newer = make_case(cast), make_case(cast)
    actions.merge(newer, older, by=cast.ada, at=NOON + HOUR)
    client = as_("ada")
    assert f"/respond/cases/reviews/{review}/" in client.get(f"/respond/cases/{over}/").content.decode()
    handed = client.get(f"/respond/cases/{case}/").content.decode()
    assert "County office" in handed
    assert f"/respond/cases/{case}/confirm/" in handed
    assert f"/respond/cases/{older}/" in client.get(f"/respond/cases/{newer}/").content.decode()


def test_a_room_that_one_may_not_see_is_not_there(cast, as_) -> None:
    case = make_case(cast)
    assert as_("fang").get(f"/respond/cases/{case}/").status_code == 404
