"""Puts the parts of a page into its template: name of the body, ways around, language switch, feeds."""

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string

from answerable.office.people import queries as people
from answerable.response.answers.queries import PublishedAnswer
from answerable.response.answers.rules.states import State
from answerable.response.answers_site.press.sheet import (
    HTML,
    TAGS,
    TONGUES,
    Sheet,
    forms_go_to,
    here,
    policy,
    whole,
)
from answerable.response.answers_site.rules.switch import Way, ways

#: Pages that stand in the line below the name of the body.
WINGS = ("front", "topics", "archive", "changes", "figures", "about")
#: Pages that say the same thing in the other language.
MIRRORED = frozenset({*WINGS, "thanks", "search"})


def body_name() -> str:
    """Give the name of the public body."""
    found = people.body()
    return found.name if found else "Answerable"


def in_short(answer: PublishedAnswer) -> str:
    """Say in a line what an answer says; of a withdrawn one only why it no longer does."""
    return answer.reason if answer.state is State.WITHDRAWN else answer.summary or answer.question


def other_ways(template: str, language: str, answer: PublishedAnswer | None) -> tuple[Way, ...]:
    """Lead to the same page in the other language, or, where there is none, to that language's first page."""
    if answer is not None:
        there = {tongue: here("answer", slug=slug) for tongue, slug in answer.translations}
    elif template in MIRRORED:
        there = {tongue: here(template, language=tongue) for tongue in TONGUES}
    else:
        there = {}
    fronts = {tongue: here("front", language=tongue) for tongue in TONGUES}
    return ways(language, there, fronts)


def framed(
    template: str,
    language: str,
    parts: dict[str, Any],
    *,
    changed: datetime | None = None,
    feed: tuple[str, dict[str, str]] | None = None,
    answer: PublishedAnswer | None = None,
) -> Sheet:
    """Fill a template; the language is that of the page, never of who reads it."""
    context = {
        "language": language,
        "tag": TAGS[language],
        "body": body_name(),
        "wings": [(wing, here(wing, language=language)) for wing in WINGS],
        "wing": template,
        "ways": other_ways(template, language, answer),
        "policy": policy(),
        "forms": forms_go_to(),
        "feeds": _feeds(feed or ("feed", {"language": language})),
        "home": here("front", language=language),
        "style": here("style"),
        "mark": here("mark"),
        "indexed": True,
        **parts,
    }
    if answer is not None:
        context["canonical"] = whole(here("answer", slug=answer.slug))
        context["about"] = in_short(answer)
    text = render_to_string(f"answers_site/{template}.html", context)
    return Sheet(text.encode(), HTML, changed)


def _feeds(feed: tuple[str, dict[str, str]]) -> dict[str, str]:
    name, parts = feed
    return {"atom": here(name, **parts), "json": here(f"{name}-json", **parts)}
