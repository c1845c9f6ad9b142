"""Forms offer only what can follow, and keep what was typed."""

from datetime import date

import pytest
from django.utils import timezone

from answerable.governance.accountability import forms
from answerable.governance.accountability.rules.measures import Measure


def test_only_measures_up_to_the_limit_can_be_chosen():
    offered = forms.MeasureForm(most=Measure.TALK).fields["measure"].choices
    assert [value for value, _word in offered] == [Measure.NONE, Measure.REMINDER, Measure.TALK]
    heavier = forms.MeasureForm({"measure": "3", "text": "Worse."}, most=Measure.TALK)
    assert not heavier.is_valid()
    assert heavier["text"].value() == "Worse."


def test_nobody_can_be_told_of_nothing():
    assert not forms.TellForm({"measure": "0", "text": "Grounds."}).is_valid()
    form = forms.TellForm({"measure": "2", "text": "Grounds."})
    assert form.is_valid()
    assert form.telling().measure is Measure.TALK


def test_more_time_lasts_until_the_end_of_that_day():
    form = forms.TimeForm({"until": "2026-05-20", "text": "The flood."})
    assert form.is_valid()
    assert timezone.localtime(form.moment()).date() == date(2026, 5, 20)
    assert timezone.localtime(form.moment()).hour == 23


@pytest.mark.parametrize(("chosen", "aside"), [("yes", True), ("no", False)])
def test_a_doubt_is_answered_by_stepping_aside_or_staying(chosen, aside):
    form = forms.DoubtForm({"aside": chosen, "text": "They shared a room."})
    assert form.is_valid()
    assert form.cleaned_data["aside"] is aside


def test_only_people_who_were_offered_can_be_named():
    choices = [(7, "Dana"), (8, "Lin")]
    assert forms.PeopleForm({"people": ["7", "8"]}, choices=choices).is_valid()
    assert not forms.PeopleForm({"people": ["7", "9"]}, choices=choices).is_valid()


def test_an_appeal_says_who_decided_and_what_is_left():
    form = forms.AppealForm({"authority": "City", "measure": "1", "text": "Lighter."}, most=Measure.TALK)
    assert form.is_valid()
    assert (form.outcome().authority, form.outcome().measure) == ("City", Measure.REMINDER)
    out = forms.OutcomeForm({"text": "Beyond us.", "handed_to": "Commission"})
    assert out.is_valid()
    assert out.outcome().handed_to == "Commission"
