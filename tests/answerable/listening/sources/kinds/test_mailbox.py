"""Mails become items without anybody in them."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from answerable.listening.sources.kinds import Document, Reading, Way
from answerable.listening.sources.kinds.mailbox import MAILBOX, MailboxSettings
from answerable.listening.sources.kinds.reading_safely import read_safely

AT = datetime(2026, 5, 21, 9, 0, tzinfo=UTC)


def mail(text: str = "河畔路没水了。", subtype: str = "plain", charset: str = "utf-8") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Zhang San <zhang@example.org>"
    made["To"] = "office@example.org"
    made["Subject"] = "停水"
    made["Date"] = "Thu, 21 May 2026 08:00:00 +0800"
    made["Message-ID"] = "<7@example.org>"
    made.set_content(text, subtype=subtype, charset=charset)
    return made


def read(body: bytes, uid: str = "9", memory: dict[str, object] | None = None) -> Reading:
    return read_safely(MAILBOX, Document(body, headers={"uid": uid}), MailboxSettings(), memory or {}, AT)


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030", "big5"])
def test_subject_text_and_time_are_read_in_any_charset(charset: str) -> None:
    item = read(bytes(mail("停水通知", charset=charset))).items[0]
    assert (item.title, item.text, item.language) == ("停水", "停水通知", "zh")
    assert item.published_at == datetime(2026, 5, 21, 0, 0, tzinfo=UTC)


def test_nobody_is_kept() -> None:
    text = "没水了。\n\n-- \nZhang San\nRiver Road 7\n"
    assert not any(word in repr(read(bytes(mail(text)))) for word in ("Zhang", "River Road", "zhang@"))


def test_quotations_are_left_out() -> None:
    assert read(bytes(mail("还没水。\n> 昨天您说\n> 没水了\n谢谢"))).items[0].text == "还没水。\n谢谢"


def test_an_html_mail_is_text() -> None:
    assert read(bytes(mail("<p>没水<script>x</script></p>", subtype="html"))).items[0].text == "没水"


def test_attachments_are_not_opened() -> None:
    made = mail()
    made.add_attachment(b"MZ evil", maintype="application", subtype="octet-stream", filename="x.exe")
    made.add_attachment("attached words", filename="x.txt")
    assert "attached" not in repr(read(bytes(made)))


def test_the_folder_is_read_on_from_the_last_mail() -> None:
    memory = read(bytes(mail()), uid="12", memory={"uid": 9}).memory
    wanted = MAILBOX.requests(MailboxSettings("mail.example.org", folder="反馈"), memory, AT)[0]
    assert (wanted.way, wanted.headers["after-uid"]) == (Way.MAILBOX, "12")


@pytest.mark.parametrize(
    "body",
    [
        b"Subject: =?utf-8?b?////?=\r\n\r\nx",
        b"Subject: x\r\nContent-Type: multipart/mixed\r\n\r\nx",
        b"Subject: x\r\nContent-Type: text/plain; charset=no-such\r\n\r\n\xff\xfe",
        b"Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
        b"Date: never\r\nSubject: x\r\n\r\nx",
        b'From: "' + b"(" * 500 + b"\r\nSubject: x\r\n\r\nx",
    ],
)
def test_odd_mails_end_as_a_reading(body: bytes) -> None:
    assert len(read(body).items) == 1
