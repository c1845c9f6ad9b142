"""Pages of papers: all answer in both languages, forms keep what was typed, files are the bytes that went out."""

import hashlib

import pytest
from django.test import Client
from django.utils import timezone

from answerable.office.people.models import Account
from answerable.reports import actions
from answerable.reports.models import BriefTime, Paper, Passage
from tests.answerable.reports.makers import AT, LATER, Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(monkeypatch):
    monkeypatch.setattr("answerable.kernel.clock.now", lambda: LATER)
    return Desk()


def client_of(actor):
    client = Client()
    client.force_login(Account.objects.get(person=actor.person))
    return client


def get(client, address, language="en"):
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_page_answers_in_both_languages(desk, language):
    paper = desk.make()
    passage = Passage.objects.filter(paper=paper).order_by("place")[0]
    client = client_of(desk.ada)
    for address in (
        "/papers/",
        "/papers/?tab=all&kind=quarter&words=x",
        "/papers/new/",
        "/papers/new/quarter/",
        "/papers/new/duty_report/",
        "/papers/new/?subject=round:1",
        "/papers/brief/",
        "/papers/trend/",
        f"/papers/{paper}/",
        f"/papers/{paper}/look/",
        f"/papers/{paper}/head/",
        f"/papers/{paper}/editions/1/",
        f"/papers/passages/{passage.pk}/",
    ):
        page = get(client, address, language)
        assert ("晨报" in page) == (language == "zh-hans"), address


def test_an_empty_list_says_how_papers_come_and_offers_the_first(desk):
    page = get(client_of(desk.ada), "/papers/")
    assert "No paper yet" in page
    assert "/papers/new/" in page


def test_a_paper_is_made_from_its_form(desk):
    client = client_of(desk.ada)
    typed = {
        "begin": "2026-01-01",
        "end": "2026-03-31",
        "language": "zh-hans",
        "unit": desk.unit,
        "subject": "",
    }
    answer = client.post("/papers/new/quarter/", typed)
    row = Paper.objects.get()
    assert answer["Location"] == f"/papers/{row.pk}/"
    assert (row.language, row.official) == ("zh-hans", True)


def test_a_form_that_is_refused_keeps_what_was_typed(desk):
    client = client_of(desk.ada)
    typed = {"begin": "2026-03-31", "end": "2026-01-01", "language": "en", "unit": desk.unit, "subject": ""}
    page = client.post("/papers/new/quarter/", typed, headers={"accept-language": "en"}).content.decode()
    assert "The period ends before it begins." in page
    assert "2026-03-31" in page
    assert not Paper.objects.exists()


def test_a_passage_is_written_and_somebody_quicker_is_shown(desk):
    paper = desk.make()
    passage = Passage.objects.filter(paper=paper).order_by("place")[0]
    address = f"/papers/passages/{passage.pk}/"
    first = client_of(desk.ada).post(address, {"words": "By hand.", "edition": passage.edition})
    assert first["Location"].startswith(f"/papers/{paper}/#p-")
    late = client_of(desk.greta).post(
        address, {"words": "By Greta.", "edition": passage.edition}, headers={"accept-language": "en"}
    )
    page = late.content.decode()
    assert "Ada has changed this passage" in page
    assert "By Greta." in page
    assert "<del>hand</del>" in page
    assert Passage.objects.get(pk=passage.pk).own == "By hand."


def test_the_way_of_a_paper_from_its_page_to_the_bytes_that_went_out(desk):
    paper = desk.make()
    ada, boris = client_of(desk.ada), client_of(desk.boris)
    head = {"title": "Quarter one", "addressee": "District office", "copies": "", "signer": ""}
    assert ada.post(f"/papers/{paper}/head/", head).status_code == 302
    assert ada.post(f"/papers/{paper}/move/renew/").status_code == 302
    assert ada.post(f"/papers/{paper}/move/hand_in/").status_code == 302
    desk.check(paper)
    page = get(boris, f"/papers/{paper}/")
    digest = Paper.objects.get(pk=paper).text_hash
    assert f'value="{digest}"' in page
    assert boris.post(f"/papers/{paper}/move/sign/", {"seen": digest}).status_code == 302
    assert "How it goes out" in get(ada, f"/papers/{paper}/send/")
    assert ada.post(f"/papers/{paper}/send/", {"words": ""}).status_code == 200
    assert ada.post(f"/papers/{paper}/send/", {"words": "By hand"}).status_code == 302
    row = Paper.objects.get(pk=paper)
    assert row.state == "sent"
    kept = row.files.get(form="pdf")
    file = ada.get(f"/papers/{paper}/file/pdf/")
    assert hashlib.sha256(file.content).hexdigest() == kept.sha256
    assert file["Content-Type"] == "application/pdf"
    assert kept.sha256 in get(ada, f"/papers/{paper}/")
    assert ada.post(f"/papers/{paper}/receipt/", {"words": "No. 17"}).status_code == 302
    assert Paper.objects.get(pk=paper).receipt == "No. 17"


def test_a_file_that_is_not_what_went_out_is_not_given(desk):
    paper = desk.make()
    desk.send(paper)
    row = Paper.objects.get(pk=paper)
    row.files.filter(form="pdf").update(sha256="0" * 64)
    answer = client_of(desk.ada).get(f"/papers/{paper}/file/pdf/", headers={"accept-language": "en"})
    assert answer.status_code == 422
    assert "its hash differs" in answer.content.decode()


@pytest.mark.parametrize("form", ["docx", "html", "xlsx", "csv"])
def test_a_draft_is_set_in_every_form(desk, form):
    paper = desk.make()
    answer = client_of(desk.ada).get(f"/papers/{paper}/file/{form}/")
    assert answer.status_code == 200
    assert len(answer.content) > 50
    assert "attachment" in answer["Content-Disposition"]


def test_what_stands_in_a_title_is_text_and_nothing_else(desk):
    paper = desk.make()
    Paper.objects.filter(pk=paper).update(title="<script>alert(1)</script>{{ 7|add:7 }}")
    Passage.objects.filter(paper=paper).update(
        own='<img src="http://attacker.example/x">', heading="<b>x</b>"
    )
    for address in (f"/papers/{paper}/", f"/papers/{paper}/look/", "/papers/"):
        page = get(client_of(desk.ada), address)
        assert "<script>alert" not in page
        assert "<img src" not in page
        assert ">14<" not in page


def test_another_units_contact_sees_no_draft_and_changes_none(desk):
    paper = desk.make()
    chen = client_of(desk.chen)
    assert chen.get(f"/papers/{paper}/").status_code == 404
    assert chen.post(f"/papers/{paper}/move/hand_in/").status_code == 404
    desk.send(paper)
    assert chen.get(f"/papers/{paper}/").status_code == 200
    assert chen.post(f"/papers/{paper}/move/take_back/").status_code in (403, 422)


def test_a_move_that_is_none_leads_nowhere(desk):
    paper = desk.make()
    ada = client_of(desk.ada)
    assert ada.post(f"/papers/{paper}/move/burn/").status_code == 404
    assert ada.get(f"/papers/{paper}/burn/").status_code == 404
    assert ada.get(f"/papers/{paper}/file/exe/").status_code == 404
    assert ada.get(f"/papers/{paper}/move/hand_in/").status_code == 405


def test_words_given_back_and_taken_over_by_their_buttons(desk):
    paper = desk.make()
    passage = Passage.objects.filter(paper=paper).order_by("place")[0]
    actions.rewrite(passage.pk, "Mine.", edition=passage.edition, by=desk.ada, at=AT)
    ada = client_of(desk.ada)
    Passage.objects.filter(pk=passage.pk).update(machine="Newer.")
    assert "These words still stand" in get(ada, f"/papers/{paper}/")
    assert ada.post(f"/papers/passages/{passage.pk}/take_over/").status_code == 302
    assert "These words still stand" not in get(ada, f"/papers/{paper}/")
    assert ada.post(f"/papers/passages/{passage.pk}/machine/").status_code == 302
    assert Passage.objects.get(pk=passage.pk).own is None


def test_a_reader_chooses_when_the_brief_is_told(desk):
    ada = client_of(desk.ada)
    assert ada.post("/papers/brief/time/", {"time": "07:30"}).status_code == 302
    assert BriefTime.objects.get(person=desk.ada.person).minute == 450
    assert 'value="07:30"' in get(ada, "/papers/brief/")
    ada.post("/papers/brief/time/", {"time": ""})
    assert BriefTime.objects.get(person=desk.ada.person).minute is None
    assert (
        "Give a time"
        in ada.post(
            "/papers/brief/time/", {"time": "soon"}, follow=True, headers={"accept-language": "en"}
        ).content.decode()
    )


@pytest.mark.parametrize("asked", ["7", "x", "9" * 30, "-1"])
def test_the_trend_takes_any_address(desk, asked):
    assert "Trend" in get(client_of(desk.ada), f"/papers/trend/?publication={asked}")


def test_pages_take_a_handful_of_statements_however_many_papers_there_are(
    desk, django_assert_max_num_queries
):
    client = client_of(desk.ada)
    first = desk.make()
    rows = [
        Paper(
            kind="quarter",
            language="en",
            unit_id=desk.unit,
            period_begin=AT.date(),
            period_end=AT.date(),
            title=f"Paper {number}",
            made_at=AT,
            made_by="Ada",
            gathered_at=AT,
            changed_at=timezone.localtime(AT),
        )
        for number in range(300)
    ]
    Paper.objects.bulk_create(rows)
    get(client, "/papers/")
    with django_assert_max_num_queries(12):
        get(client, "/papers/?page=3")
    with django_assert_max_num_queries(17):
        get(client, f"/papers/{first}/")


def test_papers_made_about_a_thing_are_listed_where_another_is_made(desk):
    paper = desk.make()
    Paper.objects.filter(pk=paper).update(subject="round:7", title="What the round found")
    page = get(client_of(desk.ada), "/papers/new/?subject=round:7")
    assert "What the round found" in page
    assert f'href="/papers/{paper}/"' in page
    assert "What the round found" not in get(client_of(desk.ada), "/papers/new/?subject=round:8")


def test_a_sign_that_no_font_can_print_is_told_on_the_page_of_the_paper(desk):
    paper = desk.make()
    client = client_of(desk.ada)
    assert "U+E000" not in get(client, f"/papers/{paper}/")
    actions.keep_head(paper, actions.Head("Filing", signer="朱\ue000"), by=desk.ada, at=AT)
    assert "U+E000" in get(client, f"/papers/{paper}/")
    assert "现有字体中没有" in get(client, f"/papers/{paper}/", "zh-hans")
