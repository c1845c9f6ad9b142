"""The door for other systems of the body: signed calls with items (Standard Webhooks 1.0)."""

from datetime import datetime

from django.http import HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.listening.sources import actions, queries
from answerable.listening.sources.kinds import Document, Outcome
from answerable.listening.sources.queries.reasons import sentence
from answerable.listening.sources.reading.pool import read_document
from answerable.web.requests import Request

#: The largest call; a sender with more sends several.
LARGEST_CALL = 1024 * 1024
HEADERS = ("webhook-id", "webhook-timestamp", "webhook-signature", "content-type")


@csrf_exempt  # the caller is a machine without a session; the signature is what it is known by
@require_POST
def webhook(request: Request, source: int) -> HttpResponse:
    """Take one signed call: 200 when stored (also before), 401 unsigned, 413 too large, 429 too fast."""
    if int(request.headers.get("Content-Length") or 0) > LARGEST_CALL:
        return _answer(413, "too_large", most=LARGEST_CALL)
    at = clock.now()
    try:
        door = queries.door(source)
        headers = {name: request.headers.get(name, "") for name in HEADERS}
        document = Document(request.body, headers=headers)
        reading = read_document("webhook", document, door.settings, {}, at=at)
        if reading.outcome != Outcome.READ:
            refused = reading.refused[0]
            status = 401 if refused.code == "bad_signature" else 422
            return _answer(status, refused.code, **refused.details)
        stored = actions.receive_call(source, headers["webhook-id"], reading, at=at)
    except Anticipated as error:
        return _refusal(error, at=at)
    told = (
        {"new": len(stored.new), "edited": stored.edited, "known": stored.known}
        if stored
        else {"repeat": True}
    )
    return JsonResponse(told)


def _answer(status: int, code: str, **details: str | int) -> JsonResponse:
    return JsonResponse({"refused": code, "reason": sentence(code, details)}, status=status)


def _refusal(error: Anticipated, *, at: datetime) -> JsonResponse:
    response = JsonResponse({"refused": "anticipated", "reason": str(error)}, status=error.status)
    if error.retry_at is not None:
        response["Retry-After"] = str(int((error.retry_at - at).total_seconds()))
    return response
