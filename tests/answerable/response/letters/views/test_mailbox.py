"""Pages of the mailbox and of files of letters."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.kernel.jobs.models import JobKey
from answerable.office.people.models import Account
from answerable.project import wiring
from answerable.response.letters.jobs import take_over
from answerable.response.letters.models import Letter, Mailbox, Sheet

CSV = "编号,收到时间,内容,姓名\nHL-1,2026-03-01,磨坊巷停水两天没有人管,张伟\nHL-2,昨天,没有日期的来信,\n"


@pytest.fixture
def ada(client, office):
    """Ada's browser."""
    client.force_login(Account.objects.get(username="ada"))
    return client


def upload(ada, text=CSV, name="calls.csv"):
    body = text if isinstance(text, bytes) else text.encode()
    return ada.post("/respond/letters/files/", {"file": SimpleUploadedFile(name, body)})


def test_the_mailbox_is_kept_and_its_password_never_shown(ada):
    said = {
        "host": "imap.x.example",
        "port": 993,
        "sealing": "tls",
        "user": "letters",
        "folder": "INBOX",
        "is_on": "on",
    }
    assert ada.post("/respond/letters/mailbox/", {**said, "password": "s3cret"}).status_code == 302
    assert Mailbox.objects.get().host == "imap.x.example"
    page = ada.get("/respond/letters/mailbox/").content.decode()
    assert "s3cret" not in page
    assert "known, sealed" in page
    assert ada.post("/respond/letters/mailbox/", {**said, "port": 0}).status_code == 422


def test_a_file_is_shown_confirmed_and_taken_over(ada):
    wiring.connect()
    page = upload(ada)["Location"]
    text = ada.get(page).content.decode()
    assert "磨坊巷停水" in text
    assert "张伟" not in text
    assert "Refused rows" in text
    ada.post(f"{page}confirm/")
    sheet = Sheet.objects.get()
    assert sheet.state == "confirmed"
    assert JobKey.objects.filter(key=f"letters:sheet:{sheet.pk}").exists()
    assert take_over.call(sheet=sheet.pk) == 1
    assert Letter.objects.get().way == "file"
    assert "taken over" in ada.get(page).content.decode()


def test_a_spreadsheet_is_read_like_a_list(ada):
    book = openpyxl.Workbook()
    book.active.append(["text", "received"])
    book.active.append(["The lamp at the bridge is out.", "2026-03-01"])
    out = io.BytesIO()
    book.save(out)
    text = ada.get(upload(ada, out.getvalue(), "calls.xlsx")["Location"]).content.decode()
    assert "lamp at the bridge" in text


@pytest.mark.parametrize(
    "body", [b"", b"PK\x03\x04not a book", b"a,b\n1,2\n", b"\xd0\xcf\x11\xe0", b"text\n"]
)
def test_a_file_that_is_no_list_of_letters_says_why(ada, body):
    assert upload(ada, body).status_code == 422
    assert not Sheet.objects.exists()


def test_a_file_is_laid_aside(ada):
    page = upload(ada)["Location"]
    ada.post(f"{page}drop/")
    assert Sheet.objects.get().sealed_lines == ""
    assert ada.get("/respond/letters/files/").status_code == 200


def test_the_template_can_be_handed_in(ada):
    for language in ("en", "zh-hans"):
        body = ada.get("/respond/letters/files/template/", headers={"accept-language": language}).content
        page = upload(ada, body, "template.xlsx")["Location"]
        assert "HL-2026" in ada.get(page).content.decode() or Sheet.objects.latest("pk").rows == 1


@pytest.mark.parametrize("name", ["chen", "boris", "dana"])
def test_only_the_office_sees_these_pages(client, office, name):
    client.force_login(Account.objects.get(username=name))
    for page in ("mailbox/", "files/", "files/template/"):
        assert client.get(f"/respond/letters/{page}").status_code == 403
