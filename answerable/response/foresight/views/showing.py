"""A page with one form, as all steps of the room show it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from answerable.response.foresight.forms.screening import ScreenedForm
from answerable.response.foresight.models import Release
from answerable.response.foresight.queries import link_to
from answerable.response.foresight.queries.door import standing_now
from answerable.response.foresight.rules.states import Standing
from answerable.web.requests import Request


@dataclass(frozen=True)
class Step:
    """What one page with a form is called, what it means, its button, and what is said when it is done."""

    heading: str | Promise
    meaning: str | Promise
    button: str | Promise
    done: str | Promise


def reopens(row: Release) -> bool:
    """Say whether a change of its text would end the agreement on a release."""
    return standing_now(row) is Standing.AGREED


def show_step(
    request: Request, row: Release, step: Step, form: ScreenedForm, act: Callable[[], Any], **more: Any
) -> HttpResponse:
    """Show a form, or do what it is for and lead back to the release."""
    if request.method == "POST" and form.is_valid() and form.attempt(act):
        messages.success(request, str(step.done))
        return redirect("foresight:one", release=row.pk)
    context = {"release": row, "link": link_to(row.pk), "form": form, "step": step, **more}
    return render(request, "foresight/step.html", context)
