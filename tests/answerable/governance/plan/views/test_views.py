"""Every page of the room opens in every state, in both languages, for those who may; buttons do what they say."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from answerable.governance.plan import actions, queries
from answerable.governance.plan.models import PlanVersion, Proposal
from answerable.governance.plan.queries import beside
from answerable.governance.plan.rules.states import State
from answerable.kernel import clock
from tests.answerable.governance.plan.makers import (
    NOON,
    SMALL,
    make_docx,
    make_house,
    make_plan_in_force,
    make_version,
)

pytestmark = pytest.mark.django_db
PAGES = ("version", "findings", "preview", "changes", "file", "posts", "yaml", "docx")
DRAFT_PAGES = (*PAGES, "clauses", "head")


@pytest.fixture
def house():
    return make_house()


@pytest.fixture
def ada(client, house):
    client.force_login(house.ada)
    return client


def go(client, name, *args, language="en", **data):
    client.cookies["django_language"] = language
    return client.get(reverse(f"plan:{name}", args=args), data)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_without_any_plan_the_reader_says_what_holds(ada, language):
    for name in ("reader", "versions", "wishes", "packs"):
        assert go(ada, name, language=language).status_code == 200


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_page_of_a_plan_in_force_opens(ada, house, language):
    version = make_plan_in_force(house)
    assert "政府网站至少每两周更新一次" in go(ada, "reader", language=language).content.decode()
    for name in PAGES:
        assert go(ada, name, version.pk, language=language).status_code == 200, name


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_page_of_a_draft_opens(ada, house, language):
    version = make_version(house)
    for name in DRAFT_PAGES:
        assert go(ada, name, version.pk, language=language).status_code == 200, name
    for name, key in (("clause", "c10"), ("duty", "d-quarter")):
        assert go(ada, name, version.pk, key, language=language).status_code == 200
    assert go(ada, "add-duty", version.pk, clause="c10", rrule="FREQ=DAILY").status_code == 200


def test_a_draft_that_lacks_almost_everything_opens_too(ada, house):
    version = make_version(house, "plan: {id: x}\n")
    for name in DRAFT_PAGES:
        assert go(ada, name, version.pk).status_code == 200, name


def test_somebody_without_the_post_for_it_reads_and_cannot_write(client, house):
    version = make_version(house)
    client.force_login(house.chen)
    assert go(client, "version", version.pk).status_code == 200
    assert go(client, "clauses", version.pk).status_code == 403
    assert (
        client.post(reverse("plan:propose", args=[version.pk]), {"seen": version.sha256}).status_code == 403
    )


def test_a_visitor_is_asked_to_sign_in(client):
    assert go(client, "reader").status_code == 302


def test_a_word_file_is_handed_in_and_leads_to_its_findings(ada):
    file = SimpleUploadedFile("plan.docx", make_docx("一、办公室负责。", "二、每季度报送情况。"))
    answer = ada.post(reverse("plan:begin"), {"file": file}, follow=True)
    assert answer.status_code == 200
    assert "二" in answer.content.decode()
    assert PlanVersion.objects.get().source_name == "plan.docx"


def test_a_plan_file_is_handed_in(ada):
    file = SimpleUploadedFile("plan.yaml", SMALL.encode())
    assert ada.post(reverse("plan:begin"), {"file": file}).status_code == 302
    assert PlanVersion.objects.get().text == SMALL


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("plan.docx", b"\xd0\xcf\x11\xe0old"),
        ("plan.docx", b"hello"),
        ("plan.yaml", b"\xff\xfe"),
        ("plan.yaml", b"[1, 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(ada, name, body):
    answer = ada.post(reverse("plan:begin"), {"file": SimpleUploadedFile(name, body)})
    assert answer.status_code == 422
    assert 'class="an-error"' in answer.content.decode()
    assert not PlanVersion.objects.exists()


def test_a_plan_that_ships_begins_a_draft(ada):
    ada.post(reverse("plan:begin-shipped", args=["district-bureau"]))
    assert PlanVersion.objects.get().state == State.DRAFT
    assert ada.post(reverse("plan:begin-shipped", args=["no-such"])).status_code == 404


def test_a_clause_is_linked_on_its_page(ada, house):
    version = make_version(house)
    address = reverse("plan:clause", args=[version.pk, "c03"])
    wrong = ada.post(address, {"seen": version.sha256, "gives": ["post:P-COMM"], "none": "both"})
    assert wrong.status_code == 422
    ada.post(address, {"seen": version.sha256, "gives": ["post:P-COMM"], "none": ""})
    assert queries.standing_of(version.pk).document.clause("c03").gives == ("post:P-COMM",)


def test_a_duty_is_written_on_its_page(ada, house):
    version = make_version(house)
    given = {
        "seen": version.sha256, "clause": "c03", "key": "d-risk", "zh": "风险月报", "en": "Risk report",
        "owner": "P-COMM", "rrule": "FREQ=MONTHLY;BYMONTHDAY=1", "due": "month_end", "roll": "prev",
        "to": "superior_body", "accept_by": "", "evidence": ["report_docx"], "ladder": "std", "lead": "",
    }  # fmt: skip
    address = reverse("plan:add-duty", args=[version.pk])
    assert ada.post(address, {**given, "rrule": "often"}).status_code == 422
    assert ada.post(address, given).status_code == 302
    document = queries.standing_of(version.pk).document
    assert document.duties["d-risk"].evidence == ("report_docx",)
    assert document.clause("c03").gives == ("duty:d-risk",)


def test_nothing_typed_into_the_file_is_lost_when_it_cannot_be_read(ada, house):
    version = make_version(house)
    answer = ada.post(
        reverse("plan:file", args=[version.pk]), {"seen": version.sha256, "text": "plan: [broken 保留"}
    )
    assert answer.status_code == 422
    assert "broken 保留" in answer.content.decode()


def test_two_people_bring_a_version_into_force_by_the_buttons(client, house):
    version = make_version(house)
    client.force_login(house.ada)
    client.post(reverse("plan:propose", args=[version.pk]), {"seen": version.sha256})
    client.force_login(house.boris)
    assert "Approve this text" in go(client, "version", version.pk).content.decode()
    client.post(reverse("plan:approve", args=[version.pk]), {"seen": version.sha256})
    client.post(reverse("plan:put-in-force", args=[version.pk]))
    version.refresh_from_db()
    assert version.state == State.IN_FORCE


def test_a_version_goes_back_and_is_recalled_by_the_buttons(client, house):
    version = make_version(house)
    client.force_login(house.ada)
    client.post(reverse("plan:propose", args=[version.pk]), {"seen": version.sha256})
    client.force_login(house.boris)
    client.post(reverse("plan:send-back", args=[version.pk]), {"reason": "再斟酌"})
    assert PlanVersion.objects.get(pk=version.pk).comment == "再斟酌"


def test_a_wish_is_proposed_shown_as_a_difference_and_taken_up(ada, house):
    make_plan_in_force(house)
    words = "媒体问询在8个工作小时内答复，暂时不能答复的说明原因和答复时间。"
    ada.post(reverse("plan:wishes"), {"text": "时限过短", "clause": "c27", "wording": words})
    shown = go(ada, "wishes").content.decode()
    assert "<ins>8</ins>" in shown
    draft = make_version(house)
    ada.post(reverse("plan:take-up", args=[Proposal.objects.get().pk]), {"version": draft.pk})
    assert queries.standing_of(draft.pk).document.clause("c27").text == words


def test_posts_are_bound_on_their_page(ada, house):
    version = make_version(house)
    unit = house.units["office"].pk
    ada.post(reverse("plan:posts", args=[version.pk]), {"code": "P-COMM", f"unit-{unit}": ""})
    assert ("P-COMM", unit) not in queries.posts_bound(version.pk)


def test_the_months_ahead_are_narrowed_by_post_and_month(ada, house):
    version = make_version(house)
    page = go(ada, "preview", version.pk, post="P-INSP", month=f"{clock.now():%Y-%m}").content.decode()
    assert "Monthly random check" in page
    assert "Daily watch" not in page


def test_the_reader_shows_what_a_room_above_says_of_each_sentence(ada, house, monkeypatch):
    monkeypatch.setattr(
        beside,
        "_given",
        [lambda actor, version, *, at: {"c17": beside.ClauseStatus("late", "late", "/x", "2 of 6")}],
    )
    make_plan_in_force(house)
    assert 'href="/x">2 of 6' in go(ada, "reader").content.decode()


def test_a_comparison_says_what_moves_and_for_whom(ada, house):
    make_plan_in_force(house)
    draft = PlanVersion.objects.get(
        pk=actions.copy_draft(PlanVersion.objects.get().pk, by=house.actor("ada"), at=NOON)
    )
    text = draft.text.replace("analysis_day: 5", "analysis_day: 3")
    actions.save_yaml(draft.pk, text, seen=draft.sha256, by=house.actor("ada"), at=NOON)
    page = go(ada, "changes", draft.pk).content.decode()
    assert "12 dates move" in page
    assert "analysis_day" in page


def test_the_list_of_versions_costs_the_same_however_many_there_are(ada, house):
    def cost():
        with CaptureQueriesContext(connection) as caught:
            go(ada, "versions")
        return len(caught)

    make_version(house)
    cost()
    one = cost()
    for _ in range(3):
        make_version(house)
    assert cost() == one
