"""A signed message that another system of the body sends us (Standard Webhooks 1.0)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from answerable.listening.sources.kinds.entries import MOST_ITEMS, Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Wanted
from answerable.listening.sources.kinds.file import entry_from_record
from answerable.listening.sources.kinds.markup import MOST_TAGS
from answerable.listening.sources.kinds.reasons import gettext_noop
from answerable.listening.sources.kinds.refusal import NotReadable
from answerable.listening.sources.kinds.strict_json import parse_json
from answerable.listening.sources.kinds.webhook.signature import is_signed


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """The secrets that sign; two while one is being replaced."""

    secret: str = field(default="", metadata={"label": gettext_noop("secret"), "help": "", "secret": True})
    old_secret: str = field(
        default="", metadata={"label": gettext_noop("old secret"), "help": "", "secret": True}
    )


class Webhook:
    """An address of ours to which items are sent."""

    key = "webhook"
    name = gettext_noop("Incoming webhook")
    explanation = gettext_noop("Another system of the body sends items to an address of ours, signed.")
    settings_type = WebhookSettings
    is_polled = False
    most_tags = MOST_TAGS

    def requests(self, settings: WebhookSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Nothing is asked for: messages come by themselves."""
        return []

    def read(self, answer: Answer, settings: WebhookSettings, memory: Memory, at: datetime) -> Reading:
        """Check the signature over the raw bytes, then read one item or a list of them."""
        secrets = [secret for secret in (settings.secret, settings.old_secret) if secret]
        if not is_signed(answer.body, answer.headers, secrets, at):
            raise NotReadable("bad_signature")
        told = parse_json(answer.body)
        return gather(_entries(_records(told)), Context(at), memory)


def _records(told: Any) -> list[Any]:
    if isinstance(told, dict):
        inner = told.get("items", told.get("data", told))
        return inner if isinstance(inner, list) else [inner]
    return told if isinstance(told, list) else []


def _entries(records: list[Any]) -> Iterator[Entry]:
    for record in records[: MOST_ITEMS + 1]:
        entry = entry_from_record(record) if isinstance(record, dict) else None
        if entry is not None:
            yield entry


WEBHOOK = Webhook()
