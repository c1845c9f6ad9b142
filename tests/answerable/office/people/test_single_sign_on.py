"""The body's own identity provider opens accounts that are there, and makes none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def outcome():
    told = subprocess.run(
        [sys.executable, "-m", "tests.answerable.office.people.single_sign_on"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(told.stdout)


def test_the_door_names_the_provider(outcome):
    assert outcome["door"]


def test_a_person_whose_address_has_an_account_is_let_in(outcome):
    assert outcome["known"]


def test_a_stranger_and_an_address_that_the_provider_does_not_vouch_for_are_not(outcome):
    assert not outcome["unknown"]
    assert not outcome["unvouched"]
    assert outcome["accounts"] == 1


@pytest.mark.parametrize("token", ["for another", "of another", "ended"])
def test_an_identity_token_for_or_of_another_or_past_its_time_opens_nothing(outcome, token):
    assert outcome["sound"]
    assert not outcome[token]
