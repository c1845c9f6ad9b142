"""One way for every form of the room: what is wrong is told beside the field, and what was typed is kept."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.web.requests import Request


class Ask:
    """A page with one form. `title` heads it, `button` is its verb, `back` leads where it came from."""

    def __init__(self, title: str | Promise, button: str | Promise, back: str) -> None:
        self.title = title
        self.button = button
        self.back = back

    def answer(
        self,
        request: Request,
        form: forms.Form,
        act: Callable[[], Any],
        done: str | Promise,
        *,
        to: Callable[[Any], str] | None = None,
    ) -> HttpResponse:
        """Show the form, or carry out `act` and go on to `to(result)`, else back."""
        if request.method == "POST" and form.is_valid():
            try:
                result = act()
            except (NotAllowed, NotFound):
                raise
            except Anticipated as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, str(done))
                return redirect(to(result) if to else self.back)
        context = {"form": form, "ask": self, "warning": ""}
        return render(request, "people/ask.html", context, status=422 if form.errors else 200)
