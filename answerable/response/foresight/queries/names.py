"""Releases as other rooms name them."""

from django.urls import reverse

#: The gate of the plan that holds a release (plan: g-decision).
GATE = "g-decision"


def subject_of(release: int) -> str:
    """Name a release for its gate, its clocks and the trail."""
    return f"release:{release}"


def release_of_subject(subject: str) -> int | None:
    """Give the release that a subject names; None for other subjects."""
    kind, _colon, number = subject.partition(":")
    return int(number) if kind == "release" and number.isdecimal() else None


def link_to(release: int) -> str:
    """Give the address of a release's page."""
    return reverse("foresight:one", args=[release])
