"""Kinds of notices in words. A room that tells a new kind adds its line."""

from django.utils.translation import gettext_lazy as _

KIND_NAMES = {
    "signal": _("Signals"),
    "watch": _("My watches"),
    "source": _("Sources"),
    "source_ill": _("Sources that fell ill"),
    "source_recovered": _("Sources that recovered"),
    "morning": _("The morning"),
    "brief": _("The morning brief"),
    "clock": _("Deadlines"),
    "case": _("Cases"),
    "letter": _("Letters and inquiries"),
    "review": _("Reviews"),
    "answer": _("Answers"),
    "plan": _("Plan"),
    "duty": _("Duties"),
    "finding": _("Findings"),
    "rota": _("Duty rota"),
    "channel": _("Channels"),
    "channel_health": _("Channel health"),
    "release": _("Foresight"),
    "training": _("Training"),
    "questionnaire": _("Questionnaires"),
    "inspection": _("Inspections"),
    "accountability": _("Accountability"),
    "paper": _("Papers"),
}


def kind_name(kind: str) -> str:
    """Say a kind of notices."""
    return str(KIND_NAMES.get(kind, kind))
