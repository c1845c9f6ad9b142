"""Codes of slips."""

import secrets

from answerable.governance.questionnaires.rules.codes import LENGTH, SIGNS, kept_of, new_code, read, shown


def test_a_code_is_read_as_a_hand_types_it():
    code = new_code(secrets.choice)
    assert len(code) == LENGTH
    assert read(shown(code).lower().replace("-", " ")) == code
    assert read("") == read("ABC") == read("!!!!!!!!!!!!") == ""


def test_no_sign_is_mistaken_for_another():
    assert not set("01OILUV") & set(SIGNS)
    assert read("0000-1111-2222") == "QQQQJJJJ2222"


def test_what_is_kept_depends_on_the_installation():
    code = new_code(secrets.choice)
    assert kept_of(code, b"a") != kept_of(code, b"b")
    assert len(kept_of(code, b"a")) == 64
