"""What the room says, by key."""

from django.utils.translation import gettext_noop

from answerable.office.review.rules import Hindrance

HINDRANCE_WORDS = {
    Hindrance.NO_PERSON: gettext_noop(
        "A review is a person's reading: no program and no account without a person takes it."
    ),
    Hindrance.AUTHOR: gettext_noop("You had a hand in this text, so somebody else has to read it."),
    Hindrance.TWICE: gettext_noop(
        "You have read this text in an earlier step; this one needs another person."
    ),
    Hindrance.NOT_ALLOWED: gettext_noop("This step is for another post than yours."),
    Hindrance.LENT: gettext_noop("Somebody else was asked in for this step."),
    Hindrance.OTHER_UNIT: gettext_noop("This text belongs to a unit out of your reach."),
}
