"""The assessment on its page: alone first, then side by side."""

import pytest

from answerable.response.cases.models import Case, Opinion
from answerable.response.cases.rules.levels import Factor
from tests.answerable.response.cases.makers import assessed, make_case, registered

pytestmark = pytest.mark.django_db


def marks(reasons: str = "As the log says.", **given: int) -> dict[str, object]:
    """What an assessor chooses."""
    return {**{factor.value: given.get(factor.value, 0) for factor in Factor}, "reasons": reasons}


def test_two_people_differ_propose_and_agree(cast, as_) -> None:
    case = registered(cast)
    page = f"/respond/cases/{case}/assess/"
    ada, chen = as_("ada"), as_("chen")
    ada.post(f"{page}opinion/", marks("A hospital lies there.", harm=3))
    assert "A hospital lies there." not in chen.get(page).content.decode()
    chen.post(f"{page}opinion/", marks("One street only.", harm=1))
    both = chen.get(page).content.decode()
    assert "A hospital lies there." in both
    assert "One street only." in both
    chen.post(f"{page}propose/", {"level": "considerable", "reasons": "The hospital has its own well."})
    assert "The hospital has its own well." in ada.get(page).content.decode()
    ada.post(f"{page}agree/")
    assert Case.objects.get(pk=case).level == "considerable"


def test_dissent_is_recorded_and_the_head_decides(cast, as_) -> None:
    case = registered(cast)
    page = f"/respond/cases/{case}/assess/"
    as_("ada").post(f"{page}opinion/", marks(harm=3))
    as_("chen").post(f"{page}opinion/", marks())
    as_("chen").post(f"{page}propose/", {"level": "ordinary", "reasons": "It passes."})
    as_("ada").post(f"{page}dissent/", {"words": "A hospital lies there."})
    as_("boris").post(f"{page}decide/", {"level": "major", "reasons": "The hospital counts."})
    seen = as_("emil").get(page).content.decode()
    assert "A hospital lies there." in seen
    assert "The hospital counts." in seen


def test_a_missing_mark_comes_back_with_the_reasons(cast, as_) -> None:
    case = registered(cast)
    said = marks("Long thought about.")
    del said["vital"]
    answer = as_("ada").post(f"/respond/cases/{case}/assess/opinion/", said)
    assert answer.status_code == 422
    assert "Long thought about." in answer.content.decode()
    assert not Opinion.objects.exists()


def test_an_assessment_is_asked_for_anew_and_the_former_one_is_below(cast, as_) -> None:
    case = assessed(cast)
    page = f"/respond/cases/{case}/assess/"
    as_("chen").post(f"{page}anew/", {"words": "Lead was found."})
    seen = as_("ada").get(page).content.decode()
    assert "Lead was found." in seen
    assert "Earlier assessments" in seen


def test_before_registering_the_page_says_so_and_an_unknown_part_is_none(cast, as_) -> None:
    case = make_case(cast)
    assert "once it is registered" in as_("ada").get(f"/respond/cases/{case}/assess/").content.decode()
    assert as_("ada").post(f"/respond/cases/{case}/assess/guess/").status_code == 404
