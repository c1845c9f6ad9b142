"""Forms of a reader."""

from answerable.office.review.forms import LendForm, StepForm


def test_only_checks_of_the_step_can_be_ticked() -> None:
    assert StepForm({"seen_hash": "a", "checks": ["law"]}, checks=("law", "effect")).is_valid()
    assert not StepForm({"seen_hash": "a", "checks": ["wording"]}, checks=("law",)).is_valid()


def test_only_people_who_could_be_lent_can_be_chosen() -> None:
    assert LendForm({"person": "7", "reason": "Two are ill."}, people={7: "Dana"}).is_valid()
    assert not LendForm({"person": "8", "reason": "Two are ill."}, people={7: "Dana"}).is_valid()
    assert not LendForm({"person": "7", "reason": ""}, people={7: "Dana"}).is_valid()
