"""The limited child: `python -m answerable.listening.sources.reading.child`. Reads tasks, writes readings.

One line of JSON and the document's bytes in, one line of JSON out, until its parent goes away.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from answerable.kernel.apart.child import serve_until_end
from answerable.listening.sources.kinds import KINDS, Document, Kind, settings_from
from answerable.listening.sources.kinds.article import ARTICLE
from answerable.listening.sources.kinds.discovery import discover
from answerable.listening.sources.kinds.extraction import main_text
from answerable.listening.sources.kinds.reading_safely import read_safely
from answerable.listening.sources.reading import wire
from answerable.listening.sources.reading.gate import through_the_gate
from answerable.listening.sources.reading.warm_up import read_samples

READERS: Mapping[str, Kind] = {**KINDS, ARTICLE.key: ARTICLE}


def carry_out(head: Mapping[str, Any], body: bytes) -> bytes:
    """Do one task and give the line of its outcome."""
    document = Document(body, head["final_url"], head["headers"], head["status"])
    if head["task"] == "discover":
        return wire.candidates_line(discover(document))
    kind = READERS[head["kind"]]
    settings = settings_from(kind.settings_type, head["settings"])
    at = datetime.fromisoformat(head["at"])
    return wire.reading_line(through_the_gate(read_safely(kind, document, settings, head["memory"], at)))


def load_everything() -> None:
    """Import now what parsers import when they first need it: later no file can be opened."""
    ARTICLE.main_text = main_text
    read_samples(carry_out)


if __name__ == "__main__":
    serve_until_end(load_everything, carry_out)
