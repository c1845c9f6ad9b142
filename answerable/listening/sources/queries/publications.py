"""Publications: found by a part of their name, and listed fifty a page."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from answerable.kernel.actor import Actor
from answerable.listening.sources.models import Publication
from answerable.listening.sources.queries.items import READ

PAGE_SIZE = 50
#: Names offered while somebody types.
OFFERED = 20


def publications_named(actor: Actor, said: str) -> tuple[tuple[int, str], ...]:
    """Give the publications whose name holds what was typed, the whole name first; or the one with that number."""
    actor.need(READ)
    word = said.strip()[:200]
    if not word:
        return ()
    whole = Q(name__iexact=word)
    if word.isascii() and word.isdecimal() and len(word) < 19:
        whole |= Q(pk=int(word))
    exact = tuple(Publication.objects.filter(whole).order_by("name").values_list("pk", "name")[:OFFERED])
    rest = Publication.objects.filter(name__icontains=word).exclude(pk__in=[pk for pk, _name in exact])
    return exact + tuple(rest.order_by("name").values_list("pk", "name")[: OFFERED - len(exact)])


def publications_page(actor: Actor, words: str = "", *, page: str | int = 1) -> "Page[Any]":
    """List publications by name with how many sources each has; three queries whatever their number."""
    actor.need(READ)
    rows = Publication.objects.annotate(count=Count("sources")).order_by("name")
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(region__icontains=word))
    return Paginator(rows, PAGE_SIZE).get_page(page)
