"""Why a call did not end well: each with a code, a sentence, and whether trying again helps."""

from collections.abc import Callable

from answerable.kernel.errors import Anticipated


def gettext_noop(message: str) -> str:
    """Mark a sentence for the catalogue; whoever shows it translates it."""
    return message


class EgressError(Anticipated):
    """A call that was refused or failed.

    `code` is stable and short. `sentence` is English and formatted; `words` and `details` are for translation.
    `worth_retrying`: the same call may succeed later without a person doing anything.
    `retry_after_s`: what the other side asked for, if it did.
    """

    code = "failed"
    words = gettext_noop("The address could not be read.")
    worth_retrying = True

    def __init__(self, *, retry_after_s: int | None = None, **details: str | int) -> None:
        self.details = details
        self.retry_after_s = retry_after_s
        super().__init__(self.words % details)

    def in_words_of(self, translate: Callable[[str], str]) -> str:
        """Give the sentence in another language; `translate` is the page's gettext."""
        told = {
            name: translate(str(value)) if name == "why" else value for name, value in self.details.items()
        }
        return translate(self.words) % told


class BadAddress(EgressError):
    """The text is no address that we call."""

    code = "bad_address"
    words = gettext_noop("This is not a web address that can be read: %(why)s.")
    worth_retrying = False


class Blocked(EgressError):
    """The address lies in a network that must not be reached."""

    code = "blocked"
    words = gettext_noop("%(host)s leads to %(address)s, which must not be reached from here.")
    worth_retrying = False


class PortNotAllowed(EgressError):
    """The port is not on the list."""

    code = "port"
    words = gettext_noop("Port %(port)s is not on the list of allowed ports.")
    worth_retrying = False


class UnknownHost(EgressError):
    """The name does not resolve."""

    code = "unknown_host"
    words = gettext_noop("The name %(host)s is not known.")


class Unreachable(EgressError):
    """Nobody answers there, or the connection broke."""

    code = "unreachable"
    words = gettext_noop("%(host)s does not answer.")


class NotTrusted(EgressError):
    """The certificate is not valid."""

    code = "certificate"
    words = gettext_noop("The certificate of %(host)s is not valid.")


class TooSlow(EgressError):
    """The total time was used up."""

    code = "too_slow"
    words = gettext_noop("%(host)s took more than %(seconds)s seconds.")


class TooLarge(EgressError):
    """The body, unpacked, is larger than we take."""

    code = "too_large"
    words = gettext_noop("The answer is larger than %(bytes)s bytes.")
    worth_retrying = False


class BadAnswer(EgressError):
    """What came back is not proper HTTP, or packed in a way that we do not read."""

    code = "bad_answer"
    words = gettext_noop("%(host)s sent an answer that cannot be read: %(why)s.")


class TooManyHops(EgressError):
    """Redirects without an end."""

    code = "too_many_hops"
    words = gettext_noop("The address was passed on more than %(most)s times.")


class NeedsConfirmation(EgressError):
    """The address moved for good to another owner's name: a person has to look."""

    code = "moved_away"
    words = gettext_noop(
        "The address has moved for good to %(location)s, a different site. Check it and change the address."
    )
    worth_retrying = False


class HostBusy(EgressError):
    """Too many calls wait for the same host."""

    code = "busy"
    words = gettext_noop("Too many calls are waiting for %(host)s.")


class RobotsForbid(EgressError):
    """The site asks machines not to read this page."""

    code = "robots"
    words = gettext_noop("The site asks not to read this page by machine (robots.txt).")
    worth_retrying = False


class NotAccepted(EgressError):
    """A message was not taken by its receiver."""

    code = "not_accepted"
    words = gettext_noop("The receiver did not accept the message (status %(status)s).")


class Disabled(EgressError):
    """The receiver wants no more messages (410)."""

    code = "disabled"
    words = gettext_noop("The receiver at %(host)s wants no more messages.")
    worth_retrying = False


class SchemeNotAllowed(EgressError):
    """A message address of a sort that we do not send to."""

    code = "scheme"
    words = gettext_noop("Messages cannot be sent to addresses of the sort %(scheme)s.")
    worth_retrying = False


class MailboxFailed(EgressError):
    """The mailbox could not be opened or read."""

    code = "mailbox"
    words = gettext_noop("The mailbox could not be read: %(why)s.")
