"""The course of a case: what can stand in it, in words."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy


class Happened(StrEnum):
    """Something that happened with a case."""

    KNOWN = "known"
    SEEN = "seen"
    SIGNAL = "signal"
    OPENED = "opened"
    REGISTERED = "registered"
    ACKNOWLEDGED = "acknowledged"
    OPINION = "opinion"
    DISSENT = "dissent"
    LEVEL = "level"
    FACT = "fact"
    TASK = "task"
    TASK_DONE = "task_done"
    REPORTED = "reported"
    RECEIPT = "receipt"
    ANSWER = "answer"
    JUDGED = "judged"
    HANDED_OVER = "handed_over"
    CONFIRMED = "confirmed"
    MERGED = "merged"
    SPLIT = "split"
    CLOSED = "closed"
    REVIEWED = "reviewed"


HAPPENED_NAMES = {
    Happened.KNOWN: pgettext_lazy("course of a case", "The event became known to us"),
    Happened.SEEN: pgettext_lazy("course of a case", "The concern was seen"),
    Happened.SIGNAL: pgettext_lazy("course of a case", "A signal was raised"),
    Happened.OPENED: pgettext_lazy("course of a case", "The case was opened"),
    Happened.REGISTERED: pgettext_lazy("course of a case", "Registered"),
    Happened.ACKNOWLEDGED: pgettext_lazy("course of a case", "Acknowledged in public"),
    Happened.OPINION: pgettext_lazy("course of a case", "An opinion was given"),
    Happened.DISSENT: pgettext_lazy("course of a case", "Dissent was recorded"),
    Happened.LEVEL: pgettext_lazy("course of a case", "The level was settled"),
    Happened.FACT: pgettext_lazy("course of a case", "A claim was checked"),
    Happened.TASK: pgettext_lazy("course of a case", "A unit was asked"),
    Happened.TASK_DONE: pgettext_lazy("course of a case", "A task was done"),
    Happened.REPORTED: pgettext_lazy("course of a case", "Reported upward"),
    Happened.RECEIPT: pgettext_lazy("course of a case", "The report was receipted"),
    Happened.ANSWER: pgettext_lazy("course of a case", "Answered in public"),
    Happened.JUDGED: pgettext_lazy("course of a case", "First judged by a reader"),
    Happened.HANDED_OVER: pgettext_lazy("course of a case", "Handed over"),
    Happened.CONFIRMED: pgettext_lazy("course of a case", "The other body confirmed it"),
    Happened.MERGED: pgettext_lazy("course of a case", "Another case was merged into it"),
    Happened.SPLIT: pgettext_lazy("course of a case", "A part became a case of its own"),
    Happened.CLOSED: pgettext_lazy("course of a case", "Closed"),
    Happened.REVIEWED: pgettext_lazy("course of a case", "Looked back at"),
}
