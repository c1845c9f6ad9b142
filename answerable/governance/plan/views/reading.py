"""Pages on which the plan is read: the reader, versions, findings, the months ahead, changes, packs."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from answerable.governance.plan.forms import FileForm, ReasonForm
from answerable.governance.plan.packs import shipped_packs
from answerable.governance.plan.paper import DOCX, paper_of
from answerable.governance.plan.queries.ahead import ahead_of, changes_between
from answerable.governance.plan.queries.changing import change_rows
from answerable.governance.plan.queries.months import ahead_rows
from answerable.governance.plan.queries.pages import (
    finding_rows,
    pack_rows,
    stand_of,
    starting_points,
)
from answerable.governance.plan.queries.reader import clause_rows, with_statuses
from answerable.governance.plan.queries.versions import KEEP, page_of, version_page, versions, versions_now
from answerable.kernel import clock
from answerable.web.requests import Request


@login_required
@require_safe
def reader(request: Request) -> HttpResponse:
    """Show the plan in force, sentence by sentence."""
    at = clock.now()
    row, upcoming = versions_now(request.actor, at=at)
    page = page_of(row, at=at) if row is not None else None
    context: dict[str, Any] = {"upcoming": upcoming, "may_keep": request.actor.may(KEEP)}
    if page is not None and page.document is not None:
        statuses = with_statuses(request.actor, page.row.id, page.row.state, at=at)
        context |= {
            "standing": row,
            "page": page,
            "clauses": clause_rows(page.document, statuses),
            "language": (get_language() or "en")[:2],
            "stand": stand_of(statuses),
        }
    return render(request, "plan/reader.html", context)


@login_required
@require_safe
def all_versions(request: Request) -> HttpResponse:
    """List the versions, with the ways to begin a new one."""
    context = {
        "rows": versions(request.actor),
        "may_keep": request.actor.may(KEEP),
        "form": FileForm(),
        "points": starting_points(),
    }
    return render(request, "plan/versions.html", context)


@login_required
@require_safe
def version(request: Request, version: int) -> HttpResponse:
    """Show one version: its text, where it is, and what can be done with it."""
    at = clock.now()
    page = version_page(request.actor, version, at=at)
    context = {
        "page": page,
        "tab": "text",
        "clauses": clause_rows(page.document, with_statuses(request.actor, version, page.row.state, at=at))
        if page.document is not None
        else (),
        "reason": ReasonForm(),
        "mine": request.actor.account in page.writers,
        "may_keep": request.actor.may(KEEP),
        "may_approve": request.actor.may("plan.approve"),
    }
    return render(request, "plan/version.html", context)


@login_required
@require_safe
def findings(request: Request, version: int) -> HttpResponse:
    """Show what lint finds, in the order of the file, with the way to put it right."""
    page = version_page(request.actor, version, at=clock.now())
    context = {
        "page": page,
        "tab": "findings",
        "rows": finding_rows(page),
        "may_keep": request.actor.may(KEEP),
    }
    return render(request, "plan/findings.html", context)


@login_required
@require_safe
def preview(request: Request, version: int) -> HttpResponse:
    """Show twelve months by post or unit, every date with how it was counted."""
    at = clock.now()
    page = version_page(request.actor, version, at=at)
    ahead = ahead_of(page, at=at)
    context: dict[str, Any] = {"page": page, "tab": "preview", "ahead": ahead}
    if ahead is not None:
        wanted = {name: request.GET.get(name, "") for name in ("post", "unit", "month", "page", "daily")}
        context |= ahead_rows(ahead, **wanted)
    return render(request, "plan/preview.html", context)


@login_required
@require_safe
def changes(request: Request, version: int) -> HttpResponse:
    """Show what changes against an older version: sentences, figures, duties, dates, for whom."""
    at = clock.now()
    page = version_page(request.actor, version, at=at)
    against = request.GET.get("against", "")
    found = changes_between(request.actor, int(against) if against.isdigit() else None, version, at=at)
    context = {
        "page": page,
        "tab": "changes",
        "found": found,
        "rows": change_rows(found) if found is not None else None,
        "others": [row for row in versions(request.actor) if row.id != version],
    }
    return render(request, "plan/changes.html", context)


@login_required
@require_safe
def packs(request: Request) -> HttpResponse:
    """Show the rule packs: every figure with its source and how sure it is."""
    request.actor.need("plan.read")
    return render(request, "plan/packs.html", {"rows": pack_rows(shipped_packs().values())})


@login_required
@require_safe
def as_yaml(request: Request, version: int) -> HttpResponse:
    """Give the plan file of a version."""
    page = version_page(request.actor, version, at=clock.now())
    answer = HttpResponse(page.text, content_type="application/yaml; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="plan-{page.row.id}.yaml"'
    return answer


@login_required
@require_safe
def as_docx(request: Request, version: int) -> HttpResponse:
    """Give a version as a Word file, with how each sentence stands as an annex."""
    at = clock.now()
    page = version_page(request.actor, version, at=at)
    statuses = with_statuses(request.actor, version, page.row.state, at=at)
    body = paper_of(page.document, statuses, get_language() or "en") if page.document is not None else b""
    answer = HttpResponse(body, content_type=DOCX)
    answer["Content-Disposition"] = f'attachment; filename="plan-{page.row.id}.docx"'
    return answer
