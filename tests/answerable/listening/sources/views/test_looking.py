from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from answerable.kernel import clock
from answerable.listening.sources.models import Gap, ItemVersion, Publication
from tests.answerable.listening.sources.makers import (
    NOON,
    make_item,
    make_poll,
    make_publication,
    make_source,
)

pytestmark = pytest.mark.django_db


def test_the_empty_table_says_why_and_offers_the_first_step(ada):
    page = ada.get("/listen/sources/").content.decode()
    assert "Nothing is read yet" in page
    assert "/listen/sources/add/" in page


def test_the_table_shows_the_ill_first_with_their_reason(ada):
    make_source(name="Aardvark Post")
    make_source(
        name="Zebra Post", state="failing", last_reason="unreachable", last_details={"host": "zebra.example"}
    )
    page = ada.get("/listen/sources/").content.decode()
    assert page.index("Zebra Post") < page.index("Aardvark Post")
    assert "zebra.example does not answer." in page


def test_the_reason_is_told_in_chinese(ada):
    make_source(state="failing", last_reason="no_worker")
    ada.cookies["django_language"] = "zh-hans"
    page = ada.get("/listen/sources/").content.decode()
    assert "当时没有后台任务在运行" in page
    assert "No worker" not in page


def test_filters_stand_in_the_address(ada):
    make_source(name="City", kind="feed")
    make_source(name="Council", kind="page", state="silent")
    page = ada.get("/listen/sources/?state=ill&kind=page").content.decode()
    assert "Council" in page
    assert ">City<" not in page


def test_nonsense_in_the_address_breaks_nothing(ada):
    make_source()
    assert ada.get("/listen/sources/?unit=x&kind=y&page=99999999&sort=;drop").status_code == 200


def test_ten_thousand_rows_cost_no_more_queries_than_one(ada, django_assert_max_num_queries):
    publication = make_publication()
    for number in range(60):
        make_source(name=f"Source {number:03d}", publication=publication)
    with django_assert_max_num_queries(16):
        page = ada.get("/listen/sources/?sort=name&page=2").content.decode()
    assert "51 to 60 of 60" in page
    assert "Source 055" in page


def test_overdue_sources_are_told_apart(ada):
    make_source(next_poll_at=clock.now() - timedelta(hours=2))
    assert "overdue: no worker polls them" in ada.get("/listen/sources/").content.decode()


def test_who_may_not_keep_sources_sees_no_buttons(reader):
    source = make_source()
    assert "Add sources" not in reader.get("/listen/sources/").content.decode()
    assert "Pause" not in reader.get(f"/listen/sources/{source.pk}/").content.decode()


def test_who_is_not_signed_in_sees_nothing(client):
    source = make_source(name="Inner circle")
    for address in ("/listen/sources/", f"/listen/sources/{source.pk}/", "/listen/publications/"):
        answer = client.get(address)
        assert answer.status_code in (302, 403)
        assert b"Inner circle" not in answer.content


def test_the_page_of_a_source_tells_its_last_polls_and_next_try(ada):
    source = make_source(silent_after=200_000)
    make_poll(
        source=source, outcome="failed", reason="too_slow", details={"host": "a.example", "seconds": 30}
    )
    make_poll(source=source, outcome="missed", times=4, reason="no_worker", ended_at=clock.now())
    make_poll(source=source, notes=["ran_past", "clamped_dates"])
    Gap.objects.create(source=source, began_at=NOON, reason="failed")
    make_item(source=source, title="Bridge closed")
    page = ada.get(f"/listen/sources/{source.pk}/").content.decode()
    assert "a.example took more than 30 seconds." in page
    assert "× 4" in page
    assert "some may have come and gone" in page
    assert "Bridge closed" in page
    assert "still open" in page
    assert "learnt from its own rhythm" in page


def test_a_source_that_moved_asks_for_a_decision(ada):
    source = make_source(state="waiting", moved_to="https://new-owner.example/feed")
    page = ada.get(f"/listen/sources/{source.pk}/").content.decode()
    assert "Read the new address" in page
    assert "https://new-owner.example/feed" in page


def test_an_item_shows_its_versions_and_what_differs(ada):
    item = make_item(title="Three hurt", text="Three people were hurt.", version=2, edited_at=NOON)
    ItemVersion.objects.create(
        item=item, version=1, title="Five hurt", text="Five people were hurt.", seen_at=NOON
    )
    page = ada.get(f"/listen/items/{item.pk}/").content.decode()
    assert "<del>Five</del>" in page
    assert "<ins>Three</ins>" in page


def test_hostile_text_is_shown_as_text(ada):
    item = make_item(title="<script>alert(1)</script>", text='<img src=x onerror="alert(2)">', link="")
    page = ada.get(f"/listen/items/{item.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_an_erased_item_says_so(ada):
    item = make_item(text="", erased_at=NOON)
    assert "The text was erased on 2026-03-02" in ada.get(f"/listen/items/{item.pk}/").content.decode()


def test_an_item_that_is_not_there_is_a_404(ada):
    assert ada.get("/listen/items/77/").status_code == 404


def test_two_publications_become_one(ada):
    kept, merged = make_publication(name="Post"), make_publication(name="The Post")
    make_source(publication=merged)
    answer = ada.post("/listen/publications/", {"kept": kept.pk, "merged": merged.pk}, follow=True)
    assert "The two publications are one now." in answer.content.decode()
    assert list(Publication.objects.values_list("name", flat=True)) == ["Post"]


def test_a_publication_is_not_merged_with_itself(ada):
    post = make_publication(name="Post")
    page = ada.post("/listen/publications/", {"kept": post.pk, "merged": post.pk}).content.decode()
    assert "Choose two different publications." in page


def test_the_spreadsheet_holds_what_is_shown_and_no_formula(ada):
    make_source(name='=HYPERLINK("http://evil.example")')
    make_source(name="Other", state="paused")
    answer = ada.get("/listen/sources/xlsx/?state=active")
    sheet = load_workbook(BytesIO(answer.content)).active
    cell = sheet.cell(2, 1)
    assert (cell.value, cell.data_type, sheet.max_row) == ('=HYPERLINK("http://evil.example")', "s", 2)
