"""Only the headings of a text are taken over."""

from answerable.governance.duties.rules.headings import headings


def test_headings_of_both_styles_stay_and_what_was_said_goes():
    text = "一、工作情况\n本季度受理来信3件。\n（一）供水\n# Problems\nThe pump failed.\n1. Next steps\nRepair it.\n"
    assert headings(text) == "一、工作情况\n\n（一）供水\n\n# Problems\n\n1. Next steps\n\n"


def test_a_numbered_paragraph_is_no_heading():
    assert headings("1. " + "很长的一段话，" * 20) == ""


def test_nothing_gives_nothing():
    assert headings("") == ""
