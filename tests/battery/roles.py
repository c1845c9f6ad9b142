"""Every address of the house asked by every role: what comes back, as a table that a person reads.

`python -m pytest tests/battery/test_s2_roles.py` holds the table; ANSWERABLE_WRITE_ROLES=1 writes it anew, and the
difference is what a reviewer looks at.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from answerable.office.people.models import Account
from answerable.office.people.rules import PostKind, Role
from tests.answerable.office.people.makers import make_member, make_unit

TABLE = Path(__file__).parent / "roles.csv"
#: Pages of the libraries that sign people in and of Django's own administration: they have tests of their own.
NOT_OURS = ("admin/", "accounts/", "i18n/", "^static")
#: What stands for a thing that does not exist.
STANDS = {
    "int": "987654",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "slug": "none",
    "str": "none",
    "path": "none",
    "tongue": "en",
    "site_tongue": "en",
}
SIGN_IN = "/accounts/login/"


@dataclass(frozen=True)
class Route:
    """One address: as it is written, and as it is asked."""

    written: str
    asked: str


def routes(patterns: "list[URLPattern | URLResolver] | None" = None, before: str = "") -> Iterator[Route]:
    """List every address of ours, in order."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        written = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, written)
        elif not written.startswith(NOT_OURS):
            yield Route(
                written,
                "/"
                + re.sub(r"<(?:(\w+):)?\w+>", lambda found: STANDS.get(found[1] or "str", "none"), written),
            )


def people() -> dict[str, Client]:
    """Sign in one person of each role, each in a browser of their own."""
    body = make_unit(code="bureau", name="Water Bureau")
    office = make_unit(body, code="office", name="Office")
    browsers = {"stranger": Client(raise_request_exception=False)}
    accounts = {
        "reader": Account.objects.create_user("reader", role=Role.READER),
        "administrator": Account.objects.create_user("administrator", role=Role.ADMINISTRATOR),
    }
    for kind in PostKind:
        accounts[str(kind)] = make_member(str(kind).title(), kind, office)
    for name, account in accounts.items():
        browsers[name] = Client(raise_request_exception=False)
        browsers[name].force_login(account)
    return browsers


def outcome(browser: Client, route: Route) -> str:
    """Ask once to read and once to write; give both answers in short."""
    return f"{_short(browser.get(route.asked))} {_short(browser.post(route.asked))}"


def _short(answer: object) -> str:
    location = str(answer.headers.get("Location", ""))  # type: ignore[attr-defined]
    return "sign-in" if location.startswith(SIGN_IN) else str(answer.status_code)  # type: ignore[attr-defined]


def read() -> dict[str, dict[str, str]]:
    """Read the table as it was agreed."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row.pop("address"): row for row in csv.DictReader(file)}


def write(found: dict[str, dict[str, str]]) -> str:
    """Write a table."""
    roles = list(next(iter(found.values())))
    out = StringIO()
    table = csv.DictWriter(out, ["address", *roles], lineterminator="\n")
    table.writeheader()
    for address, row in found.items():
        table.writerow({"address": address, **row})
    return out.getvalue()
