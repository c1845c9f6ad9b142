"""Feeds that channels with an open interface read. No sign-in: everything in them is published."""

from collections.abc import Sequence
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from answerable.response.channels.models import Channel
from answerable.response.channels.queries.parcels import feed_of
from answerable.response.channels.rules.delivering import Parcel


def _feed(key: UUID) -> tuple[Channel, tuple[Parcel, ...]]:
    found = feed_of(str(key))
    if found is None:
        raise Http404
    return found


@require_safe
def atom(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give what is out on a channel as Atom 1.0; ids never change, a withdrawn piece says so."""
    channel, parcels = _feed(key)
    here = request.build_absolute_uri()
    feed = Atom1Feed(
        title=channel.name,
        link=channel.address if "://" in channel.address else here,
        description=channel.purpose,
        language=channel.language,
        author_name=channel.name,
        feed_url=here,
        feed_guid=f"urn:uuid:{key}",
    )
    for one in parcels:
        feed.add_item(
            title=one.title,
            link=here,
            description=one.reason if one.tell == "withdrawn" else one.html,
            unique_id=f"urn:uuid:{one.key}",
            pubdate=one.released_at,
            updateddate=one.released_at,
            categories=[one.tell],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


@require_safe
def json_feed(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give what is out on a channel as JSON Feed 1.1."""
    channel, parcels = _feed(key)
    return JsonResponse(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": channel.name,
            "language": channel.language,
            "feed_url": request.build_absolute_uri(),
            "items": items(parcels),
        },
        json_dumps_params={"ensure_ascii": False},
    )


def items(parcels: Sequence[Parcel]) -> list[dict[str, object]]:
    """Write the entries of a JSON feed; of what was withdrawn only the reason is left."""
    return [
        {
            "id": f"urn:uuid:{one.key}",
            "title": one.title,
            "content_html": "" if one.tell == "withdrawn" else one.html,
            "content_text": one.reason if one.tell == "withdrawn" else one.text,
            "summary": "" if one.tell == "withdrawn" else one.summary,
            "date_published": one.released_at.isoformat(),
            "language": one.language,
            "tags": [one.tell],
            "_answerable": {
                "state": one.tell,
                "reason": one.reason,
                "content_sha256": one.content_hash,
                "reviewed_by": list(one.readers),
                "replaced_by": f"urn:uuid:{one.replaced_by}" if one.replaced_by else "",
            },
        }
        for one in parcels
    ]
