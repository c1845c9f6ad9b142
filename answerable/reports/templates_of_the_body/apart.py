"""The parent's side: hands a template to the limited child and believes nothing it says beyond its shape."""

from typing import Any

from answerable.kernel.apart.parent import TooHeavy, ask_child
from answerable.reports.templates_of_the_body.looking import REASONS_MAX, Places
from answerable.reports.templates_of_the_body.names import known
from answerable.reports.templates_of_the_body.opening import FILE_MAX
from answerable.reports.templates_of_the_body.refusals import REASONS, Reason

#: A place has a name of at most 40 signs; what else is quoted from a file is shorter.
QUOTED = 60


def read_template(content: bytes) -> Places:
    """Give the places of a file that somebody handed in, and every reason against it; it need not be a template."""
    if len(content) > FILE_MAX:
        return Places((), (Reason.of("too-large", size=FILE_MAX // 1024 // 1024),))
    try:
        told = ask_child("answerable.reports.templates_of_the_body.child", content)
    except TooHeavy:
        return Places((), (Reason("too-heavy"),))
    names = tuple(dict.fromkeys(name for name in map(str, told.get("places", ())) if name and known(name)))
    reasons = tuple(_reason(one) for one in told.get("reasons", ())[:REASONS_MAX])
    found = Places(names, reasons)
    if not reasons and not found.has_body:
        return Places(names, (Reason("no-body"),))
    return found


def _reason(told: Any) -> Reason:
    """Take a reason as it was told; one that nobody knows is a file that could not be read."""
    try:
        code, pairs = str(told[0]), tuple(told[1])
        reason = Reason.of(code, **{str(name): str(value)[:QUOTED] for name, value in pairs})
        str(reason)
    except (TypeError, ValueError, KeyError, IndexError):
        return Reason("damaged")
    return reason if code in REASONS else Reason("damaged")
