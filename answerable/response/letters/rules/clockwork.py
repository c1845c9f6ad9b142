"""What the rules of the plan are asked for: their ids, their parameters and what holds where no plan says."""

from datetime import timedelta

LETTER_RULE = "e-letter"
INQUIRY_RULE = "e-inquiry"
#: The gate that every reply passes; see office.review for what holds where no plan names one.
GATE = "g-response"
#: Why a clock stands still while the asker explains, as plans write it.
ASKED = "asked_for_clarification"
#: Days after the answer in which the asker may open the letter again, once. FixMyStreet asks after 28, hotlines call
#: back the next day; fifteen leaves time for a letter by post. Parameter of the plan: letters_reopen_days.
REOPEN_DAYS = 15
#: Days after closing until the contact is deleted (PIPL Art. 19: no longer than the purpose needs): a month for the
#: case that an asker comes back. Parameter of the plan: letters_contact_days.
CONTACT_DAYS = 30
#: Working days of an extended limit where a rule allows to extend but names none (Hefei: complex letters 15).
EXTENDED = "15wd"


def letter_subject(letter: int) -> str:
    """Give the word by which clocks and trail know a letter."""
    return f"letter:{letter}"


def letter_link(letter: int) -> str:
    """Give the page of a letter."""
    return f"/respond/letters/{letter}/"


def reply_subject(reply: int) -> str:
    """Give the word by which the review knows a reply."""
    return f"reply:{reply}"


def reply_link(reply: int) -> str:
    """Give the page of a reply."""
    return f"/respond/letters/replies/{reply}/"


def inquiry_subject(inquiry: int) -> str:
    """Give the word by which clocks and trail know an inquiry."""
    return f"inquiry:{inquiry}"


def inquiry_link(inquiry: int) -> str:
    """Give the page of an inquiry."""
    return f"/respond/letters/inquiries/{inquiry}/"


def days(number: int) -> timedelta:
    """Give a span of so many days."""
    return timedelta(days=number)
