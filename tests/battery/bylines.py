"""Documents that name people in every place a format has for them, and rate what they said; and all that is kept."""

import base64
import csv
import hashlib
import hmac
import io
import json

from django.db import connection, transaction

from answerable.listening.sources import actions as sources
from answerable.listening.sources.kinds import Document
from answerable.listening.sources.models import Item
from answerable.listening.sources.reading.pool import read_document
from tests.answerable.listening.sources.makers import NOON, make_source
from tests.battery.hostile import ADDRESS

TITLE = "Water back in Harbour Street"
NAME, HANDLE, MAIL = "Quenby Vashti", "@quenby_vashti_77", "quenby.vashti@post.example"
PHONE, FACE = "13800138000", "quenby-face.jpg"
#: What would lead back to whoever wrote, in lower case.
TRACES = ("quenby", "vashti", PHONE)
#: What a vendor says of whoever wrote: mood, side, reach. The number marks each as ours.
RATINGS = ("furious-8731", "against-8731", "负面-8731", "8731")
SAID = f"Call {PHONE} or write to {MAIL}."
SECRET = "whsec_" + base64.b64encode(b"k" * 24).decode()
WHO = f"<name>{NAME}</name><email>{MAIL}</email><uri>https://social.example/{HANDLE}</uri>"
ATOM = f"""<feed xmlns='http://www.w3.org/2005/Atom'><title>Paper</title><author>{WHO}</author>
<contributor>{WHO}</contributor><entry><id>tag:{HANDLE},2026:1</id><title>{TITLE}</title><author>{WHO}</author>
<contributor>{WHO}</contributor><link href='http://site.example/1'/><content>{SAID}</content></entry></feed>"""
RSS = f"""<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'
xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><managingEditor>{MAIL} ({NAME})</managingEditor>
<item><guid isPermaLink='false'>urn:{HANDLE}</guid><title>{TITLE}</title><dc:creator>{NAME}</dc:creator>
<author>{MAIL} ({NAME})</author><itunes:author>{HANDLE}</itunes:author><media:credit>{NAME}</media:credit>
<media:thumbnail url='http://site.example/{FACE}'/><comments>http://site.example/{HANDLE}</comments>
<description>{SAID}</description><link>http://site.example/2</link></item></channel></rss>"""
PERSON = {"name": NAME, "url": f"https://social.example/{HANDLE}", "avatar": f"http://site.example/{FACE}"}
ENTRY = {
    "id": HANDLE,
    "title": TITLE,
    "content_text": SAID,
    "text": SAID,
    "url": "http://site.example/3",
    "author": PERSON,
    "authors": [PERSON],
    "user": {"screen_name": HANDLE, "followers": 8731},
    "sentiment": "furious-8731",
    "stance": "against-8731",
    "tags": ["furious-8731"],
}


def table() -> bytes:
    """A file as a monitoring vendor hands it in: with everybody's name, mood and reach."""
    out = io.StringIO()
    head = ("title", "text", "url", "author", "作者", "账号", "粉丝数", "情感倾向", "sentiment", "stance")
    row = (TITLE, SAID, "http://site.example/4", NAME, NAME, HANDLE, "8731", *RATINGS[2:0:-1], "furious-8731")
    csv.writer(out).writerows([head, row])
    return out.getvalue().encode()


def letter() -> bytes:
    """A mail of a press office, with a person in every header and below the text."""
    heads = f"From: {NAME} <{MAIL}>\r\nReply-To: {MAIL}\r\nSender: {MAIL}\r\nMessage-ID: <{MAIL}>\r\n"
    return (
        f"{heads}Subject: {TITLE}\r\nContent-Type: text/plain\r\n\r\n{SAID}\r\n\r\n-- \r\n{NAME}\r\n".encode()
    )


def signed(body: bytes) -> dict[str, str]:
    """The headers of a signed call."""
    stamp = str(int(NOON.timestamp()))
    mac = hmac.new(b"k" * 24, f"m.{stamp}.".encode() + body, hashlib.sha256)
    signature = base64.b64encode(mac.digest()).decode()
    return {"webhook-id": "m", "webhook-timestamp": stamp, "webhook-signature": f"v1,{signature}"}


CALL = json.dumps(ENTRY).encode()
#: form: kind of source, document, settings.
DOCUMENTS: dict[str, tuple[str, Document, dict[str, str]]] = {
    "atom": ("feed", Document(ATOM.encode(), ADDRESS), {}),
    "rss": ("feed", Document(RSS.encode(), ADDRESS), {}),
    "json": ("json_feed", Document(json.dumps({"items": [ENTRY]}).encode(), ADDRESS), {}),
    "table": ("file", Document(table(), ADDRESS), {}),
    "mail": ("mailbox", Document(letter(), headers={"uid": "9"}), {}),
    "call": ("webhook", Document(CALL, headers=signed(CALL)), {"secret": SECRET}),
}


def take_in(form: str) -> Item:
    """Let a source bring one document: read in the limited child, stored, found by search."""
    kind, document, settings = DOCUMENTS[form]
    source = make_source(kind=kind, address=f"https://paper.example/{form}")
    reading = read_document(kind, document, settings, {}, at=NOON)
    with transaction.atomic():
        sources.store_entries(source, list(reading.items), catch_up=False, at=NOON)
    return Item.objects.get(source=source)


def everything() -> str:
    """Every row of every table of the database as text, search index and trail and all, in lower case."""
    kept = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            kept += [f"{name}: {row}" for row in cursor.fetchall()]
    return "\n".join(kept).lower()
