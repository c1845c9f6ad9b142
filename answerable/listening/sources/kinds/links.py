"""Links as they may be stored: absolute, http or https, without the marks that trackers add."""

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

LONGEST = 2000
CONTROL = re.compile(r"[\x00-\x20\x7f\u2028\u2029\ud800-\udfff]")
#: Query names that only tell the publisher how a reader came: they make one article look like many.
TRACKING = re.compile(
    r"(?:utm_[a-z_]+|fbclid|gclid|dclid|msclkid|spm|mc_[ce]id|yclid|_hs(?:enc|mi)|igshid|share_token|wfr|from_spm)=",
    re.IGNORECASE,
)


def stored_link(link: str, origin: str = "") -> str:
    """Give an address that may be stored and shown as a link, or "" when it is none."""
    link = CONTROL.sub("", link)
    if not link:
        return ""
    try:
        parts = urlsplit(urljoin(origin, link))
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2]
    if parts.scheme not in ("http", "https") or not host or "\\" in host:
        return ""
    query = "&".join(pair for pair in parts.query.split("&") if not TRACKING.match(pair))
    address = urlunsplit((parts.scheme, host, parts.path, query, parts.fragment))
    return address if len(address) <= LONGEST else ""
