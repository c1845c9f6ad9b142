"""S4: every address, asked by a stranger and by the office: no page lets a browser run or load what is not ours.

The token against forged requests is the one cookie that our own scripts read: they send it back with what they ask.

The control is a page of Django without the house's own layers, and headers as they are often loosened.
"""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from answerable.office.people.rules import PostKind
from tests.answerable.office.people.makers import make_member
from tests.battery import roles

pytestmark = pytest.mark.django_db
#: What a policy may name as a source; anything else lets something in that is not ours.
OURS = re.compile(r"'(?:none|self|nonce-[A-Za-z0-9+/=_-]{16,}|sha256-[A-Za-z0-9+/=]{40,})'|data:|blob:")
#: A picture may be written into a page; a script, a style or a frame may not.
RUNS = (
    "script-src",
    "style-src",
    "default-src",
    "frame-src",
    "object-src",
    "base-uri",
    "form-action",
    "connect-src",
)


def directives(policy):
    """A policy as {name: sources}."""
    parts = [part.split() for part in policy.split(";") if part.strip()]
    return {part[0]: part[1:] for part in parts}


def loose(name, sources):
    """Whether a directive names a source that is not ours, or lets what is written into a page run."""
    foreign = [one for one in sources if not OURS.fullmatch(one)]
    return bool(foreign) or (name in RUNS and bool({"data:", "blob:"} & set(sources)))


def faults(response):
    """What of an answer would let a browser do more than it needs to."""
    heads, told = response.headers, directives(response.headers.get("Content-Security-Policy", ""))
    wanted = {
        "default-src": told.get("default-src") == ["'none'"],
        "frame-ancestors": told.get("frame-ancestors") in (["'none'"], ["'self'"]),
        "nosniff": heads.get("X-Content-Type-Options") == "nosniff",
        "permissions": "camera=()" in heads.get("Permissions-Policy", ""),
        "referrer": heads.get("Referrer-Policy") in ("same-origin", "no-referrer"),
    }
    wanted |= {name: wanted.get(name, True) and not loose(name, sources) for name, sources in told.items()}
    wanted |= {
        f"cookie {one.key}": one["samesite"] in ("Lax", "Strict")
        and (bool(one["httponly"]) or one.key.endswith("csrf"))
        for one in response.cookies.values()
    }
    return [name for name, holds in wanted.items() if not holds]


def is_page(response):
    """Whether a browser would show this answer as a page."""
    return response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")


def test_no_page_comes_without_its_wall(tally):
    office = Client(raise_request_exception=False)
    office.force_login(make_member("Ada", PostKind.OFFICE))
    found, pages = {}, 0
    for browser in (Client(raise_request_exception=False), office):
        for route in roles.routes():
            answer = browser.get(route.asked)
            if is_page(answer):
                pages += 1
                # A page of the public's site has no script, no cookie and no form that tells who was here.
                spared = {"permissions", "referrer"} if route.written.startswith("answers/") else set()
                if wrong := set(faults(answer)) - spared:
                    found[route.written] = wrong
    assert found == {}
    assert pages > 100
    tally(cases=pages)


GOOD = "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'"


@pytest.mark.parametrize(
    ("policy", "fault"),
    [
        (GOOD.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), "script-src"),
        (GOOD.replace("script-src 'self'", "script-src https:"), "script-src"),
        (GOOD.replace("style-src 'self'", "style-src 'self' https://cdn.example"), "style-src"),
        (GOOD.replace("script-src 'self'", "script-src data:"), "script-src"),
        (GOOD.replace("'none'; script", "*; script"), "default-src"),
        (GOOD.replace("frame-ancestors 'none'", "frame-ancestors *"), "frame-ancestors"),
    ],
)
def test_the_control_with_a_loosened_policy_is_noticed(policy, fault, tally):
    page = HttpResponse("page")
    page.headers["Content-Security-Policy"] = GOOD
    assert fault not in faults(page)
    page.headers["Content-Security-Policy"] = policy
    assert fault in faults(page)
    tally(cases=1, faults=1, control=True)


def test_the_control_page_without_the_houses_layers_is_noticed(tally):
    page = HttpResponse("page")
    page.set_cookie("session", "1")
    wanted = {"default-src", "frame-ancestors", "nosniff", "permissions", "referrer", "cookie session"}
    assert set(faults(page)) == wanted
    tally(cases=1, faults=len(wanted), control=True)
