"""The morning in a few sentences, for whoever has half a minute."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from answerable.home.queries import Morning
from answerable.response.cases.queries.head import HeadLine, HeadLineKey
from answerable.web.templatetags.components import absolute

#: The tone of each line of whoever leads where there is something to say, and its sign.
HEAD_TONES = {
    HeadLineKey.DECIDE: ("late", "signpost-split"),
    HeadLineKey.GRAVE: ("late", "exclamation-octagon"),
    HeadLineKey.SOON: ("soon", "hourglass-split"),
    HeadLineKey.ANSWERED: ("idle", "megaphone"),
    HeadLineKey.LEARN: ("soon", "journal-check"),
}
#: Names given in a line; the rest is a number.
NAMED = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its tone (ok, soon, late, idle), the page that tells more, and a sign of its own."""

    tone: str
    words: str
    address: str
    icon: str = ""


def lines(morning: Morning) -> tuple[Line, ...]:
    """Write the morning in at most six sentences: signals, growth, news, sources, polls that fail to come, notices."""
    return tuple(_lines(morning))


def _lines(morning: Morning) -> Iterator[Line]:
    yield _waiting(morning)
    yield _growth(morning)
    yield _news(morning)
    yield _heard(morning)
    if morning.overdue:
        yield _overdue(morning.overdue)
    if morning.unread:
        yield _unread(morning.unread)


def head_lines(found: tuple[HeadLine, ...]) -> tuple[Line, ...]:
    """Write the five lines for whoever leads: to decide, grave, running out, answered, to learn from."""
    return tuple(_head_line(line) for line in found)


def _head_line(line: HeadLine) -> Line:
    if not line.number:
        return Line("ok", _nothing(line.key), line.link)
    tone, icon = HEAD_TONES[line.key]
    words = _head_words(line.key, line.number) % {"count": _number(line.number), "title": line.title}
    return Line(tone, words, line.link, icon)


def _nothing(key: HeadLineKey) -> str:
    return {
        HeadLineKey.DECIDE: _("Nothing waits for a decision."),
        HeadLineKey.GRAVE: _("No grave or major case is open."),
        HeadLineKey.SOON: _("No limit ends within a day."),
        HeadLineKey.ANSWERED: _("Nothing was answered in public since yesterday."),
        HeadLineKey.LEARN: _("No review is due."),
    }[key]


def _head_words(key: HeadLineKey, number: int) -> str:
    """Say one line; the title is that of the first, which is the gravest or the oldest."""
    return {
        HeadLineKey.DECIDE: ngettext(
            "%(count)s case waits for a decision: %(title)s",
            "%(count)s cases wait for a decision, first: %(title)s",
            number,
        ),
        HeadLineKey.GRAVE: ngettext(
            "%(count)s grave or major case is open: %(title)s",
            "%(count)s grave or major cases are open, first: %(title)s",
            number,
        ),
        HeadLineKey.SOON: ngettext(
            "%(count)s case has a limit that ends within a day: %(title)s",
            "%(count)s cases have limits that end within a day, first: %(title)s",
            number,
        ),
        HeadLineKey.ANSWERED: ngettext(
            "%(count)s case was answered in public since yesterday: %(title)s",
            "%(count)s cases were answered in public since yesterday, last: %(title)s",
            number,
        ),
        HeadLineKey.LEARN: ngettext(
            "%(count)s case waits for its review: %(title)s",
            "%(count)s cases wait for their reviews, first: %(title)s",
            number,
        ),
    }[key]


def _number(count: int) -> str:
    return number_format(count, force_grouping=True)


def _waiting(morning: Morning) -> Line:
    waiting = morning.signals.open_total
    if not waiting:
        return Line("ok", _("No signal waits."), reverse("signals:list"))
    words = ngettext("%(count)s signal waits, %(new)s new.", "%(count)s signals wait, %(new)s new.", waiting)
    tone = "late" if morning.signals.new_total else "soon"
    numbers = {"count": _number(waiting), "new": _number(morning.signals.new_total)}
    return Line(tone, words % numbers, reverse("signals:list"))


def _growth(morning: Morning) -> Line:
    address = reverse("stories:board") + "?tab=growing"
    count = morning.stories.growing_total
    if not count:
        return Line("ok", _("No story grows."), address)
    words = ngettext(
        "%(count)s story grows: %(title)s", "%(count)s stories grow, most of all: %(title)s", count
    )
    return Line("soon", words % {"count": _number(count), "title": morning.stories.growing[0].title}, address)


def _news(morning: Morning) -> Line:
    address = reverse("stories:board") + "?tab=new"
    when, items = absolute(morning.since), morning.stories.items
    if not items:
        return Line("idle", _("Nothing new since %(when)s.") % {"when": when}, address, "collection")
    # Two numbers that each have their own plural: two sentences joined.
    stories = ngettext("%(count)s new story", "%(count)s new stories", morning.stories.new_total)
    arrived = ngettext("%(count)s new item", "%(count)s new items", items)
    words = _("%(stories)s in %(items)s since %(when)s.") % {
        "stories": stories % {"count": _number(morning.stories.new_total)},
        "items": arrived % {"count": _number(items)},
        "when": when,
    }
    return Line("idle", words, address, "collection")


def _heard(morning: Morning) -> Line:
    if not morning.ill_total:
        words = ngettext(
            "The one source is heard.", "All %(count)s sources are heard.", morning.sources_total
        )
        return Line("ok", words % {"count": _number(morning.sources_total)}, reverse("sources:list"))
    names = _(", ").join(one.name for one in morning.ill[:NAMED])
    words = ngettext(
        "%(count)s of %(all)s sources is not heard as it should be: %(names)s",
        "%(count)s of %(all)s sources are not heard as they should be, longest: %(names)s",
        morning.ill_total,
    )
    numbers = {"count": _number(morning.ill_total), "all": _number(morning.sources_total), "names": names}
    return Line("late", words % numbers, reverse("sources:list") + "?state=ill")


def _overdue(count: int) -> Line:
    words = ngettext(
        "%(count)s source waits for its poll: is the worker running?",
        "%(count)s sources wait for their polls: is the worker running?",
        count,
    )
    return Line("late", words % {"count": _number(count)}, reverse("sources:list") + "?state=overdue")


def _unread(count: int) -> Line:
    words = ngettext("%(count)s notice waits for you.", "%(count)s notices wait for you.", count)
    return Line("soon", words % {"count": _number(count)}, reverse("notices:inbox"), "bell")
