"""A finished page, and the places it speaks of."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from answerable.response.answers_site.rules.callers import origin_of

HTML = "text/html; charset=utf-8"
TONGUES = {"zh": "zh-hans", "en": "en"}
#: As HTML names the languages.
TAGS = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The bytes of a page with what a web server says of them; `changed` is None where no time can be named."""

    body: bytes
    kind: str = HTML
    changed: datetime | None = None

    @property
    def etag(self) -> str:
        """Name the bytes."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


def here(name: str, **parts: object) -> str:
    """Give the address of a page below the host."""
    return reverse(f"answers_site:{name}", kwargs=parts)


def public_address() -> str:
    """Give scheme and host under which the public reads the site, for feeds, site map and marked-up facts."""
    return str(getattr(settings, "ANSWERS_ADDRESS", "") or settings.PUBLIC_ADDRESS).rstrip("/")


def whole(path: str) -> str:
    """Give the full address of a path of the site."""
    return public_address() + path


def forms_go_to() -> str | None:
    """Say what stands before the address of a form; None: pages are read elsewhere and no form can work there.

    Without an address of its own the site is read where the system runs: forms stay on the host. With one, forms
    lead to the system, if its address was set.
    """
    elsewhere = getattr(settings, "ANSWERS_ADDRESS", "")
    if not elsewhere:
        return ""
    system = getattr(settings, "ANSWERS_FORMS", "").rstrip("/")
    if not system:
        return None
    return "" if origin_of(system) == origin_of(elsewhere) else system


def origins() -> frozenset[str]:
    """List the origins of pages whose forms lead here."""
    known = (getattr(settings, "ANSWERS_ADDRESS", ""), settings.PUBLIC_ADDRESS)
    return frozenset(origin_of(address) for address in known if address)


def policy() -> str:
    """Write the content policy of every page: our own style sheet, sign and forms, nothing else, no scripts at all."""
    forms = forms_go_to()
    target = "'none'" if forms is None else f"'self' {forms}".strip()
    return f"default-src 'none'; style-src 'self'; img-src 'self'; form-action {target}; base-uri 'none'"
