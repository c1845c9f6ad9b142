"""Every page of the site by name, and the list of all that can be written to files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.forms import Form
from django.utils import translation
from django.utils.functional import Promise
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext_lazy as _

from answerable.response.answers import queries as answers
from answerable.response.answers.queries import shelf
from answerable.response.answers.queries.published import PAGE_SIZE
from answerable.response.answers_site.forms import VerdictForm
from answerable.response.answers_site.press import counted, feeds
from answerable.response.answers_site.press.counted import topic_named
from answerable.response.answers_site.press.frame import framed
from answerable.response.answers_site.press.linked import linked
from answerable.response.answers_site.press.sheet import TONGUES, Sheet, here
from answerable.response.answers_site.press.telling import told
from answerable.response.answers_site.rules.topics import key_of

STATIC = Path(__file__).resolve().parent.parent / "static" / "answers_site"
#: Answers on the first page before "all answers" leads on.
LATEST = 10
Parts = dict[str, Any]
Maker = Callable[..., Sheet | None]


def begin() -> Sheet:
    """Make the page before the two languages."""
    latest = {tongue: answers.published(language=tongue, size=3).rows for tongue in TONGUES}
    return framed("begin", "zh", {"latest": latest})


def front(language: str) -> Sheet:
    """Make the first page of a language."""
    latest = answers.published(language=language, size=LATEST)
    parts = {
        "latest": latest.rows,
        "total": latest.total,
        "open": counted.looked_into(language),
        "topics": [(name, key_of(name), count) for name, count in answers.topics(language=language)[:24]],
        "changes": answers.changes(language=language, limit=5),
    }
    return framed("front", language, parts, feed=("feed", {"language": language}))


def _listed(name: str, parts: Parts, found: answers.PublishedPage, page: int, **more: object) -> Sheet | None:
    """Make a page of a list, with ways to its neighbours; None past its ends."""
    if not 1 <= page <= found.pages:
        return None

    def at(number: int) -> str:
        if not 1 <= number <= found.pages:
            return ""
        return here(name, **parts, **({"page": number} if number > 1 else {}))

    context = {"rows": found.rows, "total": found.total, "page": page, "pages": found.pages, "of": name}
    context |= {"before": at(page - 1), "after": at(page + 1), "indexed": page == 1, **more}
    feed = ("topic-feed", parts) if name == "topic" else ("feed", {"language": parts["language"]})
    return framed("list", parts["language"], context, feed=feed)


def listed(language: str, page: int = 1) -> Sheet | None:
    """Make a page of all answers."""
    return _listed("list", {"language": language}, answers.published(language=language, page=page), page)


def topics(language: str) -> Sheet:
    """Make the list of topics."""
    rows = [(name, key_of(name), count) for name, count in answers.topics(language=language)]
    return framed("topics", language, {"topics": rows})


def topic(language: str, key: str, page: int = 1) -> Sheet | None:
    """Make a page of a topic."""
    name = topic_named(language, key)
    if name is None:
        return None
    found = answers.published(language=language, topic=name, page=page)
    return _listed("topic", {"language": language, "key": key}, found, page, topic=name)


def archive(language: str) -> Sheet:
    """Make the list of months."""
    months = shelf.months(language=language, zone=get_default_timezone())
    return framed("archive", language, {"months": [counted.month_row(*row) for row in months]})


def month(language: str, year: int, month: int, page: int = 1) -> Sheet | None:
    """Make a page of a month."""
    if not (1 <= month <= 12 and 1970 <= year <= 9998):
        return None
    zone = get_default_timezone()
    found = shelf.published_in(year, month, language=language, zone=zone, page=page)
    if not found.total:
        return None
    parts = {"language": language, "year": year, "month": month}
    return _listed("month", parts, found, page, month=counted.month_row(year, month, found.total))


def changes(language: str) -> Sheet:
    """Make the list of corrections, updates and withdrawals."""
    return framed("changes", language, {"rows": answers.changes(language=language)})


def figures(language: str) -> Sheet:
    """Make the page of figures."""
    return framed("figures", language, {"figures": counted.figures_now()})


#: The limits of the product, in plain words (product design, "Where it stops").
LIMITS: tuple[tuple[str | Promise, str | Promise], ...] = (
    (
        _("We listen to what is published, never to people."),
        _(
            "We read publications and our own channels. We keep no record of who said what, no profile and no "
            "score. Names and account names are dropped when a text is read; telephone and identity numbers are masked."
        ),
    ),
    (
        _("We do not watch staff."),
        _("Only channels that belong to this body are listed. Private accounts of anybody cannot be."),
    ),
    (
        _("We judge no opinion."),
        _(
            "What we look into is a service, a fact, a risk to safety or a question that deserves an answer. There are "
            "no labels for what somebody thinks, believes or belongs to."
        ),
    ),
    (
        _("We answer in our own name."),
        _(
            "Every answer names this body, its spokesperson and the post. Nothing is posted in anybody else's name."
        ),
    ),
    (
        _("We take nothing down."),
        _(
            "To a false claim we have one reply: the facts, with what they rest on. We do not ask for what others say "
            "to be deleted, reported or buried."
        ),
    ),
    (
        _("We account for duties, not for words."),
        _(
            "Nobody is called to account for something they said. Where a duty of office was missed, the person is "
            "heard and can appeal."
        ),
    ),
)


def about(language: str) -> Sheet:
    """Make the page that says what this site is and where it stops."""
    return framed("about", language, {"limits": LIMITS})


def thanks(language: str) -> Sheet:
    """Make the page that follows a verdict."""
    return framed("thanks", language, {"indexed": False})


def answer(slug: str) -> Sheet | None:
    """Make the page of an answer, at its permanent address."""
    found = answers.published_answer(slug)
    if found is None:
        return None
    with translation.override(TONGUES[found.language]):
        parts = {"answer": found, "told": told(found), "linked": linked(found), "form": VerdictForm()}
        return framed("answer", found.language, parts, changed=found.updated_at, answer=found)


def answer_again(found: answers.PublishedAnswer, form: Form) -> Sheet:
    """Make the page of an answer with what was typed below it and what is wrong with that."""
    with translation.override(TONGUES[found.language]):
        parts = {"answer": found, "told": told(found), "form": form, "indexed": False}
        return framed("answer", found.language, parts, answer=found)


def style() -> Sheet:
    """Give the style sheet."""
    return Sheet((STATIC / "site.css").read_bytes(), "text/css; charset=utf-8")


def mark() -> Sheet:
    """Give the sign in the browser's tab: without one every browser asks the host for an icon of its own."""
    return Sheet((STATIC / "mark.svg").read_bytes(), "image/svg+xml")


PAGES: dict[str, Maker] = {
    "begin": begin,
    "front": front,
    "list": listed,
    "topics": topics,
    "topic": topic,
    "archive": archive,
    "month": month,
    "changes": changes,
    "figures": figures,
    "about": about,
    "thanks": thanks,
    "answer": answer,
    "style": style,
    "mark": mark,
    "feed": feeds.atom,
    "feed-json": feeds.json_feed,
    "topic-feed": feeds.topic_atom,
    "topic-feed-json": feeds.topic_json,
    "sitemap": feeds.sitemap,
    "robots": feeds.robots,
}


def made(name: str, **parts: Any) -> Sheet | None:
    """Make a page; None where there is nothing at its address."""
    language = parts.get("language", settings.LANGUAGE_CODE)
    with translation.override(TONGUES.get(language, language)):
        return PAGES[name](**parts)


def everything() -> Iterator[tuple[str, Parts]]:
    """List every page that can be a file: (name, parts). Search is not among them."""
    for name in ("style", "mark", "begin", "sitemap", "robots"):
        yield name, {}
    for place in shelf.places():
        yield "answer", {"slug": place.slug}
    for language in TONGUES:
        for name in ("about", "thanks", "figures", "changes", "archive", "topics", "feed", "feed-json"):
            yield name, {"language": language}
        yield from _lists(language)
        yield "front", {"language": language}


def _lists(language: str) -> Iterator[tuple[str, Parts]]:
    """List the pages of all lists of a language."""
    total = answers.published(language=language, size=1).total
    lists: list[tuple[str, Parts, int]] = [("list", {}, total)]
    for name, count in answers.topics(language=language):
        key = {"key": key_of(name)}
        yield "topic-feed", {"language": language, **key}
        yield "topic-feed-json", {"language": language, **key}
        lists.append(("topic", key, count))
    for year, number, count in shelf.months(language=language, zone=get_default_timezone()):
        lists.append(("month", {"year": year, "month": number}, count))
    for name, parts, count in lists:
        for page in range(1, max(-(-count // PAGE_SIZE), 1) + 1):
            yield name, {"language": language, **parts, **({"page": page} if page > 1 else {})}


def path_of(name: str, parts: Parts) -> str:
    """Give the address of a page below the host; robots.txt stands at its root, or nobody reads it."""
    return "/robots.txt" if name == "robots" else here(name, **parts)
