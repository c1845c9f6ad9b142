"""One way for every form of the room: what is wrong is told beside the field, and what was typed is kept."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise

from answerable.governance.duties.queries.rows import RunRow
from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.web.requests import Request


class Ask:
    """A page with one form about one run. `title` heads it, `button` is its verb."""

    def __init__(self, title: str | Promise, button: str | Promise, row: RunRow) -> None:
        self.title = title
        self.button = button
        self.row = row
        self.back = reverse("duties:run", args=[row.id])

    def answer(
        self,
        request: Request,
        form: forms.Form,
        act: Callable[[], Any],
        done: str | Promise,
        *,
        keep: str = "",
    ) -> HttpResponse:
        """Show the form, or carry out `act` and go back to the run; `keep` names what the browser remembers."""
        if request.method == "POST" and form.is_valid():
            try:
                act()
            except (NotAllowed, NotFound):
                raise
            except Anticipated as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, str(done))
                return redirect(self.back)
        context = {"form": form, "ask": self, "row": self.row, "keep": keep}
        return render(request, "duties/ask.html", context, status=422 if form.errors else 200)
