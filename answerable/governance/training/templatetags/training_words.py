"""Words of the room's pages."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from answerable.governance.training.queries.pages import CertificateRow
from answerable.governance.training.queries.short import ShortRow
from answerable.governance.training.rules.lacking import Why
from answerable.governance.training.rules.states import STATE_NAMES, STATE_TONES, Signed, State
from answerable.office.people.rules.posts import POST_NAMES, PostKind

register = template.Library()
SIGNED = {
    Signed.NOT: pgettext_lazy("training", "entered"),
    Signed.TRAINER: pgettext_lazy("training", "signed by the trainer"),
    Signed.OWN: pgettext_lazy("training", "signed by themself"),
}
WHY = {
    Why.NEVER: gettext_lazy("not taken yet"),
    Why.EXPIRED: gettext_lazy("no longer valid"),
    Why.SOON: gettext_lazy("ends soon"),
    Why.HOURS: gettext_lazy("hours are missing"),
}


@register.inclusion_tag("web/components/state.html")
def session_state(state: str) -> dict[str, object]:
    """Show how a session stands."""
    tone = STATE_TONES[State(state)]
    icons = {"ok": "check-circle", "soon": "clock", "idle": "slash-circle"}
    return {"word": STATE_NAMES[State(state)], "tone": tone, "icon": icons[tone]}


@register.inclusion_tag("web/components/state.html")
def certificate_state(one: CertificateRow) -> dict[str, object]:
    """Show whether a certificate holds."""
    if not one.is_valid:
        return {"word": _("no longer valid"), "tone": "late", "icon": "exclamation-octagon"}
    if one.is_ending:
        return {"word": _("ends soon"), "tone": "soon", "icon": "clock"}
    return {"word": pgettext_lazy("certificate", "valid"), "tone": "ok", "icon": "check-circle"}


@register.inclusion_tag("web/components/state.html")
def short_state(row: ShortRow) -> dict[str, object]:
    """Show why something is lacking."""
    soon = row.why is Why.SOON
    return {
        "word": WHY[row.why],
        "tone": "soon" if soon else "late",
        "icon": "clock" if soon else "exclamation-octagon",
    }


@register.filter
def requirement(row: ShortRow) -> str:
    """Say what is required: a course by its name, or the hours that the plan asks for."""
    if row.lacking is None:
        return row.requirement
    return _("%(hours)s more hours of training this year") % {"hours": plain(row.lacking)}


@register.filter
def plain(hours: Decimal) -> str:
    """Write hours without a needless nought: 2, 1.5."""
    return f"{hours.normalize():f}"


@register.filter
def signed_words(signed: str) -> object:
    """Say who signed."""
    return SIGNED[Signed(signed)]


@register.filter
def kind_names(kinds: list[str]) -> str:
    """Name kinds of posts."""
    return " · ".join(str(POST_NAMES[PostKind(kind)]) for kind in kinds if kind in set(PostKind))
