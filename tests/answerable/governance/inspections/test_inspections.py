"""Words, forms, notices and the score sheet of the room."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.utils import translation
from openpyxl import load_workbook

from answerable.governance.inspections import telling, words, workbook
from answerable.governance.inspections.forms import OwnQuestionsForm
from answerable.governance.inspections.models import Round
from answerable.governance.inspections.queries.pages import sheet_of
from answerable.governance.inspections.templatetags import inspections_words as tags
from answerable.office.notices.models import Notice
from tests.answerable.governance.inspections.makers import Body, make_finding


def test_states_ways_and_sources_have_names_in_both_languages():
    for language, name in (("en", "confirmed"), ("zh-hans", "已认定，待整改")):
        with translation.override(language):
            assert words.found_name("confirmed") == name
            assert words.source_name("officer-2") != "officer-2"
            assert words.source_name("beacon:quicknet:7") != "beacon:quicknet:7"
            assert words.way_name("test")
            assert words.trip_name("done")
            assert words.grade_name("veto")


def test_marks_and_shares():
    assert tags.share_of(Decimal(7), Decimal(9)) == "77.8 %"
    assert tags.share_of(None, None) == tags.share_of(Decimal(0), Decimal(0)) == "–"
    assert tags.stage_mark("running")["tone"] == "soon"
    assert tags.member_name("x", {"lists": [], "inspectors": None}) == "x"
    assert tags.act_words("inspections.reply") == "replied"
    assert tags.verdict_name("ok", "random_check") == "in order"


def test_own_questions_are_read_one_a_line():
    form = OwnQuestionsForm({"own": "Fire exits | 5 | veto\n\n消防通道 | 否决\nLights | many"})
    assert form.is_valid()
    assert [(one.en, one.points, one.veto) for one in form.questions()] == [
        ("Fire exits", 5, True),
        ("消防通道", 10, True),
        ("Lights", 10, False),
    ]


@pytest.mark.django_db
def test_the_unit_is_told_by_when_it_may_reply_and_that_nothing_is_decided_before():
    finding = make_finding(Body(), "put")
    subject, body = telling.put(finding)()
    assert finding.title in subject
    assert "Nothing is decided before" in body
    assert Notice.objects.filter(key=f"finding:{finding.pk}:put").count() == 1


@pytest.mark.django_db
def test_the_score_sheet_writes_what_people_wrote_as_text():
    finding = make_finding(Body())
    Round.objects.filter(pk=finding.round_id).update(summary="=1+1")
    book = load_workbook(BytesIO(workbook.of_round(sheet_of(Round.objects.get(pk=finding.round_id)))))
    cells = [cell for tab in book for row in tab.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "=1+1" in [cell.value for cell in cells]
