"""What askers are written, in their language. No mail says more in its subject than the letter's number."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from answerable.response.letters.rules.wording import Wording


@dataclass(frozen=True, slots=True)
class Words:
    """A mail: its subject and its text."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Sender:
    """The body's name, and the address of the follow-up page where there is one."""

    body: str
    page: str = ""


def _mail(subject: str, *parts: str) -> Words:
    return Words(subject, "\n\n".join(part for part in parts if part))


def _day(at: datetime) -> str:
    return date_format(localtime(at), "DATE_FORMAT")


def _page(sender: Sender) -> str:
    if not sender.page:
        return ""
    return _("Your letter's own page, for you alone:\n%(page)s") % {"page": sender.page}


def received(reference: str, sender: Sender, due: datetime | None, language: str) -> Words:
    """Confirm a receipt, and say that this is no answer yet."""
    with override(language or "zh-hans"):
        until = _("You get an answer by %(day)s.") % {"day": _day(due)} if due else ""
        return _mail(
            _("Your letter %(reference)s was received") % {"reference": reference},
            _(
                "%(body)s has your letter. Its number is %(reference)s. This mail is sent by a machine and is "
                "not the answer."
            )
            % {"body": sender.body, "reference": reference},
            until,
            _page(sender),
        )


def asked(reference: str, question: str, sender: Sender, language: str) -> Words:
    """Ask the asker to explain."""
    with override(language or "zh-hans"):
        return _mail(
            _("A question about your letter %(reference)s") % {"reference": reference},
            _("To answer your letter, %(body)s needs to know:") % {"body": sender.body},
            question,
            _("Reply to this mail and leave the number in its subject, or answer on the page."),
            _page(sender),
        )


def extended(reference: str, reason: str, until: datetime, sender: Sender, language: str) -> Words:
    """Say that it takes longer, until when, and why."""
    with override(language or "zh-hans"):
        return _mail(
            _("Your letter %(reference)s takes longer") % {"reference": reference},
            _("%(body)s cannot answer your letter in the ordinary time. You get an answer by %(day)s.")
            % {"body": sender.body, "day": _day(until)},
            _("The reason: %(reason)s") % {"reason": reason},
            _page(sender),
        )


def answered(reference: str, wording: Wording, link: str, sender: Sender, language: str) -> Words:
    """Bring the answer."""
    with override(language or "zh-hans"):
        more = _("More in the published answer: %(link)s") % {"link": link} if link else ""
        judge = (
            _("Please say on the page whether this answers your letter; you can open it again there once.")
            if sender.page
            else ""
        )
        return _mail(
            _("The answer to your letter %(reference)s") % {"reference": reference},
            wording.text,
            wording.signature,
            more,
            judge,
            _page(sender),
        )


def handed_over(reference: str, to: str, sender: Sender, language: str) -> Words:
    """Say who is in charge instead."""
    with override(language or "zh-hans"):
        return _mail(
            _("Your letter %(reference)s belongs elsewhere") % {"reference": reference},
            _("%(body)s is not in charge of what you wrote about. In charge is: %(to)s.")
            % {"body": sender.body, "to": to},
            _page(sender),
        )
