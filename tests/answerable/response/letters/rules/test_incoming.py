"""One mail of the public, whatever it is made of."""

import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.response.letters.rules.attachments import MOST_BYTES
from answerable.response.letters.rules.incoming import MOST_PARTS, NotAMail, read_mail
from answerable.response.letters.rules.matter import MOST_TEXT


def mail(text="No water since six.", **headers):
    made = EmailMessage()
    first = {"From": "Zhang Wei <zhang@mill.example>", "Subject": "Water", "Message-ID": "<1@mill.example>"}
    given_ones = {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in {**first, **given_ones}.items():
        if value:
            made[name] = value
    made.set_content(text)
    return made


def test_a_mail_is_its_words_its_sender_and_its_time():
    found = read_mail(mail(Date="Mon, 02 Mar 2026 11:00:00 +0800").as_bytes())
    assert (found.sender, found.name, found.subject) == ("zhang@mill.example", "Zhang Wei", "Water")
    assert found.text == "No water since six."
    assert found.sent_at == datetime(2026, 3, 2, 3, tzinfo=UTC)
    assert found.machine == ""


def test_the_same_mail_has_the_same_key_and_another_another():
    assert read_mail(mail().as_bytes()).outside_key == read_mail(mail("other words").as_bytes()).outside_key
    other = read_mail(mail(Message_ID="<2@mill.example>").as_bytes())
    assert other.outside_key != read_mail(mail().as_bytes()).outside_key


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"Auto-Submitted": "auto-replied"}, "auto_submitted"),
        ({"Auto-Submitted": "no"}, ""),
        ({"X-Autoreply": "yes"}, "auto_reply"),
        ({"X-Auto-Response-Suppress": "All"}, "auto_reply"),
        ({"Precedence": "bulk"}, "bulk"),
        ({"List-Id": "<news.example>"}, "list"),
        ({"Return-Path": "<>"}, "bounce"),
        ({"From": "MAILER-DAEMON@mill.example"}, "no_reader"),
        ({"From": "no-reply@shop.example"}, "no_reader"),
        ({"From": "noreply+7@shop.example"}, "no_reader"),
        ({"From": "Letters <Letters@Bureau.example>"}, "loop"),
        ({"Subject": "Out of office: back on Monday"}, "subject"),
        ({"Subject": "自动回复：我在休假"}, "subject"),
        ({"From": ""}, "no_sender"),
    ],
)
def test_a_machine_is_recognised_by_what_it_says_of_itself(headers, why):
    assert read_mail(mail(**headers).as_bytes(), own="letters@bureau.example").machine == why


def test_a_delivery_report_is_a_bounce():
    body = (
        b"From: x@y.example\r\nSubject: hm\r\nContent-Type: multipart/report; report-type=delivery-status; "
        b'boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nL-2345-6789 could not be delivered\r\n--b--\r\n'
    )
    assert read_mail(body).machine == "bounce"


def test_a_header_that_goes_on_after_a_line_end_injects_nothing():
    body = b"From: =?utf-8?q?a=0D=0ABcc=3A_all=40x.example?= <a@b.example>\r\n"
    body += b"Subject: =?utf-8?q?x=0D=0ABcc=3A_y?=\r\n\r\nhi"
    found = read_mail(body)
    assert "\n" not in found.subject + found.name + found.sender
    assert found.sender in ("a@b.example", "")


def test_an_address_with_a_line_end_or_two_addresses_is_not_written_to():
    assert read_mail(b"From: a@b.example, c@d.example\r\nSubject: x\r\n\r\nhi").sender == "a@b.example"
    assert read_mail(b'From: "a\nb"@c.example>\r\nSubject: x\r\n\r\nhi').sender == ""


def test_words_of_html_only_are_read_and_what_is_hidden_is_not():
    made = mail()
    made.set_content("<p>No <b>water</b></p><div style='display:none'>pay here</div>", subtype="html")
    assert read_mail(made.as_bytes()).text == "No water"


def test_plain_words_come_before_those_of_html():
    made = mail("plain words")
    made.add_alternative("<p>other words</p>", subtype="html")
    assert read_mail(made.as_bytes()).text == "plain words"


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "gb18030", "big5", "utf-8", "no-such-charset"])
def test_chinese_mails_are_read_in_what_their_senders_use(charset):
    real = "utf-8" if charset == "no-such-charset" else charset
    text = "磨坊巷停水了"
    head = f"From: a@b.cn\r\nSubject: x\r\nContent-Type: text/plain; charset={charset}\r\n"
    body = head.encode() + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + text.encode(real)
    assert read_mail(body).text == text


def test_files_are_listed_and_a_giant_one_only_by_its_size():
    made = mail()
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="bill.pdf")
    made.add_attachment(b"x" * (MOST_BYTES + 1), maintype="image", subtype="png", filename="big.png")
    small, giant = read_mail(made.as_bytes()).pieces
    assert (small.name, small.body) == ("bill.pdf", b"%PDF-1.7")
    assert giant.body == b""
    assert giant.size == MOST_BYTES + 1


def test_a_mail_inside_a_mail_is_a_part_and_no_letter_of_its_own():
    made = mail("forwarding this")
    made.add_attachment(mail("inner words"))
    found = read_mail(made.as_bytes())
    assert found.text == "forwarding this"


def test_text_is_cut_where_a_letter_ends():
    assert len(read_mail(mail("长" * 50_000).as_bytes()).text) == MOST_TEXT


def test_a_thousand_nested_parts_are_looked_at_in_no_time():
    body = b"From: a@b.cn\r\nSubject: x\r\n"
    for level in range(300):
        body += b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (level, level)
    began = time.process_time()
    found = read_mail(body + b"Content-Type: text/plain\r\n\r\ndeep")
    assert len(found.pieces) <= MOST_PARTS
    assert time.process_time() - began < 5


@pytest.mark.parametrize("body", [b"", b"\x00\x01", b"just words without any header\r\n"])
def test_what_is_no_mail_says_so(body):
    with pytest.raises(NotAMail):
        read_mail(body)


@pytest.mark.parametrize(
    "header",
    [
        b"Date: Mon, 99 Foo 20260 25:61:61 +9999",
        b"Date: " + b"9" * 500,
        b"From: " + b"a" * 5000 + b"@b.example",
        b"Subject: =?utf-8?b?////?= =?x?q?=ZZ?=",
        b"Content-Type: text/plain; charset*0*=''; charset=\xff\xfe",
        b"Content-Type: multipart/mixed",
        b"Content-Transfer-Encoding: base64",
        b"Content-Disposition: attachment; filename*=utf-8''%00%ff; filename=\"\xff\"",
    ],
)
def test_a_broken_header_breaks_nothing(header):
    found = read_mail(b"Subject: x\r\n" + header + b"\r\n\r\n\xff\xfe words")
    assert isinstance(found.text, str)


@given(st.binary(max_size=600))
def test_whatever_the_bytes_are_they_are_a_mail_or_none(body):
    try:
        found = read_mail(b"Subject: x\r\n" + body)
    except NotAMail:
        return
    (found.subject + found.name + found.text).encode("utf-8")
    assert "\x00" not in found.text + found.subject
