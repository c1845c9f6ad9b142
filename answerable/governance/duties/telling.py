"""What people are told about runs, as notices in both languages."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from answerable.governance.duties.models import Occurrence, TimeWish
from answerable.governance.duties.rules.holding import Why
from answerable.governance.duties.words import WHYS, moment_words, named, period_words

Words = Callable[[], tuple[str, str]]


def called(row: Occurrence) -> str:
    """Name a run: the duty, its period, its unit."""
    return f"{named(row)} · {period_words(row.period_begin, row.period_end)} · {row.unit.name}"


def passed_on(row: Occurrence, from_name: str, why: Why) -> Words:
    """Tell that a run came to somebody from somebody else."""

    def words() -> tuple[str, str]:
        lines = [_("Due: %(due)s.") % {"due": moment_words(row.due)}, f"{WHYS[why]}"]
        if from_name:
            lines.append(_("Until now with: %(name)s.") % {"name": from_name})
        return _("A duty is now with you: %(duty)s") % {"duty": called(row)}, "\n".join(lines)

    return words


def filed(row: Occurrence, by_name: str) -> Words:
    """Tell whoever accepts that something was filed."""

    def words() -> tuple[str, str]:
        late = "" if row.on_time else _("It came after the due date.")
        body = _("%(name)s has filed it. Accept it, or send it back with what has to be put right.") % {
            "name": by_name
        }
        return _("Filed: %(duty)s") % {"duty": called(row)}, f"{body}\n{late}".strip()

    return words


def sent_back(row: Occurrence, comment: str, by_name: str) -> Words:
    """Tell whoever filed that it came back."""

    def words() -> tuple[str, str]:
        until = _("Put it right by %(due)s.") % {"due": moment_words(row.due)}
        return _("Sent back: %(duty)s") % {"duty": called(row)}, f"{by_name}: {comment}\n{until}"

    return words


def time_asked(row: Occurrence, wish: TimeWish) -> Words:
    """Tell an approver that somebody asks for time."""

    def words() -> tuple[str, str]:
        until = _("Asked for: until %(until)s, instead of %(due)s.")
        body = until % {"until": moment_words(wish.until), "due": moment_words(row.due)}
        return _("More time is asked for: %(duty)s") % {
            "duty": called(row)
        }, f"{wish.asked_by}: {wish.reason}\n{body}"

    return words


def time_answered(row: Occurrence, wish: TimeWish) -> Words:
    """Tell whoever asked for time what was said to it."""

    def words() -> tuple[str, str]:
        granted = _("More time was granted, until %(due)s: %(duty)s")
        refused = _("More time was refused; due %(due)s as before: %(duty)s")
        sentence = granted if wish.state == "granted" else refused
        subject = sentence % {"due": moment_words(row.due), "duty": called(row)}
        return subject, f"{wish.decided_by}: {wish.comment}".strip(": ")

    return words


def finding_opened(row: Occurrence) -> Words:
    """Tell a unit that a duty counts as missed, and that it is asked what it says to that."""

    def words() -> tuple[str, str]:
        body = _(
            "It is a finding, not a measure. What speaks for you was looked up already; say what is missing there."
        )
        return _("Missed duty: %(duty)s") % {"duty": called(row)}, body

    return words
