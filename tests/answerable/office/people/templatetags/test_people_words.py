"""Acts of the trail read as words, and every act of the room has its word."""

import re
from pathlib import Path

import pytest

from answerable.office.people import actions
from answerable.office.people.templatetags.people_words import ACTS, act_word, has_mail

SOURCES = Path(actions.__file__).parent
RECORDED = sorted(
    {
        act
        for path in SOURCES.glob("*.py")
        for act in re.findall(r'record\(\s*"(people\.\w+)"', path.read_text())
    }
)
#: Their things have no page with a history: a roster's state and a person's days say it themselves.
WITHOUT_HISTORY = re.compile(r"people\.(\w+_roster|hand_in_roster|\w+_person|\w+_absence)")


@pytest.mark.parametrize("act", [act for act in RECORDED if not WITHOUT_HISTORY.fullmatch(act)])
def test_every_act_has_its_word(act):
    assert act in ACTS


def test_an_unknown_act_reads_as_itself():
    assert act_word("people.close_post") == "abolished"
    assert act_word("other.act") == "other.act"


def test_whether_there_is_mail_follows_from_the_settings(settings):
    settings.MAIL_URL = ""
    assert not has_mail()
    settings.MAIL_URL = "smtp://127.0.0.1"
    assert has_mail()
