"""The form below an answer."""

from answerable.response.answers_site.forms import VerdictForm


def test_it_asks_one_thing_and_leaves_the_other_open():
    assert VerdictForm({"helped": "yes"}).is_valid()
    assert set(VerdictForm({"open_question": "Why?"}).errors) == {"helped"}
    assert set(VerdictForm({"helped": "perhaps"}).errors) == {"helped"}
    assert set(VerdictForm({"helped": "no", "open_question": "x" * 601}).errors) == {"open_question"}
