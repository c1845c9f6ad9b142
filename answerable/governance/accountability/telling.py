"""What people are told: that there is a paper to read, and nothing of what it says or about whom."""

from collections.abc import Callable

from django.utils.translation import gettext as _

Words = Callable[[], tuple[str, str]]


def paper_waits() -> tuple[str, str]:
    """Tell the one concerned that a paper is there."""
    return (
        _("A paper for you to read in person"),
        _("It is about a duty of office. Confirm there that it has come: your time to answer starts then."),
    )


def seat_given() -> tuple[str, str]:
    """Tell somebody that they were named for a file."""
    return (
        _("You were named for a procedure"),
        _("Open it and look whether anything keeps you from judging freely; if so, step aside there."),
    )


def something_said() -> tuple[str, str]:
    """Tell those who keep a file that the one concerned has spoken."""
    return _("Something new lies in a file that you keep"), _("Open it to read what came in.")
