"""Makers of news and addresses."""

from answerable.kernel.actor import MACHINE
from answerable.office.notices import actions
from answerable.office.notices.rules import Told
from tests.answerable.office.people.makers import NOON, actor_of

KEY = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


def make_news(**changes):
    """News of a signal."""
    fields = {
        "kind": "signal",
        "subject": Told("Burst main grows", "爆管话题快速增长"),
        "body": Told("14 publications in 6 h", "6小时内14家媒体"),
        "link": "/listen/signals/1/",
        "key": "signal:1",
    }
    return actions.News(**{**fields, **changes})


def tell(*people, at=NOON, **changes):
    """Tell people the news."""
    return actions.notify(make_news(**changes), to=[person.pk for person in people], by=MACHINE, at=at)


def make_webhook(account, url, name="hook"):
    """A signed webhook of an account's person."""
    return actions.add_address(name, "webhook", url, KEY, by=actor_of(account), at=NOON)
