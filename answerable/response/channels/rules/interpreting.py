"""Interpretation of a policy: its forms, and whether policy and interpretation lead to each other."""

import html
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Form(StrEnum):
    """How a policy is explained."""

    QUESTIONS = "questions"
    ARTICLE = "article"
    CHART = "chart"
    VIDEO = "video"
    CONFERENCE = "conference"


FORM_NAMES: Mapping[Form, str | Promise] = {
    Form.QUESTIONS: _("questions and answers"),
    Form.ARTICLE: _("an explaining article"),
    Form.CHART: _("a picture or chart"),
    Form.VIDEO: _("a short film"),
    Form.CONFERENCE: _("a news conference"),
}
_HREF = re.compile(r"href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)


def leads_to(page: str, addresses: Iterable[str]) -> bool:
    """Say whether a page of HTML links to one of some addresses, whole or from the root of the same site."""
    wanted = {_plain(address) for address in addresses if address}
    paths = {re.sub(r"^[a-z]+://[^/]+", "", one) for one in wanted} - {"", "/"}
    hrefs = {_plain(html.unescape(next(filter(None, found), ""))) for found in _HREF.findall(page)}
    return bool(hrefs & (wanted | paths))


def _plain(address: str) -> str:
    return address.strip().partition("#")[0].rstrip("/")
