"""A watched folder on this machine: every new file in it is read as a table, a feed or a text."""

from dataclasses import dataclass, field
from datetime import datetime

from answerable.listening.sources.kinds.decoding import decode
from answerable.listening.sources.kinds.entries import Context, Entry, gather
from answerable.listening.sources.kinds.exchange import Answer, Memory, Reading, Wanted, Way
from answerable.listening.sources.kinds.feed import FEED, FeedSettings
from answerable.listening.sources.kinds.file import FILE
from answerable.listening.sources.kinds.file.columns import FileSettings
from answerable.listening.sources.kinds.mailbox import MAILBOX, MailboxSettings
from answerable.listening.sources.kinds.markup import MOST_TAGS, clean_characters
from answerable.listening.sources.kinds.plain_text import escaped
from answerable.listening.sources.kinds.reasons import gettext_noop

TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".xlsx")
FEEDS = (".xml", ".rss", ".atom", ".rdf", ".json")


@dataclass(frozen=True, slots=True)
class FolderSettings:
    """Which folder, and which files in it."""

    path: str = field(
        default="",
        metadata={
            "label": gettext_noop("folder"),
            "help": gettext_noop("Below the folder that the administrator opened for this."),
        },
    )
    pattern: str = field(
        default="*",
        metadata={"label": gettext_noop("files"), "help": gettext_noop("Such as *.csv; * for all.")},
    )


class Folder:
    """A folder into which another system or a person puts files."""

    key = "folder"
    name = gettext_noop("Watched folder")
    explanation = gettext_noop("A folder on this machine; each new file is read once.")
    settings_type = FolderSettings
    is_polled = True
    most_tags = MOST_TAGS

    def requests(self, settings: FolderSettings, memory: Memory, at: datetime) -> list[Wanted]:
        """Ask for the files that were not read yet."""
        return [Wanted(settings.path, {"pattern": settings.pattern}, way=Way.FOLDER)]

    def read(self, answer: Answer, settings: FolderSettings, memory: Memory, at: datetime) -> Reading:
        """Read one file as its name says."""
        name = answer.final_url.lower()
        if name.endswith(TABLES):
            return FILE.read(answer, FileSettings(), memory, at)
        if name.endswith(FEEDS):
            return FEED.read(answer, FeedSettings(), memory, at)
        if name.endswith(".eml"):
            return MAILBOX.read(answer, MailboxSettings(), memory, at)
        text, _odd = decode(answer.body)
        title, _, rest = clean_characters(text).strip().partition("\n")
        entry = Entry(name=answer.final_url, title=escaped(title[:300]), text=escaped(rest or title))
        return gather([entry], Context(at), memory)


FOLDER = Folder()
