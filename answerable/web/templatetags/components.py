"""Pieces of page that rooms share. `{% load components %}` in a template; every tag says what it takes.

Block components (a table wrapper, tabs) are plain CSS classes of web/app.css: `an-card`, `an-table-wrap` with
`table.an-table`, `an-tabs`, `an-filters`, `an-facts`, `an-figures`, `an-list`, `an-columns`. A table row opens by
Enter with `data-an-open="address"`; a group with `data-an-select` selects check boxes by Shift; a form keeps what
was typed with `data-an-keep="name"`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField, Form
from django.template.context import RequestContext
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from answerable.kernel import clock
from answerable.web.differences import Piece, pieces
from answerable.web.templatetags.web_icons import icon as drawn

register = template.Library()

#: Icon of each tone; a state is always icon, word and colour.
TONES = {"ok": "check-circle", "soon": "clock", "late": "exclamation-octagon", "idle": "slash-circle"}


def absolute(at: datetime) -> str:
    """Write a moment as people say it: 22 Nov, Sun 15:00, or 11月22日 周日 15:00; the year when it is another one."""
    local = timezone.localtime(at)
    this_year = local.year == timezone.localtime(clock.now()).year
    if (get_language() or "en").startswith("zh"):
        shape = "n月j日 D H:i" if this_year else "Y年n月j日 H:i"
    else:
        shape = "j M, D H:i" if this_year else "j M Y H:i"
    return formats.date_format(local, shape).replace("星期", "周")


def distance(span: timedelta) -> str:
    """Write a span in its two largest units: 3 h 12 min, 2 d 4 h."""
    minutes = int(abs(span).total_seconds() // 60)
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days:
        words = gettext("%(days)s d %(hours)s h") if hours else gettext("%(days)s d")
    elif hours:
        words = gettext("%(hours)s h %(minutes)s min") if minutes else gettext("%(hours)s h")
    else:
        words = gettext("%(minutes)s min")
    return words % {"days": days, "hours": hours, "minutes": minutes}


def relative(at: datetime, now: datetime) -> str:
    """Write how long ago, or how soon, a moment is."""
    span = now - at
    if abs(span) < timedelta(minutes=1):
        return gettext("now") if span >= timedelta(0) else gettext("in a moment")
    words = gettext("%(span)s ago") if span > timedelta(0) else gettext("in %(span)s")
    return words % {"span": distance(span)}


@register.simple_tag
def when(at: datetime | None, style: str = "absolute") -> SafeString:
    """Show a moment. `style` "absolute" (default) or "relative", which keeps the absolute one in its title."""
    if at is None:
        return format_html('<span class="an-quiet">{}</span>', gettext("not yet"))
    full = absolute(at)
    shown = relative(at, clock.now()) if style == "relative" else full
    return format_html('<time datetime="{}" title="{}">{}</time>', at.isoformat(), full, shown)


@register.inclusion_tag("web/components/state.html")
def state_mark(word: object, tone: str = "idle", icon: str = "") -> dict[str, object]:
    """Show a state: a word, and a tone of ok, soon, late or idle that gives colour and icon."""
    return {
        "word": word,
        "tone": tone if tone in TONES else "idle",
        "icon": icon or TONES.get(tone, "slash-circle"),
    }


@register.simple_tag
def tone_icon(tone: str, icon: str = "") -> SafeString:
    """Draw the icon of a tone in its colour, or another one, where a sentence beside it says the word."""
    chosen = icon or TONES.get(tone, "slash-circle")
    return format_html('<span class="an-tone an-tone-{}">{}</span>', tone, drawn(chosen))


@register.simple_tag
def time_left(due: datetime) -> SafeString:
    """Show what is left until a deadline, or by how much it has passed, with its tone."""
    left = due - clock.now()
    if left < timedelta(0):
        tone, words = "late", gettext("%(span)s over") % {"span": distance(left)}
    else:
        tone = "soon" if left < timedelta(hours=4) else "ok"
        words = gettext("%(span)s left") % {"span": distance(left)}
    return format_html(
        '<time class="an-state an-state-{}" datetime="{}" title="{}">{}</time>',
        tone,
        due.isoformat(),
        absolute(due),
        words,
    )


@register.inclusion_tag("web/components/empty.html")
def empty(why: object, address: str = "", button: object = "") -> dict[str, object]:
    """Say why there is nothing here, with the button that fills it."""
    return {"why": why, "address": address, "button": button}


@register.inclusion_tag("web/components/crumbs.html")
def crumbs(*parts: object) -> dict[str, object]:
    """Show the way here: address and name by turns; the last name stands alone."""
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    return {"steps": pairs, "here": parts[-1] if len(parts) % 2 else ""}


@register.simple_tag(takes_context=True)
def address_with(context: RequestContext, **changes: object) -> str:
    """Give this page's address with some of its parameters changed; None or "" takes one out."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag(takes_context=True)
def papers_about(context: RequestContext, sort: str, number: int) -> SafeString:
    """Show the way to the papers about one thing, such as case 5, to whoever may write papers."""
    if not context["request"].actor.may("papers.write"):
        return SafeString("")
    address = f"{reverse('reports:kinds')}?subject={sort}:{number}"
    return format_html('<a class="btn btn-quiet" href="{}">{}</a>', address, gettext("Papers about this"))


@register.inclusion_tag("web/components/pager.html", takes_context=True)
def pager(context: RequestContext, page: "Page[Any]") -> dict[str, object]:
    """Show where we are in a long list, with the total, and the way on."""
    return {"page": page, "request": context["request"], "total": page.paginator.count}


@register.inclusion_tag("web/components/sort.html", takes_context=True)
def sort_link(context: RequestContext, key: str, name: object) -> dict[str, object]:
    """Show the head of a column that sorts; the order stands in the address as sort=key or sort=-key."""
    now = context["request"].GET.get("sort", "")
    turned = f"-{key}" if now == key else key
    direction = {key: "ascending", f"-{key}": "descending"}.get(now, "")
    return {"address": address_with(context, sort=turned, page=None), "name": name, "direction": direction}


@register.inclusion_tag("web/components/field.html")
def field(bound: BoundField, hint: object = "") -> dict[str, object]:
    """Show one field: label, hint, error, then the control; one that may stay empty says optional."""
    widget = bound.field.widget
    name = "form-select" if hasattr(widget, "choices") and widget.input_type == "select" else "form-control"
    plain = getattr(widget, "input_type", "") in ("checkbox", "radio")
    described = [f"{bound.auto_id}-hint"] if hint or bound.help_text else []
    described += [f"{bound.auto_id}-error"] if bound.errors else []
    attributes = {"class": "form-check-input" if plain else name}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    control = bound.as_widget(attrs={**widget.attrs, **attributes})
    return {
        "field": bound,
        "control": control,
        "hint": hint or bound.help_text,
        "optional": not bound.field.required,
    }


@register.inclusion_tag("web/components/errors.html")
def form_errors(form: Form) -> dict[str, object]:
    """Show what is wrong in a form above it, each error leading to its field."""
    lines = [
        (form[name].auto_id, error)
        for name, errors in form.errors.items()
        if name in form.fields
        for error in errors
    ]
    return {"lines": lines, "general": form.non_field_errors()}


@register.inclusion_tag("web/components/difference.html")
def difference(before: str, after: str, language: str = "") -> dict[str, object]:
    """Show what was taken out and what was put in between two texts, visible without colour."""
    found: list[Piece] = pieces(before, after)
    return {"pieces": found, "language": language}


@register.inclusion_tag("web/components/timeline.html")
def timeline(name: str, figures: Mapping[str, Any], summary: object, kind: str = "bar") -> dict[str, object]:
    """Show counts over time with the range that was expected, a sentence above and the table behind.

    `figures`: times (list of str), series (list of {name, values}), and optionally low and high (the expected
    range, lists as long as times) and marks (list of {at, name}).
    """
    names = {"low": gettext("expected at least"), "range": gettext("expected range")}
    columns = [line["values"] for line in figures["series"]]
    heads = [line["name"] for line in figures["series"]]
    if "low" in figures and "high" in figures:
        spans = zip(figures["low"], figures["high"], strict=True)
        columns.append([f"{formats.localize(low)}–{formats.localize(high)}" for low, high in spans])
        heads.append(names["range"])
    return {
        "name": name,
        "figures": {**figures, "names": names},
        "summary": summary,
        "kind": kind,
        "heads": heads,
        "rows": list(zip(figures["times"], *columns, strict=True)),
    }
