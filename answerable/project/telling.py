"""Which people are told of which news: reactions that put a notice into the publisher's transaction."""

from django.urls import reverse
from django.utils import translation

from answerable.kernel.actor import MACHINE
from answerable.listening.sources.events import SourceFellIll, SourceRecovered
from answerable.listening.sources.queries import sentence
from answerable.office.notices.actions import News, notify
from answerable.office.notices.rules import Told
from answerable.office.people import queries as people


def tell_ill(event: SourceFellIll) -> None:
    """Tell those who keep sources in the owner unit that one is no longer heard."""
    reasons = {}
    for language in ("en", "zh-hans"):
        with translation.override(language):
            reasons[language] = str(sentence(event.reason))
    news = News(
        kind="source_ill",
        subject=Told(f"Source not heard: {event.name}", f"来源异常：{event.name}"),
        body=Told(reasons["en"], reasons["zh-hans"]),
        link=reverse("sources:source", args=[event.source]),
        key=f"source_ill:{event.source}:{event.state}:{event.at:%Y-%m-%d}",
    )
    notify(
        news, to=people.who_may("sources.keep", at=event.at, unit=event.owner_unit), by=MACHINE, at=event.at
    )


def tell_recovered(event: SourceRecovered) -> None:
    """Tell the same people that it is heard again."""
    news = News(
        kind="source_recovered",
        subject=Told(f"Heard again: {event.name}", f"来源已恢复：{event.name}"),
        body=Told("What had piled up is marked as catching up.", "积压的信息已标为补采，不计入预警。"),
        link=reverse("sources:source", args=[event.source]),
        key=f"source_recovered:{event.source}:{event.at.isoformat()}",
    )
    notify(
        news, to=people.who_may("sources.keep", at=event.at, unit=event.owner_unit), by=MACHINE, at=event.at
    )
