"""What people are told about inspections, as notices in both languages."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from answerable.governance.duties.words import moment_words
from answerable.governance.inspections.models import Finding, Visit

Words = Callable[[], tuple[str, str]]


def sent(visit: Visit) -> Words:
    """Tell who makes a visit."""

    def words() -> tuple[str, str]:
        span = {"begin": visit.round.begins_on.isoformat(), "end": visit.round.ends_on.isoformat()}
        body = (
            _("%(begin)s to %(end)s. The checklist can be filled in on a phone, also without a connection.")
            % span
        )
        return _("You look at: %(what)s (%(round)s)") % {"what": visit.name, "round": visit.round.title}, body

    return words


def put(finding: Finding) -> Words:
    """Tell a unit what was found, and that it is asked what it says to it."""

    def words() -> tuple[str, str]:
        until = moment_words(finding.reply_until) if finding.reply_until else ""
        body = _("Say what you have to say to it by %(until)s. Nothing is decided before.") % {"until": until}
        return _("A finding is put to you: %(what)s") % {"what": finding.title}, f"{finding.text}\n{body}"

    return words


def replied(finding: Finding) -> Words:
    """Tell who decides that the unit has replied."""

    def words() -> tuple[str, str]:
        return _("The unit has replied: %(what)s") % {"what": finding.title}, finding.reply

    return words


def decided(finding: Finding) -> Words:
    """Tell a unit what was decided."""

    def words() -> tuple[str, str]:
        if finding.due is None:
            return _("Dismissed: %(what)s") % {"what": finding.title}, finding.decision
        body = _("Put it right by %(due)s. Say what you will do, then that it is done.") % {
            "due": moment_words(finding.due)
        }
        return _("Confirmed: %(what)s") % {"what": finding.title}, f"{finding.decision}\n{body}".strip()

    return words


def corrected(finding: Finding) -> Words:
    """Tell inspectors that something waits to be looked at again."""

    def words() -> tuple[str, str]:
        body = _("Somebody looks again who neither found it nor put it right.")
        return _("Put right, to be looked at again: %(what)s") % {"what": finding.title}, body

    return words


def rechecked(finding: Finding, *, is_gone: bool) -> Words:
    """Tell a unit what the second look gave."""

    def words() -> tuple[str, str]:
        if is_gone:
            return _("Closed: %(what)s") % {"what": finding.title}, _("It is put right.")
        body = _("It is still there. Say what you will do now, and by when.")
        return _("Not put right yet: %(what)s") % {"what": finding.title}, body

    return words
