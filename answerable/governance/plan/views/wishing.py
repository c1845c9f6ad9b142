"""The page of wishes for change."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from answerable.governance.plan import actions, queries
from answerable.governance.plan.forms import ProposalForm, ReasonForm
from answerable.governance.plan.queries.versions import KEEP, proposals, versions
from answerable.governance.plan.rules.states import State
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.web.requests import Request


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: Request) -> HttpResponse:
    """List the wishes for change, each as a difference to the plan in force; take a new one in."""
    request.actor.need("plan.read")
    at = clock.now()
    standing = queries.in_force(at=at)
    document = standing.document if standing is not None else None
    initial = {"clause": request.GET.get("clause", "")}
    if document is not None and (clause := document.clause(initial["clause"])) is not None:
        initial["wording"] = clause.text
    form = ProposalForm(request.POST or None, document=document, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.note_proposal(**form.cleaned_data, by=request.actor, at=at)
        messages.success(request, _("Kept. The office will take it up or say why not."))
        return redirect("plan:wishes")
    context = {
        "rows": proposals(request.actor, document),
        "form": form,
        "reason": ReasonForm(),
        "may_keep": request.actor.may(KEEP),
        "drafts": [row for row in versions(request.actor) if row.state is State.DRAFT],
    }
    return render(request, "plan/wishes.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def take_up(request: Request, proposal: int) -> HttpResponse:
    """Take a wish up into a draft."""
    version = request.POST.get("version", "")
    if not version.isdigit():
        raise Anticipated(_("There is no draft to take it up into."), _("Begin a draft first."))
    actions.take_up(proposal, int(version), seen="", by=request.actor, at=clock.now())
    messages.success(request, _("Taken up. Look at the draft."))
    return redirect("plan:clauses", version=int(version))


@login_required
@require_POST
def decline(request: Request, proposal: int) -> HttpResponse:
    """Decline a wish, with a reason."""
    form = ReasonForm(request.POST)
    reason = str(form.cleaned_data["reason"]) if form.is_valid() else ""
    actions.decline(proposal, reason, by=request.actor, at=clock.now())
    return redirect("plan:wishes")
