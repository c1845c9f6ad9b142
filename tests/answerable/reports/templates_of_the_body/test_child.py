"""The limited child has all that it needs before it gives files and sockets up."""

from answerable.kernel.apart.parent import ask_child
from answerable.reports.templates_of_the_body.child import answer
from tests.battery.papers import word_file


def test_the_child_alone_says_what_it_says_among_us():
    content = word_file("{{title}} {{titel}}", "{{body}}")
    assert ask_child("answerable.reports.templates_of_the_body.child", content) == answer(content)
    assert answer(content)["reasons"] == [["unknown", [["name", "titel"]]]]
