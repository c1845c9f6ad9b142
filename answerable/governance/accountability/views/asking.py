"""One way for every form of the room: what is wrong is told beside the field, and what was typed is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from answerable.governance.accountability.queries.page import FilePage
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.web.requests import Request

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Ask:
    """A page with one form about one file: its heading, its verb, and what is said above it."""

    page: FilePage
    title: Words
    button: Words
    intro: Words = ""
    grave: bool = False

    def answer(self, request: Request, form: forms.Form, act: Callable[[], Any]) -> HttpResponse:
        """Show the form, or carry out `act` and go back to the file."""
        if request.method == "POST" and form.is_valid():
            try:
                act()
            except (NotAllowed, NotFound):
                raise
            except Anticipated as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("Noted in the file."))
                return redirect("accountability:one", self.page.id)
        context = {"ask": self, "page": self.page, "form": form}
        return render(request, "accountability/ask.html", context, status=422 if form.errors else 200)
