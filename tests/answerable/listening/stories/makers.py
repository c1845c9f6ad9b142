"""Hand-written makers of placed stories: the real stream places what they make."""

from datetime import datetime, timedelta
from typing import Any

from answerable.kernel.actor import Actor
from answerable.listening.sources.models import Item
from answerable.listening.stories.actions import keeping
from answerable.listening.stories.actions.grouping import place_arrivals, tell_decisions
from answerable.listening.stories.models import Placement, Story
from answerable.office.people.models import Account
from tests.answerable.listening.sources.makers import NOON, make_item, make_publication, make_source

READER = frozenset({"listen.read"})
EDITOR = READER | {"stories.regroup", "signals.judge", "watches.keep", "watches.share"}

#: Two matters, told in other words each time; the last of the water lines repeats the first word for word.
WATER = (
    "Water main bursts in Mill Lane, hundreds of homes without water",
    "Hundreds of Mill Lane homes lose water after the main bursts",
    "No water in Mill Lane: burst main leaves hundreds of homes dry",
)
BRIDGE = (
    "City council votes to close the old harbour bridge for repairs in May",
    "Old harbour bridge closes for repairs in May, city council decides",
)


def ada(**changes: Any) -> Actor:
    """The duty officer: reads, groups, settles signals, keeps watches."""
    fields: dict[str, Any] = {"kind": "person", "name": "Ada", "abilities": EDITOR}
    return Actor(**(fields | changes))


def chen(**changes: Any) -> Actor:
    """A department contact: reads only."""
    fields: dict[str, Any] = {"kind": "person", "name": "Chen", "abilities": READER}
    return Actor(**(fields | changes))


def make_account(name: str = "ada") -> Account:
    """An account to sign in with."""
    account, _new = Account.objects.get_or_create(username=name)
    return account


def publish(title: str, *, paper: str = "Harbour Evening News", at: datetime = NOON, **changes: Any) -> Item:
    """One item of a paper, waiting for its story."""
    publication = make_publication(name=paper)
    source = publication.sources.first() or make_source(publication=publication, name=paper)
    fields: dict[str, Any] = {
        "title": title,
        "text": "",
        "source": source,
        "published_at": at,
        "first_seen_at": at,
    }
    return make_item(**(fields | changes))


def group(*, at: datetime = NOON, lease: str = "maker", limit: int = 500) -> int:
    """Let the real writer place everything that waits, and tell it what persons decided."""
    assert keeping.take_lease(lease, at=at)
    done = tell_decisions(lease=lease, at=at)
    while placed := place_arrivals(lease=lease, limit=limit, at=at).settled:
        done += placed
    keeping.give_back_lease(lease)
    return done


def make_story(titles: tuple[str, ...] = WATER, *, at: datetime = NOON, **changes: Any) -> Story:
    """One story: each title in another paper, an hour apart, placed by the real stream."""
    papers = ("Harbour Evening News", "Northfield Post", "City Radio", "The Courier", "River Times")
    items = [
        publish(title, paper=papers[place % 5], at=at + timedelta(hours=place), **changes)
        for place, title in enumerate(titles)
    ]
    group(at=at + timedelta(hours=len(titles)))
    return Placement.objects.select_related("story").get(pk=items[0].pk).story
