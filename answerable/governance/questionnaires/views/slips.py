"""Answering: no session, no cookie, no address kept, nothing in any log. The code travels in the body of a post."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language_from_request, override
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from answerable.governance.questionnaires import actions, queries
from answerable.governance.questionnaires.forms.sheet import SheetForm
from answerable.governance.questionnaires.queries.asking import Asked
from answerable.kernel import clock
from answerable.kernel.actor import NOBODY
from answerable.kernel.errors import Anticipated

LANGUAGES = {"zh": "zh-hans", "en": "en"}
#: Nothing from elsewhere; one small script of ours, which takes the code out of the address of a scanned slip.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
View = Callable[..., HttpResponse]


def dressed(answer: HttpResponse) -> HttpResponse:
    """Put on the headers of these pages; say to Django that its log has nothing to add."""
    answer._has_been_logged = True  # type: ignore[attr-defined]
    answer["Cache-Control"] = "no-store"
    answer["Content-Security-Policy"] = POLICY
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Frame-Options"] = "DENY"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def slip_page(view: View) -> View:
    """Show a view in the language of its address. Without a session there is nothing for a forged post to ride on."""

    @csrf_exempt
    @wraps(view)
    def shown(request: HttpRequest, tongue: str) -> HttpResponse:
        with override(LANGUAGES[tongue]):
            answer = view(request, tongue)
        answer["Content-Language"] = LANGUAGES[tongue]
        return dressed(answer)

    return shown


def _page(tongue: str, name: str, context: dict[str, object], status: int = 200) -> HttpResponse:
    """Render without the request, so that nothing on the page can ask who is there."""
    context |= {"tongue": tongue, "other": "en" if tongue == "zh" else "zh", "body": queries.body_name()}
    return HttpResponse(render_to_string(f"questionnaires/answer/{name}.html", context), status=status)


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Lead to the page for the code in the language that the browser asks for."""
    tongue = "en" if get_language_from_request(request).startswith("en") else "zh"
    return dressed(HttpResponseRedirect(reverse("questionnaires:answer-in", kwargs={"tongue": tongue})))


def elsewhere(request: HttpRequest) -> HttpResponse:
    """Say that there is nothing at an address below this one, without the code somebody may have put there."""
    with override("zh-hans"):
        return dressed(_page("zh", "nothing", {}, status=404))


@slip_page
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, tongue: str) -> HttpResponse:
    """Ask for the code, then the questions, then take the sheet: all at one address."""
    if request.method != "POST":
        return _page(tongue, "code", {})
    typed, at = request.POST.get("code", "")[:60], clock.now()
    try:
        asked = queries.asked(typed, at=at)
    except Anticipated as refused:
        return _page(tongue, "code", {"error": refused, "typed": typed}, status=refused.status)
    if "sheet" not in request.POST:
        return _sheet(tongue, typed, asked, SheetForm(asked))
    form = SheetForm(asked, request.POST)
    if form.is_valid():
        try:
            actions.hand_in(typed, form.answers, by=NOBODY, at=at)
        except Anticipated as refused:
            form.fault = refused
        else:
            return _page(tongue, "thanks", {"asked": asked})
    return _sheet(tongue, typed, asked, form, status=422)


def _sheet(tongue: str, code: str, asked: Asked, form: SheetForm, status: int = 200) -> HttpResponse:
    return _page(tongue, "sheet", {"asked": asked, "form": form, "code": code}, status=status)
