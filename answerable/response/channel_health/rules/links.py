"""What an answer says about a link: alive, dead, not to be judged by a machine, or to be tried again."""

from enum import StrEnum
from urllib.parse import urlsplit

#: Faults of the network or the server pass; only what fails again counts as dead.
MOST_TRIES = 2
#: A host of somebody else must be silent in this many rounds, on different days, before its link is called dead.
ROUNDS_SILENT = 2
#: What is no page: its address is only tried, its content not read.
FILES = frozenset(
    {
        "pdf",
        "doc",
        "docx",
        "xls",
        "xlsx",
        "ppt",
        "pptx",
        "wps",
        "et",
        "ofd",
        "txt",
        "csv",
        "xml",
        "json",
        "rss",
    }
    | {"zip", "rar", "7z", "gz", "tar", "exe", "apk", "css", "js"}
    | {"jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "ico", "mp3", "mp4", "avi", "mov", "wmv", "flv"}
)
#: Errors of egress that say something for good about the link itself.
GONE = frozenset({"unknown_host", "too_many_hops", "bad_address"})
#: Errors that say something about us or about our manners, not about the link.
OURS = frozenset({"robots", "blocked", "port", "busy", "too_large", "moved_away"})


class Life(StrEnum):
    """What became of a link."""

    ALIVE = "alive"
    DEAD = "dead"
    SILENT = "silent"
    UNJUDGED = "unjudged"


def life_of(status: int | None, error: str = "") -> Life:
    """Read a status or an error code of egress."""
    if error:
        if error in GONE:
            return Life.DEAD
        return Life.UNJUDGED if error in OURS else Life.SILENT
    if status in (404, 410):
        return Life.DEAD
    if status is not None and status >= 500:
        return Life.SILENT
    return Life.ALIVE if status is not None and status < 400 else Life.UNJUDGED


def host_of(address: str) -> str:
    """Give host and port of an address."""
    return urlsplit(address).netloc.lower()


def is_page(address: str) -> bool:
    """Say whether an address looks like a page, not like a file to be taken away."""
    path = urlsplit(address).path
    ending = path.rpartition("/")[2].rpartition(".")
    return not ending[1] or ending[2].lower() not in FILES
