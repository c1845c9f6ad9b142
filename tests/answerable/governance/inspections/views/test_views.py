"""Pages of the room: each says what there is, in both languages, and does what its buttons say."""

import hashlib
import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from answerable.governance.inspections import actions
from answerable.governance.inspections.methods import METHODS
from answerable.governance.inspections.models import Draw, Finding, Observation, Round, Seed, Visit
from answerable.governance.inspections.rules.bundle import faults
from answerable.kernel import clock
from tests.answerable.governance.inspections.makers import (
    ADAS,
    BORIS,
    HOUR,
    MINUTE,
    Body,
    commit,
    contact_of,
    fill_in,
    make_drawn,
    make_finding,
    make_round,
    rechecker_of,
    seal_both,
    visitor_of,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "zh-hans")


@pytest.fixture
def now():
    return clock.now() - timedelta(hours=6)


@pytest.fixture
def body():
    return Body()


def page(client, account, name, *args, language="en", **query):
    client.force_login(account)
    answer = client.get(
        reverse(f"inspections:{name}", args=args), query, headers={"accept-language": language}
    )
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return answer.content.decode()


def do(client, account, name, *args, **fields):
    client.force_login(account)
    answer = client.post(reverse(f"inspections:{name}", args=args), fields)
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_house_says_why_and_what_fills_it(client, body, language):
    for name in ("list", "findings", "year", "draws", "verify"):
        text = page(client, body.ada, name, language=language)
        assert "an-empty" in text or name == "verify"
    assert reverse("inspections:add") in page(client, body.ada, "list", language=language)
    assert reverse("inspections:add") not in page(client, body.chen, "list", language=language)


def test_ten_thousand_rounds_take_a_fixed_number_of_queries(client, body, django_assert_max_num_queries, now):
    one = Round.objects.get(pk=make_round(body, at=now))
    fields = {name: getattr(one, name) for name in ("method", "population", "begins_on", "ends_on", "state")}
    fields |= {"state_since": now, "created_at": now, "created_by": "Ada", "questions": one.questions}
    Round.objects.bulk_create(
        [Round(title=f"Round {number}", **fields) for number in range(10_000)], batch_size=1000
    )
    with django_assert_max_num_queries(45):
        text = page(client, body.ada, "list")
    assert text.count("data-an-open") == 50
    assert "10,001" in text or "10001" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draw_goes_through_its_pages_to_a_file_that_agrees(client, body, language):
    answer = do(
        client,
        body.ada,
        "add",
        title="Spot",
        method="random_check",
        population="units",
        begins_on="2026-03-01",
        ends_on="2026-03-31",
        ratio="0.34",
        inspectors=2,
        times=1,
        sources=["ritual", "officer-1", "officer-2"],
        weight="3",
    )
    round_id = Round.objects.get().pk
    assert answer.url == reverse("inspections:one", args=[round_id])
    page(client, body.ada, "one", round_id, language=language)
    do(client, body.ada, "commit", round_id)
    draw = Draw.objects.get().pk
    page(client, body.ada, "seal", draw, language=language)
    for account, seed in ((body.ada, ADAS), (body.boris, BORIS)):
        do(client, account, "seal", draw, committed=hashlib.sha256(seed.encode()).hexdigest())
    page(client, body.ada, "tell", draw, "officer-1", language=language)
    do(client, body.ada, "tell", draw, "officer-1", value=ADAS)
    do(client, body.boris, "tell", draw, "officer-2", value=BORIS)
    do(client, body.ada, "tell", draw, "ritual", value="6 6 1")
    do(client, body.ada, "hold", round_id)
    text = page(client, body.ada, "one", round_id, language=language)
    bundle = json.loads(client.get(reverse("inspections:bundle", args=[draw])).content)
    assert faults(bundle) == ()
    assert all(target in text for target in bundle["result"]["drawn"]["units"])


def test_what_was_drawn_is_hidden_until_the_round_is_reported_but_its_hash_is_not(client, body, now):
    round_id, draw = make_drawn(body, at=now)
    visit = Visit.objects.filter(round=round_id).first()
    lot = Draw.objects.get(pk=draw)
    assert lot.sha256 in client.get(reverse("inspections:draws")).content.decode()
    assert client.get(reverse("inspections:bundle", args=[draw])).status_code == 404
    text = page(client, body.boris, "one", round_id)
    assert visit.target not in text
    assert visit.name not in text
    assert lot.sha256 in text
    for one in Visit.objects.filter(round=round_id):
        account = fill_in(body, one, at=now + HOUR)
        actions.finish_visit(one.pk, **body.by(account, now + HOUR))
    actions.report_round(round_id, "All well.", **body.by(body.ada, now + HOUR))
    client.logout()
    answer = client.get(reverse("inspections:bundle", args=[draw]))
    assert answer.status_code == 200
    assert faults(json.loads(answer.content)) == ()
    assert client.get(reverse("inspections:verify")).status_code == 200


def test_a_stranger_sees_draws_and_nothing_else(client, body, now):
    round_id, _draw = make_drawn(body, at=now)
    for name, args in (("list", ()), ("one", (round_id,)), ("findings", ()), ("year", ())):
        assert client.get(reverse(f"inspections:{name}", args=args)).status_code == 302
    assert client.get(reverse("inspections:draws")).status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_is_filled_in_from_a_phone_and_sent_twice_it_counts_once(client, body, language, now):
    round_id, _draw = make_drawn(body, at=now)
    visit = Visit.objects.filter(round=round_id).first()
    account = visitor_of(body, visit)
    text = page(client, account, "visit", visit.pk, language=language)
    assert text.count("data-in-question") == len(visit.round.questions)
    sent = {
        "question": "open",
        "verdict": "ok",
        "note": "Opens.",
        "way": "test",
        "seen": "0",
        "key": "a" * 32,
    }
    address = reverse("inspections:answer", args=[visit.pk])
    for _twice in range(2):
        answer = client.post(address, json.dumps(sent), content_type="application/json")
        assert answer.json() == {"edition": 1}
    assert Observation.objects.get(visit=visit).edition == 1
    stale = client.post(address, json.dumps({**sent, "key": "b" * 32}), content_type="application/json")
    assert stale.status_code == 409
    assert stale.json()["sentence"]
    for wrong in ("no json", "[]"):
        assert client.post(address, wrong, content_type="application/json").status_code == 422


def test_without_script_an_answer_is_saved_by_its_own_button_with_a_file(client, body, now):
    round_id, _draw = make_drawn(body, at=now)
    visit = Visit.objects.filter(round=round_id).first()
    file = SimpleUploadedFile("../../sheet?.txt", b"what was seen")
    do(
        client,
        visitor_of(body, visit),
        "answer",
        visit.pk,
        question="open",
        verdict="ok",
        seen="0",
        file=file,
    )
    seen = Observation.objects.get(visit=visit)
    assert (seen.file_name, seen.sha256) == ("sheet.txt", hashlib.sha256(b"what was seen").hexdigest())
    answer = client.get(reverse("inspections:file", args=[seen.pk]))
    assert b"".join(answer.streaming_content) == b"what was seen"
    assert "attachment" in answer["Content-Disposition"]
    assert page(client, body.ada, "visit", visit.pk).count("sheet.txt") == 1


def test_a_sheet_is_finished_by_its_page_and_its_findings_are_put_to_the_unit(client, body, now):
    round_id, _draw = make_drawn(body, at=now)
    visit = Visit.objects.filter(round=round_id).first()
    account = fill_in(body, visit, failing=("asked",), at=now + HOUR)
    page(client, account, "finish", visit.pk)
    do(client, account, "finish", visit.pk, words="Friendly people.")
    finding = Finding.objects.get(visit=visit)
    page(client, account, "add-finding", visit.pk)
    do(client, account, "add-finding", visit.pk, title="No sign", text="There is no sign.", grade="minor")
    do(client, account, "put", finding.pk)
    assert page(client, contact_of(body, finding), "finding", finding.pk).count("Reply") >= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_lives_its_life_through_its_pages(client, body, language, now):
    finding = make_finding(body, "put", at=now)
    contact, checker = contact_of(body, finding), rechecker_of(body, finding)
    until = (now + timedelta(days=3)).date().isoformat()
    for account, made, fields in (
        (contact, "reply", {"words": "We were moving."}),
        (body.ada, "confirm", {"reason": "It was so."}),
        (contact, "plan", {"measure": "Answer them all.", "until": until}),
        (contact, "correct", {"note": "All answered.", "proof": "https://body.example/a"}),
        (checker, "repeat", {"words": "Two are open."}),
        (contact, "plan", {"measure": "Answer the two.", "until": until}),
        (contact, "correct", {"note": "Both answered.", "proof": ""}),
        (checker, "close", {"words": "Gone."}),
    ):
        page(client, account, "move", finding.pk, made, language=language)
        do(client, account, "move", finding.pk, made, **fields)
        page(client, account, "finding", finding.pk, language=language)
    finding.refresh_from_db()
    assert finding.state == "closed"
    page(client, body.ada, "findings", state="", q="Questions", language=language)


def test_a_refusal_keeps_what_was_typed(client, body, now):
    finding = make_finding(body, "put", at=now)
    client.force_login(body.ada)
    answer = client.post(
        reverse("inspections:move", args=[finding.pk, "confirm"]), {"reason": "We saw it ourselves."}
    )
    assert answer.status_code == 422
    assert "We saw it ourselves." in answer.content.decode()
    assert "has not replied" in answer.content.decode()


def test_a_checklist_is_put_together_from_the_method_and_own_questions(client, body, now):
    round_id = make_round(body, at=now)
    page(client, body.ada, "questions", round_id)
    do(client, body.ada, "questions", round_id, key=["open", "fresh"], own="Fire exits | 5 | veto\nLights")
    kept = [(one["key"], one["points"], one["veto"]) for one in Round.objects.get(pk=round_id).questions]
    assert kept == [("open", 10, True), ("fresh", 10, True), ("own.1", 5, True), ("own.2", 10, False)]
    assert "Fire exits | 5 | veto" in page(client, body.ada, "questions", round_id)


@pytest.mark.parametrize("method", METHODS)
def test_a_programme_gives_its_rounds_their_method_and_ends(client, body, method):
    page(client, body.ada, "add-programme", method=method)
    fields = {"title": "Each month", "method": method, "population": METHODS[method].about.population}
    fields |= {"ratio": "0.2", "inspectors": 2, "times": 1, "sources": ["ritual"], "weight": "1"}
    do(client, body.ada, "add-programme", **fields)
    programme = Round._meta.get_field("programme").related_model.objects.get()
    page(client, body.ada, "next-round", programme.pk)
    span = {"begins_on": "2026-03-01", "ends_on": "2026-03-31"}
    do(client, body.ada, "next-round", programme.pk, title="March", **span)
    row = Round.objects.get()
    assert row.method == method
    assert page(client, body.ada, "one", row.pk)
    do(client, body.ada, "end-programme", programme.pk)
    client.post(reverse("inspections:next-round", args=[programme.pk]), {"title": "April", **span})
    assert Round.objects.count() == 1


def test_a_round_is_begun_reported_settled_and_closed_by_its_pages(client, body, now):
    round_id = make_round(body, method="self_check", at=now)
    do(client, body.ada, "begin", round_id)
    for visit in Visit.objects.filter(round=round_id):
        account = fill_in(body, visit, at=now + MINUTE)
        actions.finish_visit(visit.pk, **body.by(account, now + MINUTE))
    page(client, body.ada, "report", round_id)
    do(client, body.ada, "report", round_id, words="In order everywhere.")
    answer = client.get(reverse("inspections:sheet", args=[round_id]))
    book = load_workbook(BytesIO(answer.content))
    assert len(book.sheetnames) == 4
    year = Round.objects.get(pk=round_id).reported_at.year
    assert "Department 1" in page(client, body.ada, "year", year=str(year))
    do(client, body.ada, "settle", year)
    do(client, body.ada, "close", round_id)
    assert Round.objects.get(pk=round_id).state == "closed"


def test_a_draw_is_cancelled_and_an_inspector_steps_aside_by_their_pages(client, body, now):
    round_id, draw = make_drawn(body, at=now)
    visit = Visit.objects.filter(round=round_id).first()
    first = visit.inspectors.first().person_id
    page(client, body.ada, "aside", draw)
    do(client, body.ada, "aside", draw, inspector=f"person:{first}", target=visit.target, reason="A cousin.")
    assert first not in list(visit.inspectors.values_list("person", flat=True))
    page(client, body.ada, "cancel-draw", draw)
    do(client, body.ada, "cancel-draw", draw, reason="The list lacked a unit.")
    assert "The list lacked a unit." in client.get(reverse("inspections:draws")).content.decode()
    page(client, body.ada, "cancel", round_id)
    do(client, body.ada, "cancel", round_id, reason="Not this month.")


def test_a_beacon_s_round_and_its_moment_stand_on_the_page(client, body, now):
    round_id = make_round(body, at=now)
    Round.objects.filter(pk=round_id).update(
        settings={"ratio": "0.3", "inspectors": 1, "sources": ["beacon"]}
    )
    draw = commit(body, round_id, now)
    source = Seed.objects.get(draw=draw).source
    assert source in page(client, body.ada, "one", round_id)
    page(client, body.ada, "tell", draw, source)


def test_who_may_not_is_told_so_by_every_button(client, body, now):
    round_id, draw = make_drawn(body, at=now)
    client.force_login(body.chen)
    for name, args in (
        ("commit", (round_id,)),
        ("hold", (round_id,)),
        ("begin", (round_id,)),
        ("close", (round_id,)),
        ("settle", (2026,)),
        ("report", (round_id,)),
        ("cancel", (round_id,)),
        ("cancel-draw", (draw,)),
        ("questions", (round_id,)),
        ("add", ()),
    ):
        fields = {"reason": "x", "words": "x"}
        assert client.post(reverse(f"inspections:{name}", args=args), fields).status_code == 403, name


def test_seals_are_checked_before_the_lot_falls(client, body, now):
    round_id = make_round(body, at=now)
    draw = commit(body, round_id, now)
    seal_both(body, draw, now + MINUTE)
    client.force_login(body.ada)
    answer = client.post(
        reverse("inspections:tell", args=[draw, "officer-1"]), {"value": "something else 123"}
    )
    assert answer.status_code == 422
