"""Sends a message to a person's or a group's address through apprise, inside the wall.

Only the sorts of address that an office uses are let through: apprise knows 170 services, some of which run
programs or read files of this machine.
"""

import contextvars
import threading
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from apprise import NotifyType
from apprise.plugins.base import NotifyBase
from apprise.plugins.custom_json import NotifyJSON
from apprise.plugins.dingtalk import NotifyDingTalk
from apprise.plugins.feishu import NotifyFeishu
from apprise.plugins.lark import NotifyLark
from apprise.plugins.slack import NotifySlack
from apprise.plugins.wechat import NotifyWeChat
from apprise.plugins.wecombot import NotifyWeComBot

from answerable.egress import wall
from answerable.egress.errors import (
    BadAddress,
    EgressError,
    NotAccepted,
    SchemeNotAllowed,
    TooSlow,
    gettext_noop,
)
from answerable.egress.policy import EgressPolicy

with warnings.catch_warnings():
    # Its mail part looks for encryption and loads a module that Python is about to drop.
    warnings.simplefilter("ignore", DeprecationWarning)
    from apprise.plugins.email import NotifyEmail

#: mailto: SMTP; wecombot: a WeCom group; wechat: a WeCom application; json: a plain webhook.
SCHEMES: Mapping[str, type[NotifyBase]] = {
    "mailto": NotifyEmail,
    "mailtos": NotifyEmail,
    "wecombot": NotifyWeComBot,
    "wechat": NotifyWeChat,
    "dingtalk": NotifyDingTalk,
    "feishu": NotifyFeishu,
    "lark": NotifyLark,
    "slack": NotifySlack,
    "json": NotifyJSON,
    "jsons": NotifyJSON,
}
MAIL_PORTS = frozenset({25, 465, 587})
TOTAL_S = 30.0
CONNECT_S = 5.0
READ_S = 10.0


@dataclass
class _Outcome:
    accepted: bool = False
    error: Exception | None = None
    refused: list[EgressError] = field(default_factory=list)


def send_message(address: str, *, title: str, body: str, policy: EgressPolicy) -> None:
    """Send one message to an apprise address, or raise: SchemeNotAllowed, Blocked, TooSlow, NotAccepted."""
    plugin = _plugin(address)
    scheme = address.partition(":")[0].lower()
    own = replace(policy, ports=policy.ports | MAIL_PORTS) if scheme.startswith("mailto") else policy
    outcome = _within(TOTAL_S, lambda: _send(plugin, title, body, own))
    if outcome is None:
        raise TooSlow(host=scheme, seconds=int(TOTAL_S))
    if outcome.refused:
        raise outcome.refused[0]
    if outcome.error is not None:
        raise NotAccepted(status=type(outcome.error).__name__) from outcome.error
    if not outcome.accepted:
        raise NotAccepted(status="none")


def check_message_address(address: str) -> None:
    """Raise unless `send_message` would know how to send to this address; sends nothing."""
    _plugin(address)


def _plugin(address: str) -> NotifyBase:
    scheme = address.partition(":")[0].strip().lower()
    if scheme not in SCHEMES:
        raise SchemeNotAllowed(scheme=scheme[:20])
    told = SCHEMES[scheme].parse_url(address)
    try:
        plugin = SCHEMES[scheme](**told)
    except TypeError:  # it says so also where the address could not be read at all
        raise BadAddress(why=gettext_noop("the message address is incomplete")) from None
    plugin.redirects = False
    plugin.verify_certificate = True
    plugin.request_rate_per_sec = 0  # the caller keeps the pace
    plugin.socket_connect_timeout = CONNECT_S
    plugin.socket_read_timeout = READ_S
    if isinstance(plugin, NotifyEmail):  # RFC 3834: no machine that answers letters shall answer these
        plugin.headers["Auto-Submitted"] = "auto-generated"
    return plugin


def _send(plugin: NotifyBase, title: str, body: str, policy: EgressPolicy) -> _Outcome:
    outcome = _Outcome()
    wall.forget_proxies()
    with wall.standing(policy) as refused:
        try:
            outcome.accepted = bool(plugin.notify(body=body, title=title, notify_type=NotifyType.INFO))
        except Exception as error:  # noqa: BLE001 - plugins of many authors; each ends as a reason
            outcome.error = error
        outcome.refused = list(refused)
    return outcome


def _within(seconds: float, call: Callable[[], _Outcome]) -> _Outcome | None:
    """Run a call in a thread of its own and stop waiting after a time: the library knows no total deadline."""
    outcomes: list[_Outcome] = []
    context = contextvars.copy_context()
    thread = threading.Thread(target=lambda: outcomes.append(context.run(call)), daemon=True)
    thread.start()
    thread.join(seconds)
    return outcomes[0] if outcomes else None
