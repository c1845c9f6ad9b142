import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.listening.sources.jobs import read_import
from answerable.listening.sources.models import FileImport, Item, Lookup
from answerable.listening.sources.rules.opml import Outline, read_opml, write_opml
from tests.answerable.listening.sources.makers import NOON, make_publication, make_source

pytestmark = pytest.mark.django_db
TABLE = "标题,正文,链接,发布时间\n停水通知,今晚停水,https://a.example/1,2026-03-01\n,,,\n无效,文字,https://a.example/2,昨天\n"


@pytest.fixture
def calls():
    """The source of the hot-line's lists."""
    return make_source(kind="file", address="Hot-line", next_poll_at=None)


def hand_in(client, source, content, name="calls.csv"):
    return client.post(f"/listen/sources/{source.pk}/files/in/", {"file": SimpleUploadedFile(name, content)})


def test_a_file_is_shown_before_anything_is_stored(ada, calls):
    answer = hand_in(ada, calls, TABLE.encode())
    assert "The file is being read" in ada.get(answer.url).content.decode()
    read_import.func(FileImport.objects.get().pk)
    page = ada.get(answer.url).content.decode()
    assert "停水通知" in page
    assert "The date 昨天 cannot be read." in page
    assert Item.objects.count() == 0


def test_taking_a_file_stores_its_rows_once(ada, calls):
    for expected in ("1 new", "0 new"):
        answer = hand_in(ada, calls, TABLE.encode())
        pk = FileImport.objects.latest("pk").pk
        read_import.func(pk)
        ada.post(answer.url, {"decision": "take"})
        read_import.func(pk)
        read_import.func(pk)
        assert expected in ada.get(answer.url).content.decode()
    item = Item.objects.get()
    assert (item.title, item.catch_up) == ("停水通知", True)
    assert bytes(FileImport.objects.latest("pk").content) == b""


def test_a_dropped_file_is_forgotten(ada, calls):
    answer = hand_in(ada, calls, TABLE.encode())
    read_import.func(FileImport.objects.get().pk)
    ada.post(answer.url, {"decision": "drop"})
    row = FileImport.objects.get()
    assert (row.state, bytes(row.content), row.preview) == ("dropped", b"", [])


def test_a_file_that_is_no_table_is_refused_with_its_reason(ada, calls):
    answer = hand_in(ada, calls, b"\x89PNG\r\n\x1a\n" + bytes(200), "cat.png")
    read_import.func(FileImport.objects.get().pk)
    assert "This file cannot be read" in ada.get(answer.url).content.decode()


def test_a_decision_is_made_once(ada, calls):
    answer = hand_in(ada, calls, TABLE.encode())
    read_import.func(FileImport.objects.get().pk)
    assert ada.post(answer.url, {"decision": "take"}).status_code == 302
    assert ada.post(answer.url, {"decision": "take"}).status_code == 409


def test_a_list_goes_out_and_comes_back(ada):
    make_source(
        name="City & harbour", publication=make_publication(name="Evening"), address="https://a.example/f"
    )
    make_source(kind="page", address="https://b.example/")
    content = ada.get("/listen/sources/opml/").content
    assert read_opml(content) == (Outline("https://a.example/f", "City & harbour", "Evening", "en"),)


def test_a_list_is_shown_with_a_reason_for_each_feed_that_cannot_be_taken(ada):
    make_source(address="https://read.example/f")
    outlines = [
        Outline("https://new.example/f", "New", "Papers"),
        Outline("https://read.example/f", "Read", "Papers"),
        Outline("https://x.com/somebody", "Somebody", "People"),
        Outline("file:///etc/passwd", "Inner", ""),
    ]
    file = SimpleUploadedFile("list.opml", write_opml("All", outlines, at=NOON))
    answer = ada.post("/listen/sources/opml/in/", {"file": file}, follow=True)
    page = answer.content.decode()
    assert Lookup.objects.get().answers[0]["state"] == "found"
    assert "This address is read already." in page
    assert "X (Twitter)" in page
    assert page.count('name="chosen"') == 1


@pytest.mark.parametrize(
    "content",
    [
        b"not xml",
        b"<html/>",
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml version="2.0"/>',
        b'<opml version="2.0"><body/></opml>',
    ],
)
def test_what_is_no_list_is_refused(ada, content):
    answer = ada.post("/listen/sources/opml/in/", {"file": SimpleUploadedFile("x.opml", content)})
    assert answer.context["form"].errors["file"]


def test_a_reader_may_not_hand_in(reader, calls):
    assert hand_in(reader, calls, b"a").status_code == 403
    assert reader.get("/listen/sources/opml/in/").status_code == 403
