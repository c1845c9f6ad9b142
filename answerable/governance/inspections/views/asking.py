"""One way for every form of the room: what is wrong is told beside the field, and what was typed is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from answerable.kernel.errors import Anticipated, NotAllowed, NotFound
from answerable.web.requests import Request


@dataclass(frozen=True, slots=True)
class Ask:
    """A page with one form. `title` heads it, `button` is its verb, `back` is where it leads, `about` what it is on."""

    title: str | Promise
    button: str | Promise
    back: str
    about: str | Promise = ""
    hint: str | Promise = ""
    keep: str = ""

    def answer(
        self, request: Request, form: forms.Form, act: Callable[[], Any], done: str | Promise
    ) -> HttpResponse:
        """Show the form, or carry out `act` and go back; what `act` gives as a text is where to go instead."""
        if request.method == "POST" and form.is_valid():
            try:
                made = act()
            except (NotAllowed, NotFound):
                raise
            except Anticipated as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, str(done))
                return redirect(made if isinstance(made, str) and made.startswith("/") else self.back)
        context = {"form": form, "ask": self}
        return render(request, "inspections/ask.html", context, status=422 if form.errors else 200)


def deed(request: Request, act: Callable[[], Any], done: str | Promise, back: str) -> HttpResponse:
    """Carry out what a single button does; a refusal is told by the page of refusals, and nothing was changed."""
    act()
    messages.success(request, str(done))
    return redirect(back)
