"""What is done with a paper as a whole."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.reports import actions
from answerable.reports.forms import WordsForm
from answerable.reports.queries import paper_for
from answerable.web.requests import Request

#: Moves that need no words, and what is said when they are made.
MOVES: dict[str, tuple[Callable[..., Any], Promise]] = {
    "hand_in": (actions.hand_in, _("Handed in. Its readers are told.")),
    "take_back": (actions.take_back, _("Taken back. What was approved of it no longer counts.")),
    "drop": (actions.drop, _("Put away.")),
    "prove": (actions.prove, _("Handed in as evidence of its duty.")),
}


@require_POST
def move(request: Request, paper: int, made: str) -> HttpResponse:
    """Make a move that needs no words, gather anew, or sign what was read."""
    at = clock.now()
    if made == "renew":
        changed = actions.renew(paper, by=request.actor, at=at)
        said = ngettext(
            "Gathered anew: %(count)s passage says something else now. Your words stay.",
            "Gathered anew: %(count)s passages say something else now. Your words stay.",
            changed,
        )
        messages.success(request, said % {"count": changed})
    elif made == "sign":
        actions.sign(paper, request.POST.get("seen", ""), by=request.actor, at=at)
        messages.success(request, str(_("Signed.")))
    elif made in MOVES:
        act, done = MOVES[made]
        act(paper, by=request.actor, at=at)
        messages.success(request, str(done))
    else:
        raise Http404
    return redirect("reports:shelf") if made == "drop" else redirect("reports:one", paper=paper)


@dataclass(frozen=True)
class Deed:
    """A page with one line to fill in, and its act."""

    heading: Promise
    meaning: Promise
    label: Promise
    button: Promise
    done: Promise
    act: Callable[..., Any]


DEEDS: dict[str, Deed] = {
    "send": Deed(
        _("Send"),
        _("It gets its number, its files are kept under their hashes, and nothing of it changes any more."),
        _("How it goes out"),
        _("It goes out now"),
        _("Sent. Its files are frozen."),
        actions.send,
    ),
    "receipt": Deed(
        _("Note its receipt"),
        _("Whoever it went to has it."),
        _("Their number, name or stamp"),
        _("Note it"),
        _("Noted."),
        actions.note_receipt,
    ),
    "return": Deed(
        _("Note that it came back"),
        _("What was sent stays as it was. The next one is made anew."),
        _("Why it came back"),
        _("Note it"),
        _("Noted."),
        actions.note_return,
    ),
}


@require_http_methods(["GET", "POST"])
def deed(request: Request, paper: int, name: str) -> HttpResponse:
    """Show the line that a deed needs, and do it."""
    if name not in DEEDS:
        raise Http404
    chosen, row = DEEDS[name], paper_for(request.actor, paper)
    form = WordsForm(request.POST or None, label=chosen.label)
    if request.method == "POST" and form.is_valid():
        try:
            chosen.act(paper, form.cleaned_data["words"], by=request.actor, at=clock.now())
        except (NotAllowed, NotFound):
            raise
        except Anticipated as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, str(chosen.done))
            return redirect("reports:one", paper=paper)
    return render(request, "reports/deed.html", {"form": form, "deed": chosen, "paper": row})
