import re

import pytest

from answerable.egress import errors
from answerable.listening.sources.kinds import REASONS
from answerable.listening.sources.queries.reasons import OWN, SENTENCES, sentence


def test_every_code_of_reading_and_of_egress_has_a_sentence():
    egress = {error.code for error in errors.EgressError.__subclasses__()}
    assert set(SENTENCES) >= set(REASONS) | egress | set(OWN)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_never_breaks_for_want_of_details(code):
    assert sentence(code)
    assert not re.search(r"%\(\w+\)s", sentence(code))


def test_a_code_nobody_knows_is_shown_as_it_is():
    assert sentence("from_the_future") == "from_the_future"
