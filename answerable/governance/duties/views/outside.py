"""What leaves the house: files of evidence, calendar feeds, the annex of the plan."""

import hashlib

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from answerable.governance.duties.actions import feeds as feed_actions
from answerable.governance.duties.actions.feeds import secret_hash
from answerable.governance.duties.ical import written
from answerable.governance.duties.queries import calendar as months
from answerable.governance.duties.queries.page import evidence_for
from answerable.kernel import clock
from answerable.kernel.errors import Anticipated, NotFound
from answerable.web.requests import Request


@require_safe
def evidence(request: Request, evidence: int) -> FileResponse:
    """Give a file of evidence: always as something to save, never to be shown, and only if it is still the same."""
    row = evidence_for(request.actor, evidence)
    if not default_storage.exists(row.stored):
        raise NotFound(_("The file is not in the folder of files."), _("Bring it back from the backup."))
    file = default_storage.open(row.stored, "rb")
    if hashlib.file_digest(file, "sha256").hexdigest() != row.sha256:
        file.close()
        raise Anticipated(
            _("The file is no longer the one that was handed in."), _("Bring it back from the backup.")
        )
    file.seek(0)
    response = FileResponse(
        file, as_attachment=True, filename=row.name, content_type="application/octet-stream"
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def feeds(request: Request) -> HttpResponse:
    """Make a new address for a calendar programme, or take the present one back."""
    at, unit = clock.now(), request.POST.get("unit", "")
    number = int(unit) if unit.isdigit() and len(unit) < 10 else None
    if request.POST.get("revoke"):
        feed_actions.revoke_feed(number, by=request.actor, at=at)
        messages.success(request, _("The address no longer works."))
    else:
        secret = feed_actions.make_feed(number, translation.get_language() or "en", by=request.actor, at=at)
        request.session["new_feed"] = request.build_absolute_uri(reverse("duties:feed", args=[secret]))
    return redirect(f"{reverse('duties:calendar')}#feeds")


@require_safe
def feed(request: Request, secret: str) -> HttpResponse:
    """Give the due dates of a person or a unit to a calendar programme; the address is the key."""
    at = clock.now()
    found = months.feed_named(secret_hash(secret))
    if found is None:
        return HttpResponse(_("This address is not in use.") + "\n", status=404, content_type="text/plain")
    with translation.override(found.language):
        rows = months.feed_runs(found, at=at)
        content = written(rows, home=request.build_absolute_uri("/"), at=at)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
