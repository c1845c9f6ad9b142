"""News reaches those who were wired to it, and nobody else."""

from dataclasses import dataclass

from answerable.kernel import events


@dataclass(frozen=True)
class Rang:
    bell: str


@dataclass(frozen=True)
class Fell:
    thing: str


def test_news_reaches_every_reaction_once_in_the_order_of_wiring():
    heard = []
    first, second = (
        (lambda news: heard.append(("first", news.bell))),
        (lambda news: heard.append(("second", news.bell))),
    )
    events.react(Rang, first)
    events.react(Rang, second)
    events.react(Rang, first)
    events.publish(Rang("noon"))
    assert heard == [("first", "noon"), ("second", "noon")]


def test_news_that_nobody_is_wired_to_passes_quietly():
    events.publish(Fell("leaf"))
    assert events._reactions[Fell] == []
