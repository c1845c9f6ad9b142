"""The public form and the asker's own page. No session, no cookie, no script; the code is all that opens the page."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.kernel import clock
from answerable.kernel.errors import Anticipated
from answerable.response.letters import actions, queries
from answerable.response.letters.actions import ASKER
from answerable.response.letters.forms import FindForm, PublicForm
from answerable.response.letters.forms.public import keys_of_ticket, new_ticket
from answerable.response.letters.queries.followup import arrived_lately
from answerable.response.letters.rules.references import Keys
from answerable.response.letters.rules.states import Judgement, Way

LANGUAGES = {"zh": "zh-hans", "en": "en"}
#: Letters by the form in one hour over all askers. No address of anybody is kept to count by.
MOST_AN_HOUR = 300
HOUR = timedelta(hours=1)
View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """Show a view in the language of its address; nothing of it is kept by a cache, a search engine or a referrer.

    There is no session to ride on, so a forged post from elsewhere can do no more than anybody can: it is exempt
    from the check that would need a cookie.
    """

    @csrf_exempt
    @wraps(view)
    def shown(request: HttpRequest, tongue: str, **kwargs: str) -> HttpResponse:
        with override(LANGUAGES[tongue]):
            try:
                answer = view(request, tongue, **kwargs)
            except Anticipated as error:
                answer = _render(request, tongue, "refused", {"error": error}, status=error.status)
        # Django would log the address of a refusal, and with it the code that opens somebody's page.
        answer._has_been_logged = True  # type: ignore[attr-defined]
        answer["Cache-Control"] = "no-store"
        answer["Content-Language"] = LANGUAGES[tongue]
        answer["Referrer-Policy"] = "no-referrer"
        answer["X-Robots-Tag"] = "noindex, nofollow" if "code" in kwargs else "nofollow"
        return answer

    return shown


def _render(
    request: HttpRequest, tongue: str, page: str, context: dict[str, object], status: int = 200
) -> HttpResponse:
    other = "en" if tongue == "zh" else "zh"
    here = request.path
    context |= {
        "tongue": tongue,
        "other": here.replace(f"/letters/{tongue}/", f"/letters/{other}/", 1),
        "body": queries.body()[1],
    }
    return render(request, f"letters/public/{page}.html", context, status=status)


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Lead to the form in the language that the browser asks for."""
    asked = get_language_from_request(request)
    return redirect("letters_public:write", tongue="en" if asked.startswith("en") else "zh")


@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, tongue: str) -> HttpResponse:
    """Take a letter from anybody."""
    fresh = {"ticket": new_ticket(secrets.token_urlsafe(18))}
    form = PublicForm(request.POST or None, initial=fresh)
    if request.method == "POST" and form.is_valid():
        keys = keys_of_ticket(form.cleaned_data["ticket"])
        _take(form, keys, LANGUAGES[tongue])
        context: dict[str, object] = {
            "keys": keys,
            "has_mail": bool(form.cleaned_data["email"]),
            "link": reverse("letters_public:follow", kwargs={"tongue": tongue, "code": keys.code}),
        }
        return _render(request, tongue, "sent", context)
    if form.is_bound and form.is_stale:
        said = request.POST.copy()
        said["ticket"] = fresh["ticket"]
        form.data = said
    return _render(request, tongue, "write", {"form": form}, status=422 if form.errors else 200)


def _take(form: PublicForm, keys: Keys, language: str) -> None:
    """Take the letter in; the same page sent twice is the same letter, and gets the same answer."""
    at = clock.now()
    if arrived_lately(Way.FORM, since=at - HOUR) >= MOST_AN_HOUR:
        raise Anticipated(
            _("More letters come in at the moment than can be real."),
            _("Nothing was taken in. Please try again in an hour, or call."),
        )
    draft = actions.LetterDraft(
        way=Way.FORM,
        title=form.cleaned_data["title"],
        text=form.cleaned_data["text"],
        contact=form.contact(),
        keys=keys,
        received_at=at,
        language=language,
        outside_key=f"form:{keys.reference}",
    )
    actions.receive(draft, by=ASKER, at=at)


@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest, tongue: str) -> HttpResponse:
    """Ask for the code."""
    form = FindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = "".join(
            sign for sign in form.cleaned_data["code"].upper() if sign.isascii() and sign.isalnum()
        )
        if code:
            queries.letter_by_code(code)
            return redirect("letters_public:follow", tongue=tongue, code=code)
        form.add_error("code", _("A code is made of letters and digits."))
    return _render(request, tongue, "find", {"form": form}, status=422 if form.errors else 200)


@public_page
@require_safe
def follow(request: HttpRequest, tongue: str, code: str) -> HttpResponse:
    """Show an asker where their letter stands."""
    shown = queries.follow_up(code, at=clock.now())
    return _render(request, tongue, "follow", {"shown": shown, "code": code})


@public_page
@require_POST
def act(request: HttpRequest, tongue: str, code: str, act: str) -> HttpResponse:
    """Let an asker explain, judge the answer, or open the letter again."""
    letter = queries.letter_by_code(code)
    words = request.POST.get("words", "")[:20_000]
    at = clock.now()
    if act == "clarify":
        actions.clarify(letter, words, by=ASKER, at=at)
    elif act == "judge" and request.POST.get("judgement") in set(Judgement):
        actions.judge(letter, Judgement(request.POST["judgement"]), by=ASKER, at=at)
    elif act == "reopen":
        actions.reopen(letter, words, by=ASKER, at=at)
    else:
        raise Http404
    return redirect("letters_public:follow", tongue=tongue, code=code)
