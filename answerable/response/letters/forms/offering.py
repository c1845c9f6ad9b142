"""Giving choices to fields of a form."""

from collections.abc import Iterable
from typing import Any

from django import forms


def offer(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Let a field of a form offer these choices."""
    found = form.fields[name]
    assert isinstance(found, forms.ChoiceField)
    found.choices = list(choices)
