"""The limited child: `python -m answerable.response.channel_health.reading.child`.

One line of JSON and the document's bytes in, one line of JSON out; walls and limits are those of the sources' reader.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from answerable.kernel.apart.child import serve_until_end
from answerable.listening.sources.kinds import Document
from answerable.listening.sources.kinds.refusal import NotReadable
from answerable.response.channel_health.reading.facts import line_of, refusal_line
from answerable.response.channel_health.reading.page import Wanted, page_facts
from answerable.response.channel_health.reading.sitemap import places_of

SAMPLE_PAGE = (
    b"<html lang=en><head><title>t</title><meta name=pubdate content=2026-01-01></head><body><h1>t</h1><img src=a>"
    b"<p style='color:#999;background:#fff'>Published 20 May 2026</p><ul><li><a href=/a>An entry</a> [05-20]</li>"
    b"</ul><form><input><select></select><textarea></textarea></form></body></html>"
)
SAMPLE_MAP = b"<urlset><url><loc>http://x.example/a</loc><lastmod>2026-01-01</lastmod></url></urlset>"


def carry_out(head: Mapping[str, Any], body: bytes) -> bytes:
    """Do one task and give the line of its outcome; nothing that a document does is raised."""
    document = Document(body, head["final_url"], head["headers"], head["status"])
    try:
        if head["task"] == "sitemap":
            return line_of(places_of(document))
        wanted = Wanted(date.fromisoformat(head["today"]), head["selector"], head["barriers"])
        return line_of(page_facts(document, wanted))
    except NotReadable as error:
        return refusal_line(error.refused.code)
    except MemoryError:
        return refusal_line("too_much_memory")
    except Exception:  # noqa: BLE001 - parsers raise many kinds of exceptions on damaged documents
        return refusal_line("unreadable")


def load_everything() -> None:
    """Import now what parsers import when they first need it: later no file can be opened."""
    told = {"status": 200, "headers": {}, "final_url": "http://x.example/", "today": "2026-01-01"}
    carry_out({**told, "task": "page", "selector": "ul", "barriers": True}, SAMPLE_PAGE)
    carry_out({**told, "task": "sitemap"}, SAMPLE_MAP)


if __name__ == "__main__":
    serve_until_end(load_everything, carry_out)
