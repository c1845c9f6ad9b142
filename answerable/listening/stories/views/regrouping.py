"""Pages on which a person says what belongs together."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from answerable.kernel import clock
from answerable.listening.stories import actions, queries
from answerable.listening.stories.actions.regrouping import GROUP
from answerable.listening.stories.forms import MergeForm
from answerable.web.requests import Request

#: Stories merged in one go: more than fit on a screen nobody has looked at.
MOST = 20


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: Request) -> HttpResponse:
    """Show the stories that are to become one, and let a person choose which of them stays."""
    request.actor.need(GROUP)
    asked = request.POST.getlist("story") or request.GET.getlist("story")
    ids = [int(value) for value in dict.fromkeys(asked) if value.isdecimal()][:MOST]
    words = request.GET.get("q", "")[:400].strip()
    rows = sorted(queries.stories(ids).values(), key=lambda row: row.id)
    form = MergeForm(request.POST or None, stories=[(row.id, row.title) for row in rows])
    if request.method == "POST" and form.is_valid():
        keep = form.cleaned_data["keep"]
        others = [row.id for row in rows if row.id != keep]
        actions.merge_stories(keep, others, by=request.actor, at=clock.now())
        messages.success(request, _("They are one story now. You can take it back below."))
        return redirect("stories:one", story=keep)
    offered = (
        [row for row in queries.search(request.actor, words).stories if row.id not in ids] if words else []
    )
    context = {"rows": rows, "form": form, "query": words, "offered": offered}
    return render(request, "stories/merge.html", context)


@require_POST
def split(request: Request, story: int) -> HttpResponse:
    """Take the ticked items into a story of their own."""
    items = [int(value) for value in request.POST.getlist("item") if value.isdecimal()]
    actions.split_story(story, items, by=request.actor, at=clock.now())
    words = ngettext(
        "%(count)s item is a story of its own now. You can take it back below.",
        "%(count)s items are a story of their own now. You can take it back below.",
        len(items),
    )
    messages.success(request, words % {"count": len(items)})
    return redirect("stories:one", story=story)


@require_POST
def undo(request: Request, regrouping: int) -> HttpResponse:
    """Take a regrouping back."""
    done = actions.undo_regrouping(regrouping, by=request.actor, at=clock.now())
    messages.success(request, _("It is as it was before."))
    return redirect("stories:one", story=queries.regrouped_into(done))
