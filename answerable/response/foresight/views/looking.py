"""Looking at releases, at past stories like them, and at what lies beside a case."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import NotFound
from answerable.response.foresight import actions, queries
from answerable.response.foresight.forms.releasing import FilterForm
from answerable.response.foresight.forms.writing import SimilarForm
from answerable.response.foresight.queries import Wish
from answerable.response.foresight.queries.door import WORK, release_for
from answerable.response.foresight.queries.listing import PAGE_SIZE
from answerable.response.foresight.rules.states import KIND_NAMES
from answerable.web.requests import Request


def _tabs(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    names = {
        "planned": pgettext("releases", "to be released"),
        "watched": pgettext("releases", "watched"),
        "over": pgettext("releases", "to be looked back on"),
        "finished": pgettext("releases", "finished"),
        "all": pgettext("releases", "all"),
    }
    return [(key, name, counts.get(key, 0)) for key, name in names.items()]


def _wish(request: Request) -> tuple[FilterForm, Wish]:
    form = FilterForm(request.GET, kinds=list(KIND_NAMES.items()))
    form.is_valid()
    said = form.cleaned_data
    wish = Wish(
        tab=said.get("tab") or "planned",
        words=said.get("words", ""),
        kind=said.get("kind", ""),
        page=said.get("page") or 1,
    )
    return form, wish


@require_safe
def index(request: Request) -> HttpResponse:
    """Show the releases by what comes next; tab, filters and page are in the address."""
    form, wish = _wish(request)
    found = queries.releases(request.actor, wish)
    context = {
        "table": found,
        "form": form,
        "wish": wish,
        "tabs": _tabs(dict(found.counts)),
        "pages": Paginator(range(found.total), PAGE_SIZE).get_page(found.page),
        "is_filtered": bool(wish.words or wish.kind),
        "may_enter": request.actor.may(WORK),
    }
    return render(request, "foresight/list.html", context)


@require_safe
def one(request: Request, release: int) -> HttpResponse:
    """Show one release: what holds it back, its assessment, its watch, what was asked."""
    page = queries.release_of(request.actor, release, at=clock.now())
    context = {"page": page, "row": page.row, "foreseen": page.foreseen}
    return render(request, "foresight/one.html", context)


@require_http_methods(["GET", "POST"])
def similar(request: Request, release: int) -> HttpResponse:
    """Search past stories, and link one with why it is like this release."""
    row = release_for(request.actor, release)
    form = SimilarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.draft()
        if form.attempt(
            lambda: actions.write(
                release, said, personal=form.personal_said, by=request.actor, at=clock.now()
            )
        ):
            messages.success(request, _("Linked."))
            return redirect(reverse("foresight:similar", args=[release]))
    found = queries.look_alike(request.actor, row, request.GET.get("words", ""))
    context = {
        "release": row,
        "link": queries.link_to(release),
        "found": found,
        "form": form,
        "linked": row.similar.all(),
        "words": request.GET.get("words", ""),
        "typed_for": request.POST.get("story", ""),
    }
    return render(request, "foresight/similar.html", context)


@require_safe
def prepared(request: Request, release: int, case: int) -> HttpResponse:
    """Show the prepared answers that lie beside a case."""
    found = queries.prepared_for(request.actor, release, case)
    return render(
        request, "foresight/prepared.html", {"beside": found, "may_draft": request.actor.may("answers.draft")}
    )


@require_POST
def take_up(request: Request, release: int, case: int, row: int) -> HttpResponse:
    """Begin an answer from a prepared one."""
    answer = actions.take_up(row, case, by=request.actor, at=clock.now())
    messages.success(request, _("A draft was begun. It goes through its own gate."))
    return redirect("answers:one", answer)


@require_safe
def file(request: Request, release: int) -> HttpResponse:
    """Give the closed file, exactly as it was hashed."""
    row = release_for(request.actor, release)
    if not row.file:
        raise NotFound(_("The file of this release is not closed yet."), _("Look at the release."))
    response = HttpResponse(row.file.encode(), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="release-{row.pk}.json"'
    return response
