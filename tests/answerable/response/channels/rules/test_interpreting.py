"""Whether pages lead to each other."""

from answerable.response.channels.rules.interpreting import FORM_NAMES, Form, leads_to


def test_a_link_is_found_whole_or_from_the_root():
    assert leads_to('<a href="https://w.example/policy/1">x</a>', ["https://w.example/policy/1"])
    assert leads_to("<a href='/policy/1#top'>x</a>", ["https://w.example/policy/1/"])
    assert leads_to("<a href=/policy/1?a=1&amp;b=2>x</a>", ["https://w.example/policy/1?a=1&b=2"])


def test_another_address_or_mere_words_are_no_link():
    assert not leads_to('<a href="https://w.example/policy/12">x</a>', ["https://w.example/policy/1"])
    assert not leads_to("https://w.example/policy/1", ["https://w.example/policy/1"])
    assert not leads_to("", [""])


def test_every_form_has_its_name():
    assert set(FORM_NAMES) == set(Form)
