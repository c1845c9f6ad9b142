"""The public form and the asker's own page: for anybody, without a cookie, a script or an account."""

import re
from datetime import timedelta

import pytest
from django.core.signing import TimestampSigner

from answerable.kernel import clock
from answerable.response.letters import actions
from answerable.response.letters.forms.public import SIGNER_SALT, keys_of_ticket, new_ticket
from answerable.response.letters.models import Letter
from answerable.response.letters.queries.contacts import contact_of
from answerable.response.letters.rules.states import State
from answerable.response.letters.views import public
from tests.answerable.response.letters.makers import fresh_keys, make_letter, passed

LETTER = {
    "title": "No water",
    "text": "No water in Mill Lane since six.",
    "email": "zhang@mill.example",
    "name": "Zhang Wei",
}


def post(client, tongue="en", **changes):
    return client.post(f"/letters/{tongue}/", {**LETTER, "ticket": new_ticket("a nonce"), **changes})


def opened(office, **changes):
    keys = fresh_keys()
    letter = make_letter(keys=keys, at=clock.now(), **changes)
    return letter, f"/letters/en/follow/{keys.code}/"


def with_answer(office, **changes):
    letter, address = opened(office, **changes)
    now = clock.now()
    actions.forward(letter.pk, office.supply, "", by=office.ada, at=now)
    actions.send_reply(passed(office, Letter.objects.get(pk=letter.pk), at=now), by=office.chen, at=now)
    return Letter.objects.get(pk=letter.pk), address


PAGES = ["/letters/en/", "/letters/zh/", "/letters/en/follow/", "/letters/zh/follow/"]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_sets_a_cookie_or_runs_a_script(client, office, page):
    answer = client.get(page)
    assert answer.status_code == 200
    assert not answer.cookies
    text = answer.content.decode()
    assert "<script" not in text
    assert not re.search(r"\son\w+=", text)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', text)
    assert answer["Cache-Control"] == "no-store"


def test_each_page_is_in_the_language_of_its_address(client, office):
    assert 'lang="zh-Hans"' in client.get("/letters/zh/", headers={"accept-language": "en"}).content.decode()
    english = client.get("/letters/en/", headers={"accept-language": "zh"})
    assert "Send the letter" in english.content.decode()
    assert english["Content-Language"] == "en"


def test_the_first_page_follows_the_browser(client, office):
    assert client.get("/letters/", headers={"accept-language": "zh-CN"})["Location"] == "/letters/zh/"
    assert client.get("/letters/", headers={"accept-language": "en-GB"})["Location"] == "/letters/en/"


def test_a_letter_gets_a_number_and_a_code_that_opens_its_page(client, office):
    answer = post(client)
    letter = Letter.objects.get()
    text = answer.content.decode()
    assert letter.reference in text
    assert not answer.cookies
    link = re.search(r'href="(/letters/en/follow/\w+/)"', text)[1]
    assert "No water" in client.get(link).content.decode()


def test_the_same_page_sent_twice_is_one_letter_with_the_same_code(client, office):
    ticket = new_ticket("twice")
    first, second = post(client, ticket=ticket), post(client, ticket=ticket)
    assert Letter.objects.count() == 1
    code = keys_of_ticket(ticket).code
    assert code in first.content.decode()
    assert code in second.content.decode()


def test_nothing_typed_is_lost_when_something_is_missing(client, office):
    answer = post(client, text="", email="no address", title="No water in Mill Lane")
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "No water in Mill Lane" in text
    assert "Zhang Wei" in text
    assert 'href="#id_text"' in text
    assert 'href="#id_email"' in text
    assert not Letter.objects.exists()


def test_a_page_that_lay_open_too_long_is_sent_once_more_with_everything(client, office, monkeypatch):
    stale = TimestampSigner(salt=SIGNER_SALT).sign("x") + "0"
    answer = post(client, ticket=stale)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Mill Lane" in text
    fresh = re.search(r'name="ticket" value="([^"]+)"', text)[1]
    assert post(client, ticket=fresh).status_code == 200


def test_a_program_that_fills_in_everything_sends_nothing(client, office):
    assert post(client, website="http://spam.example").status_code == 422
    assert not Letter.objects.exists()


def test_a_header_in_a_title_or_address_goes_nowhere(client, office):
    post(client, title="Water\r\nBcc: all@x.example", email="")
    assert "\n" not in Letter.objects.get().title
    assert post(client, ticket=new_ticket("2"), email="a@b.cn\nBcc: c@d.cn").status_code == 422


def test_markup_in_a_letter_is_words(client, office):
    text = "<script>alert(1)</script> no water <b>at all</b> in the lane"
    answer = post(client, text=text, title="<img src=x>")
    link = re.search(r'href="(/letters/en/follow/\w+/)"', answer.content.decode())[1]
    page = client.get(link).content.decode()
    assert "<script>alert" not in page
    assert "&lt;img src=x&gt;" in page


def test_a_flood_is_told_to_come_back_and_no_address_is_kept_to_count_it(client, office, monkeypatch):
    monkeypatch.setattr(public, "MOST_AN_HOUR", 1)
    post(client)
    answer = post(client, ticket=new_ticket("other"))
    assert answer.status_code == 422
    assert Letter.objects.count() == 1


def test_a_contact_may_be_left_out(client, office):
    post(client, email="", name="", phone="")
    contact = contact_of(Letter.objects.get())
    assert contact.own_words == ()


def test_a_code_is_found_with_blanks_and_small_letters(client, office):
    _letter, address = opened(office)
    code = address.split("/")[-2]
    answer = client.post("/letters/en/follow/", {"code": f"{code[:13].lower()} - {code[13:]}"})
    assert answer["Location"] == address


@pytest.mark.parametrize("code", ["WRONG", "%00", "x" * 60, "-"])
def test_a_wrong_code_says_no_more_than_a_deleted_one(client, office, code):
    answer = client.get(f"/letters/en/follow/{code}/")
    assert answer.status_code == 404
    assert "No letter is kept under this code" in answer.content.decode()
    assert client.post("/letters/en/follow/", {"code": code}).status_code in (404, 422)


def test_the_page_of_a_letter_is_kept_by_no_search_engine_and_told_to_no_other_site(client, office):
    _letter, address = opened(office)
    answer = client.get(address)
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_the_page_names_no_staff_and_no_note_for_the_unit(client, office):
    letter, address = opened(office)
    actions.forward(letter.pk, office.supply, "he always complains", by=office.ada, at=clock.now())
    text = client.get(address).content.decode()
    assert "Supply Division" in text
    assert "complains" not in text
    assert "Ada" not in text


def test_an_asker_explains_and_the_letter_goes_on(client, office):
    letter, address = opened(office)
    actions.ask(letter.pk, "Which house?", by=office.ada, at=clock.now())
    assert "Which house?" in client.get(address).content.decode()
    answer = client.post(f"{address}clarify/", {"words": "Number 4"})
    assert answer["Location"] == address
    assert Letter.objects.get().state == State.RECEIVED
    assert "Number 4" in client.get(address).content.decode()


def test_an_asker_reads_the_answer_and_judges_it(client, office):
    letter, address = with_answer(office)
    text = client.get(address).content.decode()
    assert "back since eight" in text
    assert "spokesperson Emil" in text
    client.post(f"{address}judge/", {"judgement": "partly"})
    assert Letter.objects.get(pk=letter.pk).judgement == "partly"
    assert "You said" in client.get(address).content.decode()
    assert client.post(f"{address}judge/", {"judgement": "wonderful"}).status_code == 404


def test_an_asker_opens_the_letter_again_once(client, office):
    letter, address = with_answer(office)
    client.post(f"{address}reopen/", {"words": "It is brown."})
    assert Letter.objects.get(pk=letter.pk).state == State.RECEIVED
    refused = client.post(f"{address}reopen/", {"words": "again"})
    assert refused.status_code == 422
    assert "cannot be opened again" in refused.content.decode()


def test_an_empty_explanation_says_so_on_the_public_page(client, office):
    _letter, address = opened(office)
    answer = client.post(f"{address}clarify/", {"words": " "})
    assert answer.status_code == 422
    assert "Nothing was written" in answer.content.decode()


def test_what_nobody_offers_is_not_there(client, office):
    _letter, address = opened(office)
    assert client.post(f"{address}close/").status_code == 404
    assert client.get(f"{address}judge/").status_code == 405
    assert client.get("/letters/de/").status_code == 404


def test_a_closed_letter_offers_nothing_more(client, office):
    letter, address = with_answer(office)
    actions.close_letter(letter.pk, by=office.ada, at=clock.now() + timedelta(seconds=1))
    text = client.get(address).content.decode()
    assert "<form" not in text
    assert "back since eight" in text


def test_no_code_reaches_the_logs(client, office, caplog):
    _letter, address = opened(office)
    code = address.split("/")[-2]
    client.post(f"{address}clarify/", {"words": " "})
    client.post(f"{address}reopen/", {"words": "x"})
    client.get(f"/letters/en/follow/{code}X/")
    assert code not in caplog.text
