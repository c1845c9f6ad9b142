"""Acts of the trail in words: `{% act_word entry.act %}`."""

from django import template
from django.conf import settings
from django.utils.translation import gettext_lazy as _

register = template.Library()

ACTS = {
    "people.add_unit": _("added"),
    "people.change_unit": _("changed"),
    "people.close_unit": _("closed"),
    "people.merge_unit": _("merged into another unit"),
    "people.move_unit": _("moved in the tree"),
    "people.add_post": _("added"),
    "people.change_post": _("changed"),
    "people.close_post": _("abolished"),
    "people.hold_post": _("given to a holder"),
    "people.end_holding": _("a holding ended"),
    "people.make_account": _("account made"),
    "people.new_password_link": _("new link for the password"),
    "people.disable_account": _("account closed"),
    "people.enable_account": _("account opened again"),
    "people.reset_second_factor": _("second factors taken back"),
    "people.change_role": _("role changed"),
    "people.set_language": _("language chosen"),
    "people.end_sessions": _("signed out everywhere else"),
    "people.end_session": _("signed out of one other browser"),
}


@register.simple_tag
def act_word(act: str) -> str:
    """Say an act of the trail."""
    return str(ACTS.get(act, act))


@register.simple_tag
def has_mail() -> bool:
    """Say whether this installation can send mail."""
    return bool(settings.MAIL_URL)
