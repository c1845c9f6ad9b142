"""Pages of replies: writing one text for one letter or many, giving it to its readers, sending it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.response.letters import actions, queries
from answerable.response.letters.forms import ReplyForm
from answerable.response.letters.queries.door import WORK
from answerable.web.requests import Request


def _chosen(request: Request) -> list[int]:
    """Give the letters named in the address."""
    return [int(part) for part in request.GET.getlist("letter")[:200] if part.isascii() and part.isdigit()]


@require_http_methods(["GET", "HEAD", "POST"])
def begin_reply(request: Request) -> HttpResponse:
    """Begin a reply to the letters named in the address, or to more of them."""
    request.actor.need(WORK)
    wanted = _chosen(request)
    matters = [queries.letter_matter(request.actor, letter) for letter in wanted]
    first: dict[str, Any] = {"letters": wanted}
    if matters:
        first |= {"title": matters[0].title, "language": matters[0].language or "zh-hans"}
    form = ReplyForm(request.POST or None, letters=_choices(request, matters), initial=first)
    if request.method == "POST" and form.is_valid():
        made = actions.draft_reply(form.draft(), by=request.actor, at=clock.now())
        return redirect("letters:reply", reply=made)
    context = {"form": form, "matters": matters, "page": None}
    return render(request, "letters/reply.html", context, status=422 if form.errors else 200)


def _choices(request: Request, matters: list[queries.Matter]) -> list[tuple[int, str]]:
    """Offer the letters that this is about first, then others that wait."""
    first = {one.id: f"{one.reference} {one.title}" for one in matters}
    return list((first | dict(queries.choices(request.actor, at=clock.now()))).items())


@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: Request, reply: int) -> HttpResponse:
    """Show a reply with where it stands, and take changes: they begin its reading anew."""
    page = queries.reply_page(request.actor, reply)
    letters = list(page.letters)
    first = {
        "title": page.title,
        "text": page.text,
        "signature": page.signature,
        "link": page.link,
        "language": page.language,
        "letters": [one.id for one in letters],
    }
    form = ReplyForm(request.POST or None, letters=_choices(request, letters), initial=first)
    if request.method == "POST" and form.is_valid():
        actions.edit_reply(reply, form.draft(), by=request.actor, at=clock.now())
        messages.success(request, _("Saved."))
        return redirect("letters:reply", reply=reply)
    context = {"form": form, "matters": letters, "page": page}
    return render(request, "letters/reply.html", context, status=422 if form.errors else 200)


@require_POST
def hand_in_reply(request: Request, reply: int) -> HttpResponse:
    """Give a reply to its readers."""
    actions.hand_in_reply(reply, by=request.actor, at=clock.now())
    messages.success(request, _("The readers have it now; the first of them was told."))
    return redirect("letters:reply", reply=reply)


@require_POST
def send_reply(request: Request, reply: int) -> HttpResponse:
    """Send a reply that passed its gate to every asker."""
    told = actions.send_reply(reply, by=request.actor, at=clock.now())
    words = ngettext("%(count)s asker was told.", "%(count)s askers were told.", told) % {"count": told}
    messages.success(request, words)
    return redirect("letters:reply", reply=reply)


@require_POST
def drop_reply(request: Request, reply: int) -> HttpResponse:
    """Lay a reply aside."""
    actions.drop_reply(reply, by=request.actor, at=clock.now())
    messages.success(request, _("Laid aside; its letters wait as before."))
    return redirect("letters:list")
