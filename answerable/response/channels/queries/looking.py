"""Which addresses wait to be looked at."""

from answerable.response.channels.models import LinkLook


def links_to_look_at(piece: int) -> tuple[str, ...]:
    """List the addresses of a piece that nobody has looked at yet."""
    rows = LinkLook.objects.filter(piece=piece, looked_at=None).order_by("pk")
    return tuple(rows.values_list("address", flat=True))
