"""The public pages as a web server gives them: cacheable, conditional, without cookie, session or sign-in."""

import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.kernel.search.grams import phrases
from answerable.response.answers import queries as answers
from answerable.response.answers.queries import shelf
from answerable.response.answers_site import actions, press
from answerable.response.answers_site.forms import VerdictForm
from answerable.response.answers_site.press.frame import framed
from answerable.response.answers_site.press.memory import Memory
from answerable.response.answers_site.press.pages import answer_again
from answerable.response.answers_site.press.sheet import TONGUES, Sheet, here, origins, policy
from answerable.response.answers_site.rules.callers import Bucket, origin_of, stands_on_our_page

#: A correction must be seen soon: shared caches ask again after a minute, and may show the old page while they ask.
CACHED = "public, max-age=60, stale-while-revalidate=300"
#: Words looked for at a time; more would only cost time.
MOST_QUERY = 120
MOST_PAGES = 500
ROOM = Path(__file__).resolve().parent.parent
#: When the look of the pages last changed: an upgrade changes pages although no answer did.
BUILT = datetime.fromtimestamp(
    max(
        path.stat().st_mtime
        for folder in ("templates", "static", "press")
        for path in (ROOM / folder).rglob("*")
    ),
    UTC,
)
BUCKET = Bucket(secrets.token_bytes(32))
MEMORY = Memory()


@login_not_required
@require_safe
def page(request: HttpRequest, name: str, **parts: Any) -> HttpResponse:
    """Give a page of the site, or the page that says that there is none."""
    edition, key, now = shelf.edition(), (name, *sorted(parts.items()), policy()), clock.monotonic()
    sheet = MEMORY.get(edition, key, now=now)
    if sheet is None:
        sheet = press.made(name, **parts)
        if sheet is None:
            return missing(request, parts.get("language", "zh"))
        MEMORY.put(edition, key, sheet, now=now)
    return given(request, sheet)


def given(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    """Give a finished page, or say that the reader's copy is still right."""
    response = dressed(HttpResponse(sheet.body, content_type=sheet.kind))
    response["Cache-Control"] = CACHED
    response["ETag"] = sheet.etag
    changed = None
    if sheet.changed is not None:
        changed = int(max(sheet.changed, BUILT).timestamp())
        response["Last-Modified"] = http_date(changed)
    if not sheet.kind.startswith("text/html"):
        response["Access-Control-Allow-Origin"] = "*"  # feeds are read by programs on any page
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return get_conditional_response(request, sheet.etag, changed, response) or response


def dressed(response: HttpResponse, status: int | None = None) -> HttpResponse:
    """Put the headers on that every public page carries."""
    response.status_code = status or response.status_code
    response["Content-Security-Policy"] = f"{policy()}; frame-ancestors 'none'"
    response["Referrer-Policy"] = "strict-origin"
    response["X-Frame-Options"] = "DENY"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Length"] = str(len(response.content))
    return response


def _passing(sheet: Sheet, status: int = 200) -> HttpResponse:
    """Give a page that no cache keeps."""
    response = dressed(HttpResponse(sheet.body, content_type=sheet.kind), status)
    response["Cache-Control"] = "no-store"
    return response


def missing(request: HttpRequest, language: str) -> HttpResponse:
    """Say that there is nothing at an address."""
    with translation.override(TONGUES[language]):
        words = {"heading": _("There is no page at this address"), "sentence": "", "indexed": False}
        return _passing(framed("note", language, words), 404)


@login_not_required
@require_safe
def search(request: HttpRequest, language: str) -> HttpResponse:
    """Look for words in the answers."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:MOST_QUERY]
    asked = request.GET.get("page", "1")
    number = min(int(asked), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    with translation.override(TONGUES[language]):
        found = answers.published(language=language, text=words, page=number) if phrases(words) else None
        sheet = framed("search", language, {"words": words, "found": found, "indexed": False})
    response = given(request, sheet)
    response["X-Robots-Tag"] = "noindex"
    return response


@login_not_required
@csrf_exempt
def judge(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a reader's verdict: no account, no cookie, no address kept."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = answers.published_answer(slug)
    if found is None:
        return missing(request, "zh")
    with translation.override(TONGUES[found.language]):
        refused = _refused(request)
        if refused:
            status, sentence = refused
            words = {"heading": _("This was not taken in"), "sentence": sentence, "indexed": False}
            return _passing(framed("note", found.language, words), status)
        form = VerdictForm(request.POST)
        if not form.is_valid():
            return _passing(answer_again(found, form), 422)
        try:
            actions.judge(
                slug,
                helped=form.cleaned_data["helped"] == "yes",
                open_question=form.cleaned_data["open_question"],
                by=actions.READER,
                at=clock.now(),
            )
        except Anticipated as error:
            words = {"heading": _("This was not taken in"), "sentence": error.sentence, "indexed": False}
            return _passing(framed("note", found.language, words), error.status)
    response = dressed(HttpResponse(status=303))
    response["Location"] = here("thanks", language=found.language)
    response["Cache-Control"] = "no-store"
    return response


def _refused(request: HttpRequest) -> tuple[int, str] | None:
    """Say why a post is not taken in, if it is not."""
    ours = origins() | {origin_of(f"{request.scheme}://{request.get_host()}")}
    if not stands_on_our_page(dict(request.headers), frozenset(ours)):
        return 403, _("It came from another site. Open the answer here and try again.")
    if not BUCKET.takes(request.META.get("REMOTE_ADDR", ""), now=clock.monotonic()):
        return 429, _("More comes in at the moment than can be real. Please try again in ten minutes.")
    return None
