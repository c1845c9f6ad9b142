"""Writing in a draft: its head, and its passages one by one."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Moved, NotFound
from answerable.reports import actions, jobs, queries
from answerable.reports.forms import HeadForm, PassageForm
from answerable.reports.queries.door import paper_to_write
from answerable.web.requests import Request

KEPT = ("title", "addressee", "copies", "signer", "urgency", "official")


@require_http_methods(["GET", "POST"])
def head(request: Request, paper: int) -> HttpResponse:
    """Change title, addressee, copies, signer, urgency and layout."""
    row = paper_to_write(request.actor, paper)
    kept = {name: getattr(row, name) for name in KEPT} | {"layout": row.layout_id}
    form = HeadForm(request.POST or None, initial=kept, layouts=queries.layouts_for(row))
    if request.method == "POST" and form.is_valid():
        actions.keep_head(paper, form.head(), by=request.actor, at=clock.now())
        messages.success(request, _("Kept."))
        return redirect("reports:one", paper=paper)
    return render(request, "reports/head.html", {"form": form, "paper": row})


@require_http_methods(["GET", "POST"])
def passage(request: Request, passage: int) -> HttpResponse:
    """Write a passage in one's own words; where somebody was quicker both texts are shown."""
    found, row = queries.passage_for(request.actor, passage)
    form = PassageForm(request.POST or None, initial={"words": found.words, "edition": found.edition})
    theirs = ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.rewrite(passage, said["words"], edition=said["edition"], by=request.actor, at=clock.now())
        except Moved as moved:
            form.add_error(None, str(moved))
            theirs = found.words
        else:
            messages.success(request, _("Kept."))
            return redirect(f"{queries.link_to(row.pk)}#p-{found.key}")
    model = settings.LANGUAGE_MODEL.name if settings.LANGUAGE_MODEL else ""
    context = {"form": form, "passage": found, "paper": row, "theirs": theirs, "model": model}
    return render(request, "reports/passage.html", context)


@require_POST
def machine(request: Request, passage: int) -> HttpResponse:
    """Give a passage back to the system; the words stay in the editions."""
    paper = actions.use_machine_words(passage, by=request.actor, at=clock.now())
    messages.success(
        request, _("The system writes this passage again. Your words stay in the earlier editions.")
    )
    return redirect("reports:one", paper=paper)


@require_POST
def take_over(request: Request, passage: int) -> HttpResponse:
    """Let the words stand as they are, knowing what changed below them."""
    paper = actions.take_over(passage, by=request.actor, at=clock.now())
    messages.success(request, _("These words stand as yours."))
    return redirect("reports:one", paper=paper)


@require_POST
def ask(request: Request, passage: int) -> HttpResponse:
    """Let the operator's language model draft a passage; what it drafts is marked until a person takes it over."""
    if settings.LANGUAGE_MODEL is None:
        raise NotFound(
            _("No language model is set up here."), _("Everything works without; the operator may name one.")
        )
    paper = actions.ask_for_words(passage, jobs.phrase, by=request.actor, at=clock.now())
    messages.success(request, _("Asked. You are told when the draft lies here, or why there is none."))
    return redirect("reports:one", paper=paper)
