"""The only way out: every outbound call, its address checks and its limits.

What it is not: a place that decides what to read or whom to tell. Main words: *policy* (which addresses and ports
may be reached), *answer* (what came back, already inside its limits), *refusal* (a typed error with a code, a
sentence and whether trying again helps).

    from answerable.egress import EgressPolicy, FetchRequest, fetch, fetch_many
    answer = fetch(FetchRequest("https://example.org/feed.xml"), EgressPolicy())

Others that leave the house live beside it: `egress.messages.send_message`, `egress.webhooks.send_webhook`,
`egress.mailbox.read_mailbox`, `egress.robots.may_read`.
"""

from answerable.egress.exchange import Answer, FetchRequest, Limits
from answerable.egress.fetching import fetch, fetch_many
from answerable.egress.policy import EgressPolicy

__all__ = ["Answer", "EgressPolicy", "FetchRequest", "Limits", "fetch", "fetch_many"]
