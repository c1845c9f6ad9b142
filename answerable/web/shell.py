"""What every page of the shell needs: the wings and where we are."""

from typing import Any

from django.http import HttpRequest


def context(request: HttpRequest) -> dict[str, Any]:
    """Give templates the wings of the rail."""
    return {}
