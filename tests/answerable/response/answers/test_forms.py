"""Forms of the room."""

from django.http import QueryDict

from answerable.response.answers.forms import MOST_KNOWN, SPARE, TextForm, initial_of, rows_posted
from answerable.response.answers.rules.states import Change
from answerable.response.answers.rules.wording import Known
from tests.answerable.response.answers.makers import make_content


def form(change: Change = Change.FIRST, **typed: object) -> TextForm:
    """A text form, filled as a page would fill it."""
    first = initial_of(make_content(), edit=1, note="", post=None)
    return TextForm(
        {**first, "spokesperson_post": "", **typed}, initial=first, speakers=(), rows=3, change=change
    )


def test_what_was_shown_comes_back_as_it_was() -> None:
    filled = form()
    assert filled.is_valid(), filled.errors
    assert filled.content("en") == make_content()


def test_chinese_commas_part_topics_too() -> None:
    filled = form(topics="停水，水质、水费, 停水")
    assert filled.is_valid()
    assert filled.content("zh").topics == ("停水", "水质", "水费")


def test_an_empty_row_is_left_out_and_a_basis_needs_its_fact() -> None:
    assert not form(known_1_basis="a log").is_valid()
    filled = form(
        known_1_text="Valves are shut",
        known_1_basis="a log",
        known_0_text="",
        known_0_basis="",
        known_0_link="",
    )
    assert filled.is_valid()
    assert filled.content("en").known == (Known("Valves are shut", "a log", ""),)


def test_a_link_leads_to_a_web_page() -> None:
    assert "known_0_link" in form(known_0_link="javascript:alert(1)").errors


def test_a_change_needs_its_public_reason_and_keeps_the_kind() -> None:
    assert "note" in form(Change.CORRECTION).errors
    filled = form(Change.CORRECTION, note="The hour.", kind="update")
    assert filled.is_valid()
    assert filled.content("en").kind == "answer"


def test_the_number_of_rows_is_bounded_whatever_was_sent() -> None:
    assert rows_posted(QueryDict("known_rows=999999")) == MOST_KNOWN
    assert rows_posted(QueryDict("known_rows=-1")) == SPARE
    assert rows_posted(QueryDict("")) == SPARE
